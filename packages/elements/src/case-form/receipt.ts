import { html, nothing, type TemplateResult } from 'lit';
import { formatDue, formatMoment } from '@dvk/sdk/text';
import type { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { addIcon } from '../icons/add.ts';
import { checkedIcon } from '../icons/checked.ts';
import { onwardIcon } from '../icons/onward.ts';
import { printIcon } from '../icons/print.ts';
import { savePictureIcon } from '../icons/save-picture.ts';
import { secretIcon } from '../icons/secret.ts';
import { shareIcon } from '../icons/share.ts';
import { warningIcon } from '../icons/warning.ts';
import { dueTemplate } from '../internal/case-templates.ts';
import { copyText } from '../internal/copy-text.ts';
import { forgetCase, linkToCase, rememberCase, rememberedCases } from '../internal/known-cases.ts';
import { cases } from '../locale/cases/vi.ts';
import type { LocaleController } from '../locale/controller.ts';
import { parts } from '../locale/parts/vi.ts';
import { chip } from '../parts/chip.ts';
import { Dialog } from '../parts/dialog.ts';
import { codesBlock, receiptCard, type ReceiptCode } from '../parts/receipt.ts';
import { saveFile } from '../parts/save-file.ts';
import { stepper, type StepperStep } from '../parts/stepper.ts';
import { publicCaseStatusLooks } from '../status/cases.ts';
import { loadPicture, loadQr } from './load-drawings.ts';
import type { Received } from './sent.ts';
import { slipTemplate } from './slip.ts';
import { caseForm } from './vi.ts';

type Host = HTMLElement & { requestUpdate: () => void; updateComplete: Promise<unknown> };

export interface ReceiptOptions {
  host: Host;
  locale: LocaleController;
  received: Received;
  /** Says something through the live region of the widget. */
  announce: (text: string) => void;
  /** Address of the page with the tracker, or `''`. */
  trackerUrl: () => string;
  isSharedDevice: () => boolean;
  /** The person goes to the tracker by the link; its address is changed here where the codes cannot be handed over otherwise. */
  onFollow: (event: MouseEvent) => void;
  /** The person leaves the receipt for a new form. */
  onAnother: () => void;
}

/** The receipt of one case: its codes, and every way to keep them. */
export class Receipt {
  /** The codes were copied, shared, saved, printed, remembered or handed to the tracker. */
  isNoted = false;
  readonly #options: ReceiptOptions;
  readonly #leaving: Dialog;
  #copied: 'no' | 'yes' | 'failed' = 'no';
  #isRemembered: boolean;
  #qr: TemplateResult | undefined;
  /** The page that the QR code leads to. */
  #qrFor = '';

  constructor(options: ReceiptOptions) {
    this.#options = options;
    this.#leaving = new Dialog(options.host);
    this.#isRemembered = rememberedCases().some(({ code }) => code === options.received.code);
    this.isNoted = this.#isRemembered;
  }

  get #texts(): typeof caseForm {
    return this.#options.locale.texts(caseForm);
  }

  get #codes(): readonly ReceiptCode[] {
    const { code, secret } = this.#options.received;
    const texts = this.#texts;
    return [
      { name: texts.code, value: code },
      { name: texts.secret, value: secret, icon: secretIcon },
    ];
  }

  async #drawQr(page: string): Promise<void> {
    this.#qrFor = page;
    try {
      const { qrCode } = await loadQr();
      if (this.#qrFor === page) this.#qr = qrCode(linkToCase(page, this.#options.received), this.#texts.qrLabel);
      this.#options.host.requestUpdate();
    } catch {
      // The codes alone are enough.
    }
  }

  /** The person wants to leave the receipt: at once if they have the codes. */
  readonly leave = (): void => {
    if (this.isNoted) this.#options.onAnother();
    else this.#leaving.open();
  };

  #noted(text: string): void {
    this.isNoted = true;
    this.#options.announce(text);
    this.#options.host.requestUpdate();
  }

  readonly #onCopy = async (): Promise<void> => {
    const { host, announce } = this.#options;
    const texts = this.#texts;
    const { code, secret } = this.#options.received;
    const shown = host.shadowRoot!.querySelector(this.#leaving.isOpen ? '.dialog .codes dl' : '.codes dl')!;
    this.#copied = (await copyText(texts.shareText(code, secret), shown)) ? 'yes' : 'failed';
    if (this.#copied === 'yes') this.#noted(texts.copied);
    else announce(texts.notCopied);
    host.requestUpdate();
  };

  readonly #onShare = async (): Promise<void> => {
    const { received, trackerUrl } = this.#options;
    const texts = this.#texts;
    const url = trackerUrl();
    try {
      await navigator.share({
        title: texts.sheet,
        text: texts.shareText(received.code, received.secret),
        ...(url ? { url: linkToCase(url, received) } : {}),
      });
      this.#noted('');
    } catch {
      // The person has closed the list of programs.
    }
  };

  readonly #onSave = async (): Promise<void> => {
    const { host, received, announce } = this.#options;
    const texts = this.#texts;
    try {
      const { drawReceipt } = await loadPicture();
      const qr = host.shadowRoot!.querySelector<SVGSVGElement>('.receipt-qr svg');
      const { officeName: office } = received;
      const picture = await drawReceipt({ office, paper: texts.sheet, codes: this.#codes, note: texts.guard, qr });
      saveFile(picture, `${received.code}.png`);
      this.#noted(texts.pictureSaved);
    } catch {
      announce(texts.notSaved);
    }
  };

  readonly #onPrint = (): void => {
    this.isNoted = true;
    window.print();
  };

  readonly #onRemember = (event: Event): void => {
    if ((event.target as DvkChoiceField).values.length === 0) return this.#forget();
    const texts = this.#texts;
    this.#isRemembered = rememberCase(this.#options.received);
    if (this.#isRemembered) this.#noted(texts.remembered);
    else this.#options.announce(texts.notRemembered);
    this.#options.host.requestUpdate();
  };

  readonly #forget = (): void => {
    forgetCase(this.#options.received.code);
    this.#isRemembered = false;
    this.isNoted = false;
    this.#options.announce(this.#texts.forgotten);
    this.#options.host.requestUpdate();
  };

  readonly #onLeave = (): void => {
    this.#leaving.close();
    this.#options.onAnother();
  };

  render(): TemplateResult {
    const { received, locale, trackerUrl } = this.#options;
    const texts = this.#texts;
    const names = locale.texts(cases);
    const { lang } = locale;
    const url = trackerUrl();
    if (url && url !== this.#qrFor) void this.#drawQr(url);
    const qr = url ? (this.#qr ?? nothing) : undefined;
    const trackerPage = url && new URL(url, document.baseURI).href;
    return html`<div class="receipt-page screen-only">
        <header class="sent-head">
          <span class="sent-mark">${checkedIcon}</span>
          <h2 id="title" tabindex="-1">${texts.done[received.kind]}</h2>
          <p class="lead">${texts.thanks}</p>
        </header>
        ${this.#renderCard(qr)}
        <section>
          <h3>${texts.next}</h3>
          ${stepper({ steps: this.#steps, label: texts.next, texts: locale.texts(parts) })}
        </section>
        <section>
          <h3>${texts.sentFacts[received.kind]}</h3>
          <dl class="facts lined">
            <dt>${texts.subject}</dt>
            <dd>${received.title}</dd>
            <dt>${texts.where}</dt>
            <dd>${received.placeName}</dd>
            <dt>${texts.receivedAt}</dt>
            <dd>${formatMoment(received.receivedAt, lang)}</dd>
            ${dueTemplate(received, '', names, lang)}
          </dl>
        </section>
        <div class="another">
          <button class="button plain" type="button" @click=${this.leave}>${addIcon}${texts.another}</button>
        </div>
      </div>
      ${this.#renderLeaving()}
      ${slipTemplate({ received, texts, names, element: this.#options.host, locale, qr, trackerPage })}`;
  }

  get #steps(): StepperStep[] {
    const { received, locale } = this.#options;
    const { steps } = this.#texts;
    const [answer, latest] = steps.answer as [string, string];
    const due = formatDue(received.dueAt, locale.lang);
    const { lang } = locale;
    const next = ([name, note]: readonly string[], state: 'now' | 'next' = 'next') => ({ name: name!, note, state });
    return [
      { name: steps.received[received.kind], note: formatMoment(received.receivedAt, lang), state: 'done' },
      next(steps.sort, 'now'),
      next(steps.handle),
      next([answer, `${latest} ${due.charAt(0).toLocaleLowerCase('vi')}${due.slice(1)}.`]),
      next(steps.rate),
    ];
  }

  #renderCard(qr: TemplateResult | typeof nothing | undefined): TemplateResult {
    const { received, locale, isSharedDevice } = this.#options;
    const texts = this.#texts;
    const names = locale.texts(cases);
    return receiptCard({
      office: received.officeName,
      paper: texts.sheet,
      status: chip(publicCaseStatusLooks[received.status], names.statuses[received.status]),
      // Where no page leads on, keeping the codes is what there is to do.
      codes: this.#renderCodes(!this.#options.trackerUrl()),
      qr,
      qrTitle: texts.qrTitle,
      qrText: texts.qrText,
      warning: html`<div class="notice warning with-icon">
        ${warningIcon}
        <p><b>${texts.shownOnce}</b> ${texts.guard}</p>
      </div>`,
      actions: this.#renderActions(),
      foot: isSharedDevice() ? nothing : this.#renderRemember(),
    });
  }

  #renderCodes(isPrimary = false): TemplateResult {
    const texts = this.#texts;
    const copy = this.#copied === 'yes' ? texts.copied : texts.copyBoth;
    return html`${codesBlock({ codes: this.#codes, copy, onCopy: this.#onCopy, isPrimary })}
    ${this.#copied === 'failed' ? html`<p class="notice warning">${texts.notCopied}</p>` : nothing}`;
  }

  #renderActions(): TemplateResult {
    const { received, trackerUrl, onFollow } = this.#options;
    const texts = this.#texts;
    const url = trackerUrl();
    const follow = received.kind === 'report' ? texts.follow : texts.followProposal;
    const tile = (icon: TemplateResult, words: string, act: () => void) =>
      html`<button class="button" type="button" @click=${act}>${icon}${words}</button>`;
    return html`${
      url
        ? html`<a class="button primary follow" href=${url} @click=${onFollow} @auxclick=${onFollow}
            >${follow}${onwardIcon}</a
          >`
        : nothing
    }
    ${'share' in navigator ? tile(shareIcon, texts.share, this.#onShare) : nothing}
    ${tile(savePictureIcon, texts.savePicture, this.#onSave)} ${tile(printIcon, texts.print, this.#onPrint)}`;
  }

  #renderRemember(): TemplateResult {
    const texts = this.#texts;
    const options = [{ value: 'yes', label: texts.remember, hint: texts.rememberMore }];
    return html`<div class="remember">
      <dvk-choice-field
        type="switch"
        label=${texts.remember}
        label-hidden
        .options=${options}
        .value=${this.#isRemembered ? 'yes' : ''}
        @change=${this.#onRemember}
      ></dvk-choice-field>
      ${
        this.#isRemembered
          ? html`<button class="link" type="button" @click=${this.#forget}>${texts.forget}</button>`
          : nothing
      }
    </div>`;
  }

  #renderLeaving(): TemplateResult | typeof nothing {
    const texts = this.#texts;
    return this.#leaving.render(() => ({
      title: texts.leavingTitle,
      content: html`<div class="leaving">
        <div class="with-icon">
          ${warningIcon}
          <p>${texts.leaving}</p>
        </div>
        ${this.#renderCodes()}
      </div>`,
      foot: html`<button class="button plain" type="button" @click=${this.#onLeave}>${texts.leave}</button>
        <button class="button primary" type="button" @click=${() => this.#leaving.close()}>${texts.stay}</button>`,
      texts: this.#options.locale.texts(parts),
    }));
  }
}
