import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { FormControl, type Fault } from '../internal/form-control.ts';
import { fields } from '../locale/fields/vi.ts';
import { choiceFieldStyles } from './styles.ts';

/** One thing to choose. */
export interface Choice {
  /** What is submitted. */
  value: string;
  /** What the person reads. */
  label: string;
  /** A sentence under the label, such as an example. Not shown in a select, nor on a scale. */
  hint?: string;
  /** A picture above the label of a tile or step, e.g. one of `icons/`. */
  icon?: TemplateResult;
  /** Cannot be chosen. */
  disabled?: boolean;
}

/** How a choice is offered: see {@link DvkChoiceField.type}. */
export type ChoiceFieldType = 'radio' | 'tiles' | 'scale' | 'select' | 'checkbox' | 'switch';

/**
 * One of several (`radio`, `tiles`, `scale`, `select`) or any of several (`checkbox`, `switch`). Options come from the `options` property or from
 * `<option>` children, of which those that are `selected` are the default without a `value`.
 *
 * @summary Radio buttons, tiles, a scale, checkboxes, switches or a drop-down list.
 * @vietnamese Ô lựa chọn
 * @event {Event} input - the person chose
 * @event {Event} change - the person chose
 * @slot - `<option>` elements, instead of the `options` property
 * @slot icon-… - picture of the option with the value `…`, for tiles and scales
 * @csspart base - the whole field
 * @csspart label - the legend or label
 * @csspart hint - the help text
 * @csspart control - the native select
 * @csspart option - one radio button, tile, checkbox or switch with its label
 * @csspart error - the error message
 * @cssproperty [--dvk-option-width=13em] - narrowest column of an `inline` choice
 * @example
 * <dvk-choice-field name="kind" label="Hình thức" required>
 *   <option value="collective">Tập thể</option><option value="individual">Cá nhân</option>
 * </dvk-choice-field>
 */
export class DvkChoiceField extends FormControl {
  static override readonly tag: string = 'dvk-choice-field';
  static override styles: CSSResultGroup = [FormControl.styles, choiceFieldStyles];

  /**
   * How the choice is offered; an unknown value means `radio`. `tiles` are radio buttons with a picture, in two columns or four;
   * a `scale` has five steps in a row. A `switch` is a checkbox for what works at once, such as “remember on this device”. The `value`
   * attribute of checkboxes and switches is separated by commas, or a JSON array where a value has a comma.
   */
  @property({ reflect: true, useDefault: true }) type: ChoiceFieldType = 'radio';
  /** What can be chosen; replaces `<option>` children. */
  @property({ attribute: false }) options: readonly Choice[] = [];
  /** Puts options side by side where there is room. */
  @property({ type: Boolean, reflect: true }) inline = false;
  /** The first line of a select, while nothing is chosen. */
  @property() placeholder = '';

  get #takesSeveral(): boolean {
    return this.type === 'checkbox' || this.type === 'switch';
  }

  #chosen: readonly string[] | undefined;
  readonly #observer = new MutationObserver(() => this.requestUpdate());

  /** All chosen values that are among the options, in their order as chosen. Setting it sends no event. */
  get values(): readonly string[] {
    const options = new Set(this.#choices.map(({ value }) => value));
    const chosen = this.#asked.filter((value) => options.has(value));
    return this.#takesSeveral ? chosen : chosen.slice(0, 1);
  }
  set values(values: readonly string[]) {
    this.#chosen = [...values];
    this.requestUpdate();
  }

  /** What is to be chosen; options may come later than the value. */
  get #asked(): readonly string[] {
    if (this.#chosen) return this.#chosen;
    if (this.hasAttribute('value')) return this.#read(this.defaultValue);
    return [...this.querySelectorAll<HTMLOptionElement>('option[selected]')].map(({ value }) => value);
  }

  /**
   * The chosen value, `''` if it is no option. Of several: joined with commas, or a JSON array where one of them has a comma.
   */
  get value(): string {
    return this.#write(this.values);
  }
  set value(value: string) {
    this.values = this.#read(String(value ?? ''));
  }

  #read(text: string): readonly string[] {
    if (!this.#takesSeveral) return text ? [text] : [];
    const list = text.startsWith('[') ? parseList(text) : undefined;
    return list ?? text.split(',').filter(Boolean);
  }

  #write(values: readonly string[]): string {
    return values.some((value) => this.#takesSeveral && /^\[|,/.test(value))
      ? JSON.stringify(values)
      : values.join(',');
  }

  get data(): unknown {
    const { values } = this;
    return this.#takesSeveral ? (values.length > 0 ? [...values] : undefined) : values[0];
  }

  protected get formValue(): FormData | string | null {
    // A radio button may stand for an empty value; without one, nothing is submitted.
    if (!this.#takesSeveral) return this.values[0] ?? null;
    const data = new FormData();
    for (const value of this.values) data.append(this.name, value);
    return data;
  }

  get restorableState(): string {
    return this.#write(this.#asked);
  }

  restoreState(state: string): void {
    this.value = state;
  }

  protected takeText(text: string): void {
    const wanted = text.trim().toLocaleLowerCase('vi');
    const found = this.#choices.find(({ value, label }) =>
      [value, label].some((name) => name.toLocaleLowerCase('vi') === wanted),
    );
    if (found) this.values = [found.value];
  }

  protected resetValue(): void {
    this.#chosen = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const attributeFilter = ['value', 'label', 'disabled', 'selected'];
    this.#observer.observe(this, { childList: true, subtree: true, characterData: true, attributeFilter });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override get groupRole(): 'group' | 'radiogroup' | undefined {
    return this.type === 'select' ? undefined : this.#takesSeveral ? 'group' : 'radiogroup';
  }

  protected get input(): HTMLElement | null {
    return this.renderRoot?.querySelector('select, input:checked') ?? this.renderRoot?.querySelector('input') ?? null;
  }

  protected findFault(): Fault | undefined {
    if (!this.required || this.values.length > 0) return undefined;
    const texts = this.locale.texts(fields);
    const message = this.type === 'checkbox' && this.#choices.length === 1 ? texts.tick : texts.choose;
    return { flag: 'valueMissing', message: message(this.nameInSentence) };
  }

  get #choices(): readonly Choice[] {
    if (this.options.length > 0) return this.options;
    return [...this.querySelectorAll('option')].map(({ value, label, disabled }) => ({ value, label, disabled }));
  }

  // The native `input` event comes first, and it leaves this element: the value must be there by then.
  readonly #onInput = (event: Event): void => {
    this.#take(event.target as HTMLInputElement | HTMLSelectElement);
    this.edited();
  };

  #take(control: HTMLInputElement | HTMLSelectElement): void {
    if (this.#takesSeveral) {
      const chosen = new Set(this.values);
      if ((control as HTMLInputElement).checked) chosen.add(control.value);
      else chosen.delete(control.value);
      const order = this.#choices.map(({ value }) => value);
      this.#chosen = [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    } else this.#chosen = control.value || this.type !== 'select' ? [control.value] : [];
  }

  readonly #onChange = (event: Event): void => {
    const before = this.value;
    this.#take(event.target as HTMLInputElement | HTMLSelectElement);
    // Whoever fills forms for people may tell of nothing but the change.
    if (this.value !== before) this.edited();
    this.sendChange();
  };

  readonly #onBlur = (event: FocusEvent): void => {
    if (!event.relatedTarget || !this.renderRoot.contains(event.relatedTarget as Node)) this.left();
  };

  protected renderControl(): TemplateResult {
    return html`${this.type === 'select' ? this.#renderSelect() : this.#renderOptions()} <slot hidden></slot>`;
  }

  #renderSelect(): TemplateResult {
    const [chosen] = this.values;
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
        <option value="" .selected=${live(chosen === undefined)}>
          ${this.placeholder || this.locale.texts(fields).pick}
        </option>
        ${this.#choices.map(
          ({ value, label, disabled }) =>
            html`<option value=${value} .selected=${live(value === chosen)} ?disabled=${disabled}>${label}</option>`,
        )}
      </select>
    </div>`;
  }

  #renderOptions(): TemplateResult {
    const { type } = this;
    const native = this.#takesSeveral ? 'checkbox' : 'radio';
    const hasTiles = type === 'tiles' || type === 'scale';
    const chosen = new Set(this.values);
    return html`<div class="options ${hasTiles || type === 'switch' ? type : 'lines'}" @focusout=${this.#onBlur}>
      ${this.#choices.map(({ value, label, hint, icon, disabled }) => {
        const isChosen = chosen.has(value);
        const locked = disabled || this.isDisabled || this.readonly;
        return html`<label class="option ${isChosen ? 'chosen' : ''} ${locked ? 'disabled' : ''}" part="option">
          <input
            type=${native}
            role=${type === 'switch' ? 'switch' : nothing}
            name="choice"
            .value=${value}
            .checked=${live(isChosen)}
            ?disabled=${locked}
            @input=${this.#onInput}
            @change=${this.#onChange}
            @keypress=${this.handleKeypress}
          />
          ${hasTiles ? html`<span class="picture" aria-hidden="true"><slot name="icon-${value}">${icon}</slot></span>` : nothing}
          <span class="text ${hint && type !== 'checkbox' ? 'titled' : ''}"
            >${label}${hint && type !== 'scale' ? html`<small>${hint}</small>` : nothing}</span
          >
        </label>`;
      })}
    </div>`;
  }
}

/** A list of values as JSON; `undefined` for what is none. */
function parseList(text: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    return undefined;
  }
}
