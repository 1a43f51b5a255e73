import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Assessment, AssessmentSummary } from '@dvk/sdk/assessments';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkLoadEvent, type DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import type { Client, Connection, GetToken } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { readForm } from '../internal/form-data.ts';
import { Loader } from '../internal/loader.ts';
import { PagedList } from '../internal/paged-list.ts';
import { pagedListStyles } from '../internal/paged-list-styles.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { common } from '../locale/common/vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { CardEdits } from './card.ts';
import { isOfUnit } from './is-of-unit.ts';
import { openingTemplate, rowTemplate } from './list.ts';
import { loadSheet } from './load-sheet.ts';
import type { Sheet } from './sheet.ts';
import { scorecardStyles } from './styles.ts';
import { scorecard } from './vi.ts';

export type { Client, Connection, GetToken };
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkSaveEvent } from '../events/index.ts';
export type { Assessment };

/** What the events of `<dvk-scorecard>` carry. */
export interface DvkScorecardEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Assessment>;
  'dvk-save': DvkSaveEvent<Assessment>;
}

/**
 * A unit scores itself, then an appraiser scores it, on one criteria table. The unit's own points are never overwritten;
 * points reserved to the superior are hidden from self-scoring but counted in “out of 90 / out of 100”; a difference
 * above the rubric's threshold or across a band needs a reason; the band is shown with why. What is not saved yet is kept
 * on the machine.
 *
 * @summary Self-scoring and appraisal with one criteria table.
 * @vietnamese Phiếu tự chấm và thẩm định
 * @event {DvkLoadEvent<Assessment>} dvk-load - an assessment was opened; `data` is the assessment
 * @event {DvkSaveEvent<Assessment>} dvk-save - points were saved or a step was recorded; `result` is the assessment
 * @slot paper-heading - the heading of the printed sheet, instead of the unit's name and the national or Party heading
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart totals - points and band
 * @csspart table - the criteria table
 * @csspart drawing - the points of each group, drawn
 * @csspart files - the files of a line
 * @example
 * <dvk-context base-url="/api"><dvk-scorecard></dvk-scorecard></dvk-context>
 */
export class DvkScorecard extends DvkWidget<DvkScorecardEvents> {
  static override readonly tag: string = 'dvk-scorecard';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, pagedListStyles, scorecardStyles];

  /** The assessment to open. Without it, the person chooses from those they may see, or opens a new one. */
  @property({ attribute: 'assessment-id' }) assessmentId = '';

  /** Whose paper the printed sheet is: with the national heading, or with that of the Party. */
  @property({ attribute: 'paper-heading' }) paperHeading: 'state' | 'party' = 'state';

  /** The assessment that is open. */
  @state() private sheet?: Sheet | undefined;
  /** The rubrics that a new assessment can be opened with. */
  @state() private rubrics: readonly RubricSummary[] = [];
  readonly #list = new PagedList<AssessmentSummary>(this.requests);

  readonly #loader = new Loader(
    this,
    () => [this.assessmentId],
    async ({ client, session }, signal) => {
      const id = this.assessmentId;
      if (this.sheet && this.sheet.id !== id) this.#close();
      // On its way while the assessment is.
      const loadingSheet = id ? loadSheet() : undefined;
      loadingSheet?.catch(() => {});
      const person = await session;
      if (signal.aborted) return;
      // What the same person has not saved yet stays as it is.
      if (this.person.change(person) && this.sheet?.hasChanges) return;
      this.#close();
      if (!loadingSheet) {
        if (this.person.isStaff) await this.#loadList(client, signal);
        return;
      }
      const assessment = await client.assessments.get({ params: { id } }, { signal });
      const { rubricId, rubricVersion } = assessment;
      const rubric = await client.rubrics.get({ params: { id: rubricId, version: rubricVersion } }, { signal });
      const { Sheet, more } = await loadingSheet;
      const draft = await Draft.open<CardEdits>(`scorecard ${id} ${person.subject}`);
      if (signal.aborted || !this.isConnected) return draft.close();
      this.sheet = new Sheet(this.host, assessment, rubric, {
        draft,
        renderLoadFailure: () =>
          this.#loader.state === 'failed' ? this.renderError(this.#loader.error, this.#loader.run) : nothing,
        more,
        heading: () => this.paperHeading,
        onBack: () => (this.assessmentId = ''),
      });
      if (draft.restored) this.message = this.locale.texts(scorecard).restored;
      this.dispatchEvent(new DvkLoadEvent<Assessment>(assessment));
    },
  );

  async #loadList({ assessments, rubrics }: Client, signal: AbortSignal): Promise<void> {
    await this.#list.load((query, signal) => assessments.list({ query }, { signal }), signal);
    const { items } = await rubrics.list({}, { signal });
    if (!signal.aborted) this.rubrics = items;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#loader.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  #close(): void {
    this.sheet?.close();
    this.sheet = undefined;
    this.message = '';
    this.requests.forget();
    this.summary.clear();
  }

  /** Opens a new assessment of the person's unit. */
  readonly #onCreate = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    // The fields say themselves what is missing.
    if (!form.reportValidity()) return;
    const { rubric, period } = readForm(form) as { rubric: string; period: string };
    const [rubricId = '', rubricVersion = ''] = rubric.split(' ');
    const subject = { kind: 'unit' as const, id: this.person.session!.unitId! };
    const work = async () => {
      const body = { rubricId, rubricVersion, subject, period };
      this.assessmentId = (await this.connection!.client.assessments.create({ body })).id;
    };
    void this.requests.run(work, { form });
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.sheet?.updated();
  }

  protected override renderContent(): TemplateResult {
    return html`<section
      class="panel ${this.sheet ? 'with-sheet' : ''}"
      part="panel"
      aria-labelledby="title"
      aria-busy=${this.requests.busy}
    >
      ${this.sheet?.render() ?? this.renderLoaded(this.#loader, () => this.#renderList())}
    </section>`;
  }

  #renderList(): TemplateResult {
    const texts = this.locale.texts(scorecard);
    const { lang } = this.locale;
    const { rubrics, person } = this;
    const title = html`<h2 id="title" tabindex="-1">${texts.title}</h2>`;
    if (!person.isStaff) return html`${title} ${this.renderRefusal(texts)}`;
    const list = this.#list.render({
      label: texts.list,
      more: this.locale.texts(common).more,
      empty: this.renderEmpty(texts.none),
      row: (item) => rowTemplate({ item, rubrics, texts, lang, onOpen: () => (this.assessmentId = item.id) }),
    });
    return html`${title} ${list} ${this.summary.render()} ${this.renderFailure()}
    ${isOfUnit(person.session!) ? openingTemplate(rubrics, texts, lang, this.#onCreate) : nothing}`;
  }
}
