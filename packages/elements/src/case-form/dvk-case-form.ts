import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaseReceipt, CaseSubmission } from '@dvk/sdk/cases';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { DvkSaveEvent } from '../events/index.ts';
import { copyText } from '../internal/copy-text.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { FormWidget, type DraftContent, type FormWidgetEvents } from '../internal/form-widget.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { uploadWith } from '../form/uploader.ts';
import { caseForm } from './vi.ts';
import { cases } from '../locale/cases/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { consentTemplate, contactTemplate, matterTemplate, placeTemplate, readSubmission } from './form.ts';
import { receiptTemplate, sentTemplate, type Key, type Received } from './receipt.ts';
import { handedOverRequest, handOverRequest, handOverSent, onHandOver, takeOverSent } from './sent.ts';
import { caseFormStyles } from './styles.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkSubmitEvent, DvkSaveEvent } from '../events/index.ts';
export type { CaseSubmission };

/** What the page learns of a case that was sent: the receipt without its secret. */
export type CaseSent = Pick<CaseReceipt, 'code' | 'receivedAt' | 'dueAt'>;

/** What the events of `<dvk-case-form>` carry. */
export type DvkCaseFormEvents = FormWidgetEvents<CaseSubmission, CaseSent>;

/**
 * A citizen sends a report (phản ánh) or a proposal (kiến nghị), signed in or not, and gets a code and a secret to follow
 * it. What is typed survives a reload, a refused or failed request and a dropped network; sending twice creates one.
 *
 * The secret is shown once and stays in the page's memory: no event, address or storage holds it. Until the page is left it
 * can be shown again, also when the page has drawn this part of itself anew – on a shared device only within seconds.
 * Complaints and denunciations have procedures of their own and are not taken here.
 *
 * @summary Send a report or proposal.
 * @vietnamese Gửi phản ánh, kiến nghị
 * @event {DvkSubmitEvent<CaseSubmission>} dvk-submit - before sending; `preventDefault()` keeps it from being sent
 * @event {DvkSaveEvent<CaseSent>} dvk-save - the server has confirmed; `result` is `{code, receivedAt, dueAt}`, without the secret
 * @event {DvkSignInEvent} dvk-sign-in - the person's session has ended
 * @csspart panel - the framed area
 * @csspart keys - code and secret of the receipt
 * @csspart explanation - how the due date was worked out
 * @example
 * <dvk-case-form base-url="/api" province="01" tracker-url="/tra-cuu"></dvk-case-form>
 */
export class DvkCaseForm extends FormWidget<CaseSubmission, DvkCaseFormEvents> {
  static override readonly tag: string = 'dvk-case-form';
  static override readonly dependencies: readonly TaggedElement[] = [
    DvkTextField,
    DvkChoiceField,
    DvkPlaceField,
    DvkFileField,
  ];
  static override styles: CSSResultGroup = [FormWidget.styles, panelStyles, caseFormStyles];

  /** Code of the province whose communes are offered; without it, that which the server serves, else all. */
  @property() province = '';
  /** A folder that serves the data of the place field, instead of this package's own. */
  @property({ attribute: 'places-url' }) placesUrl = '';
  /** Address of the page with the tracker, for a link on the receipt. */
  @property({ attribute: 'tracker-url' }) trackerUrl = '';
  /** For machines many people use, e.g. in a reception office: nothing typed is kept on them. */
  @property({ type: Boolean, attribute: 'shared-device' }) sharedDevice = false;

  @state() private received?: Received | undefined;
  /** What was sent before, from this page and by the same person. Never on a shared device. */
  @state() private earlier: readonly Received[] = [];
  /** One of these, whose code and secret are shown again. */
  @state() private shownAgain?: Received | undefined;
  @state() private copied?: Key | undefined;
  @state() private copyFailed = false;
  /** What the person wants to do next, before they have copied or printed the secret. */
  @state() private leaving?: 'another' | 'follow' | undefined;
  /** The province that the server serves. */
  @state() private servedProvince = '';
  #secretNoted = false;
  /** The open draft is never written to the machine. */
  #isInMemory = false;
  #stopListening = (): void => {};
  #request: Promise<void> = Promise.resolve();

  // Consent must be given by the person who sends; a draft may be opened by another.
  protected override readonly notInDraft = ['consent'];

  readonly #loader = new Loader(
    this,
    () => [this.sharedDevice],
    async (connection, signal) => {
      const { sharedDevice, person } = this;
      await handedOverRequest();
      // A visitor may send too: a session that cannot be had neither keeps them from it nor takes what they have written.
      const session = await connection.session.catch(() => (this.draft ? person.session : undefined));
      const isSame = person.isSame(session);
      this.servedProvince = session?.province ?? this.servedProvince;
      const isOtherStorage = sharedDevice !== this.#isInMemory;
      if (this.draft && isSame && !isOtherStorage) {
        person.change(session);
        return;
      }
      const name = `case-form ${session?.subject ?? ''}`;
      const draft = sharedDevice ? Draft.inMemory<DraftContent>() : await Draft.open<DraftContent>(name);
      if (signal.aborted || !this.isConnected) {
        // The page may have set `shared-device` meanwhile.
        if (this.sharedDevice) await draft.clear();
        return draft.close();
      }
      // A draft found on a shared machine may be somebody else's.
      const mayBeForeign = sharedDevice && this.draft?.restored !== undefined;
      if (mayBeForeign) await this.draft?.clear();
      // A visitor who signs in while writing, or before noting the secret, goes on where they are.
      const goesOn = isSame ? isOtherStorage : !person.subject;
      if (this.draft && !mayBeForeign && goesOn && (this.received || this.hasTyped)) await this.moveTo(draft);
      else {
        this.close();
        if (!isSame) this.#forgetSent();
        this.open(draft);
      }
      person.change(session);
      this.#isInMemory = sharedDevice;
      if (sharedDevice) this.earlier = [];
      this.#takeOverSent();
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = onHandOver(this.#takeOverSent);
    window.addEventListener('pagehide', this.#onHide);
    if (this.hasUpdated) void this.#loader.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening();
    window.removeEventListener('beforeunload', this.#onUnload);
    window.removeEventListener('pagehide', this.#onHide);
    queueMicrotask(() => {
      if (this.isConnected) return;
      if (this.requests.busy) handOverRequest(this.#request);
      this.#handOverSent();
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('received')) return;
    if (this.received && this.isConnected) window.addEventListener('beforeunload', this.#onUnload);
    else window.removeEventListener('beforeunload', this.#onUnload);
  }

  /** Empties the form, or leaves the receipt for a new one; on a shared device its secret is gone then. */
  reset(): void {
    if (this.received) {
      if (!this.sharedDevice) this.earlier = [...this.earlier, this.received];
      this.received = undefined;
      this.#forgetNoted();
      this.focusTitle();
    } else if (this.form) void this.discard();
  }

  readonly #takeOverSent = (): void => {
    if (!this.draft || this.requests.busy) return;
    const sent = takeOverSent(this.person.subject);
    if (!sent) return;
    const { shown, receipts } = sent;
    // A receipt does not replace what the person is writing.
    const isFree = !this.received && !this.hasTyped;
    if (isFree) this.received = shown;
    if (!this.sharedDevice) this.earlier = [...receipts, ...(shown && !isFree ? [shown] : []), ...this.earlier];
  };

  #handOverSent(): void {
    const { received: shown, earlier: receipts } = this;
    if (shown || receipts.length > 0) handOverSent({ person: this.person.subject, receipts, shown }, this.sharedDevice);
    this.#forgetSent();
  }

  #forgetSent(): void {
    this.received = undefined;
    this.earlier = [];
    this.#forgetNoted();
  }

  #forgetNoted(): void {
    this.copied = this.leaving = this.shownAgain = undefined;
    this.copyFailed = this.#secretNoted = false;
  }

  protected fill(form: HTMLFormElement): void {
    form.reset();
  }

  protected read(form: HTMLFormElement): CaseSubmission {
    return readSubmission(form);
  }

  protected send(body: CaseSubmission): Promise<void> {
    return (this.#request = this.#send(body));
  }

  async #send(body: CaseSubmission): Promise<void> {
    const { client } = this.connection!;
    const receipt = await client.cases.create({ body }, { idempotencyKey: await this.keyFor(body) });
    await this.clearDraft();
    this.#forgetNoted();
    this.received = { ...receipt, kind: body.kind };
    const { code, receivedAt, dueAt } = receipt;
    this.announce(this.locale.texts(caseForm).received(code));
    this.dispatchEvent(new DvkSaveEvent<CaseSent>({ code, receivedAt, dueAt }));
    // The element was removed while it was sending.
    if (!this.isConnected) this.#handOverSent();
    this.focusTitle();
  }

  readonly #onCopy = async (key: Key): Promise<void> => {
    const texts = this.locale.texts(caseForm);
    const done = await copyText((this.received ?? this.shownAgain!)[key], this.shadowRoot!.querySelector(`#${key}`)!);
    this.copied = done ? key : undefined;
    this.copyFailed = !done;
    if (done && key === 'secret') this.#secretNoted = true;
    this.announce(done ? `${texts.copied}: ${texts[key].toLocaleLowerCase('vi')}` : texts.notCopied);
  };

  readonly #onPrint = (): void => {
    this.#secretNoted = true;
    window.print();
  };

  readonly #onAnother = (): void => {
    if (this.#secretNoted) this.reset();
    else this.#askFirst('another');
  };

  readonly #onFollow = (event: Event): void => {
    if (this.#secretNoted) return;
    event.preventDefault();
    this.#askFirst('follow');
  };

  #askFirst(leaving: 'another' | 'follow'): void {
    this.leaving = leaving;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.leaving')?.focus());
  }

  readonly #onNoted = (): void => {
    this.#secretNoted = true;
  };

  readonly #onUnload = (event: Event): void => {
    if (!this.#secretNoted) event.preventDefault();
  };

  // The browser's Back shows a page as it was left, also to the next person at a shared machine.
  readonly #onHide = (): void => {
    if (!this.sharedDevice) return;
    this.#forgetSent();
    if (this.startedForm) this.start(this.startedForm);
  };

  readonly #onShowAgain = (received: Received): void => {
    this.shownAgain = this.shownAgain === received ? undefined : received;
    this.copied = undefined;
    this.copyFailed = false;
  };

  readonly #onStay = (): void => {
    this.leaving = undefined;
    this.focusTitle();
  };

  protected override renderContent(): TemplateResult {
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${
        this.received
          ? this.#renderReceipt(this.received)
          : html`<h2 id="title" tabindex="-1">${this.locale.texts(caseForm).title}</h2>
              ${this.draft ? this.#renderForm(this.draft) : this.renderLoaded(this.#loader, () => nothing)}`
      }
    </section>`;
  }

  readonly #valueOf = (name: string): string =>
    (this.startedForm?.elements.namedItem(name) as DvkTextField | null | undefined)?.value ?? '';

  #renderForm(draft: Draft<DraftContent>): TemplateResult {
    const texts = this.locale.texts(caseForm);
    const sendingTexts = this.locale.texts(sending);
    const view = {
      texts,
      names: this.locale.texts(cases),
      value: this.#valueOf,
      upload: this.connection && uploadWith(this.connection.client),
      province: this.province || this.servedProvince,
      placesUrl: this.placesUrl,
    };
    return html`<p class="lead">
        ${texts.intro}
        ${this.sharedDevice ? texts.shared : draft.persistent ? sendingTexts.draftSaved : sendingTexts.draftNotSaved}
      </p>
      ${this.renderDraftNotice()} ${this.#renderSent()} ${this.summary.render()}
      <form novalidate @submit=${this.handleSubmit} @input=${this.handleEdit} @change=${this.handleEdit}>
        <div class="sections" ?inert=${this.requests.busy}>
          ${this.#renderSection('matter', matterTemplate(view))} ${this.#renderSection('place', placeTemplate(view))}
          ${this.#renderSection('contact', contactTemplate(view))} ${consentTemplate(view)}
        </div>
        <div class="end screen-only">${this.renderStatus()} ${this.renderButtons(texts.submit)}</div>
      </form>`;
  }

  #renderSection(name: keyof typeof caseForm.sections, fields: TemplateResult): TemplateResult {
    return html`<section class="fields" part="section" aria-labelledby=${name}>
      <h3 id=${name}>${this.locale.texts(caseForm).sections[name]}</h3>
      ${fields}
    </section>`;
  }

  #renderSent(): TemplateResult | typeof nothing {
    if (this.earlier.length === 0) return nothing;
    const { earlier, shownAgain, copied } = this;
    const texts = this.locale.texts(caseForm);
    return html`${sentTemplate({ earlier, shownAgain, copied, texts, onCopy: this.#onCopy, onShowAgain: this.#onShowAgain })}
    ${this.copyFailed ? html`<p class="notice">${texts.notCopied}</p>` : nothing}`;
  }

  #renderReceipt(received: Received): TemplateResult {
    const texts = this.locale.texts(caseForm);
    return html`${receiptTemplate({
      received,
      copied: this.copied,
      texts,
      names: this.locale.texts(cases),
      lang: this.locale.lang,
      trackerUrl: this.trackerUrl,
      onCopy: this.#onCopy,
    })}
    ${this.copyFailed ? html`<p class="notice">${texts.notCopied}</p>` : nothing}
    ${
      this.leaving
        ? html`<div class="notice leaving" tabindex="-1" role="alert">
            <p>${texts.noteFirst}</p>
            <div class="actions">
              ${
                this.leaving === 'follow'
                  ? html`<a class="button" href=${this.trackerUrl} @click=${this.#onNoted}>${texts.leaveToFollow}</a>`
                  : html`<button class="button" type="button" @click=${this.reset}>${texts.leave}</button>`
              }
              <button class="button plain" type="button" @click=${this.#onStay}>${texts.stay}</button>
            </div>
          </div>`
        : html`<div class="actions screen-only">
            <button class="button primary" type="button" @click=${this.#onPrint}>${texts.print}</button>
            ${this.trackerUrl ? html`<a class="button" href=${this.trackerUrl} @click=${this.#onFollow}>${texts.follow}</a>` : nothing}
            <button class="button plain" type="button" @click=${this.#onAnother}>${texts.another}</button>
          </div>`
    }`;
  }
}
