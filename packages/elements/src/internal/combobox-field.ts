import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fields } from '../locale/vi/fields.ts';
import { comboboxStyles } from './combobox-styles.ts';
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
    const text = typed.normalize('NFC').trim();
    if (!text) return '';
    for (const item of this.#known.values()) if (item.label === text) return item.value;
    return undefined;
  }

  protected override format(value: string): string {
    return this.#known.get(value)?.label ?? '';
  }

  override get restorableState(): string {
    return JSON.stringify([this.value, this.typed, this.chosen]);
  }

  override restoreState(kept: string): void {
    const [value, typed, item] = JSON.parse(kept) as [string, string, Item | null];
    if (item) this.choose(item);
    else if (value) this.value = value;
    else super.restoreState(typed);
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
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { value } = this;
    if (!value || this.#known.has(value) || this.#lookedUp === value) return;
    this.#lookedUp = value;
    // Until then the box is empty; the value itself is submitted at once.
    this.lookUp(value, new AbortController().signal)
      .then((item) => {
        if (item) this.#known.set(value, item);
        this.requestUpdate();
      })
      .catch(() => (this.#lookedUp = ''));
  }

  async #open(): Promise<void> {
    this.#search?.abort();
    const text = this.typed.normalize('NFC').trim();
    if (!text) return this.#close();
    const search = (this.#search = new AbortController());
    this.active = -1;
    if (this.progress === 'closed') this.items = [];
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

  #close(): void {
    this.#search?.abort();
    this.progress = 'closed';
    this.items = [];
    this.active = -1;
  }

  #pick(item: Item): void {
    this.choose(item);
    this.#close();
    this.edited();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.sendChange();
  }

  protected override afterTyping(): void {
    void this.#open();
  }

  protected override handleKey(event: KeyboardEvent): boolean {
    const { items, progress } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.readonly) {
      if (progress === 'closed') void this.#open();
      else this.#move(step);
    } else if (event.key === 'Enter' && items.length > 0 && (this.active >= 0 || !this.acceptsOther))
      this.#pick(items[Math.max(this.active, 0)]!);
    else if (event.key === 'Escape' && progress !== 'closed') this.#close();
    else return false;
    event.preventDefault();
    return true;
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
    const text = this.typed.normalize('NFC').trim().toLocaleLowerCase('vi');
    const same = this.items.filter(({ label }) => label.toLocaleLowerCase('vi') === text);
    if (!this.value && same.length === 1) this.#pick(same[0]!);
    else this.#close();
    super.left();
  }

  protected renderControl(): TemplateResult {
    const open = this.progress !== 'closed';
    return html`<div class="combobox">
      ${this.renderInput({
        autocomplete: 'off',
        placeholder: this.placeholder,
        combobox: { open, active: this.active < 0 ? undefined : `item-${this.active}` },
      })}
      <ul
        class="list screen-only"
        part="list"
        id="list"
        role="listbox"
        aria-label=${this.displayName}
        ?hidden=${!open || this.items.length === 0}
      >
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
      ${open && this.items.length === 0 ? html`<p class="list none">${this.#status()}</p>` : nothing}
      <p class="hidden" role="status">${open ? this.#status() : ''}</p>
    </div>`;
  }

  #status(): string {
    const texts = this.locale.texts(fields);
    if (this.progress === 'failed') return this.acceptsOther ? texts.noMatchFree : texts.searchFailed;
    if (this.items.length > 0) return texts.matches(this.items.length);
    if (this.progress === 'searching') return texts.searching;
    return this.acceptsOther ? texts.noMatchFree : texts.noMatch;
  }
}
