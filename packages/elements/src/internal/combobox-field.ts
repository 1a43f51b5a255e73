import { toNfc } from '@dvk/sdk/text';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { combobox } from '../locale/combobox/vi.ts';
import { fields } from '../locale/fields/vi.ts';
import { comboboxStyles } from './combobox-styles.ts';
import { Floating } from './floating.ts';
import { FormControl, type Fault } from './form-control.ts';
import { KnownItems } from './known-items.ts';
import { Suggestions } from './suggestions.ts';
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

  readonly #known = new KnownItems<Item>();
  readonly #list = new Suggestions<Item>(this, (text, signal) => this.find(text, signal));
  readonly #floating = new Floating();

  /** Milliseconds to wait for the next key before asking. */
  protected readonly searchDelay: number = 0;
  /** Whether the list opens on a click also while the box is empty, with all there is. */
  protected get opensEmpty(): boolean {
    return false;
  }
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
    return this.#known.isNone(value) ? '' : value;
  }
  override set value(value: string) {
    super.value = value;
    this.#list.close();
  }

  /** What is said when nothing was found. */
  protected get noMatch(): string {
    return this.locale.texts(combobox).noMatch;
  }

  /** The chosen line; `undefined` until its name has come. */
  protected get chosen(): Item | undefined {
    return this.#known.get(this.value);
  }

  /** Shows and submits a line, as if it had been set by script. */
  protected choose(item: Item): void {
    this.#known.add(item);
    this.value = item.value;
  }

  protected override parse(typed: string): string | undefined {
    const text = toNfc(typed).trim();
    return text && this.#known.withLabel(text)?.value;
  }

  protected override format(value: string): string {
    // Where the name cannot be had, an empty box would say that nothing is chosen.
    return this.#known.get(value)?.label ?? (this.#known.hasNoName(value) ? value : '');
  }

  override get restorableState(): string {
    return JSON.stringify([this.value, this.typed, this.chosen]);
  }

  override restoreState(state: string): void {
    const [value, typed, item] = parseState<Item>(state) ?? ['', state, null];
    this.#list.close();
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
    this.#list.close();
  }

  protected findFault(): Fault | undefined {
    const texts = this.locale.texts(combobox);
    if (this.value) return undefined;
    if (!this.typed.trim())
      return this.required
        ? { flag: 'valueMissing', message: this.locale.texts(fields).choose(this.nameInSentence) }
        : undefined;
    return this.acceptsOther ? undefined : { flag: 'badInput', message: texts.fromList };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.close();
    this.#floating.hide();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const popup = this.renderRoot.querySelector<HTMLElement>('.popup');
    if (popup && this.input && this.#list.state !== 'closed') this.#floating.show(popup, this.input);
    else this.#floating.hide();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.readonly || this.isDisabled) this.#list.close();
    // Until its name has come the box is empty; the value itself is submitted at once.
    this.#known.lookUp(
      this.value,
      (value) => this.lookUp(value, new AbortController().signal),
      () => this.requestUpdate(),
    );
  }

  /** To be called when the filter of the search has changed: the lines shown are those of the old one. */
  protected searchAgain(): void {
    if (this.#list.state !== 'closed') this.#open();
  }

  #open(): void {
    void this.#list.open(this.#text, this.searchDelay, this.opensEmpty);
  }

  /** Opens the list with all there is, whatever stands in the box, for somebody to look through. */
  protected openAll(): void {
    this.focus();
    void this.#list.open('', 0, true);
  }

  readonly #onClick = (event: Event): void => {
    const isEmpty = this.opensEmpty && !this.#text && this.#list.state === 'closed';
    if (isEmpty && event.target === this.input && !this.readonly && !this.isDisabled) this.#open();
  };

  /** What is asked for. */
  get #text(): string {
    return toNfc(this.typed).trim();
  }

  /** A line that a person has pressed; it may have gone meanwhile. */
  #pick(item: Item): void {
    if (this.#list.items.includes(item)) this.#take(item);
  }

  #take(item: Item): void {
    this.choose(item);
    this.edited();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.sendChange();
  }

  protected override afterTyping(): void {
    this.#open();
  }

  protected override handleKey(event: KeyboardEvent): void {
    const list = this.#list;
    const isOpen = list.state !== 'closed';
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (direction && !this.readonly) {
      if (isOpen) this.#move(direction);
      else this.#open();
    } else if (event.key === 'Enter' && isOpen) {
      const item = list.items[this.acceptsOther ? list.active : Math.max(list.active, 0)];
      if (item) this.#take(item);
      // The lines are still to come: neither choose nor send before them.
      else if (list.state !== 'searching' || this.acceptsOther) return list.close();
    } else if (event.key === 'Escape' && isOpen) list.close();
    else return;
    // A dialog, a menu or a form of the page that listens to the same keys is not meant.
    event.preventDefault();
    event.stopPropagation();
  }

  #move(by: number): void {
    this.#list.move(by);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  protected override left(): void {
    // Typed in full, but not clicked: take it if there is only one such line.
    const list = this.#list;
    const same = this.#lineOf(list.items);
    if (!this.value && same) this.#take(same);
    else {
      if (!this.value && list.state === 'searching') void this.#findWhole().then((item) => item && this.#take(item));
      list.close();
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
    const { state, items, active } = this.#list;
    const isOpen = state !== 'closed';
    const hasItems = items.length > 0;
    return html`<div class="combobox" @click=${this.#onClick}>
      ${this.renderInput({
        autocomplete: 'off',
        placeholder: this.placeholder,
        combobox: { open: hasItems, active: active < 0 ? undefined : `item-${active}` },
      })}
      <div class="popup screen-only" ?hidden=${!isOpen}>
        <ul class="list" part="list" id="list" role="listbox" aria-label=${this.displayName} ?hidden=${!hasItems}>
          ${items.map(
            (item, at) =>
              html`<li
                class="item"
                part="item"
                id="item-${at}"
                role="option"
                aria-selected=${at === active ? 'true' : 'false'}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#pick(item)}
              >
                ${item.label}${item.note ? html`<small>${item.note}</small>` : nothing}
              </li>`,
          )}
        </ul>
        ${isOpen && !hasItems ? html`<p class="list none">${this.#status()}</p>` : nothing}
      </div>
      <p class="hidden" role="status">${isOpen ? this.#status() : ''}</p>
    </div>`;
  }

  #status(): string {
    const texts = this.locale.texts(combobox);
    const { state, items } = this.#list;
    if (state === 'failed') return this.acceptsOther ? texts.noMatchFree : texts.searchFailed;
    if (items.length > 0) return texts.matches(items.length);
    if (state === 'searching') return texts.searching;
    return this.acceptsOther ? texts.noMatchFree : this.noMatch;
  }
}

/** What {@link ComboboxField.restorableState} holds; `undefined` for anything else. */
function parseState<Item>(state: string): [value: string, typed: string, item: Item | null] | undefined {
  try {
    const [value, typed, item] = JSON.parse(state) as [string, string, ComboboxItem | null];
    const isItem = item === null || (typeof item.value === 'string' && typeof item.label === 'string');
    return typeof value === 'string' && typeof typed === 'string' && isItem ? [value, typed, item as Item] : undefined;
  } catch {
    return undefined;
  }
}
