import { LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fields } from '../locale/fields/vi.ts';
import { baseStyles } from './base-styles.ts';
import { takeEarlyProperties } from './early-properties.ts';
import { DvkElement } from './element.ts';
import { fieldLayout } from './field-layout.ts';
import { fieldStyles } from './field-styles.ts';
import { checkSilently, isCheckedSilently, silenceCheckValidity } from './form-validation.ts';
import { submitImplicitly } from './implicit-submission.ts';
import { nameInSentence } from '../locale/name-in-sentence.ts';
import { plainInputs, putPlainInputs } from './plain-inputs.ts';

/** What is wrong with a value: the flag of `ValidityState` and the sentence to show. */
export interface Fault {
  flag: Exclude<keyof ValidityState, 'valid'>;
  message: string;
}

const knownForms = new WeakSet<HTMLFormElement>();
/** Marks the fields of every copy of this package on a page: a widget of one file may draw with the fields of another. */
const brand = Symbol.for('dvk:field:1');

/** A form, or the fields of several. */
export interface Fields {
  readonly elements: Iterable<Element>;
}

/** The fields of this package in a form, in document order. */
export function controlsOf(form: Fields): FormControl[] {
  return [...form.elements].filter((element): element is FormControl => brand in element);
}

/**
 * Base of the form fields: a form-associated element that behaves as a native control does, with its label, hint and
 * error in one root and its messages from our own catalogue.
 *
 * A field shows its error after an attempt to submit, or once the person has changed it and left it; the error
 * goes as soon as the value is right. The value reaches the form synchronously, before any event is sent.
 *
 * @attr {string} name - name under which the value is submitted
 * @attr {string} value - the value the field starts with and returns to on reset
 * @attr {boolean} disabled - takes no part in its form
 */
export abstract class FormControl extends DvkElement {
  readonly [brand] = true;
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles: CSSResultGroup = [baseStyles, fieldStyles];

  /** Label above the control. Without it, an outer `<label for>` names the control. */
  @property() label = '';
  /** What messages call the field, where its label is a question: “Nhập nội dung” for “Chuyện gì đang xảy ra?”. */
  @property({ attribute: 'short-name' }) shortName = '';
  /** Help below the label. */
  @property() hint = '';
  /** A value is needed. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Says after the label that the field may stay empty. Where most fields may, their heading says it better. */
  @property({ type: Boolean }) optional = false;
  /** Shows the value; the person cannot change it. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Keeps the label for assistive technology but does not show it, e.g. in a table cell under a heading. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  /** A message from outside, e.g. the server's: shown at once, gone with the next change by the person. */
  @property() error = '';

  @state() private shown = false;
  @state() private disabledByForm = false;
  @state() private custom = '';
  /** The person has changed the value since it was set or reset. */
  protected dirty = false;
  // Not `#ready`: it is read before it exists.
  private ready = false;
  /** What the form submits, and what the browser keeps. */
  private submitted?: string | FormData | null;
  private restorable?: string;
  /** Whether the form has been told of a fault. */
  private hasFault = false;
  /** Whether hidden inputs submit the value. */
  private isPlain = false;
  protected readonly internals: ElementInternals = this.attachInternals();

  /** Name under which the value is submitted. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string) {
    this.setAttribute('name', name);
  }

  /** The value the field starts with and returns to on reset: the `value` attribute. */
  get defaultValue(): string {
    return this.getAttribute('value') ?? '';
  }
  set defaultValue(value: string) {
    this.setAttribute('value', value);
  }

  /** Attribute-backed like the native one, so that the form knows in the same tick. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** The form the field belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  /** The `<label>` elements outside that name the field. */
  get labels(): NodeList {
    return this.internals.labels;
  }
  /** What is wrong with the value, as of a native control. */
  get validity(): ValidityState {
    return this.internals.validity;
  }
  /** The sentence for what is wrong; `''` when nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  /** Whether the field is checked at all: not while it is disabled. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** The error on show, or `''`. */
  get shownError(): string {
    return this.error || (this.shown && this.willValidate ? this.validationMessage : '');
  }

  /**
   * True for a box of one line: see {@link submitImplicitly}.
   * @internal
   */
  get isLine(): boolean {
    return false;
  }

  /** True if the element is disabled by itself or by a fieldset. */
  protected get isDisabled(): boolean {
    return this.disabledByForm;
  }

  /** What the field is called: its label, or an outer one. */
  get displayName(): string {
    return this.label || this.#outerLabel();
  }

  /** @internal */
  get nameInSentence(): string {
    return nameInSentence(this.shortName || this.displayName) || this.locale.texts(fields).thisField;
  }

  /** The value as data, for a JSON body; `undefined` when empty. */
  abstract get data(): unknown;
  /** The data under the name – or names, for a field that gives more than one. */
  get entries(): Record<string, unknown> {
    return { [this.name]: this.data };
  }
  /** Value for the form: a string, several entries, or `null` for none. */
  protected abstract get formValue(): string | FormData | null;
  /** What a person must get back after a restored page or draft: also text that is not a value yet. */
  abstract get restorableState(): string;
  /** Puts {@link restorableState} back. */
  abstract restoreState(state: string): void;
  /** Takes what stands in an address book or a password manager, as text for people. Says nothing of text that does not fit. */
  protected abstract takeText(text: string): void;
  /** The first thing wrong with the value, if any. */
  protected abstract findFault(): Fault | undefined;
  /** Forgets what the person did; the default value shows again. */
  protected abstract resetValue(): void;
  /** The native control that takes the focus. */
  protected abstract get input(): HTMLElement | null;
  /** Role of the group, in a field of several controls under one legend. */
  protected get groupRole(): 'group' | 'radiogroup' | undefined {
    return undefined;
  }
  protected abstract renderControl(): TemplateResult;

  /** Whether the value is right; shows nothing. */
  checkValidity(): boolean {
    return checkSilently(() => this.internals.checkValidity());
  }

  /** Shows the error, focuses the field if it is the first wrong one, and says whether the value is right. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Shows the error if there is one, without taking the focus, and says whether the value is right. */
  showValidity(): boolean {
    // What the server said was about the last attempt.
    this.error = '';
    this.shown = !this.checkValidity();
    return !this.shown;
  }

  /** Blocks the form with a message of the page's own until it is cleared with `''` or the person changes the value. */
  setCustomValidity(message: string): void {
    this.custom = message;
  }

  /** Puts the focus into the control. */
  override focus(options?: FocusOptions): void {
    const { input } = this;
    if (input) input.focus(options);
    else super.focus(options);
  }

  /**
   * Brings the field into the middle of what is to be seen – clear of whatever the page keeps at its edges –, one that is higher than
   * that with its label first, and puts the focus into it.
   */
  reveal(): void {
    const isHigh = this.getBoundingClientRect().height > window.innerHeight / 2;
    this.scrollIntoView({ block: isHigh ? 'start' : 'center' });
    this.focus({ preventScroll: true });
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'name', 'value'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'name' || name === 'value') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#onInvalid);
    takeEarlyProperties(this, ['name', 'disabled', 'defaultValue', 'value', 'values', 'files']);
    this.ready = true;
    this.#sync();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    if (this.ready) this.requestUpdate();
    if (!form || knownForms.has(form)) return;
    knownForms.add(form);
    const observer = new MutationObserver(() => {
      for (const control of controlsOf(form)) control.requestUpdate();
    });
    observer.observe(form, { attributeFilter: [plainInputs] });
    silenceCheckValidity(form);
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByForm = disabled;
  }

  formResetCallback(): void {
    this.dirty = false;
    this.shown = false;
    this.custom = '';
    this.error = '';
    this.resetValue();
    this.requestUpdate();
  }

  /** Called by the browser, with what it kept of the page or with what it fills in by itself. */
  formStateRestoreCallback(state: unknown, mode: 'restore' | 'autocomplete' = 'restore'): void {
    if (typeof state !== 'string') return;
    if (mode === 'autocomplete') this.takeText(state);
    else this.restoreState(state);
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: never): void {
    super.requestUpdate(name, oldValue, options);
    // Lit's own constructor comes here before the fields of this class exist.
    if (this.ready) this.#sync();
  }

  /** Tells the form the value and its validity, at once. */
  #sync(): void {
    const { internals } = this;
    // jsdom knows `attachInternals` but not these.
    // Entries of its own would be submitted without a name too.
    const value = this.name ? this.formValue : null;
    const isPlain = this.form?.hasAttribute(plainInputs) ?? false;
    this.#setFormValue(isPlain ? null : value, this.restorableState);
    if (isPlain !== this.isPlain || isPlain) putPlainInputs(this, isPlain ? this.#plainEntries(value) : []);
    this.isPlain = isPlain;
    const fault: Fault | undefined = this.custom ? { flag: 'customError', message: this.custom } : this.findFault();
    if (fault) internals.setValidity?.({ [fault.flag]: true }, fault.message, this.input ?? undefined);
    else if (this.hasFault) internals.setValidity?.({});
    this.hasFault = fault !== undefined;
    if (!fault && this.shown) this.shown = false;
  }

  /** Not again with the same, which is what most calls would do. */
  #setFormValue(value: string | FormData | null, state: string): void {
    const isSame = value === this.submitted && state === this.restorable && typeof value !== 'object';
    if (isSame) return;
    this.submitted = value;
    this.restorable = state;
    this.internals.setFormValue?.(value, state);
  }

  #plainEntries(value: string | FormData | null): (readonly [string, string])[] {
    if (value === null || this.matches(':disabled')) return [];
    return typeof value === 'string' ? [[this.name, value]] : ([...value] as [string, string][]);
  }

  /** To be called when the person has changed the value, before the event goes out. */
  protected edited(): void {
    this.dirty = true;
    this.custom = '';
    this.error = '';
    this.requestUpdate();
  }

  /** To be called when the person has finished with the control. */
  protected left(): void {
    if (this.dirty) this.shown = true;
  }

  /** Called before Enter sends the form. */
  protected beforeSubmission(): void {}

  /** Enter in a native input, not in a text area, sends its form. The page has the first word: it may have a default button of its own. */
  protected handleKeypress(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.target instanceof HTMLTextAreaElement) return;
    setTimeout(() => {
      const { form } = this;
      if (!form || event.defaultPrevented) return;
      this.beforeSubmission();
      submitImplicitly(form);
    });
  }

  protected sendChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  readonly #onInvalid = (event: Event): void => {
    event.preventDefault();
    if (isCheckedSilently()) return;
    this.shown = true;
    const first = [...(this.form?.elements ?? [this])].find(
      (element) => (element as FormControl).willValidate && !(element as FormControl).validity.valid,
    );
    if (first === this) this.reveal();
  };

  #outerLabel(): string {
    return [...(this.internals.labels ?? [])].map((label) => label.textContent?.trim()).join(' ');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.nameInput();
  }

  /** Gives the inner control the name that stands outside, across the shadow boundary. */
  protected nameInput(): void {
    if (this.label) return;
    const named = this.groupRole ? this.renderRoot.querySelector('fieldset') : this.input;
    if (!named) return;
    const labels = this.internals.labels;
    if (labels?.length && 'ariaLabelledByElements' in named) named.ariaLabelledByElements = [...labels] as Element[];
    // Also as text: for browsers without the above, and for tools that only read attributes.
    if (this.displayName) named.setAttribute('aria-label', this.displayName);
  }

  protected override render(): TemplateResult {
    const { label, labelHidden, hint, required, groupRole } = this;
    const [error, disabled, control] = [this.shownError, this.isDisabled, this.renderControl()];
    const { lang } = this.locale;
    const note = this.optional && !labelHidden ? this.locale.texts(fields).optional : '';
    return fieldLayout({ lang, label, labelHidden, note, hint, error, required, disabled, groupRole, control });
  }
}
