import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment, AssessmentAction, AssessmentSummary } from '@dvk/sdk/assessments';
import type { Attachment } from '@dvk/sdk/attachments';
import { isProblem } from '@dvk/sdk/client';
import type { Rubric } from '@dvk/sdk/rubrics';
import { formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkErrorEvent, DvkSaveEvent } from '../events/index.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { focusStep, stepFormOf, type Step } from '../form/steps.ts';
import { defineLateParts } from '../internal/define.ts';
import { describeError } from '../internal/describe-error.ts';
import type { Draft } from '../internal/draft.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { common } from '../locale/common/vi.ts';
import { drawings } from '../locale/drawings/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { scorecardSheet } from '../locale/scorecard-sheet/vi.ts';
import { viewer } from '../locale/viewer/vi.ts';
import { chipStyles } from '../parts/chip.ts';
import { keyHintStyles } from '../parts/keys.ts';
import { pillStyles } from '../parts/pill.ts';
import type { Thumbnails } from '../parts/thumbnails.ts';
import { Card, loadScoring, sideOf, type CardEdits } from './card.ts';
import { Figures } from './figures.ts';
import { headTemplate } from './head.ts';
import type { AssessmentHistory } from './history.ts';
import { loadHistory } from './load-history.ts';
import { sheetBody } from './sheet-body.ts';
import { SheetFields } from './sheet-fields.ts';
import { sheetFoot } from './sheet-foot.ts';
import { sheetStyles } from './sheet-styles.ts';
import { ShownLines } from './shown-lines.ts';
import type { SheetTexts } from './texts.ts';
import { scorecard } from './vi.ts';

/** What a sheet begins with beside the assessment. */
export interface SheetOptions {
  /** What was not saved the last time. */
  draft: Draft<CardEdits>;
  /** What stands beside the table. */
  more: typeof import('./sheet-more.ts');
  /** Where it stands in the list. */
  position: () => { at: number; total: number };
  /** Goes back to the list. */
  onBack: () => void;
  /** The server has another version, which the row of the list is to show. */
  onSaved: (latest: Assessment, row: Partial<AssessmentSummary>) => void;
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
  readonly #shown = new ShownLines(() => this.#host.element.requestUpdate());
  #history: AssessmentHistory | undefined;
  readonly #fields: SheetFields;
  readonly #thumbnails: Thumbnails<Attachment>;

  constructor(host: WidgetHost, assessment: Assessment, rubric: Rubric, options: SheetOptions) {
    const { draft } = options;
    this.#host = host;
    this.#fields = new SheetFields(host, this.#shown);
    this.#options = options;
    this.#draft = draft;
    defineLateParts(host.element, [DvkChoiceField, DvkFileField]);
    const { Thumbnails: Files, moreStyles } = options.more;
    const styles = [...moreStyles, ...chipStyles, keyHintStyles, pillStyles, ...sheetStyles];
    for (const each of styles) host.addStyles(each);
    this.#thumbnails = new Files<Attachment>(host.element, {
      load: ({ id }) => host.connection()!.client.attachments.download({ params: { id } }),
      onFailed: (error) => {
        host.element.dispatchEvent(new DvkErrorEvent(error));
        host.showMessage(describeError(error, host.locale.texts(common)).text);
      },
    });
    draft.onSaved = () => host.element.requestUpdate();
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
    const client = card.side === 'appraised' ? this.#host.connection()?.client : undefined;
    const [scoring, settings] = await Promise.all([
      loadScoring().catch(() => undefined),
      // Without them the limit of the rubric is shown; the server has both.
      client?.settings.get().catch(() => undefined),
    ]);
    card.reasonAbove = settings?.thresholds.reasonAbove;
    card.scoring = scoring;
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
    if (shown && shown !== this.#base) for (const form of this.#fields.tableForms) form.reset();
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
      this.#fields.showErrors(this.#card, error.errors);
      return true;
    };
    return this.#host.requests.run(work, { handle, ...(retry ? { retry } : {}) });
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
    // A step may have been begun meanwhile.
    this.#continueWith(latest, card.rubric, { step: this.#card.edits.step });
    this.#onSaved();
  }

  /** Tells the list and the page of a version that the server has taken. */
  #onSaved(): void {
    const { assessment } = this.#card;
    const { self, appraised } = assessment.results;
    const figures = new Figures(this.#card, assessment.results);
    const scored = figures.countedLines.length - figures.unscored.length;
    const row = {
      selfPoints: self.points,
      appraisedPoints: appraised?.points ?? null,
      ...(figures.column === 'self' ? { selfScored: scored } : { appraisedScored: scored }),
    };
    this.#options.onSaved(assessment, row);
    this.#host.element.dispatchEvent(new DvkSaveEvent<Assessment>(assessment));
  }

  /** Continues with a version of the server and the changes that it does not have yet. */
  #continueWith(latest: Assessment, rubric: Rubric, edits: Partial<CardEdits>): void {
    this.#take(latest, rubric, edits);
    const card = this.#card;
    if (card.dirty || edits.step) this.#draft.save(card.edits);
  }

  readonly #onSave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const [form] = this.#fields.tableForms;
    if (!this.#fields.checkTable()) return;
    const saved = await this.#send(
      () => this.#save(),
      () => form!.requestSubmit(),
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
    if (!this.#fields.checkAll()) return;
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
      this.#onSaved();
    }, retry);
    if (done) this.#show(texts.done(texts.steps[action]));
  };

  readonly #onBegin = ({ action }: Step<AssessmentAction>): void => {
    // What is missing in the table, such as the reason of a difference, is said before the person is asked to confirm.
    if (!this.#fields.checkTable()) return;
    const missing = this.#card.missingFor(action);
    const { missing: sentenceFor } = this.#texts;
    if (missing.length > 0) {
      const errors = missing.map((each) => ({ ...each, detail: sentenceFor(each.code) }));
      return this.#fields.showErrors(this.#card, errors);
    }
    this.#onEdit((card) => card.setStep({ action, reason: '' }));
    void this.#host.element.updateComplete.then(() => focusStep(this.#root));
  };

  readonly #onHistory = (): void => {
    const { id, subject } = this.#card.assessment;
    void this.#host.requests.run(async () => {
      const { AssessmentHistory } = await loadHistory();
      this.#history ??= new AssessmentHistory(this.#host);
      this.#history.open(id, subject.name);
    });
  };

  /** All of it. */
  render(): TemplateResult {
    const { locale, requests } = this.#host;
    const { more, onBack, position } = this.#options;
    const card = this.#card;
    const texts = this.#texts;
    const { lang } = locale;
    const figures = new Figures(card, card.results);
    return html`${headTemplate({ card, texts, lang, position: position(), onBack, onHistory: this.#onHistory })}
    ${more.paperHead(figures, texts, this.#host)} ${this.#host.summary.render()}
    ${sheetBody({
      figures,
      initial: (id) => this.#base.entry(id),
      shown: this.#shown,
      client: this.#host.connection()?.client,
      more,
      busy: requests.busy,
      texts,
      drawingTexts: locale.texts(drawings),
      lang,
      files: this.#renderFiles,
      foot: this.#renderFoot(figures),
      onEdit: this.#onEdit,
      onTakeSelf: this.#onTakeSelf,
      onSave: this.#onSave,
    })}
    ${more.paperFoot(figures, texts, this.#host)} ${this.#history?.render() ?? nothing}`;
  }

  #renderFoot(figures: Figures): TemplateResult {
    const texts = this.#texts;
    return sheetFoot({
      host: this.#host,
      figures,
      texts,
      isKept: this.#draft.persistent,
      newer: { text: texts.changed, button: texts.reload, reload: this.#onReload },
      onStep: (step) => this.#onEdit((card) => card.setStep(step)),
      onBegin: this.#onBegin,
      onConfirm: this.#onConfirm,
    });
  }

  /** The files of a line, small. */
  readonly #renderFiles = (id: string): unknown => {
    const { locale } = this.#host;
    const { attachments } = this.#card.assessment;
    const files = this.#card.files(id).flatMap((file) => attachments.filter((each) => each.id === file.id));
    return this.#thumbnails.render({ files, texts: locale.texts(parts), viewerTexts: locale.texts(viewer) });
  };
}
