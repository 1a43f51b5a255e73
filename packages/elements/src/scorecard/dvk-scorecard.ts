import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  appraisalStatuses,
  assessmentSteps,
  selfScoringStatuses,
  type Assessment,
  type AssessmentAction,
} from '@dvk/sdk/assessments';
import { isProblem } from '@dvk/sdk/client';
import type { FieldError } from '@dvk/sdk/contract';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { formatDateTime } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { ErrorSummary } from '../internal/error-summary.ts';
import { DvkLoadEvent, DvkSaveEvent } from '../internal/events.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { uploadWith } from '../internal/uploader.ts';
import { DvkWidget } from '../internal/widget.ts';
import { scorecard } from '../locale/vi/scorecard.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { Card, type CardEdits, type Side } from './card.ts';
import { conditionsTemplate } from './conditions.ts';
import { ScorecardList } from './list.ts';
import { scorecardStyles } from './styles.ts';
import { say, scoreTable } from './table.ts';
import { totalsTemplate } from './totals.ts';

/**
 * A unit scores itself, then an appraiser scores it, on one criteria table. The unit's own points are never overwritten;
 * points reserved to the superior are hidden from self-scoring but counted in “out of 90 / out of 100”; a difference
 * above the rubric's threshold or across a band needs a reason; the band is shown with why. What is not saved yet is kept
 * on the machine.
 *
 * @summary Self-scoring and appraisal with one criteria table.
 * @event {DvkLoadEvent} dvk-load - an assessment was opened
 * @event {DvkSaveEvent} dvk-save - points were saved or a step was recorded
 * @event {DvkErrorEvent} dvk-error - a request failed; the widget already says so
 * @csspart base - the whole widget
 * @csspart panel - the framed area
 * @csspart totals - points and band
 * @csspart table - the criteria table
 * @example
 * <dvk-context base-url="/api"><dvk-scorecard></dvk-scorecard></dvk-context>
 */
export class DvkScorecard extends DvkWidget {
  static override readonly tag: string = 'dvk-scorecard';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField, DvkFileField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, scorecardStyles];

  /** The assessment to open. Without it, the person chooses from those they may see, or opens a new one. */
  @property({ attribute: 'assessment-id' }) assessmentId = '';

  @state() private card?: Card | undefined;
  /** The card as opened or last saved: what the boxes begin with. */
  @state() private base?: Card | undefined;
  @state() private step?: AssessmentAction | undefined;
  @state() private failure?: unknown;
  @state() private busy = false;
  @state() private told = '';
  #session?: Session;
  #draft?: Draft<CardEdits> | undefined;
  readonly #summary = new ErrorSummary(this, this.locale);
  readonly #list = new ScorecardList(this, this.locale, (id) => (this.assessmentId = id));

  readonly #open = new Task(
    this,
    async ([connection, id], { signal }) => {
      if (!connection) return;
      this.#close();
      const session = (this.#session = await connection.session);
      if (!id) return this.#list.load(connection, session, signal);
      const assessment = await connection.client.assessments.get({ params: { id } }, { signal });
      const { rubricId, rubricVersion } = assessment;
      const rubric = await connection.client.rubrics.get(
        { params: { id: rubricId, version: rubricVersion } },
        { signal },
      );
      const draft = (this.#draft = await Draft.open<CardEdits>(`scorecard ${id} ${session.subject}`));
      const restored = draft.restored?.state;
      this.#take(assessment, rubric, restored);
      if (restored) this.told = this.locale.texts(scorecard).restored;
      this.dispatchEvent(new DvkLoadEvent(assessment));
    },
    () => [this.connection, this.assessmentId] as const,
  );

  #close(): void {
    this.#draft?.close();
    this.#draft = undefined;
    this.card = undefined;
    this.failure = undefined;
    this.step = undefined;
    this.told = '';
    this.#summary.clear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#draft?.close();
  }

  /** Puts a version of the server on the screen, with the person's unsaved changes over it. */
  #take(assessment: Assessment, rubric: Rubric, edits?: CardEdits): void {
    const side = this.#sideOf(assessment);
    this.card = new Card(assessment, rubric, side, side === 'none' ? undefined : edits);
    this.base = new Card(assessment, rubric, side, structuredClone(this.card.edits));
  }

  #sideOf({ status, unitId }: Assessment): Side {
    const { roles, unitId: own } = this.#session!;
    const isUnit = (roles.includes('unit-officer') || roles.includes('unit-leader')) && own === unitId;
    if (isUnit && selfScoringStatuses.includes(status)) return 'self';
    if (roles.includes('appraiser') && appraisalStatuses.includes(status)) return 'appraised';
    return 'none';
  }

  readonly #onEdit = (act: (card: Card) => void): void => {
    const card = this.card!;
    act(card);
    this.#draft?.save(card.edits);
    this.told = '';
    this.requestUpdate();
  };

  /** Takes the unit's own points where the appraiser has entered none. */
  readonly #onTakeSelf = (): void => {
    const card = this.card!;
    const own = new Card(card.assessment, card.rubric, 'self');
    for (const { criterion, reserved } of card.lines) {
      const { id } = criterion;
      if (!reserved && card.entry(id).value === '' && !card.entry(id).notApplicable)
        card.edit(id, { entry: own.entry(id) });
    }
    this.#onEdit(() => {});
    this.base = new Card(card.assessment, card.rubric, card.side, structuredClone(card.edits));
  };

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      if (isProblem(error, 'validation-failed'))
        this.#summary.showServerErrors(this.#form, this.#atFields(error.errors));
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

  /** The server points into the list it was sent, or at a line by its id; the fields are named by the line's id. */
  #atFields(errors: readonly FieldError[]): FieldError[] {
    const card = this.card!;
    const sent = card.side === 'self' ? card.selfLines : card.appraisedLines;
    return errors.map((error) => {
      const [, first = '', second = '', part = ''] = error.pointer.split('/');
      const id = first === 'lines' ? second : sent[Number(first)]?.criterionId;
      const prefix =
        (first === 'lines' ? part : second) === 'reason' ? 'reason/' : part === 'evidence' ? 'evidence/' : '';
      const line = card.lines.find(({ criterion }) => criterion.id === id);
      if (!id || !line) return error;
      // The boxes of the points carry the name of the line themselves.
      const name = [line.criterion.number, say(line.criterion.title, this.locale.lang)].filter(Boolean).join(' ');
      return { ...error, pointer: `/${prefix}${id}`, detail: prefix ? `${name}: ${error.detail}` : error.detail };
    });
  }

  /** Sends what was changed; the draft is forgotten once the server has it. */
  async #save(): Promise<void> {
    const { assessments } = this.connection!.client;
    const card = this.card!;
    const params = { id: card.assessment.id };
    let latest = card.assessment;
    if (Object.keys(card.edits.lines).length > 0) {
      const call =
        card.side === 'self'
          ? assessments.putSelfLines({ params, body: card.selfLines }, { ifMatch: latest.etag })
          : assessments.putAppraisedLines({ params, body: card.appraisedLines }, { ifMatch: latest.etag });
      latest = await call;
    }
    if (Object.keys(card.edits.conditions).length > 0) {
      const body = card.recordedConditions;
      latest = await assessments.putConditions({ params, body }, { ifMatch: latest.etag });
    }
    await this.#draft?.clear();
    this.#take(latest, card.rubric);
    this.dispatchEvent(new DvkSaveEvent(latest));
  }

  readonly #onSave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.card?.dirty || !this.#summary.check(this.#form)) return;
    const saved = await this.#attempt(() => this.#save());
    if (!saved) return;
    this.told = this.locale.texts(scorecard).saved(formatDateTime(this.card.assessment.updatedAt));
    this.announce(this.told);
  };

  readonly #onReload = (): Promise<boolean> =>
    this.#attempt(async () => {
      const { assessment, rubric, edits } = this.card!;
      const latest = await this.connection!.client.assessments.get({ params: { id: assessment.id } });
      this.#take(latest, rubric, edits);
    });

  readonly #onStep = async (event: Event): Promise<void> => {
    event.preventDefault();
    const step = this.step!;
    const texts = this.locale.texts(scorecard);
    const reason = this.shadowRoot!.querySelector<DvkTextField>('[name=step-reason]')?.value;
    if (!this.#summary.check(this.#form)) return;
    const done = await this.#attempt(async () => {
      if (this.card!.dirty) await this.#save();
      const { assessment, rubric } = this.card!;
      const latest = await this.connection!.client.assessments.transition(
        { params: { id: assessment.id }, body: { action: step, ...(reason ? { reason } : {}) } },
        { ifMatch: assessment.etag },
      );
      this.#take(latest, rubric);
      this.dispatchEvent(new DvkSaveEvent(latest));
    });
    if (!done) return;
    this.step = undefined;
    this.told = texts.done(texts.steps[step]);
    this.announce(this.told);
  };

  readonly #onBegin = (action: AssessmentAction): void => {
    this.step = action;
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
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.busy}>
      ${this.renderTask(this.#open, () => (this.card ? this.#renderCard(this.card) : this.#list.render()))}
    </section>`;
  }

  #renderCard(card: Card): TemplateResult {
    const texts = this.locale.texts(scorecard);
    const { lang } = this.locale;
    const { assessment, rubric, results } = { assessment: card.assessment, rubric: card.rubric, results: card.results };
    const upload = this.connection && uploadWith(this.connection.client);
    return html`<div class="head">
        <p class="small">${assessment.subject.name} · ${assessment.period}</p>
        <h2 id="title" tabindex="-1">${say(rubric.title, lang)}</h2>
        ${rubric.legalBasis.number ? html`<p class="small">${rubric.legalBasis.number}</p>` : nothing}
        ${rubric.legalBasis.confidence === 'illustrative' ? html`<p class="tag warn">${texts.illustrative}</p>` : nothing}
        ${rubric.unpublished?.length ? html`<p class="small">${texts.unpublished}</p>` : nothing}
        <p><span class="tag">${texts.statuses[assessment.status]}</span></p>
        ${assessment.statusReason ? html`<p class="prewrap">${assessment.statusReason}</p>` : nothing}
      </div>
      ${totalsTemplate(card, results, texts, lang)} ${this.#summary.render()} ${this.#renderFailure()}
      ${this.told ? html`<p class="notice">${this.told}</p>` : nothing}
      <form novalidate @submit=${this.#onSave}>
        ${scoreTable({ card, initial: (id) => this.base!.entry(id), results, upload, texts, lang, onEdit: this.#onEdit })}
        ${conditionsTemplate(card, texts, lang, this.#onEdit)}
        ${
          card.side === 'none'
            ? nothing
            : html`<div class="actions screen-only">
                ${
                  card.side === 'appraised'
                    ? html`<button class="button" type="button" @click=${this.#onTakeSelf}>${texts.takeSelf}</button>`
                    : nothing
                }
                <button class="button primary" ?disabled=${this.busy || !card.dirty}>
                  ${this.busy ? texts.saving : texts.save}
                </button>
                ${card.dirty ? html`<span class="small draft">${texts.unsaved}</span>` : nothing}
              </div>`
        }
      </form>
      ${this.#renderSteps(card)}
      <div class="signatures">
        <p><b>${texts.signScorer}</b></p>
        <p><b>${texts.signUnit}</b></p>
        <p>${texts.signNote}</p>
        <p>${texts.signNote}</p>
      </div>
      <div class="actions">
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${() => (this.assessmentId = '')}>${texts.back}</button>
      </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { failure } = this;
    if (failure === undefined) return nothing;
    if (!isProblem(failure, 'precondition-failed')) return this.renderError(failure);
    const texts = this.locale.texts(scorecard);
    return html`<div class="notice failure" role="alert">
      <p>${texts.changed}</p>
      <button class="button" type="button" @click=${this.#onReload}>${texts.reload}</button>
    </div>`;
  }

  #renderSteps(card: Card): TemplateResult | typeof nothing {
    const texts = this.locale.texts(scorecard);
    const steps = assessmentSteps(card.assessment.status, this.#session!.roles);
    if (steps.length === 0) return nothing;
    const begun = steps.find(({ action }) => action === this.step);
    if (!begun) {
      return html`<div class="actions">
        ${steps.map(
          ({ action }) =>
            html`<button class="button" type="button" @click=${() => this.#onBegin(action)}>
              ${texts.steps[action]}
            </button>`,
        )}
      </div>`;
    }
    return html`<div class="confirm">
      ${
        begun.needsReason
          ? html`<dvk-text-field
              name="step-reason"
              type="multiline"
              label=${texts.stepReason}
              maxlength="2000"
              required
            ></dvk-text-field>`
          : nothing
      }
      <div class="actions">
        <button class="button primary" type="button" ?disabled=${this.busy} @click=${this.#onStep}>
          ${texts.confirm}: ${texts.steps[begun.action]}
        </button>
        <button class="button plain" type="button" @click=${() => (this.step = undefined)}>${texts.cancel}</button>
      </div>
    </div>`;
  }
}
