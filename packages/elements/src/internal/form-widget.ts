import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { isClientError } from '@dvk/sdk/client';
import { formatMoment } from '@dvk/sdk/text';
import { common } from '../locale/common/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import type { Draft } from './draft.ts';
import { DvkSubmitEvent, type DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { changedFields, fieldValues, isFormState, restoreForm, type FormState } from './form-data.ts';
import { formWidgetStyles } from './form-widget-styles.ts';
import { DvkWidget } from './widget.ts';

/** What a draft holds of a form until it is sent. */
export interface DraftContent {
  /** The fields that were changed. */
  fields: FormState;
  /** For a correction: the version it began from. */
  etag?: string | undefined;
}

/** Whether a draft holds a form: see {@link Draft.open}. */
export const isDraftContent = <Content extends DraftContent>(state: unknown): state is Content =>
  isFormState((state as DraftContent | null)?.fields);

/** Events of a widget with a form: what it sends, and what comes of it. */
export interface FormWidgetEvents<Body, Result> extends WidgetEvents {
  'dvk-submit': DvkSubmitEvent<Body>;
  'dvk-save': DvkSaveEvent<Result>;
}

/**
 * Base of the widgets with one form to fill in and send: a draft that survives whatever fails, errors at their fields, and
 * sending by itself when the network is back.
 *
 * @csspart section - one part of the form
 * @csspart summary - the list of errors above the form
 */
export abstract class FormWidget<
  Body,
  Events extends FormWidgetEvents<Body, unknown> = FormWidgetEvents<Body, unknown>,
> extends DvkWidget<Events> {
  static override styles: CSSResultGroup = [DvkWidget.styles, formWidgetStyles];

  /** The person pressed send without network: it goes out by itself when there is one. */
  @state() protected waiting = false;
  @state() private restoredAt?: Date | undefined;
  @state() private discarded?: FormState | undefined;
  @query('form') protected readonly form!: HTMLFormElement | null;
  protected draft?: Draft<DraftContent> | undefined;
  /** What the draft held when it was opened, until it is put back. */
  #restored?: Draft<DraftContent>['restored'];
  /** The form on the page, once it holds what it begins with. */
  protected startedForm?: HTMLFormElement | undefined;
  /** Counts the forms that were closed: see {@link untilClosed}. */
  #closed = 0;
  /** The values of the fields when the form was started. */
  protected initialValues: FormState = {};

  /** Names of fields that a draft never holds. */
  protected readonly notInDraft: readonly string[] = [];

  /** Empties the form, or fills it with what it begins with. */
  protected abstract fill(form: HTMLFormElement): void;
  /** The body, from fields that are all right. */
  protected abstract read(form: HTMLFormElement): Body;
  /** Sends the body and shows the result; rejects when it fails. */
  protected abstract send(body: Body): Promise<void>;
  /** The version a correction began from. */
  protected get etag(): string | undefined {
    return undefined;
  }
  /** Called when a draft is back in the form. */
  protected afterRestore(_content: DraftContent): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onOnline);
    // An element that is only moved within the page stays as it is; one that is sending waits for the response.
    queueMicrotask(() => this.isConnected || this.requests.busy || this.close());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { form } = this;
    if (!form || !this.draft || form === this.startedForm) return;
    this.startedForm = form;
    // After the update: filling the fields requests another.
    void this.updateComplete.then(() => this.#start(form));
  }

  /**
   * Opens a form with a draft, which is put back when the form is on the page.
   * @param restored - what is put back, if it is not what the draft holds
   */
  protected open(draft: Draft<DraftContent>, restored = draft.restored): void {
    this.#use(draft);
    this.#restored = restored;
    this.startedForm = undefined;
    this.requestUpdate();
  }

  /** Saves the form to another draft from now on, e.g. that of a visitor who has signed in. */
  protected async moveTo(draft: Draft<DraftContent>): Promise<void> {
    const content = this.draftContent;
    await this.draft?.clear();
    this.draft?.close();
    this.#use(draft);
    if (content) draft.save(content);
  }

  #use(draft: Draft<DraftContent>): void {
    this.draft = draft;
    draft.onSaved = () => this.requestUpdate();
  }

  /**
   * Says later whether the form that is open now has been closed meanwhile: what comes of sending it is then nothing for the
   * next one, which may be another person's.
   */
  protected untilClosed(): () => boolean {
    const closed = this.#closed;
    return () => closed === this.#closed;
  }

  /** Closes the form; what was typed stays in the draft. */
  protected close(): void {
    this.#closed += 1;
    this.draft?.close();
    this.draft = this.restoredAt = this.discarded = this.startedForm = undefined;
    this.#forgetAttempt();
  }

  /** What a draft holds of the form as it stands; `undefined` while there is no form. */
  protected get draftContent(): DraftContent | undefined {
    const form = this.startedForm;
    if (!form?.isConnected) return undefined;
    const fields = changedFields(form, this.initialValues);
    for (const name of this.notInDraft) delete fields[name];
    return { fields, etag: this.etag };
  }

  /** Whether the person has changed anything. */
  protected get hasTyped(): boolean {
    return Object.keys(this.draftContent?.fields ?? {}).length > 0;
  }

  /** The key for sending a body, on disk before it goes out. */
  protected keyFor(body: unknown): Promise<string> {
    return this.draft!.keyFor(body, this.draftContent!);
  }

  /** The server has confirmed: the draft is no longer needed. */
  protected async clearDraft(): Promise<void> {
    await this.draft?.clear();
    this.restoredAt = this.discarded = undefined;
  }

  /** Fills the form with what it begins with. */
  protected start(form: HTMLFormElement): void {
    this.fill(form);
    this.initialValues = fieldValues(form);
    this.requestUpdate();
  }

  #start(form: HTMLFormElement): void {
    if (form !== this.startedForm) return;
    this.start(form);
    const restored = this.#restored;
    this.#restored = undefined;
    if (!restored || Object.keys(restored.state.fields).length === 0) return;
    restoreForm(form, restored.state.fields);
    this.restoredAt = restored.savedAt;
    this.afterRestore(restored.state);
  }

  /** To be called when the person has changed a field. */
  protected handleEdit(): void {
    this.waiting = false;
    this.discarded = undefined;
    const content = this.draftContent;
    if (content) this.draft?.save(content);
    this.requestUpdate();
  }

  /** Empties the form; what it held can be had back until the next change. */
  protected async discard(): Promise<void> {
    const form = this.startedForm!;
    this.discarded = changedFields(form, this.initialValues);
    this.restoredAt = undefined;
    this.#forgetAttempt();
    this.start(form);
    await this.draft?.clear();
    this.announce(this.locale.texts(sending).discarded);
    this.focusTitle();
  }

  readonly #onUndo = (): void => {
    restoreForm(this.startedForm!, this.discarded!);
    this.handleEdit();
    this.focusTitle();
  };

  /** Forgets how the last attempt to send ended. */
  #forgetAttempt(): void {
    this.waiting = false;
    this.requests.forget();
    this.summary.clear();
  }

  readonly #onOnline = (): void => this.handleOnline();

  /** The network is back. */
  protected handleOnline(): void {
    if (this.waiting) this.submit();
  }

  /** As if the person had pressed the button. */
  protected readonly submit = (): void => this.form?.requestSubmit();

  /** The person wants to send the form. */
  protected async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.requests.busy) return;
    this.waiting = false;
    this.requests.forget();
    if (!this.summary.check(form)) return;
    const body = this.read(form);
    if (!this.dispatchEvent(new DvkSubmitEvent<Body>(body))) return;
    await this.run(async () => {
      if (navigator.onLine) await this.send(body);
      else this.waiting = true;
    });
  }

  /** Runs a request for the form. What fails is shown; what was typed stays. */
  protected async run(work: () => Promise<void>): Promise<void> {
    await this.requests.run(work, {
      form: this.form!,
      retry: this.submit,
      handle: (error) => {
        const isOffline = isClientError(error, 'network') && !navigator.onLine;
        if (isOffline) this.waiting = true;
        return isOffline;
      },
    });
    if (!this.isConnected) this.close();
  }

  protected focusTitle(): void {
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('#title')?.focus());
  }

  /** That a draft is back, or was thrown away, with the way to undo it. */
  protected renderDraftNotice(): TemplateResult | typeof nothing {
    const texts = this.locale.texts(sending);
    const shared = this.locale.texts(common);
    if (this.discarded)
      return html`<div class="notice draft">
        <p>${texts.discarded}</p>
        <button class="button" type="button" @click=${this.#onUndo}>${texts.undo}</button>
      </div>`;
    if (!this.restoredAt) return nothing;
    return html`<div class="notice draft" role="status">
      <p>${shared.draftRestored(formatMoment(this.restoredAt, this.locale.lang))}</p>
      <button class="button" type="button" @click=${this.discard}>${shared.discardDraft}</button>
    </div>`;
  }

  /** How the last attempt to send ended, beside the button. */
  protected renderStatus(): TemplateResult | typeof nothing {
    const texts = this.locale.texts(sending);
    if (this.waiting)
      return html`<div class="notice warning" role="alert">
        <p>${texts.waiting}</p>
        <button class="button" type="button" @click=${() => (this.waiting = false)}>${texts.stopWaiting}</button>
      </div>`;
    if (this.requests.failure !== undefined)
      return html`${this.renderFailure()}
        <p class="small">${texts.safeToRepeat}</p>`;
    return this.renderOffline();
  }

  /** That there is no network, and that this stops nobody from writing. */
  protected renderOffline(): TemplateResult | typeof nothing {
    return navigator.onLine ? nothing : html`<p class="notice warning">${this.locale.texts(sending).offline}</p>`;
  }

  /** The buttons at the end of the form: to send, and to throw away what was typed. */
  protected renderButtons(label: string | TemplateResult): TemplateResult {
    const texts = this.locale.texts(sending);
    return html`<div class="actions">
      <button class="button primary">${this.requests.busy ? texts.busy : label}</button>
      ${
        this.hasTyped
          ? html`<button class="button plain" type="button" ?disabled=${this.requests.busy} @click=${this.discard}>
              ${this.locale.texts(common).discardDraft}
            </button>`
          : nothing
      }
    </div>`;
  }
}
