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
import { awaitSent, leaveSending, leaveSent, nothingSending, takeSent } from './sent.ts';
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
  /** One of these whose keys are shown again. */
  @state() private reopened?: Received | undefined;
  @state() private copied?: Key | undefined;
  @state() private copyFailed = false;
  /** The person wants to go on before they have copied or printed. */
  @state() private leaving?: 'another' | 'follow' | undefined;
  /** The province that the server serves. */
  @state() private served = '';
  #noted = false;
  /** The open draft is never written to the machine. */
  #isInMemory = false;
  #stopAwaiting = (): void => {};
  #request: Promise<void> = Promise.resolve();

  // Consent is given anew each time: a draft could be opened by somebody else.
  protected override readonly notInDraft = ['consent'];

  readonly #loader = new Loader(
    this,
    () => [this.sharedDevice],
    async (connection, signal) => {
      const { sharedDevice, person } = this;
      await nothingSending();
      // Everybody may send: not knowing who it is must not keep anybody from it, nor take anything from them.
      const session = await connection.session.catch(() => (this.draft ? person.session : undefined));
      const isSame = person.isSame(session);
      this.served = session?.province ?? this.served;
      const isElsewhere = sharedDevice !== this.#isInMemory;
      if (this.draft && isSame && !isElsewhere) {
        person.change(session);
        return;
      }
      const name = `case-form ${session?.subject ?? ''}`;
      const draft = sharedDevice ? Draft.inMemory<DraftContent>() : await Draft.open<DraftContent>(name);
      if (signal.aborted || !this.isConnected) {
        // The page has said only now that many people use the machine.
        if (this.sharedDevice) await draft.clear();
        return draft.close();
      }
      // What was found on a machine that many people use may be somebody else's.
      const isForgotten = sharedDevice && this.draft?.restored !== undefined;
      if (isForgotten) await this.draft?.clear();
      // A visitor who signs in while writing, or before noting the secret, goes on where they are.
      const goesOn = isSame ? isElsewhere : !person.subject;
      if (this.draft && !isForgotten && goesOn && (this.received || this.hasTyped)) await this.moveTo(draft);
      else {
        this.close();
        if (!isSame) this.#forgetSent();
        this.open(draft);
      }
      person.change(session);
      this.#isInMemory = sharedDevice;
      if (sharedDevice) this.earlier = [];
      this.#takeSent();
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopAwaiting = awaitSent(this.#takeSent);
    window.addEventListener('pagehide', this.#onHide);
    if (this.hasUpdated) void this.#loader.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopAwaiting();
    window.removeEventListener('beforeunload', this.#onUnload);
    window.removeEventListener('pagehide', this.#onHide);
    queueMicrotask(() => {
      if (this.isConnected) return;
      if (this.requests.busy) leaveSending(this.#request);
      this.#leaveSent();
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
      this.#forgetNoting();
      this.focusTitle();
    } else if (this.form) void this.discard();
  }

  readonly #takeSent = (): void => {
    if (!this.draft || this.requests.busy) return;
    const sent = takeSent(this.person.subject);
    if (!sent) return;
    const { shown, receipts } = sent;
    // Nobody is taken away from what they are writing.
    const isFree = !this.received && !this.hasTyped;
    if (isFree) this.received = shown;
    if (!this.sharedDevice) this.earlier = [...receipts, ...(shown && !isFree ? [shown] : []), ...this.earlier];
  };

  #leaveSent(): void {
    const { received: shown, earlier: receipts } = this;
    if (shown || receipts.length > 0) leaveSent({ person: this.person.subject, receipts, shown }, this.sharedDevice);
    this.#forgetSent();
  }

  #forgetSent(): void {
    this.received = undefined;
    this.earlier = [];
    this.#forgetNoting();
  }

  #forgetNoting(): void {
    this.copied = this.leaving = this.reopened = undefined;
    this.copyFailed = this.#noted = false;
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
    this.#forgetNoting();
    this.received = { ...receipt, kind: body.kind, title: body.title };
    const { code, receivedAt, dueAt } = receipt;
    this.announce(this.locale.texts(caseForm).received(code));
    this.dispatchEvent(new DvkSaveEvent<CaseSent>({ code, receivedAt, dueAt }));
    // Taken off the page while it was sending.
    if (!this.isConnected) this.#leaveSent();
    this.focusTitle();
  }

  readonly #onCopy = async (key: Key): Promise<void> => {
    const texts = this.locale.texts(caseForm);
    const done = await copyText((this.received ?? this.reopened!)[key], this.shadowRoot!.querySelector(`#${key}`)!);
    this.copied = done ? key : undefined;
    this.copyFailed = !done;
    if (done && key === 'secret') this.#noted = true;
    this.announce(done ? `${texts.copied}: ${texts[key].toLocaleLowerCase('vi')}` : texts.notCopied);
  };

  readonly #onPrint = (): void => {
    this.#noted = true;
    window.print();
  };

  readonly #onAnother = (): void => {
    if (this.#noted) this.reset();
    else this.#askFirst('another');
  };

  readonly #onFollow = (event: Event): void => {
    if (this.#noted) return;
    event.preventDefault();
    this.#askFirst('follow');
  };

  #askFirst(leaving: 'another' | 'follow'): void {
    this.leaving = leaving;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.leaving')?.focus());
  }

  readonly #onNoted = (): void => {
    this.#noted = true;
  };

  readonly #onUnload = (event: Event): void => {
    if (!this.#noted) event.preventDefault();
  };

  // Going back to a page that was left shows it as it was.
  readonly #onHide = (): void => {
    if (!this.sharedDevice) return;
    this.#forgetSent();
    if (this.startedForm) this.start(this.startedForm);
  };

  readonly #onReopen = (received: Received): void => {
    this.reopened = this.reopened === received ? undefined : received;
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
    const keeping = this.locale.texts(sending);
    const around = {
      texts,
      names: this.locale.texts(cases),
      value: this.#valueOf,
      upload: this.connection && uploadWith(this.connection.client),
      province: this.province || this.served,
      placesUrl: this.placesUrl,
    };
    return html`<p class="lead">
        ${texts.intro} ${this.sharedDevice ? texts.shared : draft.persistent ? keeping.kept : keeping.notKept}
      </p>
      ${this.renderDraftNotice()} ${this.#renderSent()} ${this.summary.render()}
      <form novalidate @submit=${this.handleSubmit} @input=${this.handleEdit} @change=${this.handleEdit}>
        <div class="sections" ?inert=${this.requests.busy}>
          ${this.#renderSection('matter', matterTemplate(around))}
          ${this.#renderSection('place', placeTemplate(around))}
          ${this.#renderSection('contact', contactTemplate(around))} ${consentTemplate(around)}
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
    const { earlier, reopened, copied } = this;
    const texts = this.locale.texts(caseForm);
    return html`${sentTemplate({ earlier, reopened, copied, texts, onCopy: this.#onCopy, onReopen: this.#onReopen })}
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
            <p>${texts.keptFirst}</p>
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
