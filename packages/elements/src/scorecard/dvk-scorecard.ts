import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { assessmentSteps, type Assessment, type AssessmentTransition } from '@dvk/sdk/assessments';
import { isProblem } from '@dvk/sdk/client';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { formatDateTime } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { DvkLoadEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { ErrorSummary } from '../internal/error-summary.ts';
import type { Fields } from '../internal/form-control.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { uploadWith } from '../internal/uploader.ts';
import { DvkWidget } from '../internal/widget.ts';
import { scorecard } from './vi.ts';
import { sending } from '../locale/sending/vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { Card, loadScoring, sideOf, type CardEdits } from './card.ts';
import { conditionsTemplate } from './conditions.ts';
import { atFields } from './errors.ts';
import { headTemplate, signaturesTemplate } from './head.ts';
import { ScorecardList } from './list.ts';
import { stepsTemplate } from './steps.ts';
import { scorecardStyles } from './styles.ts';
import { scoreTable } from './table.ts';
import { totalsTemplate } from './totals.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
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
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, scorecardStyles];

  /** The assessment to open. Without it, the person chooses from those they may see, or opens a new one. */
  @property({ attribute: 'assessment-id' }) assessmentId = '';

  @state() private card?: Card | undefined;
  /** The card as opened or last saved: what the boxes begin with. */
  @state() private base?: Card | undefined;
  @state() private failure?: unknown;
  /** Does again what has failed. */
  #again?: () => void;
  @state() private busy = false;
  @state() private told = '';
  #session?: Session;
  #draft?: Draft<CardEdits> | undefined;
  readonly #summary = new ErrorSummary(this, this.locale);
  readonly #list = new ScorecardList(
    this.locale,
    (id) => (this.assessmentId = id),
    (work) => this.#attempt(work),
  );

  readonly #open = new Task(this, {
    args: () => [this.connection, this.assessmentId] as const,
    task: async ([connection, id], { signal }) => {
      if (!connection) return;
      if (this.card && this.card.assessment.id !== id) this.#close();
      const session = await connection.session;
      const { edits, dirty } = this.card ?? {};
      // The same person again, e.g. after signing in anew: what is not saved stays as it is.
      if ((dirty || edits?.step) && this.#session?.subject === session.subject) {
        this.#session = session;
        if (isProblem(this.failure, 'unauthenticated')) this.failure = undefined;
        return;
      }
      this.#close();
      this.#session = session;
      if (!id) return this.#list.load(connection, session, signal);
      const assessment = await connection.client.assessments.get({ params: { id } }, { signal });
      const { rubricId, rubricVersion } = assessment;
      const rubric = await connection.client.rubrics.get(
        { params: { id: rubricId, version: rubricVersion } },
        { signal },
      );
      const draft = await Draft.open<CardEdits>(`scorecard ${id} ${session.subject}`);
      if (signal.aborted || !this.isConnected) return draft.close();
      this.#draft = draft;
      draft.onTurn = () => this.requestUpdate();
      const restored = draft.restored?.state;
      this.#take(assessment, rubric, restored);
      if (restored) this.told = this.locale.texts(scorecard).restored;
      this.dispatchEvent(new DvkLoadEvent<Assessment>(assessment));
    },
    onError: (error) => this.sendError(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#open.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved to another place in the page, the table stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  #close(): void {
    this.#draft?.close();
    this.#draft = undefined;
    this.card = undefined;
    this.failure = undefined;
    this.told = '';
    this.#summary.clear();
  }

  /** Puts a version of the server on the screen, with the person's unsaved changes over it. */
  #take(assessment: Assessment, rubric: Rubric, edits?: Partial<CardEdits>): void {
    this.card = new Card(assessment, rubric, sideOf(assessment, this.#session!), edits);
    this.#begin(this.card);
    void this.#loadScoring(this.card);
  }

  /** From then on points follow what is typed; without it the page says that they do not. */
  async #loadScoring(card: Card): Promise<void> {
    if (card.side === 'none') return;
    card.scoring = await loadScoring().catch(() => undefined);
    this.requestUpdate();
  }

  readonly #onEdit = (act: (card: Card) => void): void => {
    const card = this.card!;
    act(card);
    this.#draft?.save(card.edits);
    this.told = '';
    this.requestUpdate();
  };

  /** The boxes begin anew from a card as it stands. */
  #begin({ assessment, rubric, side, edits }: Card): void {
    this.base = new Card(assessment, rubric, side, structuredClone(edits));
  }

  readonly #onTakeSelf = (): void => {
    this.#onEdit((card) => card.takeSelf());
    this.#begin(this.card!);
  };

  /** @param again as if the person had done it again; without it, only the work is repeated */
  async #attempt(work: () => Promise<void>, again: () => void = () => void this.#attempt(work)): Promise<boolean> {
    if (this.busy) return false;
    this.#again = again;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      if (isProblem(error, 'validation-failed'))
        this.#summary.showServerErrors(
          this.#forms,
          this.card ? atFields(this.card, error.errors, this.locale.lang) : error.errors,
        );
      else this.failure = error;
      this.sendError(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  get #form(): HTMLFormElement {
    return this.shadowRoot!.querySelector('form')!;
  }

  /** The fields of the table and of the step that is begun. */
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
      // What the server has is not sent again if the rest fails.
      this.#keep(latest, card.rubric, { ...card.edits, lines: {} });
    }
    if (Object.keys(card.edits.conditions).length > 0) {
      const body = card.recordedConditions;
      latest = await assessments.putConditions({ params, body }, { ifMatch: latest.etag });
    }
    await this.#draft?.clear();
    this.#keep(latest, card.rubric, { step: card.edits.step });
    this.dispatchEvent(new DvkSaveEvent<Assessment>(latest));
  }

  /** Goes on with a version of the server and with the changes that it does not have yet. */
  #keep(latest: Assessment, rubric: Rubric, edits: Partial<CardEdits>): void {
    this.#take(latest, rubric, edits);
    const card = this.card!;
    if (card.dirty || edits.step) this.#draft?.save(card.edits);
  }

  readonly #onSave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = this.#form;
    if (!this.#summary.check(form)) return;
    const saved = await this.#attempt(
      () => this.#save(),
      () => form.requestSubmit(),
    );
    if (!saved) return;
    this.told = this.locale.texts(scorecard).saved(formatDateTime(this.card!.assessment.updatedAt));
    this.announce(this.told);
  };

  readonly #onReload = (): Promise<boolean> =>
    this.#attempt(async () => {
      const { assessment, rubric, edits } = this.card!;
      const latest = await this.connection!.client.assessments.get({ params: { id: assessment.id } });
      this.#take(latest, rubric, edits);
    });

  readonly #onStep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { action, reason } = this.card!.edits.step!;
    const texts = this.locale.texts(scorecard);
    if (!this.#summary.check(this.#forms)) return;
    const again = () => this.shadowRoot!.querySelector<HTMLFormElement>('.confirm')?.requestSubmit();
    const done = await this.#attempt(async () => {
      await this.#save();
      const { assessment, rubric } = this.card!;
      const latest = await this.connection!.client.assessments.transition(
        { params: { id: assessment.id }, body: { action, ...(reason ? { reason } : {}) } },
        { ifMatch: assessment.etag },
      );
      await this.#draft?.clear();
      this.#take(latest, rubric);
      this.dispatchEvent(new DvkSaveEvent<Assessment>(latest));
    }, again);
    if (!done) return;
    this.told = texts.done(texts.steps[action]);
    this.announce(this.told);
  };

  readonly #onBegin = ({ action }: AssessmentTransition): void => {
    this.#onEdit((card) => card.begin({ action, reason: '' }));
    void this.updateComplete.then(() =>
      this.shadowRoot!.querySelector<HTMLElement>('[name=step-reason], .confirm button')?.focus(),
    );
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('base') || !this.base || !changed.get('base')) return;
    // The boxes begin anew from what is saved; what the person is still changing is part of `base`.
    this.shadowRoot!.querySelector('form')?.reset();
  }

  protected override renderContent(): TemplateResult {
    const { card } = this;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.busy}>
      ${
        card
          ? this.#renderCard(card)
          : this.renderTask(this.#open, () =>
              this.#list.render(html`${this.#summary.render()} ${this.#renderFailure()}`, (signedIn) =>
                this.renderRefusal(signedIn, this.locale.texts(scorecard)),
              ),
            )
      }
    </section>`;
  }

  #renderCard(card: Card): TemplateResult {
    const texts = this.locale.texts(scorecard);
    const { lang } = this.locale;
    const { results, needingReason } = card;
    const upload = this.connection && uploadWith(this.connection.client);
    const steps = assessmentSteps(card.assessment.status, this.#session!.roles);
    const { busy } = this;
    const onEdit = this.#onEdit;
    return html`${headTemplate(card, texts, lang)} ${totalsTemplate(card, results, texts, lang)}
      ${this.#summary.render()} ${this.#renderFailure()}
      ${this.told ? html`<p class="notice">${this.told}</p>` : nothing}
      <form novalidate @submit=${this.#onSave}>
        <div class="sections" ?inert=${busy}>
          ${scoreTable({ card, initial: (id) => this.base!.entry(id), results, needingReason, upload, texts, lang, onEdit })}
          ${conditionsTemplate(card, texts, lang, onEdit)}
        </div>
        ${card.side === 'none' ? nothing : this.#renderSaving(card)}
      </form>
      ${stepsTemplate({ card, steps, busy, texts, onEdit, onBegin: this.#onBegin, onConfirm: this.#onStep })}
      ${signaturesTemplate(texts)}
      <div class="actions">
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${() => (this.assessmentId = '')}>${texts.back}</button>
      </div>`;
  }

  #renderSaving({ side, dirty }: Card): TemplateResult {
    const texts = this.locale.texts(scorecard);
    return html`<div class="actions screen-only">
      ${
        side === 'appraised'
          ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${this.#onTakeSelf}>
              ${texts.takeSelf}
            </button>`
          : nothing
      }
      <button class="button primary" ?disabled=${this.busy}>${this.busy ? texts.saving : texts.save}</button>
      ${
        dirty
          ? html`<span class="small draft"
              >${this.#draft?.persistent ? texts.unsaved : this.locale.texts(sending).notKept}</span
            >`
          : nothing
      }
    </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { failure } = this;
    if (failure === undefined)
      return this.card && this.#open.status === TaskStatus.ERROR
        ? this.renderError(this.#open.error, () => void this.#open.run())
        : nothing;
    if (!isProblem(failure, 'precondition-failed')) return this.renderError(failure, this.#again);
    const texts = this.locale.texts(scorecard);
    return html`<div class="notice failure" role="alert">
      <p>${texts.changed}</p>
      <button class="button" type="button" @click=${this.#onReload}>${texts.reload}</button>
    </div>`;
  }
}
