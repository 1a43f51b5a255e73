import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import {
  isExtended,
  maySeeSender,
  openCaseStatuses,
  type Case,
  type CaseAction,
  type Solution,
  type SuggestedUnit,
} from '@dvk/sdk/cases';
import { dateInVietnam, formatDateWithWeekday } from '@dvk/sdk/text';
import { SideRead } from '../../desk/side-read.ts';
import type { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import type { DvkFileField } from '../../file-field/dvk-file-field.ts';
import { stepFormOf, type Step } from '../../form/steps.ts';
import { audienceIcon } from '../../icons/audience.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { caseRecord } from '../../locale/case-record/vi.ts';
import { cases } from '../../locale/cases/vi.ts';
import { due } from '../../locale/due/vi.ts';
import { parts } from '../../locale/parts/vi.ts';
import { viewer } from '../../locale/viewer/vi.ts';
import { stepper, stepperStyles } from '../../parts/stepper.ts';
import { tabsStyles } from '../../parts/tabs.ts';
import { Thumbnails, thumbnailStyles } from '../../parts/thumbnails.ts';
import { timelineStyles } from '../../parts/timeline.ts';
import { personStyles } from '../../parts/person.ts';
import { caseStatusLooks } from '../../status/cases.ts';
import { dueChip, dueChipInFull, stateBesideDue } from '../../status/due.ts';
import type { DvkTextField } from '../../text-field/dvk-text-field.ts';
import { timelinessOf } from '../timeliness-of.ts';
import { caseDesk } from '../vi.ts';
import { extensionCard } from './extension-request.ts';
import { factsTemplate } from './facts.ts';
import { loadPreview } from './load-preview.ts';
import type { AnswerPreview } from './preview.ts';
import { caseRecordStyles } from './record-styles.ts';
import { RecordParts } from './record-parts.ts';
import { caseStages } from './stages.ts';
import { suggestionCard } from './suggested-unit.ts';

/** What an open case needs beside its widget. */
export interface CaseRecordOptions {
  /** The step that is being filled in. */
  current: () => CaseAction | undefined;
  /** The steps open to the person. */
  steps: (open: Case) => readonly Step<CaseAction>[];
  /** Opens the form of a step. */
  begin: (action: CaseAction) => void;
  /** Takes a step that asks for nothing more. */
  take: (action: CaseAction, values?: Record<string, unknown>) => void;
  /** The buttons of steps, or the form of the one that is being filled in. `isBesides`: there is a primary button already. */
  renderSteps: (steps: readonly Step<CaseAction>[], isBesides?: boolean) => TemplateResult;
  /** The form of the step without its buttons, and its buttons, for where these stand apart. */
  renderForm: () => TemplateResult;
  renderFormActions: () => TemplateResult;
}

/**
 * An open case: what it is about, the unit that it should go to, its history, the notes of the offices and the answer. Loaded
 * together with the case.
 */
export class CaseRecord {
  readonly #host: WidgetHost;
  readonly #options: CaseRecordOptions;
  readonly #parts: RecordParts;
  readonly #files: Thumbnails<Case['attachments'][number]>;
  readonly #suggestion: SideRead<SuggestedUnit | null>;
  #open: Case | undefined;
  #isContactShown = false;
  #preview: AnswerPreview | undefined;

  constructor(host: WidgetHost, options: CaseRecordOptions) {
    const { element, addStyles, requests } = host;
    this.#host = host;
    this.#options = options;
    this.#parts = new RecordParts(host, {
      answerForm: () => (options.current() === 'answer' ? options.renderForm() : undefined),
      files: (files) => this.#renderFiles(files),
    });
    this.#suggestion = new SideRead<SuggestedUnit | null>(element);
    this.#files = new Thumbnails(element, {
      load: (file) => this.#client.attachments.download({ params: { id: file.id } }),
      loadSmall: (file) => this.#client.attachments.thumbnail({ params: { id: file.id } }),
      // Said where other failures are.
      onFailed: (error, retry) => requests.fail(error, retry),
    });
    const styles: CSSResult[] = [
      stepperStyles,
      tabsStyles,
      timelineStyles,
      thumbnailStyles,
      personStyles,
      caseRecordStyles,
    ].flat(2);
    for (const each of styles) addStyles(each);
  }

  get #client() {
    return this.#host.connection()!.client;
  }

  get #texts() {
    return this.#host.locale.texts(caseRecord);
  }

  async #readSuggestion(id: string): Promise<SuggestedUnit | null> {
    return (await this.#client.cases.suggestUnit({ params: { id } })).suggestion;
  }

  /** Whether the case waits for the person to pass it to a unit. */
  #isToRoute(open: Case): boolean {
    return open.status !== 'in-progress' && this.#options.steps(open).some(({ action }) => action === 'assign');
  }

  /** Shows a case, or a newer version of the one that is shown. */
  show(open: Case): void {
    const { id } = open;
    if (this.#open?.id !== id) this.clear();
    this.#open = open;
    this.#parts.show(open);
    if (this.#isToRoute(open)) void this.#suggestion.load(() => this.#readSuggestion(id));
    else this.#suggestion.clear();
  }

  /** Forgets the case that was shown. */
  clear(): void {
    this.#open = undefined;
    this.#parts.clear();
    this.#isContactShown = false;
    this.#preview?.close();
    this.#suggestion.clear();
  }

  /** Shows the part where a step is filled in. */
  onBegin(action: CaseAction): void {
    if (action === 'answer') this.#parts.showReply();
  }

  /** Shows the answer as the sender will see it, with what is in the boxes now. */
  readonly #onPreview = (): void => {
    const open = this.#open!;
    const field = <E extends Element>(name: string) =>
      stepFormOf(this.#host.element.shadowRoot!)!.querySelector<E>(`[name=${name}]`)!;
    void this.#host.requests.run(async () => {
      const { AnswerPreview } = await loadPreview();
      this.#preview ??= new AnswerPreview(this.#host);
      if (this.#open !== open) return;
      this.#preview.open(open, {
        text: field<DvkTextField>('answer').value,
        solution: (field<DvkChoiceField>('solution').value || null) as Solution | null,
        files: field<DvkFileField>('attachments').files,
      });
    });
  };

  #update(): void {
    this.#host.element.requestUpdate();
  }

  /** The case, with the names of its place once they are known. */
  render(open: Case, { place, commune }: { place: string; commune: string | undefined }): TemplateResult {
    const { locale, person, requests } = this.#host;
    const { lang } = locale;
    const texts = this.#texts;
    const desk = locale.texts(caseDesk);
    const names = locale.texts(cases);
    const stages = caseStages(open, texts.stages);
    return html`<div class="title">
        <h3 class="screen-only" id="record-title" tabindex="-1">${open.title}</h3>
        <p class="states-line">
          ${stateBesideDue(caseStatusLooks[open.status], desk.statuses[open.status], open.due)} ${this.#urgency(open)}
          <span class="small">${[names.topics[open.topic], commune].filter(Boolean).join(' · ')}</span>
        </p>
        ${open.statusReason ? html`<p class="prewrap small">${open.statusReason}</p>` : nothing}
      </div>
      ${
        stages
          ? stepper({
              steps: stages,
              label: texts.progress,
              texts: locale.texts(parts),
              isCompact: true,
              isHeldUp: open.due?.class === 'overdue',
            })
          : nothing
      }
      ${this.#renderCard(open, requests.busy)}
      ${factsTemplate({
        open,
        place,
        maySeeSender: maySeeSender({ roles: [...person.roles] }),
        isContactShown: this.#isContactShown,
        desk,
        texts,
        names,
        lang,
        onToggleContact: () => {
          this.#isContactShown = !this.#isContactShown;
          this.#update();
        },
      })}
      <h4 class="paper-only">${texts.content}</h4>
      <p class="content prewrap">${open.content}</p>
      ${this.#renderFiles(open.attachments)} ${this.#parts.render(open)} ${this.#preview?.render() ?? nothing}`;
  }

  /** How urgent it is, as long as an answer is due; else whether it was in time. */
  #urgency(open: Case): unknown {
    const { locale } = this.#host;
    const { lang } = locale;
    const names = locale.texts(cases);
    const texts = locale.texts(due);
    const day = formatDateWithWeekday(dateInVietnam(open.dueAt), lang, { year: false });
    const startedAt = this.#parts.termStartedAt(open);
    const isLonger = startedAt !== undefined && isExtended(open, startedAt);
    const extended = isLonger ? html`<span class="small">${names.extended}</span>` : nothing;
    if (open.due)
      return html`${open.due.class === 'in-time' ? nothing : dueChipInFull(open.due, day, texts)} ${extended}`;
    const inTime = timelinessOf(open);
    const isOpen = openCaseStatuses.includes(open.status);
    return !isOpen && (inTime === 'on-time' || inTime === 'late')
      ? html`${dueChip({ class: inTime }, day, texts)} ${extended}`
      : nothing;
  }

  #renderFiles(files: Case['attachments']): unknown {
    const { locale } = this.#host;
    if (files.length === 0) return nothing;
    return html`<div class="attached">
      ${this.#files.render({ files, texts: locale.texts(parts), viewerTexts: locale.texts(viewer) })}
      <ul class="file-names" aria-label=${this.#texts.fileNames}>
        ${files.map(({ name }) => html`<li>${name}</li>`)}
      </ul>
    </div>`;
  }

  /** What the case waits for, with the one button that does it. */
  #renderCard(open: Case, busy: boolean): unknown {
    const { begin, take, steps, renderSteps, current } = this.#options;
    const { locale } = this.#host;
    const texts = this.#texts;
    const { extensionRequest } = open;
    if (extensionRequest)
      return extensionCard({
        request: extensionRequest,
        unitName: open.unitName ?? '',
        mayDecide: steps(open).some(({ action }) => action === 'extend'),
        texts,
        busy,
        onGrant: () => take('extend'),
        onDecline: () => begin('decline-extension'),
      });
    if (!this.#isToRoute(open) || current() === 'answer') return nothing;
    const others = steps(open).filter(({ action }) => action !== 'assign');
    const names = locale.texts(cases);
    return suggestionCard({
      suggestion: this.#suggestion,
      topic: open.topic,
      topics: names.topics,
      texts,
      busy,
      onPass: ({ unitId }) => take('assign', { unitId }),
      onOther: () => begin('assign'),
      isFilling: current() !== undefined,
      others: renderSteps(others, true),
    });
  }

  /** Whether the form of a step stands in the foot, and not in the card of what the case waits for or where answers are read. */
  isFormInFoot(open: Case): boolean {
    const now = this.#options.current();
    return now !== undefined && now !== 'answer' && !this.#isToRoute(open);
  }

  /** The steps that are not in the card above, the buttons of an answer that is being written, the line for a note. */
  renderFoot(open: Case): TemplateResult {
    const { steps, renderSteps, renderFormActions, current } = this.#options;
    const now = current();
    if (now === 'answer')
      return html`<div class="answer-foot">
        <button class="button plain" type="button" ?disabled=${this.#host.requests.busy} @click=${this.#onPreview}>
          ${audienceIcon}${this.#texts.preview}
        </button>
        ${renderFormActions()}
      </div>`;
    if (this.isFormInFoot(open)) return renderSteps([]);
    const decided = ['extend', 'decline-extension'];
    const shown = this.#isToRoute(open)
      ? []
      : steps(open).filter(({ action }) =>
          open.extensionRequest ? ![...decided, 'request-extension'].includes(action) : action !== 'decline-extension',
        );
    const composer = this.#parts.isNoteInFoot ? this.#parts.renderComposer() : nothing;
    const none = shown.length === 0 && composer === nothing;
    return html`${shown.length > 0 ? renderSteps(shown, open.extensionRequest !== null && this.#host.person.has('secretariat')) : nothing}
    ${none ? html`<p class="small">${this.#host.locale.texts(caseDesk).noSteps}</p>` : composer}`;
  }
}
