import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { isClientError, isProblem } from '@dvk/sdk/client';
import { formatDateTime } from '@dvk/sdk/text';
import { common } from '../locale/common/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import type { Draft } from './draft.ts';
import { ErrorSummary } from './error-summary.ts';
import { DvkSubmitEvent, type DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { changedFields, restoreForm, standings, type FormState } from './form-data.ts';
import { DvkWidget } from './widget.ts';

/** What is kept of a form until it is sent: the fields that were changed and, for a correction, of which version. */
export interface Kept {
  fields: FormState;
  etag?: string | undefined;
}

/** Events of a widget with a form: what it sends, and what comes of it. */
export interface FormWidgetEvents<Body, Result> extends WidgetEvents {
  'dvk-submit': DvkSubmitEvent<Body>;
  'dvk-save': DvkSaveEvent<Result>;
}

/**
 * Base of the widgets with one form to fill in and send: draft, errors at their fields, sending that can fail at any point
 * without losing what was typed, and sending by itself once there is network again.
 *
 * @csspart section - one part of the form
 * @csspart summary - the list of errors above the form
 */
export abstract class FormWidget<
  Body,
  Events extends FormWidgetEvents<Body, unknown> = FormWidgetEvents<Body, unknown>,
> extends DvkWidget<Events> {
  @state() protected failure?: unknown;
  @state() protected busy = false;
  /** The person pressed send without network: it goes out by itself when there is one. */
  @state() protected waiting = false;
  @state() private restoredAt?: Date | undefined;
  @state() private discarded?: FormState | undefined;
  @query('form') protected readonly form!: HTMLFormElement | null;
  protected readonly summary = new ErrorSummary(this, this.locale);
  protected draft?: Draft<Kept> | undefined;
  #restored?: Draft<Kept>['restored'];
  #filled?: HTMLFormElement | undefined;
  /** The fields as the form began. */
  protected base: FormState = {};

  /** Names of fields that a draft never holds. */
  protected readonly neverKept: readonly string[] = [];

  /** Empties the form, or fills it with what it begins with. */
  protected abstract fill(form: HTMLFormElement): void;
  /** The body, from fields that are all right. */
  protected abstract read(form: HTMLFormElement): Body;
  /** Sends the body and shows what came of it; throws what fails. */
  protected abstract send(body: Body): Promise<void>;
  /** The version a correction began from. */
  protected get etag(): string | undefined {
    return undefined;
  }
  /** Called when a draft is back in the form. */
  protected afterRestore(_kept: Kept): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onOnline);
    // Moved to another place in the page, the form stays as it is; while it sends, until the answer is there.
    queueMicrotask(() => this.isConnected || this.busy || this.close());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { form } = this;
    if (!form || !this.draft || form === this.#filled) return;
    this.#filled = form;
    // Not within the update: filling the fields asks for the next one.
    void this.updateComplete.then(() => this.#begin(form));
  }

  /** The form on the page, once it has begun. */
  protected get begun(): HTMLFormElement | undefined {
    return this.#filled;
  }

  /** Begins with a draft; it is put back when the form is on the page. */
  protected open(draft: Draft<Kept>): void {
    this.draft = draft;
    draft.onTurn = () => this.requestUpdate();
    this.#restored = draft.restored;
    this.#filled = undefined;
    this.requestUpdate();
  }

  /** Goes on in another draft with what the form holds. */
  protected async moveTo(draft: Draft<Kept>): Promise<void> {
    const { kept } = this;
    await this.draft?.clear();
    this.draft?.close();
    this.draft = draft;
    draft.onTurn = () => this.requestUpdate();
    if (kept) draft.save(kept);
  }

  /** Lets go of the form; what was typed stays in the draft. */
  protected close(): void {
    this.draft?.close();
    this.draft = this.failure = this.restoredAt = this.discarded = this.#filled = undefined;
    this.waiting = false;
    this.summary.clear();
  }

  /** What a draft holds of the form as it stands; `undefined` while there is none. */
  protected get kept(): Kept | undefined {
    const form = this.#filled;
    if (!form?.isConnected) return undefined;
    const fields = changedFields(form, this.base);
    for (const name of this.neverKept) delete fields[name];
    return { fields, etag: this.etag };
  }

  /** Whether the person has changed anything. */
  protected get hasTyped(): boolean {
    return Object.keys(this.kept?.fields ?? {}).length > 0;
  }

  /** The key for sending a body, on disk before it goes out. */
  protected keyFor(body: unknown): Promise<string> {
    return this.draft!.keyFor(body, this.kept!);
  }

  /** The server has confirmed: nothing needs to be kept any more. */
  protected async confirmed(): Promise<void> {
    await this.draft?.clear();
    this.restoredAt = this.discarded = undefined;
  }

  protected begin(form: HTMLFormElement): void {
    this.fill(form);
    this.base = standings(form);
    this.requestUpdate();
  }

  #begin(form: HTMLFormElement): void {
    if (form !== this.#filled) return;
    this.begin(form);
    const restored = this.#restored;
    this.#restored = undefined;
    if (!restored || Object.keys(restored.state.fields).length === 0) return;
    restoreForm(form, restored.state.fields);
    this.restoredAt = restored.savedAt;
    this.afterRestore(restored.state);
  }

  protected readonly onEdit = (): void => {
    this.waiting = false;
    this.discarded = undefined;
    const { kept } = this;
    if (kept) this.draft?.save(kept);
    this.requestUpdate();
  };

  protected readonly onDiscard = async (): Promise<void> => {
    const form = this.#filled!;
    this.discarded = changedFields(form, this.base);
    this.restoredAt = this.failure = undefined;
    this.waiting = false;
    this.summary.clear();
    this.begin(form);
    await this.draft?.clear();
    this.announce(this.locale.texts(sending).discarded);
    this.focusTitle();
  };

  readonly #onUndo = (): void => {
    restoreForm(this.#filled!, this.discarded!);
    this.onEdit();
    this.focusTitle();
  };

  readonly #onOnline = (): void => this.onOnline();

  /** The network is back. */
  protected onOnline(): void {
    if (this.waiting) this.submit();
  }

  /** As if the person had pressed the button. */
  protected readonly submit = (): void => this.form?.requestSubmit();

  protected readonly onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.busy) return;
    this.waiting = false;
    this.failure = undefined;
    if (!this.summary.check(form)) return;
    const body = this.read(form);
    if (!this.dispatchEvent(new DvkSubmitEvent<Body>(body))) return;
    await this.attempt(async () => {
      if (navigator.onLine) await this.send(body);
      else this.waiting = true;
    });
  };

  /** Runs a request. What fails is shown; what was typed stays. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      if (isProblem(error, 'validation-failed')) this.summary.showServerErrors(this.form!, error.errors);
      else if (isClientError(error, 'network') && !navigator.onLine) this.waiting = true;
      else this.failure = error;
      this.sendError(error);
    } finally {
      this.busy = false;
      if (!this.isConnected) this.close();
    }
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
      <p>${shared.draftRestored(formatDateTime(this.restoredAt))}</p>
      <button class="button" type="button" @click=${this.onDiscard}>${shared.discardDraft}</button>
    </div>`;
  }

  /** What became of the last attempt to send, beside the button. */
  protected renderStatus(): TemplateResult | typeof nothing {
    const texts = this.locale.texts(sending);
    if (this.waiting)
      return html`<div class="notice" role="alert">
        <p>${texts.waiting}</p>
        <button class="button" type="button" @click=${() => (this.waiting = false)}>${texts.stopWaiting}</button>
      </div>`;
    if (this.failure !== undefined)
      return html`${this.renderError(this.failure, this.submit)}
        <p class="small">${texts.safeToRepeat}</p>`;
    return navigator.onLine ? nothing : html`<p class="notice">${texts.offline}</p>`;
  }

  /** The buttons at the end of the form: to send, and to throw away what was typed. */
  protected renderButtons(label: string): TemplateResult {
    const texts = this.locale.texts(sending);
    return html`<div class="actions">
      <button class="button primary">${this.busy ? texts.busy : label}</button>
      ${
        this.hasTyped
          ? html`<button class="button plain" type="button" ?disabled=${this.busy} @click=${this.onDiscard}>
              ${this.locale.texts(common).discardDraft}
            </button>`
          : nothing
      }
    </div>`;
  }
}
