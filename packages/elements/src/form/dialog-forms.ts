import { html, nothing, type TemplateResult } from 'lit';
import { isProblem } from '@dvk/sdk/client';
import { formatMoment } from '@dvk/sdk/text';
import { Draft } from '../internal/draft.ts';
import { controlsOf } from '../internal/form-control.ts';
import {
  changedFields,
  fieldValues,
  isFormState,
  readForm,
  restoreForm,
  type FormState,
} from '../internal/form-data.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { common } from '../locale/common/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { Dialog, dialogStyles } from '../parts/dialog.ts';
import { dialogFormStyles } from './dialog-form-styles.ts';

/** What a form is filled with, and what it says, by the names of its fields. */
export type Values = Record<string, unknown>;

/** What comes of a form: the record that is shown next, and what is said. */
export interface Done<Saved> {
  saved: Saved;
  text: string;
}

/** How a form sends what it holds. */
export interface Sending {
  /** Values of the fields that are on; empty ones are left out. */
  values: Values;
  /** The names of the fields that the person has changed. */
  changed: readonly string[];
  idempotencyKey: string;
}

/** A form in a dialog. `Base` is the record that it changes, `Context` what its fields need. */
export interface DialogForm<Base, Context, Saved = Base> {
  /** Names it among the drafts. */
  key: string;
  title: string;
  sendLabel: string;
  icon?: TemplateResult;
  /** A word at the foot, e.g. that it cannot be undone. */
  note?: string;
  /** What the fields begin with. */
  initial: Readonly<Record<string, string>>;
  /** Sent only where something beside the reason has changed. */
  needsChange?: boolean;
  /** The version of a record that it changes. */
  base?: Base;
  /** Goes on from a newer version; returns what the fields begin with then. */
  rebase?: (latest: Base) => Readonly<Record<string, string>>;
  fields: (values: Values, context: Context) => TemplateResult;
  /** Prepares for a draft, whose fields may be more than those at the beginning. */
  prepare?: (names: readonly string[]) => void;
  onEdit?: (values: Values) => void;
  onClose?: () => void;
  send: (sending: Sending) => Promise<Done<Saved>>;
}

/** What is said in every form. */
export interface DialogFormTexts {
  sending: string;
  nothingChanged: string;
}

export interface DialogFormsOptions<Base, Context, Saved> {
  /** Names the drafts, and the form in the page: `units` → `#unit-form`. */
  name: string;
  formId: string;
  texts: () => DialogFormTexts;
  context: () => Context;
  /** Fields that say why: alone they change nothing. */
  why: readonly string[];
  /** Reads the record again that somebody else has changed. */
  readLatest: (base: Base) => PromiseLike<Base>;
  /** That somebody else has changed the record meanwhile, and what; `#newer` takes the focus. */
  renderNewer: (view: { base: Base; latest: Base; onTake: () => void }) => TemplateResult;
  /** A newer version of a record has come. */
  onLatest: (latest: Base) => void;
  onSaved: (saved: Saved, text: string) => void;
}

/**
 * The forms of a widget, each in a dialog, with a draft that outlives a reload. What somebody else has changed meanwhile is told
 * before anything is sent.
 */
export class DialogForms<Base, Context, Saved = Base> {
  readonly #host: WidgetHost;
  readonly #options: DialogFormsOptions<Base, Context, Saved>;
  readonly #dialog: Dialog;
  #form: DialogForm<Base, Context, Saved> | undefined;
  #draft: Draft<FormState> | undefined;
  #initial: FormState = {};
  #restoredAt: Date | undefined;
  /** The record as somebody else has made it meanwhile. */
  #newer: Base | undefined;
  #says = '';

  constructor(host: WidgetHost, options: DialogFormsOptions<Base, Context, Saved>) {
    this.#host = host;
    this.#options = options;
    this.#dialog = new Dialog(host.element, () => this.#forget());
    for (const each of [...dialogStyles, dialogFormStyles]) host.addStyles(each);
  }

  /** Whether a form is open, which says itself what has failed. */
  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  get #element(): HTMLFormElement | null {
    return this.#host.element.shadowRoot!.querySelector<HTMLFormElement>(`#${this.#options.formId}`);
  }

  async open(form: DialogForm<Base, Context, Saved>): Promise<void> {
    const { element, person, summary, requests } = this.#host;
    this.#forget();
    summary.clear();
    requests.forget();
    this.#form = form;
    const draft = await Draft.open(`${this.#options.name} ${form.key} ${person.subject}`, isFormState);
    // Meanwhile another form may have been asked for, or another person may have come.
    if (this.#form !== form) return draft.close();
    this.#draft = draft;
    const restored = draft.restored;
    if (restored) form.prepare?.(Object.keys(restored.state));
    this.#dialog.open();
    await element.updateComplete;
    const box = this.#element;
    if (this.#form !== form || !box) return;
    this.#fill(box, form.initial);
    this.#initial = fieldValues(box);
    if (restored) {
      restoreForm(box, restored.state);
      this.#restoredAt = restored.savedAt;
    }
    form.onEdit?.(readForm(box));
    element.requestUpdate();
  }

  #fill(box: HTMLFormElement, values: Readonly<Record<string, string>>): void {
    for (const control of controlsOf(box)) {
      const value = values[control.name];
      if (value !== undefined) (control as unknown as { value: string }).value = value;
    }
  }

  /** Closes what is open; what was typed stays in the draft. */
  close(): void {
    this.#dialog.close();
    this.#forget();
  }

  #forget(): void {
    this.#form?.onClose?.();
    this.#draft?.close();
    this.#form = this.#draft = this.#restoredAt = this.#newer = undefined;
    this.#initial = {};
    this.#says = '';
    this.#host.summary.clear();
  }

  readonly #onEdit = (): void => {
    const box = this.#element;
    if (!box || !this.#form) return;
    this.#says = '';
    this.#draft?.save(changedFields(box, this.#initial));
    this.#form.onEdit?.(readForm(box));
    this.#host.element.requestUpdate();
  };

  readonly #onCancel = (): void => {
    void this.#draft?.clear();
    this.#dialog.close();
  };

  readonly #onDiscard = (): void => {
    void this.#draft?.clear();
    this.#restoredAt = undefined;
    this.#fill(this.#element!, { ...emptied(this.#element!), ...this.#form!.initial });
    this.#host.summary.clear();
    this.#form!.onEdit?.(readForm(this.#element!));
    this.#host.element.requestUpdate();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const box = event.target as HTMLFormElement;
    const { requests, summary } = this.#host;
    const [form, draft] = [this.#form!, this.#draft!];
    if (requests.isWriting || !summary.check(box)) return;
    const state = changedFields(box, this.#initial);
    const changed = Object.keys(state);
    if (form.needsChange && changed.every((name) => this.#options.why.includes(name))) {
      this.#says = this.#options.texts().nothingChanged;
      this.#host.element.requestUpdate();
      return;
    }
    const values = readForm(box);
    let done: Done<Saved> | undefined;
    const work = async () => {
      const idempotencyKey = await draft.keyFor([form.key, values], state);
      const sent = await form.send({ values, changed, idempotencyKey });
      await draft.clear();
      if (this.#form === form) this.#dialog.close();
      done = sent;
    };
    const sending = requests.run(work, {
      form: box,
      retry: () => box.requestSubmit(),
      handle: (error) => {
        if (!form.base || !isProblem(error, 'precondition-failed')) return false;
        void this.#readNewer(form);
        return true;
      },
    });
    // No sooner: while something is sent, no other record is opened.
    void sending.then(() => done && this.#options.onSaved(done.saved, done.text));
  };

  /** Somebody else has changed the record: what they have made of it is told before anything is sent. */
  async #readNewer(form: DialogForm<Base, Context, Saved>): Promise<void> {
    const { requests, element } = this.#host;
    await requests.run(
      async (signal) => {
        const latest = await this.#options.readLatest(form.base!);
        if (signal.aborted || this.#form !== form) return;
        this.#newer = latest;
        await element.updateComplete;
        element.shadowRoot!.querySelector<HTMLElement>('#newer')?.focus();
      },
      { reads: 'newer' },
    );
    element.requestUpdate();
  }

  /** Goes on from the version of somebody else; what the person has changed stays. */
  readonly #onTakeNewer = (): void => {
    const [box, form, latest] = [this.#element!, this.#form!, this.#newer!];
    const own = changedFields(box, this.#initial);
    const initial = form.rebase!(latest);
    this.#fill(box, initial);
    this.#initial = fieldValues(box);
    restoreForm(box, own);
    this.#newer = undefined;
    this.#options.onLatest(latest);
    this.#host.element.requestUpdate();
  };

  render(): TemplateResult | typeof nothing {
    const { locale, renderFailure, requests, summary } = this.#host;
    const form = this.#form;
    if (!form) return nothing;
    const { texts, formId, context, renderNewer } = this.#options;
    const shared = locale.texts(common);
    const isSending = requests.isWriting;
    return this.#dialog.render(() => ({
      title: form.title,
      isLocked: isSending,
      texts: locale.texts(parts),
      content: html`<form
        class="dialog-form"
        id=${formId}
        novalidate
        @submit=${this.#onSubmit}
        @input=${this.#onEdit}
        @change=${this.#onEdit}
      >
        ${summary.render()} ${renderFailure()}
        ${this.#newer ? renderNewer({ base: form.base!, latest: this.#newer, onTake: this.#onTakeNewer }) : nothing}
        ${
          this.#restoredAt
            ? html`<div class="notice" role="status">
                <p>${shared.draftRestored(formatMoment(this.#restoredAt, locale.lang))}</p>
                <button class="button" type="button" @click=${this.#onDiscard}>${shared.discardDraft}</button>
              </div>`
            : nothing
        }
        <div class="fields" ?inert=${isSending}>
          ${form.fields(this.#element ? readForm(this.#element) : {}, context())}
        </div>
        ${this.#says ? html`<p class="notice warning" role="alert">${this.#says}</p>` : nothing}
      </form>`,
      foot: html`${form.note ? html`<p class="small foot-note">${form.note}</p>` : nothing}
        <button class="button plain" type="button" ?disabled=${isSending} @click=${this.#onCancel}>
          ${shared.cancel}
        </button>
        <button class="button primary" form=${formId} ?disabled=${isSending}>
          ${form.icon ?? nothing}${isSending ? texts().sending : form.sendLabel}
        </button>`,
    }));
  }
}

/** Every field without a value. */
const emptied = (box: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(controlsOf(box).map(({ name }) => [name, '']));
