import { html, nothing, type TemplateResult } from 'lit';
import { unitKindNames, unitKindNamesEn, unitOn, type ListedUnit, type UnitRecord } from '@dvk/sdk/units';
import { inboxIcon } from '../icons/inbox.ts';
import { searchIcon } from '../icons/search.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { commandOf } from '../list/list-keys.ts';
import { SearchBox } from '../list/search-box.ts';
import { keyHints } from '../parts/keys.ts';
import { empty } from '../parts/state.ts';
import { KnownUnits } from './known-units.ts';
import { TreeKeys } from './tree-keys.ts';
import { UnitLevels, type MoreRow, type TreeOfDay, type TreeRow } from './unit-levels.ts';
import { keyOf, treeTemplate } from './unit-tree.ts';
import { units } from './vi.ts';

export interface TreePaneOptions {
  /** Id of the open unit; `''` for none. */
  openId: () => string;
  /** Whether the person may change units, and so tick several. */
  mayChange: () => boolean;
  onOpen: (id: string) => void;
  announce: (text: string) => void;
}

/** Units that were found by a search, in place of the tree. */
interface Found {
  q: string;
  items: readonly ListedUnit[];
  nextCursor: string | null;
}

/** The tree of units with its search: what is unfolded, which row has the focus, which units are ticked. */
export class TreePane {
  /** Units that others point to. */
  readonly known = new KnownUnits();
  /** The ticked units, by id. */
  checked: ReadonlyMap<string, ListedUnit> = new Map();
  readonly #host: WidgetHost;
  readonly #options: TreePaneOptions;
  readonly #levels: UnitLevels;
  readonly #search = new SearchBox((q) => void this.find(q));
  readonly #keys: TreeKeys;
  #of: TreeOfDay | undefined;
  #q = '';
  #found: Found | undefined;
  #places: ReadonlyMap<string, string> = new Map();
  #current = '';

  constructor(host: WidgetHost, options: TreePaneOptions) {
    this.#host = host;
    this.#options = options;
    this.#levels = new UnitLevels(host.requests);
    this.#keys = new TreeKeys(() => ({
      rows: () => this.#rows,
      current: () => this.#current,
      focus: (key) => this.#focus(key),
      onUnfold: (row) => void this.#unfold(row),
      onFold: (row) => this.#fold(row),
      onOpen: options.onOpen,
      onMore: (row) => void this.#more(row),
      onTick: options.mayChange() ? (row) => this.#tick(row.unit) : undefined,
    }));
  }

  get #texts(): typeof units {
    return this.#host.locale.texts(units);
  }

  #update(): void {
    this.#host.element.requestUpdate();
  }

  /** Whether there is a tree to show. */
  get isReady(): boolean {
    return this.#of !== undefined;
  }

  /** Loads the tree of a day; what was looked for is found in it again. */
  async start(of: TreeOfDay, signal: AbortSignal): Promise<void> {
    this.known.clear();
    await this.#levels.start(of, signal);
    if (signal.aborted) return;
    this.#of = of;
    this.#places = new Map();
    if (this.#q) await this.find(this.#q);
    this.#keepCurrent();
  }

  /** Nothing of the person before may stay. */
  clear(): void {
    this.#search.stop();
    this.#levels.clear();
    this.known.clear();
    this.checked = new Map();
    this.#found = undefined;
    this.#q = '';
    this.#of = undefined;
  }

  /** Looks for units; with `''` the tree is shown again. */
  async find(q: string): Promise<void> {
    this.#q = q;
    const of = this.#of;
    if (!q || !of) {
      this.#found = undefined;
      this.#host.requests.stopReading('search');
      this.#keepCurrent();
      return;
    }
    await this.#read(of, { q, items: [], nextCursor: null });
    if (this.#found?.q === q) this.#options.announce(this.#count(this.#found));
  }

  #count({ items, nextCursor }: Found): string {
    return items.length === 0 ? this.#texts.noneFound : this.#texts.found(items.length, nextCursor !== null);
  }

  /** Reads a page of what is found, and where the units of it stand. */
  async #read(of: TreeOfDay, { q, items, nextCursor }: Found): Promise<void> {
    const { client, tree, on } = of;
    const read = async (signal: AbortSignal) => {
      const query = { q, tree, on, limit: 20, ...(nextCursor && { cursor: nextCursor }) };
      const page = await client.units.list({ query }, { signal });
      if (signal.aborted || this.#q !== q || this.#of !== of) return;
      this.#found = { q, items: [...items, ...page.items], nextCursor: page.nextCursor };
      this.#keepCurrent();
      void this.#placeAll(of, page.items);
    };
    await this.#host.requests.run(read, { reads: 'search' });
  }

  /** A list without its paths is still a list. */
  async #placeAll(of: TreeOfDay, found: readonly ListedUnit[]): Promise<void> {
    const { client, tree, on } = of;
    const placed = await Promise.allSettled(
      found.map(async (unit) => [unit.id, await this.known.above(client, unit, tree, on)] as const),
    );
    if (this.#of !== of) return;
    const words = placed.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const { atTop, path } = this.#texts;
    const texts = words.map(
      ([id, above]) => [id, above.length > 0 ? path(above.map(({ name }) => name)) : atTop] as const,
    );
    this.#places = new Map([...this.#places, ...texts]);
    this.#update();
  }

  get #rows(): readonly (TreeRow | MoreRow)[] {
    if (!this.#found) return this.#levels.rows();
    const { items, nextCursor } = this.#found;
    const of = nextCursor === null ? items.length : -1;
    const rows = items.map((unit, at) => ({ unit, level: 1, at: at + 1, of, parentId: '', isOpen: undefined }));
    return nextCursor === null ? rows : [...rows, { moreBelow: '', level: 1, left: undefined, isLoading: false }];
  }

  /** There is always a row that Tab reaches. */
  #keepCurrent(): void {
    const rows = this.#rows;
    const has = (key: string) => rows.some((row) => keyOf(row) === key);
    const openId = this.#options.openId();
    if (!has(this.#current)) this.#current = has(openId) ? openId : rows[0] ? keyOf(rows[0]) : '';
    this.#update();
  }

  /** Unfolds the tree down to a unit. */
  async reveal(unit: UnitRecord): Promise<void> {
    const of = this.#of;
    if (!of || this.#found) return this.#keepCurrent();
    const there = unitOn(unit, of.on);
    const above = await this.known.above(of.client, there, of.tree, of.on).catch(() => undefined);
    if (!above || this.#of !== of) return;
    if (
      await this.#levels.reveal(
        unit.id,
        above.map(({ id }) => id),
      )
    )
      this.#current = unit.id;
    this.#keepCurrent();
  }

  rowOf(key: string): HTMLElement | null {
    const { shadowRoot } = this.#host.element;
    return shadowRoot!.querySelector<HTMLElement>(`.tree > [data-key="${CSS.escape(key)}"]`);
  }

  /** Puts the focus on a unit. */
  focus(id: string): void {
    this.#focus(id);
  }

  #focus(key: string): void {
    if (this.#rows.some((row) => keyOf(row) === key)) this.#current = key;
    this.#update();
    const row = this.rowOf(key);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  async #unfold({ unit, isOpen }: TreeRow): Promise<void> {
    if (isOpen) return;
    const unfolding = this.#levels.unfold(unit.id);
    this.#update();
    if (await unfolding) this.#options.announce(this.#texts.unfolded(unit.name, unit.childCount ?? 0));
    this.#update();
  }

  #fold({ unit }: TreeRow): void {
    this.#levels.fold(unit.id);
    // The row of the focus may have been one of those below.
    if (!this.#rows.some((row) => keyOf(row) === this.#current)) this.#focus(unit.id);
    this.#update();
  }

  /** Loads more; the focus goes to the first of them. */
  async #more(row: MoreRow): Promise<void> {
    if (row.isLoading) return;
    const key = keyOf(row);
    const at = this.#rows.findIndex((each) => keyOf(each) === key);
    const hadFocus = this.rowOf(key)?.matches(':focus') ?? false;
    const found = this.#found;
    const loading = found ? this.#read(this.#of!, found) : this.#levels.more(row.moreBelow);
    this.#update();
    await loading;
    const first = this.#rows[at];
    this.#keepCurrent();
    await this.#host.element.updateComplete;
    if (first && hadFocus) this.#focus(keyOf(first));
  }

  #tick(unit: ListedUnit): void {
    const checked = new Map(this.checked);
    if (!checked.delete(unit.id)) checked.set(unit.id, unit);
    this.checked = checked;
    this.#options.announce(this.#texts.selected(checked.size));
    this.#update();
  }

  readonly uncheckAll = (): void => {
    this.checked = new Map();
    this.#update();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('.row')?.dataset['key'];
    const row = this.#rows.find((each) => keyOf(each) === key);
    if (!row) return;
    this.#current = key!;
    if (!('unit' in row)) void this.#more(row);
    else if (target.closest('.tick')) this.#tick(row.unit);
    else if (target.closest('.twist') && row.isOpen !== undefined)
      if (row.isOpen) this.#fold(row);
      else void this.#unfold(row);
    else this.#options.onOpen(row.unit.id);
    this.#update();
  };

  readonly #onFocus = ({ target }: FocusEvent): void => {
    const key = (target as HTMLElement).dataset['key'];
    if (key === undefined || key === this.#current) return;
    this.#current = key;
    this.#update();
  };

  /** `/` leads to the search from anywhere in the pane. */
  readonly onPaneKey = (event: KeyboardEvent): void => {
    if (commandOf(event) !== 'search') return;
    event.preventDefault();
    this.#host.element.shadowRoot!.querySelector<HTMLInputElement>('.find input')?.focus();
  };

  readonly #onClear = (): void => {
    void this.find('');
    this.#host.element.shadowRoot!.querySelector<HTMLInputElement>('.find input')?.focus();
  };

  /** @param instead - what stands there while there is no tree */
  render(instead: unknown): TemplateResult {
    return html`<div class="tree-pane" @keydown=${this.onPaneKey}>
      ${this.#renderSearch()} ${instead ?? this.#renderTree()}
    </div>`;
  }

  #renderSearch(): TemplateResult {
    const texts = this.#texts;
    return html`<form class="find screen-only" role="search" @submit=${this.#search.onFind}>
      <label class="search-box">
        ${searchIcon}<span class="hidden">${texts.find}</span>
        <input
          type="search"
          name="q"
          placeholder=${texts.find}
          maxlength="200"
          autocomplete="off"
          enterkeyhint="search"
          aria-keyshortcuts="/"
          .value=${this.#q}
          @input=${this.#search.onType}
          @compositionend=${this.#search.onType}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <button class="hidden" tabindex="-1">${texts.find}</button>
    </form>`;
  }

  #renderTree(): TemplateResult {
    const { lang } = this.#host.locale;
    const texts = this.#texts;
    const found = this.#found;
    if (found?.items.length === 0)
      return html`<div part="empty">
        ${empty({
          icon: searchIcon,
          title: texts.noneFound,
          text: texts.noneFoundHow,
          action: html`<button class="button" type="button" @click=${this.#onClear}>${texts.clearSearch}</button>`,
        })}
      </div>`;
    if (!found && this.#levels.isEmpty)
      return html`<div part="empty">${empty({ icon: inboxIcon, title: texts.none, text: texts.noneHow })}</div>`;
    const { tree = 'party', on = '' } = this.#of ?? {};
    const isSelectable = this.#options.mayChange();
    return html`${
      found
        ? html`<p class="small found screen-only">
            ${this.#count(found)} ·
            <button class="link" type="button" @click=${this.#onClear}>${texts.clearSearch}</button>
          </p>`
        : nothing
    }
    ${treeTemplate({
      rows: this.#rows,
      current: this.#current,
      openId: this.#options.openId(),
      checked: this.checked,
      isSelectable,
      on,
      texts,
      kinds: lang === 'en' ? unitKindNamesEn : unitKindNames,
      placeOf: found && (({ id }) => this.#places.get(id) ?? ''),
      label: found ? texts.results : texts.trees[tree],
      onClick: this.#onClick,
      onKey: this.#keys.onKey,
      onFocus: this.#onFocus,
    })}
    ${this.#renderKeys(isSelectable)}`;
  }

  #renderKeys(isSelectable: boolean): TemplateResult {
    const { keys } = this.#texts;
    return keyHints([
      { keys: ['↑', '↓'], name: keys.move },
      { keys: ['→', '←'], name: keys.unfold },
      { keys: ['Enter'], name: keys.open },
      ...(isSelectable ? [{ keys: [keys.space], name: keys.select }] : []),
      { keys: ['/'], name: keys.find },
    ]);
  }
}
