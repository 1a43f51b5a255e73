import { html, nothing, type TemplateResult } from 'lit';
import { assessmentSteps, type Assessment, type AssessmentAction } from '@dvk/sdk/assessments';
import { isProblem } from '@dvk/sdk/client';
import { assessmentsTransition } from '@dvk/sdk/constraints';
import type { Rubric } from '@dvk/sdk/rubrics';
import { formatMoment } from '@dvk/sdk/text';
import { DvkSaveEvent } from '../events/index.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { contractField } from '../form/contract-field.ts';
import { focusStep, stepFormOf, stepsTemplate, type Step } from '../form/steps.ts';
import { uploadWith } from '../form/uploader.ts';
import { defineLateParts } from '../internal/define.ts';
import type { Draft } from '../internal/draft.ts';
import type { Fields } from '../internal/form-control.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { common } from '../locale/common/vi.ts';
import { scorecardSheet } from '../locale/scorecard-sheet/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import { Card, loadScoring, sideOf, type CardEdits } from './card.ts';
import { conditionsTemplate } from './conditions.ts';
import { atFields } from './errors.ts';
import { headTemplate, signaturesTemplate } from './head.ts';
import { sheetStyles } from './sheet-styles.ts';
import { scoreTable } from './table.ts';
import { totalsTemplate } from './totals.ts';
import type { SheetTexts } from './texts.ts';
import { scorecard } from './vi.ts';

/** What a sheet begins with beside the assessment. */
export interface SheetOptions {
  /** What was not saved the last time. */
  draft: Draft<CardEdits>;
  /** That another version could not be loaded. */
  renderLoadFailure: () => TemplateResult | typeof nothing;
  /** Goes back to the list. */
  onBack: () => void;
}

/**
 * An assessment that is open: its table, and what a person may do with it. Loaded together with the first assessment that is
 * opened: who only sees the list does not need it.
 */
export class Sheet {
  readonly #host: WidgetHost;
  readonly #options: SheetOptions;
  readonly #draft: Draft<CardEdits>;
  /** What the server has, with what the person is changing. */
  #card!: Card;
  /** The card as opened or last saved: the initial values of the boxes. */
  #base!: Card;
  /** The base that the boxes show. */
  #shownBase: Card | undefined;
  #isClosed = false;

  constructor(host: WidgetHost, assessment: Assessment, rubric: Rubric, options: SheetOptions) {
    const { draft } = options;
    this.#host = host;
    this.#options = options;
    this.#draft = draft;
    host.addStyles(sheetStyles);
    defineLateParts(host.element, [DvkFileField]);
    draft.onPersistentChange = () => host.element.requestUpdate();
    this.#take(assessment, rubric, draft.restored?.state);
  }

  get id(): string {
    return this.#card.assessment.id;
  }

  /** Whether the person has changed or begun anything that is not saved. */
  get hasChanges(): boolean {
    return this.#card.dirty || this.#card.edits.step !== undefined;
  }

  /** Closes it; what is not saved stays in the draft. */
  close(): void {
    this.#isClosed = true;
    this.#draft.close();
  }

  /** Shows a version of the server, with the person's unsaved changes over it. */
  #take(assessment: Assessment, rubric: Rubric, edits?: Partial<CardEdits>): void {
    this.#card = new Card(assessment, rubric, sideOf(assessment, this.#host.person.session!), edits);
    this.#setBase(this.#card);
    void this.#loadScoring(this.#card);
    this.#host.element.requestUpdate();
  }

  /** With it, points follow what is typed; without it, the page says that they do not. */
  async #loadScoring(card: Card): Promise<void> {
    if (card.side === 'none') return;
    card.scoring = await loadScoring().catch(() => undefined);
    this.#host.element.requestUpdate();
  }

  readonly #onEdit = (act: (card: Card) => void): void => {
    act(this.#card);
    this.#draft.save(this.#card.edits);
    this.#host.showMessage('');
    this.#host.element.requestUpdate();
  };

  /** Makes the card, as it is now, the initial values of the boxes. */
  #setBase({ assessment, rubric, side, edits }: Card): void {
    this.#base = new Card(assessment, rubric, side, structuredClone(edits));
  }

  /** To be called when the page shows what {@link render} has returned. */
  updated(): void {
    const shown = this.#shownBase;
    this.#shownBase = this.#base;
    // Shows the new initial values; what the person is still changing is part of them.
    if (shown && shown !== this.#base) this.#form?.reset();
  }

  readonly #onTakeSelf = (): void => {
    this.#onEdit((card) => card.takeSelf());
    this.#setBase(this.#card);
  };

  get #texts(): SheetTexts {
    const { locale } = this.#host;
    return { ...locale.texts(scorecard), ...locale.texts(scorecardSheet) };
  }

  get #root(): ShadowRoot {
    return this.#host.element.shadowRoot!;
  }

  /** Runs a request that saves the card; what is wrong with a line of it is shown at its fields. */
  #send(work: () => Promise<void>, retry?: () => void): Promise<boolean> {
    const handle = (error: unknown): boolean => {
      if (!isProblem(error, 'validation-failed')) return false;
      this.#host.summary.showServerErrors(this.#forms, atFields(this.#card, error.errors, this.#host.locale.lang));
      return true;
    };
    return this.#host.requests.run(work, { handle, ...(retry ? { retry } : {}) });
  }

  get #form(): HTMLFormElement | null {
    return this.#root.querySelector('form');
  }

  /** The fields of the table and of the step that is being filled in. */
  get #forms(): Fields {
    return { elements: [...this.#root.querySelectorAll('form')].flatMap(({ elements }) => [...elements]) };
  }

  #show(message: string): void {
    if (!this.#isClosed) this.#host.showMessage(message);
  }

  /** Sends what was changed; the draft is forgotten once the server has it. */
  async #save(): Promise<void> {
    const { assessments } = this.#host.connection()!.client;
    const card = this.#card;
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
    await this.#draft.clear();
    this.#continueWith(latest, card.rubric, { step: card.edits.step });
    this.#host.element.dispatchEvent(new DvkSaveEvent<Assessment>(latest));
  }

  /** Continues with a version of the server and the changes that it does not have yet. */
  #continueWith(latest: Assessment, rubric: Rubric, edits: Partial<CardEdits>): void {
    this.#take(latest, rubric, edits);
    const card = this.#card;
    if (card.dirty || edits.step) this.#draft.save(card.edits);
  }

  readonly #onSave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = this.#form!;
    if (!this.#host.summary.check(form)) return;
    const saved = await this.#send(
      () => this.#save(),
      () => form.requestSubmit(),
    );
    if (saved) this.#show(this.#texts.saved(formatMoment(this.#card.assessment.updatedAt, this.#host.locale.lang)));
  };

  readonly #onReload = (): Promise<boolean> =>
    this.#host.requests.run(async () => {
      const { assessment, rubric, edits } = this.#card;
      const latest = await this.#host.connection()!.client.assessments.get({ params: { id: assessment.id } });
      this.#take(latest, rubric, edits);
    });

  readonly #onConfirm = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { action, reason } = this.#card.edits.step!;
    const texts = this.#texts;
    if (!this.#host.summary.check(this.#forms)) return;
    const retry = () => stepFormOf(this.#root)?.requestSubmit();
    const done = await this.#send(async () => {
      await this.#save();
      const { assessment, rubric } = this.#card;
      const latest = await this.#host
        .connection()!
        .client.assessments.transition(
          { params: { id: assessment.id }, body: { action, ...(reason ? { reason } : {}) } },
          { ifMatch: assessment.etag },
        );
      await this.#draft.clear();
      this.#take(latest, rubric);
      this.#host.element.dispatchEvent(new DvkSaveEvent<Assessment>(latest));
    }, retry);
    if (done) this.#show(texts.done(texts.steps[action]));
  };

  readonly #onBegin = ({ action }: Step<AssessmentAction>): void => {
    // What is missing in the table, such as the reason of a difference, is said before the person is asked to confirm.
    if (!this.#host.summary.check(this.#form!)) return;
    this.#onEdit((card) => card.setStep({ action, reason: '' }));
    void this.#host.element.updateComplete.then(() => focusStep(this.#root));
  };

  /** All of it. */
  render(): TemplateResult {
    const { locale, requests, summary, connection, renderFailure, renderMessage } = this.#host;
    const { renderLoadFailure, onBack } = this.#options;
    const card = this.#card;
    const texts = this.#texts;
    const { lang } = locale;
    const { results, needingReason } = card;
    const client = connection()?.client;
    const upload = client && uploadWith(client);
    const onEdit = this.#onEdit;
    const newer = { text: texts.changed, button: texts.reload, reload: this.#onReload };
    const failure = requests.failure === undefined ? renderLoadFailure() : renderFailure(newer);
    return html`${headTemplate(card, texts, lang)} ${totalsTemplate(card, results, texts, lang)} ${summary.render()}
      ${failure} ${renderMessage()}
      <form novalidate @submit=${this.#onSave}>
        <div class="sections" ?inert=${requests.busy}>
          ${scoreTable({ card, initial: (id) => this.#base.entry(id), results, needingReason, upload, texts, lang, onEdit })}
          ${conditionsTemplate(card, texts, lang, onEdit)}
        </div>
        ${card.side === 'none' ? nothing : this.#renderSaving(card)}
      </form>
      ${this.#renderSteps(card)} ${signaturesTemplate(texts)}
      <div class="actions">
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${onBack}>${texts.back}</button>
      </div>`;
  }

  #renderSteps({ assessment, edits }: Card): TemplateResult | typeof nothing {
    const texts = this.#texts;
    const steps = assessmentSteps(assessment.status, this.#host.person.roles);
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
      texts: this.#host.locale.texts(common),
      fields: { reason },
      busy: this.#host.requests.busy,
      onBegin: this.#onBegin,
      onConfirm: this.#onConfirm,
      onCancel: () => setStep(undefined),
    });
  }

  #renderSaving({ side, dirty }: Card): TemplateResult {
    const texts = this.#texts;
    return html`<div class="actions screen-only">
      ${
        side === 'appraised'
          ? html`<button class="button" type="button" ?disabled=${this.#host.requests.busy} @click=${this.#onTakeSelf}>
              ${texts.takeSelf}
            </button>`
          : nothing
      }
      <button class="button primary" ?disabled=${this.#host.requests.busy}>
        ${this.#host.requests.busy ? texts.saving : texts.save}
      </button>
      ${
        dirty
          ? html`<span class="small draft"
              >${this.#draft.persistent ? texts.unsaved : this.#host.locale.texts(sending).draftNotSaved}</span
            >`
          : nothing
      }
    </div>`;
  }
}
