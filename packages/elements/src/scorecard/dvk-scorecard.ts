import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Assessment, AssessmentSummary } from '@dvk/sdk/assessments';
import type { Rubric } from '@dvk/sdk/rubrics';
import { ListWidget } from '../desk/list-widget.ts';
import { DvkLoadEvent, type DvkNavigateEvent, type DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import type { Client, Connection, GetToken } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import type { ListDefinition } from '../list/definition.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { CardEdits } from './card.ts';
import { areCardEdits } from './card-edits.ts';
import { loadList } from './load-list.ts';
import { loadSheet, type SheetParts } from './load-sheet.ts';
import type { ScorecardList } from './scorecard-list.ts';
import type { Sheet } from './sheet.ts';
import { scorecard } from './vi.ts';

export type { Client, Connection, GetToken };
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent } from '../events/index.ts';
export type { Assessment };

/** What the events of `<dvk-scorecard>` carry. */
export interface DvkScorecardEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Assessment>;
  'dvk-save': DvkSaveEvent<Assessment>;
  'dvk-navigate': DvkNavigateEvent;
}

/** An assessment with its rubric, what the person has not saved yet, and what shows it all. */
interface OpenedAssessment {
  open: Assessment;
  rubric: Rubric;
  draft: Draft<CardEdits>;
  shownBy: SheetParts;
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
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to an assessment or back to the list; cancel it to go there yourself
 * @event {DvkSaveEvent<Assessment>} dvk-save - points were saved or a step was recorded; `result` is the assessment
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of assessments
 * @csspart totals - points and band
 * @csspart table - the criteria table
 * @csspart drawing - the points of each group, drawn
 * @csspart files - the files of a line
 * @csspart dialog - a question over the page
 * @example
 * <dvk-context base-url="/api"><dvk-scorecard></dvk-scorecard></dvk-context>
 */
export class DvkScorecard extends ListWidget<AssessmentSummary, Assessment, OpenedAssessment> {
  static override readonly tag: string = 'dvk-scorecard';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField];
  static override styles: CSSResultGroup = ListWidget.styles;

  /** The assessment that is open. */
  @state() private sheet?: Sheet | undefined;
  #list: ScorecardList | undefined;

  protected override get texts() {
    return this.locale.texts(scorecard);
  }

  protected override listOperationsOf({ assessments }: Client) {
    return assessments;
  }

  protected override get definition(): ListDefinition<AssessmentSummary> {
    return this.#list!.definition;
  }

  protected override async loadList(client: Client, signal: AbortSignal): Promise<void> {
    const { ScorecardList } = await loadList();
    this.#list ??= new ScorecardList(this.host, (id) => {
      void this.loader.run();
      this.goTo(id);
    });
    await this.#list.load(client, signal);
  }

  protected override async loadRecord(id: string): Promise<OpenedAssessment> {
    const { client } = this.connection!;
    const loading = loadSheet();
    loading.catch(() => {});
    const open = await client.assessments.get({ params: { id } });
    const { rubricId, rubricVersion } = open;
    const rubric = await client.rubrics.get({ params: { id: rubricId, version: rubricVersion } });
    const shownBy = await loading;
    const draft = await Draft.open(`scorecard ${id} ${this.person.subject}`, areCardEdits);
    return { open, rubric, shownBy, draft };
  }

  protected override showRecord({ open, rubric, draft, shownBy: { Sheet, more } }: OpenedAssessment): void {
    const { subject } = this.person;
    this.sheet = new Sheet(this.host, open, rubric, {
      draft,
      more,
      position: () => this.position,
      onBack: this.onBack,
      onSaved: (latest, row) => {
        if (this.open?.id === latest.id) this.open = latest;
        // The list of who has closed the sheet meanwhile, but not that of another person.
        if (this.person.subject === subject) this.updateRow({ ...latest, ...row });
      },
    });
    if (draft.restored) this.message = this.texts.restored;
    this.dispatchEvent(new DvkLoadEvent<Assessment>(open));
  }

  protected override onClose(): void {
    this.sheet?.close();
    this.sheet = undefined;
    this.summary.clear();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.sheet?.updated();
  }

  protected override get titleId(): string {
    return this.sheet ? 'record-title' : 'title';
  }

  protected override get panelClass(): string {
    return this.sheet ? 'on-paper' : '';
  }

  protected override renderOpen(): TemplateResult {
    return this.sheet!.render();
  }

  /** An open sheet takes the place of the list: its table wants all the room. */
  protected override renderForStaff(): TemplateResult {
    if (this.sheet) return this.renderOpen();
    if (this.isOpening) return this.renderLoading();
    return html`${super.renderForStaff()} ${this.#list?.renderDialog() ?? nothing}`;
  }

  protected override renderMainAction(): TemplateResult | typeof nothing {
    return this.#list?.renderButton() ?? nothing;
  }
}
