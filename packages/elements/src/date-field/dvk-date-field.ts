import { formatDate, isDate, readDate } from '@dvk/sdk/text';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FormControl, type Fault } from '../internal/form-control.ts';
import { TypedField } from '../internal/typed-field.ts';
import { dateIcon } from '../icons/date.ts';
import { fields } from '../locale/fields/vi.ts';
import { dateFieldStyles } from './styles.ts';
import { dateField } from './vi.ts';

/**
 * A date, typed day first: `15/10/2026`, `15-10-26`, `15102026`, `ngày 15 tháng 10 năm 2026`. Submits `2026-10-15`. A year of two digits is
 * one of 1950–2049, or a hundred years before or after where `min` and `max` allow only that; the box shows it in full. A button opens the browser's
 * calendar for those who prefer it.
 *
 * @summary Date dd/mm/yyyy.
 * @vietnamese Ô ngày
 * @event {Event} input - the person typed
 * @event {Event} change - the person finished a change
 * @csspart base - the whole field
 * @csspart label - the label
 * @csspart hint - the help text
 * @csspart control - the native input
 * @csspart calendar - the button that opens the calendar
 * @csspart error - the error message
 * @example
 * <dvk-date-field name="startDate" label="Ngày bắt đầu" min="2026-01-01"></dvk-date-field>
 */
export class DvkDateField extends TypedField {
  static override readonly tag: string = 'dvk-date-field';
  static override styles: CSSResultGroup = [FormControl.styles, dateFieldStyles];

  /** First day allowed, `YYYY-MM-DD`. */
  @property() min = '';
  /** Last day allowed, `YYYY-MM-DD`. */
  @property() max = '';
  /** Autofill purpose, e.g. `bday`. */
  @property() autocomplete: AutoFill = 'off';

  protected override parse(typed: string): string | undefined {
    const { min, max } = this;
    return typed.trim() ? readDate(typed, { min, ...(isDate(max) ? { max } : {}) }).date : '';
  }

  protected override format(value: string): string {
    return isDate(value) ? formatDate(value) : value;
  }

  /** Address books keep days as `YYYY-MM-DD`. */
  protected override takeText(text: string): void {
    super.takeText(this.format(text));
  }

  protected findFault(): Fault | undefined {
    const texts = this.locale.texts(dateField);
    const { value, min, max } = this;
    if (!this.typed.trim())
      return this.required
        ? { flag: 'valueMissing', message: this.locale.texts(fields).required(this.nameInSentence) }
        : undefined;
    if (!isDate(value)) {
      const { fault } = readDate(this.typed);
      return { flag: 'badInput', message: fault?.[this.locale.lang] ?? texts.date };
    }
    if (isDate(min) && value < min) return { flag: 'rangeUnderflow', message: texts.dateMin(formatDate(min)) };
    if (isDate(max) && value > max) return { flag: 'rangeOverflow', message: texts.dateMax(formatDate(max)) };
    return undefined;
  }

  readonly #openCalendar = (): void => {
    const picker = this.renderRoot.querySelector<HTMLInputElement>('.picker')!;
    picker.value = this.value;
    try {
      picker.showPicker();
    } catch {
      // Inside a frame of another origin there is no picker: typing works.
      this.focus();
    }
  };

  readonly #onPicked = (event: Event): void => {
    event.stopPropagation();
    this.restoreState(this.format((event.target as HTMLInputElement).value));
    this.edited();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.sendChange();
    this.focus();
  };

  protected renderControl(): TemplateResult {
    const texts = this.locale.texts(dateField);
    return html`<div class="row">
      ${this.renderInput({
        inputmode: 'numeric',
        autocomplete: this.autocomplete,
        placeholder: texts.datePlaceholder,
      })}
      <button
        class="button calendar screen-only"
        part="calendar"
        type="button"
        aria-label="${texts.calendar}: ${this.displayName}"
        ?disabled=${this.isDisabled}
        ?hidden=${this.readonly}
        @click=${this.#openCalendar}
      >
        ${dateIcon}
      </button>
      <input
        class="picker"
        type="date"
        tabindex="-1"
        aria-hidden="true"
        .min=${this.min}
        .max=${this.max}
        @input=${this.#onPicked}
      />
    </div>`;
  }
}
