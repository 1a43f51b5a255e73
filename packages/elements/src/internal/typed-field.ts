import { toNfc } from '@dvk/sdk/text';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { attributes, type AttributeValues } from './attributes.ts';
import { FormControl } from './form-control.ts';

/** What the native input of a field has beyond what all have. */
export interface InputAttributes {
  type?: string;
  style?: string | undefined;
  inputmode?: string | undefined;
  autocomplete?: string | undefined;
  placeholder?: string;
  /** State of the list, for a text box with one. */
  combobox?: { open: boolean; active: string | undefined };
}

/**
 * A field whose value is typed. What the person typed and its value are two things, translated by `parse` and `format`; text
 * that is no value (yet) stays in the box.
 */
export abstract class TypedField extends FormControl {
  #typed?: string;
  #set?: string;
  #announced?: string;
  /** The text in the box as we last set or read it; `undefined` while a newer text is still to be set. */
  #seen?: string | undefined;

  /** One set for the box, whichever element it is; in the capture phase, because not all of these events bubble. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const listen = (type: string, handle: (event: never) => void) =>
      root.addEventListener(type, (event) => event.target === this.input && handle.call(this, event as never), true);
    listen('input', this.handleInput);
    listen('change', this.handleChange);
    listen('blur', this.handleBlur);
    listen('keydown', this.handleKeydown);
    listen('keypress', this.handleKeypress);
    return root;
  }

  protected get input(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot?.querySelector('#control') ?? null;
  }

  /** The value in its stored form; `''` while what is typed cannot be read. Setting it sends no event. */
  get value(): string {
    return this.#typed === undefined ? (this.#set ?? this.defaultValue) : (this.parse(this.#typed) ?? '');
  }
  set value(value: string) {
    this.#typed = this.#announced = this.#seen = undefined;
    this.#set = String(value ?? '');
    this.requestUpdate();
  }

  get data(): unknown {
    return this.value || undefined;
  }

  /** @internal */
  override get isLine(): boolean {
    return true;
  }

  /** The text in the box. */
  get typed(): string {
    return this.#typed ?? this.format(this.#set ?? this.defaultValue);
  }

  /** What typed text means in stored form, or `undefined` if nothing yet. */
  protected parse(typed: string): string | undefined {
    return toNfc(typed);
  }

  /** A stored value as it is shown. */
  protected format(value: string): string {
    return value;
  }

  protected get formValue(): string | FormData {
    return this.value;
  }

  get restorableState(): string {
    return this.typed;
  }

  restoreState(state: string): void {
    this.#typed = state;
    this.#seen = undefined;
    this.requestUpdate();
  }

  protected takeText(text: string): void {
    const value = this.parse(text);
    this.#typed = value === undefined ? text : this.format(value);
    this.#seen = undefined;
    this.requestUpdate();
  }

  protected resetValue(): void {
    this.#typed = this.#set = this.#announced = this.#seen = undefined;
  }

  protected handleInput(): void {
    this.#typed = this.#seen = this.input?.value ?? '';
    this.edited();
    this.afterTyping();
  }

  /** Called after each change of the text by the person. */
  protected afterTyping(): void {}

  /** The person has finished: lay the text out, then tell the page – once for each change. */
  protected handleChange(): void {
    if (this.#takeFilled()) this.edited();
    const typed = this.#typed;
    if (typed === undefined || typed === this.#announced) return;
    const value = this.parse(typed);
    this.#typed = value === undefined ? toNfc(typed) : this.format(value);
    this.#announced = this.#typed;
    this.requestUpdate();
    this.sendChange();
  }

  /**
   * Password managers and test tools fill a box and may send `input` late, or only `change`. Takes a text that stands in the box
   * without our knowing; true if there was one.
   */
  #takeFilled(): boolean {
    if (this.#seen === undefined) return false;
    const filled = this.input?.value;
    if (filled === undefined || filled === this.#seen) return false;
    this.#typed = this.#seen = filled;
    this.dirty = true;
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Rendering would overwrite it.
    if (this.#takeFilled()) this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { input, typed } = this;
    if (!input) return;
    if (input.value !== typed) input.value = typed;
    this.#seen = input.value;
  }

  protected handleBlur(): void {
    this.left();
  }

  protected handleKeydown(event: KeyboardEvent): void {
    // Safari sends the key after the end of the composition, with code 229.
    if (!event.isComposing && event.keyCode !== 229) this.handleKey(event);
  }

  protected override beforeSubmission(): void {
    this.handleChange();
  }

  /** Called for each key; `preventDefault()` if it was for the field itself. */
  protected handleKey(_event: KeyboardEvent): void {}

  protected renderInput({
    type = 'text',
    style = '',
    inputmode,
    autocomplete,
    placeholder,
    combobox,
  }: InputAttributes): TemplateResult {
    const list = combobox && {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': String(combobox.open),
      'aria-controls': 'list',
      'aria-activedescendant': combobox.active,
    };
    const { typed } = this;
    return html`<input
        id="control"
        part="control"
        aria-describedby="hint error"
        ${attributes({ class: `control screen-only ${style}`, type, inputmode, autocomplete, placeholder, ...list, ...this.sharedAttributes })}
      /><span class="printed" .textContent=${typed}></span>`;
  }

  /** What follows from the state of the field, for an input or a text area. */
  protected get sharedAttributes(): AttributeValues {
    const { required, readonly, isDisabled: disabled } = this;
    return { 'aria-invalid': this.shownError ? 'true' : 'false', required, readonly, disabled };
  }
}
