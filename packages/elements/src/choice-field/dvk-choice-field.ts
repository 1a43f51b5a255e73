import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { FormControl, type Fault } from '../internal/form-control.ts';
import { fields } from '../locale/vi/fields.ts';
import { choiceFieldStyles } from './styles.ts';

export interface Choice {
  value: string;
  label: string;
  /** A sentence under the label. Not shown in a select. */
  hint?: string;
  disabled?: boolean;
}

/**
 * One of several (`radio`, `select`) or any of several (`checkbox`). Options come from the `options` property or from
 * `<option>` children.
 *
 * @summary Radio buttons, checkboxes or a drop-down list.
 * @event {Event} input - the person chose
 * @event {Event} change - the person chose
 * @slot - `<option>` elements, instead of the `options` property
 * @csspart base - the whole field
 * @csspart label - the legend or label
 * @csspart hint - the help text
 * @csspart control - the native select
 * @csspart option - one radio button or checkbox with its label
 * @csspart error - the error message
 * @cssproperty --dvk-option-width - narrowest column of an `inline` choice
 * @example
 * <dvk-choice-field name="kind" label="Hình thức" required>
 *   <option value="collective">Tập thể</option><option value="individual">Cá nhân</option>
 * </dvk-choice-field>
 */
export class DvkChoiceField extends FormControl {
  static override readonly tag: string = 'dvk-choice-field';
  static override styles: CSSResultGroup = [FormControl.styles, choiceFieldStyles];

  /**
   * How the choice is offered; an unknown value means `radio`. The `value` attribute of checkboxes is separated by commas.
   */
  @property() type: 'radio' | 'select' | 'checkbox' = 'radio';
  /** What can be chosen; replaces `<option>` children. */
  @property({ attribute: false }) options: readonly Choice[] = [];
  /** Puts options side by side where there is room. */
  @property({ type: Boolean, reflect: true }) inline = false;
  /** The first line of a select, while nothing is chosen. */
  @property() placeholder = '';

  #chosen: readonly string[] | undefined;
  #children: readonly Choice[] = [];

  /** All chosen values, in the order of the options. Setting it sends no event. */
  get values(): readonly string[] {
    return this.#chosen ?? this.defaultValue.split(this.type === 'checkbox' ? ',' : /$^/).filter(Boolean);
  }
  set values(values: readonly string[]) {
    this.#chosen = [...values];
    this.requestUpdate();
  }

  /** The chosen value; of several, joined with commas. */
  get value(): string {
    return this.values.join(',');
  }
  set value(value: string) {
    this.values = value ? (this.type === 'checkbox' ? value.split(',') : [value]) : [];
  }

  get data(): unknown {
    return this.type === 'checkbox' ? (this.values.length > 0 ? [...this.values] : undefined) : this.value || undefined;
  }

  protected get formValue(): FormData | string | null {
    if (this.type !== 'checkbox') return this.value || null;
    const data = new FormData();
    for (const value of this.values) data.append(this.name, value);
    return data;
  }

  get restorableState(): string {
    return this.value;
  }

  restoreState(kept: string): void {
    this.value = kept;
  }

  protected resetValue(): void {
    this.#chosen = undefined;
  }

  protected override get groupRole(): 'group' | 'radiogroup' | undefined {
    return this.type === 'select' ? undefined : this.type === 'checkbox' ? 'group' : 'radiogroup';
  }

  protected get input(): HTMLElement | null {
    return this.renderRoot?.querySelector('select, input:checked') ?? this.renderRoot?.querySelector('input') ?? null;
  }

  protected findFault(): Fault | undefined {
    if (!this.required || this.values.length > 0) return undefined;
    return { flag: 'valueMissing', message: this.locale.texts(fields).choose(this.nameInSentence) };
  }

  get #choices(): readonly Choice[] {
    return this.options.length > 0 ? this.options : this.#children;
  }

  readonly #onSlot = (): void => {
    this.#children = [...this.querySelectorAll('option')].map(({ value, label, disabled }) => ({
      value,
      label,
      disabled,
    }));
    this.requestUpdate();
  };

  // The native `input` event comes first, and it leaves this element: the value must be there by then.
  readonly #onInput = (event: Event): void => {
    const control = event.target as HTMLInputElement | HTMLSelectElement;
    if (this.type === 'checkbox') {
      const chosen = new Set(this.values);
      if ((control as HTMLInputElement).checked) chosen.add(control.value);
      else chosen.delete(control.value);
      const order = this.#choices.map(({ value }) => value);
      this.#chosen = [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    } else this.#chosen = control.value ? [control.value] : [];
    this.edited();
  };

  readonly #onChange = (): void => {
    this.sendChange();
  };

  readonly #onBlur = (event: FocusEvent): void => {
    if (!event.relatedTarget || !this.renderRoot.contains(event.relatedTarget as Node)) this.left();
  };

  protected renderControl(): TemplateResult {
    return html`${this.type === 'select' ? this.#renderSelect() : this.#renderOptions()}
      <slot hidden @slotchange=${this.#onSlot}></slot>`;
  }

  #renderSelect(): TemplateResult {
    return html`<div class="select">
      <select
        id="control"
        part="control"
        class="control"
        aria-describedby="hint error"
        aria-invalid=${this.shownError ? 'true' : 'false'}
        ?required=${this.required}
        ?disabled=${this.isDisabled || this.readonly}
        @input=${this.#onInput}
        @change=${this.#onChange}
        @blur=${this.#onBlur}
      >
        <option value="" .selected=${live(!this.value)}>${this.placeholder || this.locale.texts(fields).pick}</option>
        ${this.#choices.map(
          ({ value, label, disabled }) =>
            html`<option value=${value} .selected=${live(value === this.value)} ?disabled=${disabled}>
              ${label}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #renderOptions(): TemplateResult {
    const native = this.type === 'checkbox' ? 'checkbox' : 'radio';
    return html`<div class="options" @focusout=${this.#onBlur}>
      ${this.#choices.map(
        ({ value, label, hint, disabled }) =>
          html`<label class="option" part="option">
            <input
              type=${native}
              name="choice"
              .value=${value}
              .checked=${live(this.values.includes(value))}
              ?disabled=${disabled || this.isDisabled || this.readonly}
              @input=${this.#onInput}
              @change=${this.#onChange}
            />
            <span>${label}${hint ? html`<small>${hint}</small>` : nothing}</span>
          </label>`,
      )}
    </div>`;
  }
}
