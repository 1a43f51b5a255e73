import { html, nothing, type CSSResult, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { clearFiltersIcon } from '../icons/clear-filters.ts';
import { columnsIcon } from '../icons/columns.ts';
import { exportIcon } from '../icons/export.ts';
import { inboxIcon } from '../icons/inbox.ts';
import { moreIcon } from '../icons/more.ts';
import { filterIcon } from '../icons/filter.ts';
import { printIcon } from '../icons/print.ts';
import { searchIcon } from '../icons/search.ts';
import { common } from '../locale/common/vi.ts';
import type { LocaleController } from '../locale/controller.ts';
import { list } from '../locale/list/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { empty } from '../parts/state.ts';
import { Dialog, dialogStyles } from '../parts/dialog.ts';
import { keyHints, keyHintStyles } from '../parts/keys.ts';
import { Tabs, tabsStyles } from '../parts/tabs.ts';
import { fillTokens } from '../theme/token-styles.ts';
import { columnChoices, savedFilters, shownColumns, type ArrangingView } from './arranging.ts';
import { tabOf, type BulkStep, type Column, type ListDefinition, type ListView } from './definition.ts';
import { Exporting } from './exporting.ts';
import { activeTemplate, filterRowTemplate, filterTemplate, inUse, type FiltersView } from './filters.ts';
import type { BulkRun } from './list-bulk.ts';
import { commandOf } from './list-keys.ts';
import { ListSettings } from './list-settings.ts';
import { listStyles } from './list-styles.ts';
import { loadBulk } from './load-bulk.ts';
import { LoadedRows } from './loaded-rows.ts';
import { menuTemplate } from './menu.ts';
import { selectionBar } from './selection-bar.ts';
import { Selection } from './selection.ts';
import { selectable, tableTemplate } from './table.ts';

/** What a list needs of the widget that it is in. */
export interface ListOptions<Row extends { id: string }> {
  host: ReactiveControllerHost & HTMLElement;
  locale: LocaleController;
  rows: LoadedRows<Row>;
  /** Whether the rows are on their way; they then stay, but nothing can be done with them. */
  isBusy: () => boolean;
  /** The person asks for another part of the list. */
  onView: (view: ListView) => void;
  onOpen: (id: string) => void;
  /** Escape was pressed. */
  onClose: () => void;
  /** A step was taken for several records: they are to be loaded again. */
  onChanged: () => void;
  /** Says something through the live region of the widget. */
  announce: (text: string) => void;
}

/** What a list shows. */
export interface ListState<Row> {
  definition: ListDefinition<Row>;
  view: ListView;
  /** Id of the record that is open; `''` for none. */
  openId: string;
  /** How many records the view has, if the server says so. */
  total?: number | undefined;
  /** Whose choice of columns and filters it is: the widget and the person. */
  settingsKey: string;
  /** Address of a record, if it has one. */
  addressOf?: ((row: Row) => string) | undefined;
  /** That nothing matches. */
  none: string;
  /** What stands there instead of rows: waiting, failed. */
  instead?: TemplateResult | typeof nothing;
}

/** Adds styles that came with something loaded on demand. */
function adopt({ shadowRoot: root }: HTMLElement, styles: readonly CSSResult[]): void {
  for (const each of styles) {
    const sheet = (fillTokens(each) as CSSResult).styleSheet!;
    if (!root!.adoptedStyleSheets.includes(sheet)) root!.adoptedStyleSheets.push(sheet);
  }
}

/**
 * A list of records inside a widget: states, filters, table, keys, selection, export. The widget loads the rows and says what
 * they look like; this draws them into its shadow root.
 */
export class ListKit<Row extends { id: string }> {
  readonly selection = new Selection<Row>();
  readonly #options: ListOptions<Row>;
  readonly #tabs: Tabs<string>;
  readonly #sheet: Dialog;
  #state!: ListState<Row>;
  #settings: { key: string; value: ListSettings } | undefined;
  /** The step under way for the selected rows. */
  #bulk: BulkRun<Row> | undefined;
  readonly #exporting: Exporting;
  /** In narrow lists rows can be selected, and the search box is there, once a person has asked for it. */
  #isSelecting = false;
  #isSearching = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ListOptions<Row>) {
    this.#options = options;
    this.#tabs = new Tabs(options.host);
    this.#sheet = new Dialog(options.host);
    this.#exporting = new Exporting({
      texts: () => this.#texts,
      onUpdate: () => this.#update(),
      announce: options.announce,
    });
    adopt(options.host, [...listStyles, tabsStyles, ...dialogStyles, keyHintStyles]);
  }

  get #texts(): typeof list {
    return this.#options.locale.texts(list);
  }

  get #settingsNow(): ListSettings {
    const key = this.#state.settingsKey;
    if (this.#settings?.key !== key) {
      this.#settings = { key, value: new ListSettings(key) };
      // What somebody else has begun is none of the business of who comes.
      this.#exporting.stop();
      this.#bulk = undefined;
    }
    return this.#settings.value;
  }

  get #columns(): readonly Column<Row>[] {
    return shownColumns(this.#state.definition.columns, this.#settingsNow);
  }

  /** What menus to arrange the list need. */
  get #arranging(): ArrangingView {
    return { settings: this.#settingsNow, texts: this.#texts, onUpdate: () => this.#update() };
  }

  /** How much of the list is shown: “20 trong 402 hồ sơ”. */
  get #shown(): string {
    const { definition, total } = this.#state;
    const { items, hasMore } = this.#options.rows;
    const { noun } = definition;
    if (total !== undefined) return this.#texts.shown(items.length, Math.max(total, items.length), noun);
    return (hasMore ? this.#texts.shownOfMore : this.#texts.shownAll)(items.length, noun);
  }

  #update(): void {
    this.#options.host.requestUpdate();
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.#options.host.shadowRoot!.querySelector<E>(selector);
  }

  #rowElements(): HTMLElement[] {
    return [...this.#options.host.shadowRoot!.querySelectorAll<HTMLElement>('.table .row')];
  }

  /** Puts the focus on a record in the list. */
  focus(id: string): void {
    this.#focusRow(this.#rowElements().find(({ dataset }) => dataset['id'] === id));
  }

  #focusRow(row: HTMLElement | undefined): void {
    row?.querySelector<HTMLElement>('.opener')!.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onView = (change: (view: ListView) => ListView): void => {
    clearTimeout(this.#typing);
    this.selection.clear();
    // At once: another change may come before the list is drawn again.
    this.#state = { ...this.#state, view: change(this.#state.view) };
    this.#options.onView(this.#state.view);
  };

  /** What is typed is looked for a moment later, but not while an input method composes a word. */
  readonly #onType = (event: Event): void => {
    clearTimeout(this.#typing);
    const input = event.target as HTMLInputElement;
    if (!(event as InputEvent).isComposing) this.#typing = setTimeout(() => this.#search(input), 400);
  };

  readonly #onFind = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#search((event.target as HTMLFormElement).querySelector('input')!);
  };

  #search(input: HTMLInputElement): void {
    clearTimeout(this.#typing);
    const q = input.value.trim();
    if (input.isConnected && q !== this.#state.view.q) this.#onView((view) => ({ ...view, q }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (!command) return;
    const target = event.composedPath()[0] as HTMLElement;
    const row = target.closest<HTMLElement>('.row');
    const isArrow = event.key.startsWith('Arrow');
    if (command === 'search') this.#openSearch();
    else if (command === 'close') {
      if (!this.#state.openId) return;
      this.#options.onClose();
    } else if (command === 'next' || command === 'previous') {
      // Elsewhere the arrows scroll.
      if (isArrow && !row) return;
      void this.#move(row, command === 'next' ? 1 : -1);
    } else if (!row || target.matches('a, button') === (command === 'open')) return;
    else if (command === 'open') this.#options.onOpen(row.dataset['id']!);
    else if (target.matches('input') || !selectable(this.#state.definition)) return;
    else this.#select(row.dataset['id']!);
    event.preventDefault();
  };

  /** Firefox presses a button when the key is let go. */
  readonly #onKeyUp = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if (event.key === ' ' && target.matches('.opener') && selectable(this.#state.definition)) event.preventDefault();
  };

  /** Moves the focus to the next row or the one before; after the last loaded one more are loaded. */
  async #move(from: HTMLElement | null, by: 1 | -1): Promise<void> {
    const rows = this.#rowElements();
    const open = rows.findIndex(({ dataset }) => dataset['id'] === this.#state.openId);
    const at = from ? rows.indexOf(from) + by : Math.max(open, 0);
    if (at < rows.length) return this.#focusRow(rows[at]);
    if (!(await this.#options.rows.loadMore())) return;
    await this.#options.host.updateComplete;
    this.#focusRow(this.#rowElements()[at]);
  }

  #openSearch(): void {
    this.#isSearching = true;
    this.#update();
    void this.#options.host.updateComplete.then(() => this.#find<HTMLInputElement>('.search input')?.select());
  }

  #select(id: string, range = false): void {
    this.selection.toggle(id, range ? this.#options.rows.items : undefined);
    this.#afterSelecting();
  }

  #afterSelecting(): void {
    this.#options.announce(this.#texts.selected(this.selection.size, this.#state.definition.noun));
    this.#update();
  }

  readonly #onUnselect = (): void => {
    this.selection.clear();
    this.#isSelecting = false;
    this.#update();
    this.#find<HTMLElement>('.table .opener')?.focus();
  };

  readonly #onSelectAll = async (): Promise<void> => {
    const { rows } = this.#options;
    const { total } = this.#state;
    if (rows.hasMore) await rows.loadUpTo(total ?? Number.POSITIVE_INFINITY);
    this.selection.set(rows.items);
    this.#afterSelecting();
  };

  readonly #onLoadMore = async (): Promise<void> => {
    const { host, rows, announce } = this.#options;
    const before = rows.items.length;
    if (!(await rows.loadMore())) return;
    await host.updateComplete;
    announce(this.#shown);
    // The button is gone with the last page; the focus goes on with the first of the new rows.
    if (!rows.hasMore) this.#focusRow(this.#rowElements()[before]);
  };

  readonly #onBulk = async (step: BulkStep<Row>): Promise<void> => {
    const { announce, host, locale, rows, onChanged } = this.#options;
    const { BulkRun, bulkStyles } = await loadBulk().catch(() => {
      announce(this.#texts.notLoaded);
      return { BulkRun: undefined, bulkStyles: undefined };
    });
    if (!BulkRun) return;
    adopt(host, [bulkStyles]);
    this.#bulk = new BulkRun<Row>({
      step,
      rows: this.selection.of(rows.items),
      noun: this.#state.definition.noun,
      nameOf: this.#state.definition.nameOf,
      texts: this.#texts,
      host,
      commonTexts: locale.texts(common),
      partsTexts: locale.texts(parts),
      announce,
      onDone: (failed) => {
        this.selection.set(failed);
        onChanged();
      },
      onClose: () => {
        this.#bulk = undefined;
        this.#update();
        void host.updateComplete.then(() => this.#find<HTMLElement>('.bar .tool, .table .opener')?.focus());
      },
    });
    this.#bulk.open();
  };

  /** The actions of the whole list: columns, export, print. */
  renderActions(state: ListState<Row>): TemplateResult {
    this.#state = state;
    const texts = this.#texts;
    const printing = html`<button class="tool framed print" type="button" @click=${() => window.print()}>
      ${printIcon}${texts.print}
    </button>`;
    const hasOptional = state.definition.columns.some(({ optional }) => optional);
    const columns = hasOptional
      ? menuTemplate(html`${columnsIcon}${texts.columns}`, columnChoices(state.definition.columns, this.#arranging))
      : nothing;
    return html`<div class="list-actions screen-only">
      <div class="roomy">${columns}</div>
      ${menuTemplate(html`${exportIcon}${texts.export}`, this.#exportChoices(false), 'framed')}
      <div class="roomy">${printing}</div>
      <div class="scarce">
        ${menuTemplate(
          html`${moreIcon}<span class="hidden">${texts.more}</span>`,
          html`${columnChoices(state.definition.columns, this.#arranging)}
            <button class="item" type="button" @click=${() => window.print()}>${texts.print}</button>`,
          'framed dots',
        )}
      </div>
    </div>`;
  }

  /** The states with their counts. */
  renderTabs(state: ListState<Row>): TemplateResult {
    this.#state = state;
    const { definition, view } = state;
    const { tabs = [] } = definition;
    const texts = this.#texts;
    return html`<div class="states screen-only">
      ${
        tabs.length === 0
          ? nothing
          : this.#tabs.render({
              tabs: tabs.map(({ key, label, count }) => ({ id: key, name: label, count })),
              selected: tabOf(definition, view)!.key,
              label: texts.states,
              panel: 'rows',
              texts: this.#options.locale.texts(parts),
              onSelect: (tab) => this.#onView((now) => ({ ...now, tab })),
            })
      }
      <div class="phone-tools">${this.#renderPhoneTools()}</div>
    </div>`;
  }

  /** What takes the place of the filter row in a narrow list. */
  #renderPhoneTools(): TemplateResult {
    const texts = this.#texts;
    const { definition, view } = this.#state;
    const button = (label: string, icon: unknown, onClick: () => void) =>
      html`<button class="tool framed" type="button" aria-label=${label} @click=${onClick}>${icon}</button>`;
    const count = inUse(view);
    return html`${button(texts.search, searchIcon, () => this.#openSearch())}
    ${
      definition.filters?.length
        ? button(
            count > 0 ? texts.filtersInUse(count) : texts.filters,
            html`${filterIcon}${count > 0 ? html`<span class="count">${count}</span>` : nothing}`,
            this.#onSheet,
          )
        : nothing
    }
    ${
      selectable(definition)
        ? html`<button
            class="tool framed"
            type="button"
            aria-pressed=${this.#isSelecting}
            @click=${() => {
              this.#isSelecting = !this.#isSelecting;
              if (!this.#isSelecting) this.selection.clear();
              this.#update();
            }}
          >
            ${texts.selecting}
          </button>`
        : nothing
    }`;
  }

  readonly #onSheet = (): void => this.#sheet.open();

  /** All filters in a dialog, where the row has no room for them. */
  #renderSheet(filters: FiltersView): TemplateResult | typeof nothing {
    const texts = this.#texts;
    return this.#sheet.render(() => ({
      title: texts.filters,
      content: html`<div class="sheet-filters">
        ${(filters.definition.filters ?? []).map((filter) => filterTemplate(filter, filters))} ${this.#renderSaved()}
      </div>`,
      foot: html`<button class="button primary" type="button" @click=${() => this.#sheet.close()}>
        ${texts.show(this.#shown)}
      </button>`,
      texts: this.#options.locale.texts(parts),
    }));
  }

  #renderSaved(): TemplateResult {
    return savedFilters(
      this.#arranging,
      () => this.#state.view,
      (view) => this.#onView(() => view),
    );
  }

  #exportChoices(onlySelected: boolean): TemplateResult[] {
    const { rows } = this.#options;
    return this.#exporting.renderChoices(() => ({
      name: this.#state.definition.label,
      columns: this.#columns,
      pages: (signal) => (onlySelected ? [this.selection.of(rows.items)] : rows.pages(signal)),
      total: onlySelected ? this.selection.size : this.#state.total,
    }));
  }

  /** Filters, rows, and what can be done with them. */
  render(state: ListState<Row>): TemplateResult {
    this.#state = state;
    this.selection.keep(this.#options.rows.items);
    const { definition, view, instead } = state;
    const texts = this.#texts;
    const filters: FiltersView = {
      definition,
      view,
      texts,
      onView: this.#onView,
      onType: this.#onType,
      onFind: this.#onFind,
      onSheet: this.#onSheet,
    };
    const saving = definition.filters?.length ? this.#renderSaved() : nothing;
    return html`<div
      class="list-kit ${this.#isSelecting ? 'selecting' : ''} ${this.#isSearching ? 'searching' : ''}"
      @keydown=${this.#onKey}
      @keyup=${this.#onKeyUp}
    >
      ${filterRowTemplate(filters, saving)} ${activeTemplate(filters, instead ? nothing : this.#shown)}
      <div
        class="shown-rows"
        id="rows"
        role=${definition.tabs ? 'tabpanel' : nothing}
        aria-label=${definition.tabs ? definition.label : nothing}
      >
        ${instead ?? (this.#options.rows.items.length > 0 ? this.#renderRows() : this.#renderEmpty())}
      </div>
      ${this.#renderSheet(filters)} ${this.#bulk?.render() ?? nothing}
    </div>`;
  }

  /** Nothing is there yet, or nothing matches: then with the way back to all. */
  #renderEmpty(): TemplateResult {
    const { definition, none, view } = this.#state;
    const texts = this.#texts;
    const isNarrowed = view.q !== '' || inUse(view) > 0;
    const onClear = () => this.#onView((now) => ({ ...now, q: '', filters: {} }));
    return html`<div part="empty">
      ${empty({
        icon: isNarrowed ? clearFiltersIcon : inboxIcon,
        title: none,
        text: isNarrowed ? texts.emptyNarrowed : texts.emptyYet(definition.noun),
        action: isNarrowed
          ? html`<button class="button" type="button" @click=${onClear}>${texts.clear}</button>`
          : nothing,
      })}
    </div>`;
  }

  #renderRows(): TemplateResult {
    const { locale, rows, isBusy, onOpen } = this.#options;
    const { definition, view, openId, addressOf } = this.#state;
    const texts = this.#texts;
    const columns = this.#columns;
    const isSelectable = selectable(definition);
    return html`<div class="frame">
        ${tableTemplate({
          definition,
          rows: rows.items,
          hasMore: rows.hasMore,
          columns,
          cellsDependOn: [
            locale.lang,
            columns.map(({ key }) => key).join(' '),
            addressOf !== undefined,
            isSelectable,
            ...(definition.cellsDependOn ?? []),
          ],
          openId,
          selected: this.selection,
          sort: view.sort || (definition.sort ?? ''),
          texts,
          addressOf,
          onOpen: ({ id }) => onOpen(id),
          onSelect: ({ id }, range) => this.#select(id, range),
          onSelectLoaded: (on) => {
            this.selection.set(on ? rows.items : []);
            this.#afterSelecting();
          },
          onSort: (sort) => this.#onView((now) => ({ ...now, sort })),
        })}
        ${this.selection.size > 0 ? this.#renderBar() : nothing}
      </div>
      <div class="foot screen-only">
        <p class="small shown">${this.#shown}</p>
        ${this.#exporting.renderProgress()} ${this.#renderKeys(isSelectable)}
        ${
          rows.hasMore
            ? html`<button class="button load-more" type="button" ?disabled=${isBusy()} @click=${this.#onLoadMore}>
                ${texts.loadMore(LoadedRows.pageSize)}
              </button>`
            : nothing
        }
      </div>`;
  }

  #renderKeys(isSelectable: boolean): TemplateResult {
    const { keys } = this.#texts;
    return keyHints([
      { keys: ['J', 'K'], name: keys.move },
      { keys: ['Enter'], name: keys.open },
      ...(isSelectable ? [{ keys: [keys.space], name: keys.select }] : []),
      { keys: ['/'], name: keys.find },
    ]);
  }

  #renderBar(): TemplateResult {
    const { definition, total } = this.#state;
    const { rows } = this.#options;
    return selectionBar({
      selected: this.selection.size,
      all: rows.hasMore ? total : rows.items.length,
      noun: definition.noun,
      steps: definition.bulk ?? [],
      texts: this.#texts,
      exports: this.#exportChoices(true),
      onStep: (step) => void this.#onBulk(step),
      onSelectAll: () => void this.#onSelectAll(),
      onUnselect: this.#onUnselect,
    });
  }
}
