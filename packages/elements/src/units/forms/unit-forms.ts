import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { isProblem } from '@dvk/sdk/client';
import { formatMoment } from '@dvk/sdk/text';
import type { ListedUnit, Unit, UnitRecord, UnitTree } from '@dvk/sdk/units';
import { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../../date-field/dvk-date-field.ts';
import { defineLateParts } from '../../internal/define.ts';
import { Draft } from '../../internal/draft.ts';
import { controlsOf } from '../../internal/form-control.ts';
import {
  changedFields,
  fieldValues,
  isFormState,
  readForm,
  restoreForm,
  type FormState,
} from '../../internal/form-data.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { cases } from '../../locale/cases/vi.ts';
import { common } from '../../locale/common/vi.ts';
import { parts } from '../../locale/parts/vi.ts';
import { unitForms } from '../../locale/unit-forms/vi.ts';
import { Dialog, dialogStyles } from '../../parts/dialog.ts';
import { disclosureStyles } from '../../parts/disclosure.ts';
import { DvkPlaceField } from '../../place-field/dvk-place-field.ts';
import { DvkUnitField } from '../../unit-field/dvk-unit-field.ts';
import type { KnownUnits } from '../known-units.ts';
import type { UnitStep } from '../record/unit-record.ts';
import { closeForm, correctForm, createForm, renameForm } from './change-forms.ts';
import { mergeForm } from './merge-form.ts';
import { newerTemplate } from './newer-version.ts';
import { splitForm } from './split-form.ts';
import { unitFormStyles } from './styles.ts';
import type { FieldContext } from './unit-fields.ts';
import type { UnitForm } from './unit-form.ts';

export interface UnitFormsOptions {
  known: KnownUnits;
  today: () => string;
  onDay: (day: string) => void;
  /** A newer version of a unit has come. */
  onLatest: (latest: UnitRecord) => void;
  onSaved: (saved: UnitRecord, text: string) => void;
}

/** The forms for units, each in a dialog, with a draft that outlives a reload. They come with the first that is opened. */
export class UnitForms {
  readonly #host: WidgetHost;
  readonly #options: UnitFormsOptions;
  readonly #dialog: Dialog;
  readonly #day: Dialog;
  #form: UnitForm | undefined;
  #draft: Draft<FormState> | undefined;
  #initial: FormState = {};
  #restoredAt: Date | undefined;
  /** The unit as somebody else has made it meanwhile. */
  #newer: UnitRecord | undefined;
  #says = '';
  #shownDay = '';

  constructor(host: WidgetHost, options: UnitFormsOptions) {
    this.#host = host;
    this.#options = options;
    defineLateParts(host.element, [DvkChoiceField, DvkDateField, DvkPlaceField, DvkUnitField]);
    this.#dialog = new Dialog(host.element, () => this.#forget());
    this.#day = new Dialog(host.element);
    for (const each of [dialogStyles, disclosureStyles, unitFormStyles].flat(2) as CSSResult[]) host.addStyles(each);
  }

  get #texts(): typeof unitForms {
    return this.#host.locale.texts(unitForms);
  }

  get #context(): FieldContext {
    const { locale, connection } = this.#host;
    return {
      texts: this.#texts,
      topics: locale.texts(cases).topics,
      lang: locale.lang,
      client: connection()!.client,
      today: this.#options.today(),
    };
  }

  create(tree: UnitTree, parent: Unit | undefined): Promise<void> {
    return this.#open(createForm(this.#context, tree, parent));
  }

  merge(units: readonly ListedUnit[]): Promise<void> {
    return this.#open(mergeForm(this.#host, this.#context, units));
  }

  async begin(step: UnitStep, open: UnitRecord): Promise<void> {
    const context = this.#context;
    switch (step) {
      case 'rename':
        return this.#open(renameForm(context, open));
      case 'correct':
        return this.#open(correctForm(context, open));
      case 'close':
        return this.#open(closeForm(context, open));
      case 'merge':
        return this.merge([open]);
      case 'split':
        return this.#open(await splitForm(this.#host, context, open));
    }
  }

  /** Whether a form is open, which says itself what has failed. */
  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  chooseDay(day: string): void {
    this.#shownDay = day;
    this.#day.open();
  }

  get #element(): HTMLFormElement | null {
    return this.#host.element.shadowRoot!.querySelector<HTMLFormElement>('#unit-form');
  }

  async #open(form: UnitForm): Promise<void> {
    const { element, person, summary, requests } = this.#host;
    this.#forget();
    summary.clear();
    requests.forget();
    this.#form = form;
    const draft = await Draft.open(`units ${form.key} ${person.subject}`, isFormState);
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
    this.#day.close();
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
    if (form.needsChange && changed.every((name) => ['reason', 'basis/title', 'since'].includes(name))) {
      this.#says = this.#texts.nothingChanged;
      this.#host.element.requestUpdate();
      return;
    }
    const values = readForm(box);
    const work = async () => {
      const idempotencyKey = await draft.keyFor([form.key, values], state);
      const done = await form.send({ values, changed, idempotencyKey });
      await draft.clear();
      if (this.#form === form) this.#dialog.close();
      this.#options.onSaved(done.saved, done.text);
    };
    void requests.run(work, {
      form: box,
      retry: () => box.requestSubmit(),
      handle: (error) => {
        if (!form.base || !isProblem(error, 'precondition-failed')) return false;
        void this.#readNewer(form);
        return true;
      },
    });
  };

  /** Somebody else has changed the unit: what they have made of it is told before anything is sent. */
  async #readNewer(form: UnitForm): Promise<void> {
    const { connection, requests, element } = this.#host;
    const { id } = form.base!;
    await requests.run(
      async (signal) => {
        const latest = await connection()!.client.units.get({ params: { id } });
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

  render(): TemplateResult {
    return html`${this.#renderForm()} ${this.#renderDay()}`;
  }

  #renderForm(): TemplateResult | typeof nothing {
    const { locale, renderFailure, requests, summary } = this.#host;
    const form = this.#form;
    if (!form) return nothing;
    const texts = this.#texts;
    const shared = locale.texts(common);
    const isSending = requests.isWriting;
    return this.#dialog.render(() => ({
      title: form.title,
      isLocked: isSending,
      texts: locale.texts(parts),
      content: html`<form
        class="unit-form"
        id="unit-form"
        novalidate
        @submit=${this.#onSubmit}
        @input=${this.#onEdit}
        @change=${this.#onEdit}
      >
        ${summary.render()} ${renderFailure()}
        ${this.#newer ? newerTemplate({ base: form.base!, latest: this.#newer, context: this.#context, known: this.#options.known, onTake: this.#onTakeNewer }) : nothing}
        ${
          this.#restoredAt
            ? html`<div class="notice" role="status">
                <p>${shared.draftRestored(formatMoment(this.#restoredAt, locale.lang))}</p>
                <button class="button" type="button" @click=${this.#onDiscard}>${shared.discardDraft}</button>
              </div>`
            : nothing
        }
        <div class="fields" ?inert=${isSending}>
          ${form.fields(this.#element ? readForm(this.#element) : {}, this.#context)}
        </div>
        ${this.#says ? html`<p class="notice warning" role="alert">${this.#says}</p>` : nothing}
      </form>`,
      foot: html`${form.note ? html`<p class="small foot-note">${form.note}</p>` : nothing}
        <button class="button plain" type="button" ?disabled=${isSending} @click=${this.#onCancel}>
          ${shared.cancel}
        </button>
        <button class="button primary" form="unit-form" ?disabled=${isSending}>
          ${form.icon ?? nothing}${isSending ? texts.sending : form.sendLabel}
        </button>`,
    }));
  }

  readonly #onDay = (event: SubmitEvent): void => {
    event.preventDefault();
    const box = event.target as HTMLFormElement;
    if (!box.reportValidity()) return;
    const { day } = readForm(box) as { day: string };
    this.#day.close();
    this.#options.onDay(day);
  };

  #renderDay(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const texts = this.#texts;
    return this.#day.render(() => ({
      title: texts.titles.day,
      texts: locale.texts(parts),
      content: html`<form class="unit-form" id="day-form" novalidate @submit=${this.#onDay}>
        <dvk-date-field
          name="day"
          label=${texts.day}
          hint=${texts.hints.day}
          value=${this.#shownDay}
          required
        ></dvk-date-field>
      </form>`,
      foot: html`<button class="button plain" type="button" @click=${() => this.#day.close()}>
          ${locale.texts(common).cancel}
        </button>
        <button class="button primary" form="day-form">${texts.showDay}</button>`,
    }));
  }
}

/** Every field without a value. */
const emptied = (box: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(controlsOf(box).map(({ name }) => [name, '']));
