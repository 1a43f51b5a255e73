import { toNfc } from '@dvk/sdk/text';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fields } from '../locale/fields/vi.ts';
import { comboboxStyles } from './combobox-styles.ts';
import { Floating } from './floating.ts';
import { FormControl, type Fault } from './form-control.ts';
import { TypedField } from './typed-field.ts';

/** One line of the list. */
export interface ComboboxItem {
  /** What is submitted. */
  value: string;
  /** What the box shows once it is chosen. */
  label: string;
  /** A second line, e.g. an old name under which it was found. */
  note?: string;
}

/**
 * A text box with a list of suggestions (the ARIA combobox pattern). The list is asked for while the person types; up and down
 * move in it, Enter or a click chooses – Enter alone the first line,
 * unless other text is welcome –, Escape closes.
 */
export abstract class ComboboxField<Item extends ComboboxItem = ComboboxItem> extends TypedField {
  static override styles: CSSResultGroup = [FormControl.styles, comboboxStyles];

  /** Example inside the empty box; never the only label. */
  @property() placeholder = '';

  @state() private items: readonly Item[] = [];
  @state() private progress: 'closed' | 'searching' | 'ready' | 'failed' = 'closed';
  @state() private active = -1;
  /** Items whose labels are known, by value: chosen ones and those looked up. */
  readonly #known = new Map<string, Item>();
  /** Values that turned out to be none. */
  readonly #unknown = new Set<string>();
  /** Values whose names could not be had. */
  readonly #nameless = new Set<string>();
  readonly #floating = new Floating();
  #search?: AbortController;
  #lookedUp = '';

  /** Milliseconds to wait for the next key before asking. */
  protected readonly patience: number = 0;
  /** Whether text that is not in the list is a value too. */
  protected get acceptsOther(): boolean {
    return false;
  }
  /** Lines for a text; rejects when they cannot be had. */
  protected abstract find(text: string, signal: AbortSignal): Promise<readonly Item[]>;
  /** The line of a value, for showing one that was set. */
  protected abstract lookUp(value: string, signal: AbortSignal): Promise<Item | undefined>;

  /** The value of the line; `''` while none is chosen, and for a value that is no line. Setting it sends no event. */
  override get value(): string {
    const value = super.value;
    return this.#unknown.has(value) ? '' : value;
  }
  override set value(value: string) {
    super.value = value;
    this.#close();
  }

  /** What is said when nothing was found. */
  protected get noMatch(): string {
    return this.locale.texts(fields).noMatch;
  }

  /** The chosen line, once it is known. */
  protected get chosen(): Item | undefined {
    return this.#known.get(this.value);
  }

  /** Shows and submits a line, as if it had been set by script. */
  protected choose(item: Item): void {
    this.#known.set(item.value, item);
    this.value = item.value;
  }

  protected override parse(typed: string): string | undefined {
    const text = toNfc(typed).trim();
    if (!text) return '';
    for (const item of this.#known.values()) if (item.label === text) return item.value;
    return undefined;
  }

  protected override format(value: string): string {
    // Where the name cannot be had, an empty box would say that nothing is chosen.
    return this.#known.get(value)?.label ?? (this.#nameless.has(value) ? value : '');
  }

  override get restorableState(): string {
    return JSON.stringify([this.value, this.typed, this.chosen]);
  }

  override restoreState(kept: string): void {
    const [value, typed, item] = parseState<Item>(kept) ?? ['', kept, null];
    this.#close();
    if (item) this.choose(item);
    else if (value) this.value = value;
    else super.restoreState(typed);
  }

  protected override takeText(text: string): void {
    super.restoreState(text);
    void this.#findWhole().then((item) => item && this.choose(item));
  }

  protected override resetValue(): void {
    super.resetValue();
    this.#close();
  }

  protected findFault(): Fault | undefined {
    const texts = this.locale.texts(fields);
    if (this.value) return undefined;
    if (!this.typed.trim())
      return this.required ? { flag: 'valueMissing', message: texts.choose(this.nameInSentence) } : undefined;
    return this.acceptsOther ? undefined : { flag: 'badInput', message: texts.fromList };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
    this.#floating.hide();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const popup = this.renderRoot.querySelector<HTMLElement>('.popup');
    if (popup && this.input && this.progress !== 'closed') this.#floating.show(popup, this.input);
    else this.#floating.hide();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.readonly || this.isDisabled) this.#close();
    const { value } = this;
    if (!value || this.#known.has(value) || this.#lookedUp === value) return;
    this.#lookedUp = value;
    // Until then the box is empty; the value itself is submitted at once.
    this.lookUp(value, new AbortController().signal)
      .then((item) => {
        if (item) this.#known.set(value, item);
        else this.#unknown.add(value);
        this.requestUpdate();
      })
      .catch(() => {
        // Asked again with the next update, e.g. when there is a client.
        if (this.#lookedUp === value) this.#lookedUp = '';
        if (this.#nameless.has(value)) return;
        this.#nameless.add(value);
        this.requestUpdate();
      });
  }

  /** Whoever changes what is looked for, or where, makes the lines on show those of another question. */
  protected forgetLines(): void {
    if (this.progress !== 'closed') void this.#open();
  }

  async #open(): Promise<void> {
    this.#search?.abort();
    const text = this.#text;
    if (!text) return this.#close();
    const search = (this.#search = new AbortController());
    this.active = -1;
    // Lines of another text must never be chosen for this one.
    this.items = [];
    this.progress = 'searching';
    try {
      if (this.patience) await new Promise((done) => setTimeout(done, this.patience));
      if (search.signal.aborted) return;
      const items = await this.find(text, search.signal);
      if (search.signal.aborted) return;
      this.items = items;
      this.progress = 'ready';
    } catch {
      if (!search.signal.aborted) this.progress = 'failed';
    }
  }

  /** What is asked for. */
  get #text(): string {
    return toNfc(this.typed).trim();
  }

  #close(): void {
    this.#search?.abort();
    this.progress = 'closed';
    this.items = [];
    this.active = -1;
  }

  #pick(item: Item): void {
    if (this.items.includes(item)) this.#take(item);
  }

  #take(item: Item): void {
    this.choose(item);
    this.edited();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.sendChange();
  }

  protected override afterTyping(): void {
    void this.#open();
  }

  protected override handleKey(event: KeyboardEvent): void {
    const { items, progress } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.readonly) {
      if (progress === 'closed') void this.#open();
      else this.#move(step);
    } else if (event.key === 'Enter' && progress !== 'closed') {
      const item = items[this.acceptsOther ? this.active : Math.max(this.active, 0)];
      if (item) this.#pick(item);
      // The answer is still to come: neither choose nor send before it.
      else if (progress !== 'searching' || this.acceptsOther) return this.#close();
    } else if (event.key === 'Escape' && progress !== 'closed') this.#close();
    else return;
    // A dialog, a menu or a form of the page that listens to the same keys is not meant.
    event.preventDefault();
    event.stopPropagation();
  }

  #move(step: number): void {
    const { length } = this.items;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.active = length > 0 ? (from + step + length) % length : -1;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  protected override left(): void {
    // Typed in full, but not clicked: take it if there is only one such line.
    const same = this.#lineOf(this.items);
    if (!this.value && same) this.#pick(same);
    else {
      if (!this.value && this.progress === 'searching') void this.#findWhole().then((item) => item && this.#take(item));
      this.#close();
    }
    super.left();
  }

  /** The only line whose label is the text that stands there. */
  #lineOf(items: readonly Item[]): Item | undefined {
    const text = this.#text.toLocaleLowerCase('vi');
    const same = items.filter(({ label }) => label.toLocaleLowerCase('vi') === text);
    return same.length === 1 ? same[0] : undefined;
  }

  /** As {@link #lineOf}, for a text that was filled in, or left before its lines came. */
  async #findWhole(): Promise<Item | undefined> {
    const text = this.#text;
    if (!text || this.value) return undefined;
    const items = await this.find(text, new AbortController().signal).catch(() => []);
    return this.#text === text && !this.value && this.isConnected ? this.#lineOf(items) : undefined;
  }

  protected renderControl(): TemplateResult {
    const open = this.progress !== 'closed';
    const listed = this.items.length > 0;
    return html`<div class="combobox">
      ${this.renderInput({
        autocomplete: 'off',
        placeholder: this.placeholder,
        combobox: { open: listed, active: this.active < 0 ? undefined : `item-${this.active}` },
      })}
      <div class="popup screen-only" ?hidden=${!open}>
        <ul class="list" part="list" id="list" role="listbox" aria-label=${this.displayName} ?hidden=${!listed}>
          ${this.items.map(
            (item, at) =>
              html`<li
                class="item"
                part="item"
                id="item-${at}"
                role="option"
                aria-selected=${at === this.active ? 'true' : 'false'}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#pick(item)}
              >
                ${item.label}${item.note ? html`<small>${item.note}</small>` : nothing}
              </li>`,
          )}
        </ul>
        ${open && !listed ? html`<p class="list none">${this.#status()}</p>` : nothing}
      </div>
      <p class="hidden" role="status">${open ? this.#status() : ''}</p>
    </div>`;
  }

  #status(): string {
    const texts = this.locale.texts(fields);
    if (this.progress === 'failed') return this.acceptsOther ? texts.noMatchFree : texts.searchFailed;
    if (this.items.length > 0) return texts.matches(this.items.length);
    if (this.progress === 'searching') return texts.searching;
    return this.acceptsOther ? texts.noMatchFree : this.noMatch;
  }
}

/** What {@link ComboboxField.restorableState} holds; `undefined` for anything else. */
function parseState<Item>(kept: string): [value: string, typed: string, item: Item | null] | undefined {
  try {
    const [value, typed, item] = JSON.parse(kept) as [string, string, ComboboxItem | null];
    const isItem = item === null || (typeof item.value === 'string' && typeof item.label === 'string');
    return typeof value === 'string' && typeof typed === 'string' && isItem ? [value, typed, item as Item] : undefined;
  } catch {
    return undefined;
  }
}
