import { html, type CSSResult, type TemplateResult, type nothing } from 'lit';
import type { ListedUnit, Unit, UnitRecord, UnitTree } from '@dvk/sdk/units';
import { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../../date-field/dvk-date-field.ts';
import { DialogForms } from '../../form/dialog-forms.ts';
import { defineLateParts } from '../../internal/define.ts';
import { readForm } from '../../internal/form-data.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { cases } from '../../locale/cases/vi.ts';
import { common } from '../../locale/common/vi.ts';
import { parts } from '../../locale/parts/vi.ts';
import { unitForms } from '../../locale/unit-forms/vi.ts';
import { Dialog } from '../../parts/dialog.ts';
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

export interface UnitFormsOptions {
  known: KnownUnits;
  today: () => string;
  onDay: (day: string) => void;
  /** A newer version of a unit has come. */
  onLatest: (latest: UnitRecord) => void;
  onSaved: (saved: UnitRecord, text: string) => void;
}

/** The forms for units, each in a dialog. They come with the first that is opened. */
export class UnitForms {
  readonly #host: WidgetHost;
  readonly #options: UnitFormsOptions;
  readonly #forms: DialogForms<UnitRecord, FieldContext>;
  readonly #day: Dialog;
  #shownDay = '';

  constructor(host: WidgetHost, options: UnitFormsOptions) {
    this.#host = host;
    this.#options = options;
    defineLateParts(host.element, [DvkChoiceField, DvkDateField, DvkPlaceField, DvkUnitField]);
    this.#forms = new DialogForms(host, {
      name: 'units',
      formId: 'unit-form',
      texts: () => this.#texts,
      context: () => this.#context,
      why: ['reason', 'basis/title', 'since'],
      readLatest: ({ id }) => host.connection()!.client.units.get({ params: { id } }),
      renderNewer: (view) => newerTemplate({ ...view, context: this.#context, known: options.known }),
      onLatest: options.onLatest,
      onSaved: options.onSaved,
    });
    this.#day = new Dialog(host.element);
    for (const each of [disclosureStyles, unitFormStyles].flat(2) as CSSResult[]) host.addStyles(each);
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
    return this.#forms.open(createForm(this.#context, tree, parent));
  }

  merge(units: readonly ListedUnit[]): Promise<void> {
    return this.#forms.open(mergeForm(this.#host, this.#context, units));
  }

  async begin(step: UnitStep, open: UnitRecord): Promise<void> {
    const context = this.#context;
    switch (step) {
      case 'rename':
        return this.#forms.open(renameForm(context, open));
      case 'correct':
        return this.#forms.open(correctForm(context, open));
      case 'close':
        return this.#forms.open(closeForm(context, open));
      case 'merge':
        return this.merge([open]);
      case 'split':
        return this.#forms.open(await splitForm(this.#host, context, open));
    }
  }

  /** Whether a form is open, which says itself what has failed. */
  get isOpen(): boolean {
    return this.#forms.isOpen;
  }

  chooseDay(day: string): void {
    this.#shownDay = day;
    this.#day.open();
  }

  /** Closes what is open; what was typed stays in the draft. */
  close(): void {
    this.#forms.close();
    this.#day.close();
  }

  render(): TemplateResult {
    return html`${this.#forms.render()} ${this.#renderDay()}`;
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
      content: html`<form class="dialog-form" id="day-form" novalidate @submit=${this.#onDay}>
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
