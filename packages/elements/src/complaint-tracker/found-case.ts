import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { PublicCase, PublicFile } from '@dvk/sdk/cases';
import { isClientError } from '@dvk/sdk/client';
import { formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkSaveEvent } from '../events/index.ts';
import { isStepContent, StepForm, type StepContent } from '../form/step-form.ts';
import { deleteIcon } from '../icons/delete.ts';
import { printIcon } from '../icons/print.ts';
import { reopenedIcon } from '../icons/reopened.ts';
import { searchIcon } from '../icons/search.ts';
import { updateIcon } from '../icons/update.ts';
import { defineLateParts } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { forgetCase, rememberCase, rememberedCases } from '../internal/known-cases.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { cases } from '../locale/cases/vi.ts';
import { common } from '../locale/common/vi.ts';
import { due } from '../locale/due/vi.ts';
import { foundCase } from '../locale/found-case/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { viewer } from '../locale/viewer/vi.ts';
import { printedAt } from '../paper/official-sheet.ts';
import { Dialog, dialogStyles } from '../parts/dialog.ts';
import { offlineCopy } from '../parts/state.ts';
import { placeName } from '../place-field/place-name.ts';
import { answerCard } from './answer-card.ts';
import { CaseFiles } from './case-files.ts';
import { dueCard } from './due-card.ts';
import { foundCaseStyles } from './found-case-styles.ts';
import { headTemplate, sheetTemplate } from './head.ts';
import { senderFields, senderSteps, sendStep, type Proof, type SenderAction } from './sender-steps.ts';
import { sentTemplate } from './sent-content.ts';
import { isAnswered, type CaseView } from './view.ts';
import { wayTemplate } from './way.ts';

/** What a found case needs beside its widget. */
export interface FoundCaseOptions {
  proof: () => Proof;
  /** Nothing of it stays on the machine. */
  isSharedDevice: () => boolean;
  placesUrl: () => string;
  renderFailure: () => TemplateResult | typeof nothing;
  onRefresh: () => void;
  /** It is among the cases of who is signed in from now on, or no longer. */
  onLinked: () => void;
  /** Goes back to the two boxes. */
  onClose: () => void;
}

/** What a file of the case is asked for with: only its code and secret open it. */
const provenFile = ({ id }: PublicFile, { params, headers }: Proof) => ({ params: { ...params, id }, headers });

const added = (styles: unknown): CSSResult[] => [styles].flat(9) as CSSResult[];

/**
 * A case that was found with its code and secret, and what its sender may do. Loaded together with the case: who has only
 * opened the page does not need it.
 */
export class FoundCase {
  readonly #host: WidgetHost;
  readonly #options: FoundCaseOptions;
  readonly #step: StepForm<SenderAction, PublicCase>;
  readonly #files: CaseFiles;
  #data: PublicCase;
  #loadedAt = new Date();
  readonly #unlinking: Dialog;
  #place = '';
  /** Counts up, so that a draft that comes too late is closed again. */
  #opened = 0;

  constructor(host: WidgetHost, data: PublicCase, options: FoundCaseOptions) {
    const { element, locale, requests, summary, connection, showMessage } = host;
    this.#host = host;
    this.#data = data;
    this.#options = options;
    this.#unlinking = new Dialog(element);
    defineLateParts(element, [DvkChoiceField]);
    for (const styles of added([foundCaseStyles, dialogStyles])) host.addStyles(styles);
    this.#files = new CaseFiles(element, {
      load: async (file) => (await connection()!.client.cases.downloadFile(provenFile(file, options.proof()))) as Blob,
      loadSmall: async (file) =>
        (await connection()!.client.cases.thumbnail(provenFile(file, options.proof()))) as Blob,
      viewerTexts: () => locale.texts(viewer),
      onFailed: (error, retry) => requests.fail(error, retry),
    });
    this.#step = new StepForm<SenderAction, PublicCase>({
      host: element,
      requests,
      summary,
      onBegin: () => showMessage(''),
      send: (action, values) => sendStep(connection()!.client, action, values, options.proof()),
      onDone: (latest, action) => {
        const texts = locale.texts(foundCase);
        this.data = latest;
        showMessage(action === 'rate' ? texts.rated : texts.reopened);
        element.dispatchEvent(new DvkSaveEvent<PublicCase>(latest));
      },
    });
    this.data = data;
    this.open();
    if (data.place.communeCode) void this.#namePlace(data.place.communeCode);
  }

  /** As the server has it. */
  get data(): PublicCase {
    return this.#data;
  }
  set data(data: PublicCase) {
    this.#data = data;
    this.#loadedAt = new Date();
    if (this.#isRemembered) this.#remember();
  }

  /** Brings back a step that was being filled in, after a reload or in another place of the page. */
  open(): void {
    void this.#restoreStep((this.#opened += 1));
  }

  async #restoreStep(opened: number): Promise<void> {
    const { code } = this.data;
    const isShared = this.#options.isSharedDevice();
    const draft = isShared
      ? Draft.inMemory<StepContent>()
      : await Draft.open(`complaint-tracker ${code}`, isStepContent);
    if (this.#opened !== opened) return draft.close();
    const savedAt = await this.#step.restore(draft, senderSteps(this.data));
    const { locale, showMessage } = this.#host;
    if (savedAt) showMessage(locale.texts(common).draftRestored(formatMoment(savedAt, locale.lang)));
  }

  async #namePlace(communeCode: string): Promise<void> {
    this.#place = await placeName(communeCode, this.#options.placesUrl());
    this.#host.element.requestUpdate();
  }

  /** Which case it is and how it stands, in one sentence. */
  get summary(): string {
    const { locale } = this.#host;
    const { code, status } = this.data;
    return locale.texts(foundCase).found(code, locale.texts(cases).statuses[status]);
  }

  /** Closes the step that is being filled in; what was written stays in its draft. */
  close(): void {
    this.#opened += 1;
    this.#step.close();
  }

  get #isRemembered(): boolean {
    return rememberedCases().some(({ code }) => code === this.data.code);
  }

  #remember(): boolean {
    const { proof } = this.#options;
    const { code, title, receivedAt, status } = this.data;
    return rememberCase({ code, secret: proof().headers['case-secret'] ?? '', title, receivedAt, status });
  }

  readonly #onRemember = (event: Event): void => {
    const { values } = event.target as DvkChoiceField;
    if (values.length === 0) return this.#onForget();
    const texts = this.#host.locale.texts(foundCase);
    // The switch shows it; only what it cannot show stands on the page.
    if (this.#remember()) this.#host.announce(texts.remembered);
    else this.#host.showMessage(texts.notRemembered);
    this.#host.element.requestUpdate();
  };

  /** Whether it was opened with its secret, which can be kept; else it is one of whoever is signed in. */
  get #hasSecret(): boolean {
    return this.#options.proof().headers['case-secret'] !== undefined;
  }

  readonly #onLink = (event: Event): void => void this.#link((event.target as DvkChoiceField).values.length > 0);

  async #link(linked: boolean): Promise<void> {
    const { requests, connection, showMessage, announce, locale, element } = this.#host;
    const { proof, onLinked, onClose } = this.#options;
    const hadSecret = this.#hasSecret;
    const isDone = await requests.run(() => connection()!.client.cases.link({ ...proof(), body: { linked } }));
    if (isDone) {
      const texts = locale.texts(foundCase);
      this.data = { ...this.data, linked };
      onLinked();
      if (hadSecret) announce(linked ? texts.linked : texts.unlinked);
      else {
        onClose();
        showMessage(texts.unlinked);
      }
    }
    element.requestUpdate();
  }

  readonly #onForget = (): void => {
    forgetCase(this.data.code);
    this.#host.announce(this.#host.locale.texts(foundCase).forgotten);
    this.#host.element.requestUpdate();
  };

  get #view(): CaseView {
    const { locale } = this.#host;
    return {
      found: this.data,
      texts: locale.texts(foundCase),
      names: locale.texts(cases),
      dueTexts: locale.texts(due),
      partTexts: locale.texts(parts),
      lang: locale.lang,
      files: this.#files,
    };
  }

  /** All of it. */
  render(): TemplateResult {
    const view = this.#view;
    const { found, texts } = view;
    const { locale } = this.#host;
    return html`<div class="found on-paper">
      ${sheetTemplate(view, this.#host.element, locale)} ${headTemplate(view)} ${this.#renderNotices(view)}
      ${this.#renderStanding(view)} ${this.#renderRating(found)} ${this.#renderReopening(found)} ${wayTemplate(view)}
      ${sentTemplate(view, this.#place)}
      <div class="foot screen-only">
        ${this.#options.isSharedDevice() ? nothing : html`${this.#renderLink()} ${this.#hasSecret ? this.#renderRemember() : nothing}`}
        <p class="links">
          <button class="button plain" type="button" @click=${this.#options.onRefresh}>
            ${updateIcon}<span>${texts.refresh}</span>
          </button>
          <button class="button plain" type="button" @click=${() => window.print()}>
            ${printIcon}<span>${texts.print}</span>
          </button>
          <button class="button plain" type="button" @click=${this.#options.onClose}>
            ${searchIcon}<span>${texts.lookUpAnother}</span>
          </button>
        </p>
      </div>
      ${printedAt(locale)}
    </div>`;
  }

  /** Without network the loaded copy stays, with its time. */
  #renderNotices({ partTexts, lang }: CaseView): TemplateResult | typeof nothing {
    const { failure } = this.#host.requests;
    const isUnreachable = isClientError(failure) && failure.code === 'network';
    const isOffline = !navigator.onLine || isUnreachable;
    // What could not be sent is told apart; what could not be brought up to date, by the time of the copy.
    const isToldByCopy = isUnreachable && !this.#step.current;
    const notices = [
      isOffline ? offlineCopy(partTexts, formatMoment(this.#loadedAt, lang)) : nothing,
      isToldByCopy ? nothing : this.#options.renderFailure(),
      this.#host.renderMessage(),
    ].filter((notice) => notice !== nothing);
    return notices.length > 0 ? html`<div class="notices">${notices}</div>` : nothing;
  }

  /** The answer when there is one, else when it is due, or why there will be none. */
  #renderStanding(view: CaseView): TemplateResult {
    const { found, texts } = view;
    if (isAnswered(found)) return answerCard(found.answer!, { ...view, sent: found.attachments });
    if (found.status === 'ineligible')
      return html`<section class="card">
        <h3>${texts.refused}</h3>
        <p class="prewrap">${found.steps.findLast(({ action }) => action === 'refuse')?.note}</p>
      </section>`;
    return found.status === 'closed'
      ? html`<p class="notice">${texts.noAnswer}</p>`
      : html`<div>${dueCard(view)}</div>`;
  }

  #renderRating(found: PublicCase): TemplateResult | typeof nothing {
    const texts = this.#host.locale.texts(foundCase);
    const isOpen = found.actions.includes('rate') || this.#step.current?.action === 'rate';
    const { rating } = found;
    if (!rating && !isOpen) return nothing;
    return html`<section class=${rating ? 'rating' : 'rating screen-only'}>
      <h3>${rating ? texts.yourRating : texts.rating}</h3>
      ${
        rating
          ? html`<dl class="facts">
              <dt>${texts.solved}</dt>
              <dd>${texts.marks[rating.solved - 1]} <span class="small">(${texts.outOfFive(rating.solved)})</span></dd>
              <dt>${texts.attitude}</dt>
              <dd>
                ${texts.marks[rating.attitude - 1]} <span class="small">(${texts.outOfFive(rating.attitude)})</span>
              </dd>
            </dl>`
          : nothing
      }
      ${isOpen ? this.#renderStep(found, 'rate') : nothing}
    </section>`;
  }

  #renderReopening(found: PublicCase): TemplateResult | typeof nothing {
    if (!found.actions.includes('reopen') && this.#step.current?.action !== 'reopen') return nothing;
    const texts = this.#host.locale.texts(foundCase);
    return html`<section class="not-done screen-only">
      <p><b>${texts.notDone}</b><br />${texts.notDoneText}</p>
      ${this.#renderStep(found, 'reopen')}
    </section>`;
  }

  /** A step of the sender: its button or, once pressed, its form. */
  #renderStep(found: PublicCase, action: SenderAction): TemplateResult {
    const { locale, summary } = this.#host;
    const texts = locale.texts(foundCase);
    return html`${this.#step.current?.action === action ? summary.render() : nothing}
    ${this.#step.render(
      {
        steps: senderSteps(found),
        labels: { rate: found.rating ? texts.changeRating : texts.rate, reopen: texts.reopen },
        icons: { reopen: reopenedIcon },
        primary: 'rate',
        sendLabels: { rate: texts.sendRating, reopen: texts.sendReopen },
        texts: locale.texts(common),
        fields: senderFields(found, texts),
      },
      [action],
    )}`;
  }

  /** For who is signed in. Without the secret it could not be opened any more, which is asked first. */
  #renderLink(): TemplateResult | typeof nothing {
    const { person, locale, requests } = this.#host;
    const texts = locale.texts(foundCase);
    const names = locale.texts(cases);
    if (person.subject === '') return nothing;
    if (this.#hasSecret)
      return html`<div class="remember">
        <dvk-choice-field
          type="switch"
          label=${names.link}
          label-hidden
          .options=${[{ value: 'yes', label: names.link, hint: names.linkHint }]}
          .values=${this.data.linked ? ['yes'] : []}
          ?disabled=${requests.busy}
          @change=${this.#onLink}
        ></dvk-choice-field>
      </div>`;
    const close = () => this.#unlinking.close();
    const unlink = () => {
      close();
      void this.#link(false);
    };
    return html`<p class="links">
        <button class="button plain unlink" type="button" @click=${() => this.#unlinking.open()}>
          ${deleteIcon}<span>${texts.unlink}</span>
        </button>
      </p>
      ${this.#unlinking.render(() => ({
        title: texts.unlinkTitle,
        content: texts.unlinkText,
        texts: locale.texts(parts),
        foot: html`<button class="button" type="button" @click=${close}>${texts.keepLinked}</button>
          <button class="button primary" type="button" @click=${unlink}>${texts.unlink}</button>`,
      }))}`;
  }

  #renderRemember(): TemplateResult {
    const texts = this.#host.locale.texts(foundCase);
    const isRemembered = this.#isRemembered;
    return html`<div class="remember">
      <dvk-choice-field
        type="switch"
        label=${texts.remember}
        label-hidden
        .options=${[{ value: 'yes', label: texts.remember, hint: texts.rememberHint }]}
        .values=${isRemembered ? ['yes'] : []}
        @change=${this.#onRemember}
      ></dvk-choice-field>
      ${
        isRemembered
          ? html`<button class="button plain forget" type="button" @click=${this.#onForget}>${texts.forget}</button>`
          : nothing
      }
    </div>`;
  }
}
