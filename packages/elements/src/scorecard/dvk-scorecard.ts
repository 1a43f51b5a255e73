import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { assessmentSteps, type Assessment, type AssessmentAction, type AssessmentSummary } from '@dvk/sdk/assessments';
import { isProblem } from '@dvk/sdk/client';
import { assessmentsTransition } from '@dvk/sdk/constraints';
import type { Rubric, RubricSummary } from '@dvk/sdk/rubrics';
import { formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { DvkLoadEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { contractField } from '../form/contract-field.ts';
import { focusStep, stepFormOf, stepsTemplate, type Step } from '../form/steps.ts';
import { uploadWith } from '../form/uploader.ts';
import type { Client, Connection, GetToken } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import type { Fields } from '../internal/form-control.ts';
import { readForm } from '../internal/form-data.ts';
import { Loader } from '../internal/loader.ts';
import { PagedList } from '../internal/paged-list.ts';
import { pagedListStyles } from '../internal/paged-list-styles.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { common } from '../locale/common/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { Card, isOfUnit, loadScoring, sideOf, type CardEdits } from './card.ts';
import { conditionsTemplate } from './conditions.ts';
import { atFields } from './errors.ts';
import { headTemplate, signaturesTemplate } from './head.ts';
import { openingTemplate, rowTemplate } from './list.ts';
import { scorecardStyles } from './styles.ts';
import { scoreTable } from './table.ts';
import { totalsTemplate } from './totals.ts';
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
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart totals - points and band
 * @csspart table - the criteria table
 * @example
 * <dvk-context base-url="/api"><dvk-scorecard></dvk-scorecard></dvk-context>
 */
export class DvkScorecard extends DvkWidget<DvkScorecardEvents> {
  static override readonly tag: string = 'dvk-scorecard';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField, DvkFileField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, pagedListStyles, scorecardStyles];

  /** The assessment to open. Without it, the person chooses from those they may see, or opens a new one. */
  @property({ attribute: 'assessment-id' }) assessmentId = '';

  @state() private card?: Card | undefined;
  /** The card as opened or last saved: the initial values of the boxes. */
  @state() private base?: Card | undefined;
  /** The rubrics that a new assessment can be opened with. */
  @state() private rubrics: readonly RubricSummary[] = [];
  #draft?: Draft<CardEdits> | undefined;
  readonly #list = new PagedList<AssessmentSummary>(this.requests);

  readonly #loader = new Loader(
    this,
    () => [this.assessmentId],
    async ({ client, session }, signal) => {
      const id = this.assessmentId;
      if (this.card && this.card.assessment.id !== id) this.#close();
      const person = await session;
      if (signal.aborted) return;
      // What the same person has not saved yet stays as it is.
      if (this.person.change(person) && (this.card?.dirty || this.card?.edits.step)) return;
      this.#close();
      if (!id) {
        if (this.person.isStaff) await this.#loadList(client, signal);
        return;
      }
      const assessment = await client.assessments.get({ params: { id } }, { signal });
      const { rubricId, rubricVersion } = assessment;
      const rubric = await client.rubrics.get({ params: { id: rubricId, version: rubricVersion } }, { signal });
      const draft = await Draft.open<CardEdits>(`scorecard ${id} ${person.subject}`);
      if (signal.aborted || !this.isConnected) return draft.close();
      this.#draft = draft;
      draft.onPersistentChange = () => this.requestUpdate();
      const restored = draft.restored?.state;
      this.#take(assessment, rubric, restored);
      if (restored) this.message = this.locale.texts(scorecard).restored;
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
    this.#draft?.close();
    this.#draft = undefined;
    this.card = undefined;
    this.message = '';
    this.requests.forget();
    this.summary.clear();
  }

  /** Shows a version of the server, with the person's unsaved changes over it. */
  #take(assessment: Assessment, rubric: Rubric, edits?: Partial<CardEdits>): void {
    this.card = new Card(assessment, rubric, sideOf(assessment, this.person.session!), edits);
    this.#setBase(this.card);
    void this.#loadScoring(this.card);
  }

  /** With it, points follow what is typed; without it, the page says that they do not. */
  async #loadScoring(card: Card): Promise<void> {
    if (card.side === 'none') return;
    card.scoring = await loadScoring().catch(() => undefined);
    this.requestUpdate();
  }

  readonly #onEdit = (act: (card: Card) => void): void => {
    const card = this.card!;
    act(card);
    this.#draft?.save(card.edits);
    this.message = '';
    this.requestUpdate();
  };

  /** Makes the card, as it is now, the initial values of the boxes. */
  #setBase({ assessment, rubric, side, edits }: Card): void {
    this.base = new Card(assessment, rubric, side, structuredClone(edits));
  }

  readonly #onTakeSelf = (): void => {
    this.#onEdit((card) => card.takeSelf());
    this.#setBase(this.card!);
  };

  /** Runs a request that saves the card; what is wrong with a line of it is shown at its fields. */
  #send(work: () => Promise<void>, retry?: () => void): Promise<boolean> {
    const handle = (error: unknown): boolean => {
      if (!isProblem(error, 'validation-failed')) return false;
      this.summary.showServerErrors(this.#forms, atFields(this.card!, error.errors, this.locale.lang));
      return true;
    };
    return this.requests.run(work, { handle, ...(retry ? { retry } : {}) });
  }

  get #form(): HTMLFormElement {
    return this.shadowRoot!.querySelector('form')!;
  }

  /** The fields of the table and of the step that is being filled in. */
  get #forms(): Fields {
    return { elements: [...this.shadowRoot!.querySelectorAll('form')].flatMap(({ elements }) => [...elements]) };
  }

  /** Sends what was changed; the draft is forgotten once the server has it. */
  async #save(): Promise<void> {
    const { assessments } = this.connection!.client;
    const card = this.card!;
    if (!card.dirty) return;
    const params = { id: card.assessment.id };
    let latest = card.assessment;
    if (Object.keys(card.edits.lines).length > 0) {
      const call =
        card.side === 'self'
          ? assessments.putSelfLines({ params, body: card.selfLines }, { ifMatch: latest.etag })
          : assessments.putAppraisedLines({ params, body: card.appraisedLines }, { ifMatch: latest.etag });
      latest = await call;
      // Points that the server has are not sent again if the rest fails.
      this.#continueWith(latest, card.rubric, { ...card.edits, lines: {} });
    }
    if (Object.keys(card.edits.conditions).length > 0) {
      const body = card.recordedConditions;
      latest = await assessments.putConditions({ params, body }, { ifMatch: latest.etag });
    }
    await this.#draft?.clear();
    this.#continueWith(latest, card.rubric, { step: card.edits.step });
    this.dispatchEvent(new DvkSaveEvent<Assessment>(latest));
  }

  /** Continues with a version of the server and the changes that it does not have yet. */
  #continueWith(latest: Assessment, rubric: Rubric, edits: Partial<CardEdits>): void {
    this.#take(latest, rubric, edits);
    const card = this.card!;
    if (card.dirty || edits.step) this.#draft?.save(card.edits);
  }

  readonly #onSave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = this.#form;
    if (!this.summary.check(form)) return;
    const saved = await this.#send(
      () => this.#save(),
      () => form.requestSubmit(),
    );
    if (saved)
      this.showMessage(
        this.locale.texts(scorecard).saved(formatMoment(this.card!.assessment.updatedAt, this.locale.lang)),
      );
  };

  readonly #onReload = (): Promise<boolean> =>
    this.requests.run(async () => {
      const { assessment, rubric, edits } = this.card!;
      const latest = await this.connection!.client.assessments.get({ params: { id: assessment.id } });
      this.#take(latest, rubric, edits);
    });

  readonly #onConfirm = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { action, reason } = this.card!.edits.step!;
    const texts = this.locale.texts(scorecard);
    if (!this.summary.check(this.#forms)) return;
    const retry = () => stepFormOf(this.shadowRoot!)?.requestSubmit();
    const done = await this.#send(async () => {
      await this.#save();
      const { assessment, rubric } = this.card!;
      const latest = await this.connection!.client.assessments.transition(
        { params: { id: assessment.id }, body: { action, ...(reason ? { reason } : {}) } },
        { ifMatch: assessment.etag },
      );
      await this.#draft?.clear();
      this.#take(latest, rubric);
      this.dispatchEvent(new DvkSaveEvent<Assessment>(latest));
    }, retry);
    if (done) this.showMessage(texts.done(texts.steps[action]));
  };

  readonly #onBegin = ({ action }: Step<AssessmentAction>): void => {
    // What is missing in the table, such as the reason of a difference, is said before the person is asked to confirm.
    if (!this.summary.check(this.#form)) return;
    this.#onEdit((card) => card.setStep({ action, reason: '' }));
    void this.updateComplete.then(() => focusStep(this.shadowRoot!));
  };

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
    if (!changed.has('base') || !this.base || !changed.get('base')) return;
    // Shows the new initial values; what the person is still changing is part of them.
    this.shadowRoot!.querySelector('form')?.reset();
  }

  protected override renderContent(): TemplateResult {
    const { card } = this;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${card ? this.#renderCard(card) : this.renderLoaded(this.#loader, () => this.#renderList())}
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

  #renderCard(card: Card): TemplateResult {
    const texts = this.locale.texts(scorecard);
    const { lang } = this.locale;
    const { results, needingReason } = card;
    const upload = this.connection && uploadWith(this.connection.client);
    const onEdit = this.#onEdit;
    return html`${headTemplate(card, texts, lang)} ${totalsTemplate(card, results, texts, lang)}
      ${this.summary.render()} ${this.#renderFailure()} ${this.renderMessage()}
      <form novalidate @submit=${this.#onSave}>
        <div class="sections" ?inert=${this.requests.busy}>
          ${scoreTable({ card, initial: (id) => this.base!.entry(id), results, needingReason, upload, texts, lang, onEdit })}
          ${conditionsTemplate(card, texts, lang, onEdit)}
        </div>
        ${card.side === 'none' ? nothing : this.#renderSaving(card)}
      </form>
      ${this.#renderSteps(card)} ${signaturesTemplate(texts)}
      <div class="actions">
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${() => (this.assessmentId = '')}>${texts.back}</button>
      </div>`;
  }

  #renderSteps({ assessment, edits }: Card): TemplateResult | typeof nothing {
    const texts = this.locale.texts(scorecard);
    const steps = assessmentSteps(assessment.status, this.person.roles);
    if (steps.length === 0) return nothing;
    const setStep = (step: CardEdits['step']) => this.#onEdit((card) => card.setStep(step));
    const reason = () =>
      contractField({
        body: assessmentsTransition,
        name: 'step-reason',
        pointer: 'reason',
        label: texts.stepReason,
        value: edits.step!.reason,
        required: true,
        onInput: (text) => setStep({ ...edits.step!, reason: text }),
      });
    return stepsTemplate<AssessmentAction>({
      steps,
      current: steps.find(({ action }) => action === edits.step?.action),
      labels: texts.steps,
      texts: this.locale.texts(common),
      fields: { reason },
      busy: this.requests.busy,
      onBegin: this.#onBegin,
      onConfirm: this.#onConfirm,
      onCancel: () => setStep(undefined),
    });
  }

  #renderSaving({ side, dirty }: Card): TemplateResult {
    const texts = this.locale.texts(scorecard);
    return html`<div class="actions screen-only">
      ${
        side === 'appraised'
          ? html`<button class="button" type="button" ?disabled=${this.requests.busy} @click=${this.#onTakeSelf}>
              ${texts.takeSelf}
            </button>`
          : nothing
      }
      <button class="button primary" ?disabled=${this.requests.busy}>
        ${this.requests.busy ? texts.saving : texts.save}
      </button>
      ${
        dirty
          ? html`<span class="small draft"
              >${this.#draft?.persistent ? texts.unsaved : this.locale.texts(sending).draftNotSaved}</span
            >`
          : nothing
      }
    </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { changed: text, reload: button } = this.locale.texts(scorecard);
    if (this.requests.failure !== undefined) return this.renderFailure({ text, button, reload: this.#onReload });
    return this.#loader.state === 'failed' ? this.renderError(this.#loader.error, this.#loader.run) : nothing;
  }
}
