import { query } from 'lit/decorators.js';
import { FormControl } from './form-control.ts';

/**
 * A field whose value is typed: keeps what the person typed apart from what it means. `parse` and `format` translate;
 * text that means nothing (yet) is kept and shown, never thrown away.
 */
export abstract class TypedField extends FormControl {
  @query('#control') protected readonly input!: HTMLInputElement | HTMLTextAreaElement | null;

  #typed?: string;
  #set?: string;
  #announced?: string;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'value'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'value') this.requestUpdate();
  }

  /** The value the field starts with and returns to on reset: the `value` attribute. */
  get defaultValue(): string {
    return this.getAttribute('value') ?? '';
  }
  set defaultValue(value: string) {
    this.setAttribute('value', value);
  }

  /** The value in its stored form; `''` while what is typed cannot be read. Setting it sends no event. */
  get value(): string {
    return this.#typed === undefined ? (this.#set ?? this.defaultValue) : (this.parse(this.#typed) ?? '');
  }
  set value(value: string) {
    this.#typed = undefined;
    this.#set = String(value ?? '');
    this.requestUpdate();
  }

  get data(): unknown {
    return this.value || undefined;
  }

  /** The text in the box. */
  get typed(): string {
    return this.#typed ?? this.format(this.#set ?? this.defaultValue);
  }

  /** What typed text means in stored form, or `undefined` if nothing yet. */
  protected parse(typed: string): string | undefined {
    return typed.normalize('NFC');
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
    this.requestUpdate();
  }

  protected resetValue(): void {
    this.#typed = this.#set = this.#announced = undefined;
  }

  protected readonly onInput = (): void => {
    this.#typed = this.input?.value ?? '';
    this.edited();
  };

  /** The person has finished: lay the text out, then tell the page – once for each change. */
  protected readonly onChange = (): void => {
    const typed = this.#typed;
    if (typed === undefined || typed === this.#announced) return;
    const value = this.parse(typed);
    this.#typed = value === undefined ? typed.normalize('NFC') : this.format(value);
    this.#announced = this.#typed;
    this.requestUpdate();
    this.sendChange();
  };

  protected readonly onBlur = (): void => {
    this.left();
  };

  /** Enter in a line submits the form as in a native input – unless it ends a composition. */
  protected readonly onKeydown = (event: KeyboardEvent): void => {
    const { form } = this;
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !form) return;
    event.preventDefault();
    this.onChange();
    const button = [...form.elements].find((element) => (element as HTMLButtonElement).type === 'submit');
    if (button) (button as HTMLButtonElement).click();
    else form.requestSubmit();
  };
}
