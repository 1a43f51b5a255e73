import { formatPhone, normalizePhone, plainForm, readPhone } from '@dvk/sdk/text';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { attributes } from '../internal/attributes.ts';
import { FormControl, type Fault } from '../internal/form-control.ts';
import { numberAttribute } from '../internal/number-attribute.ts';
import { TypedField } from '../internal/typed-field.ts';
import { fields } from '../locale/fields/vi.ts';
import { countCharacters } from './characters.ts';
import { numberKinds, type NumberKind } from './number-kinds.ts';
import { textFieldStyles } from './styles.ts';

/** Kinds of text: see {@link DvkTextField.type}. */
export type TextFieldType = 'text' | 'multiline' | 'email' | 'tel' | 'number' | 'count' | 'points' | 'money';

/** Each part ends where the next begins, so that there is one way to read a text, however long. */
const emailAddress = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** A regular expression; `undefined` for what is none. */
function toRegExp(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** As in a native input, a pattern is read by the newest rules (`v`; before Chrome 112 `u`), and one that is none counts for nothing. */
function fits(value: string, pattern: string): boolean {
  const flags = toRegExp('', 'v') ? 'v' : 'u';
  return toRegExp(`^(?:${pattern})$`, flags)?.test(value) ?? true;
}

/**
 * A line or a box of text, or a number as people here type it (`8,5` or `8.5`; `1.500.000`).
 *
 * Typed text is never rewritten while it is being typed, so Telex and VNI work; on leaving it is put into NFC and
 * numbers are laid out.
 *
 * @summary Text, number, points or money.
 * @vietnamese Ô văn bản, số
 * @event {Event} input - the person typed
 * @event {Event} change - the person finished a change
 * @csspart base - the whole field
 * @csspart label - the label
 * @csspart hint - the help text
 * @csspart control - the native input or textarea
 * @csspart count - characters left
 * @csspart error - the error message
 * @example
 * <dvk-text-field name="title" label="Tên mô hình" maxlength="200" required></dvk-text-field>
 */
export class DvkTextField extends TypedField {
  static override readonly tag: string = 'dvk-text-field';
  static override styles: CSSResultGroup = [FormControl.styles, textFieldStyles];

  /**
   * Kind of text. `points` submits an integer in hundredths (`8,25` → `825`), `money` an integer in đồng, `count` a
   * whole number, `number` a decimal with a dot, `tel` a Vietnamese telephone number as `normalizePhone` stores it – with a
   * `pattern` of its own it is plain text. An unknown value means `text`.
   */
  @property() type: TextFieldType = 'text';
  /** Most characters (UTF-16 units after NFC). More is an error, never cut off; towards the end a multiline box shows what is left. */
  @property({ type: Number }) maxlength?: number;
  /** Fewest characters. */
  @property({ type: Number }) minlength?: number;
  /** Smallest value, in the stored unit (hundredths for points). */
  @property({ type: Number }) min?: number;
  /** Largest value, in the stored unit. */
  @property({ type: Number }) max?: number;
  /** Regular expression the whole value must match. */
  @property() pattern = '';
  /** Example inside the empty box; never the only label. */
  @property() placeholder = '';
  /** Autofill purpose, passed on to the native control. */
  @property() autocomplete: AutoFill = '';
  /** Rows of a multiline box to begin with; it grows with its text. */
  @property({ converter: numberAttribute(3) }) rows = 3;

  get #kind(): NumberKind | undefined {
    return numberKinds[this.type];
  }

  get #isPhone(): boolean {
    return this.type === 'tel' && !this.pattern;
  }

  /** The stored value as a number: hundredths for points, đồng for money; `NaN` if empty or not a number. */
  get valueAsNumber(): number {
    return this.value === '' ? Number.NaN : Number(this.value);
  }

  /** The value as data: a number for the number kinds, else trimmed text; `undefined` when empty. */
  override get data(): unknown {
    if (this.#kind && this.value) return this.valueAsNumber;
    // A script may have set it as a person writes it.
    return (this.#isPhone && normalizePhone(this.value)) || this.value.trim() || undefined;
  }

  protected override parse(typed: string): string | undefined {
    const kind = this.#kind;
    if (kind && typed.trim()) return kind.parse(typed)?.toString();
    if (this.#isPhone && typed.trim()) return readPhone(typed).stored;
    // What was pasted with an address – a no-break space, a zero-width character – is no part of it.
    return this.type === 'email' ? plainForm(typed) : super.parse(typed);
  }

  protected override format(value: string): string {
    if (this.#isPhone) return formatPhone(value, this.locale.lang);
    const number = Number(value);
    return this.#kind && value && Number.isSafeInteger(number * 1e4) ? this.#kind.format(number) : super.format(value);
  }

  protected findFault(): Fault | undefined {
    const texts = this.locale.texts(fields);
    const { value } = this;
    if (!this.typed.trim())
      return this.required ? { flag: 'valueMissing', message: texts.required(this.nameInSentence) } : undefined;
    if (this.#isPhone) {
      const { fault } = readPhone(this.typed);
      return fault && { flag: 'badInput', message: fault[this.locale.lang] };
    }
    return this.#kind ? this.#numberFault(this.#kind) : this.#textFault(value);
  }

  #numberFault(kind: NumberKind): Fault | undefined {
    const texts = this.locale.texts(fields);
    const number = this.valueAsNumber;
    if (Number.isNaN(number)) return { flag: 'badInput', message: texts[this.type as 'number'] };
    if (typeof this.min === 'number' && number < this.min)
      return { flag: 'rangeUnderflow', message: texts.min(kind.format(this.min)) };
    if (typeof this.max === 'number' && number > this.max)
      return { flag: 'rangeOverflow', message: texts.max(kind.format(this.max)) };
    return undefined;
  }

  #textFault(value: string): Fault | undefined {
    const texts = this.locale.texts(fields);
    if (typeof this.maxlength === 'number' && value.length > this.maxlength)
      return { flag: 'tooLong', message: texts.tooLong(this.maxlength) };
    if (typeof this.minlength === 'number' && value.length < this.minlength)
      return { flag: 'tooShort', message: texts.tooShort(this.minlength) };
    const isRight = this.pattern ? fits(value, this.pattern) : this.type !== 'email' || emailAddress.test(value.trim());
    return isRight
      ? undefined
      : { flag: 'patternMismatch', message: this.type === 'email' && !this.pattern ? texts.email : texts.pattern };
  }

  protected renderControl(): TemplateResult {
    if (this.type === 'multiline') return this.#renderBox();
    const kind = this.#kind;
    const keyboard = this.type === 'email' || this.type === 'tel' ? this.type : undefined;
    return this.renderInput({
      style: kind && 'number',
      // The native e-mail type would rewrite what is typed.
      type: keyboard === 'tel' ? 'tel' : 'text',
      inputmode: kind?.inputmode ?? keyboard,
      autocomplete: this.autocomplete || (kind && 'off'),
      placeholder: this.placeholder,
    });
  }

  #renderBox(): TemplateResult {
    const { rows, autocomplete, placeholder } = this;
    return html`<textarea
        id="control"
        part="control"
        class="control screen-only"
        aria-describedby="hint count error"
        ${attributes({ rows: String(rows), autocomplete, placeholder, ...this.sharedAttributes })}
      ></textarea>
      <span class="printed" .textContent=${this.typed}></span> ${this.#renderCount()}`;
  }

  #renderCount(): TemplateResult | typeof nothing {
    if (typeof this.maxlength !== 'number') return nothing;
    const left = this.maxlength - countCharacters(this.value, this.maxlength);
    // Far from the end the number only distracts.
    const near = left <= Math.max(50, this.maxlength / 10);
    return html`<p class="count screen-only ${left < 0 ? 'over' : ''}" part="count" id="count">
      ${near ? this.locale.texts(fields).left(left) : nothing}
    </p>`;
  }
}
