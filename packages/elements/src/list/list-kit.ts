import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import { addStyles } from '../internal/add-styles.ts';
import type { LocaleController } from '../locale/controller.ts';
import { list } from '../locale/list/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { sheetStyles } from '../paper/official-styles.ts';
import { listEnd, printedBy, sheetHead, type SheetHead } from '../paper/official-sheet.ts';
import { dialogStyles } from '../parts/dialog.ts';
import { keyHints, keyHintStyles } from '../parts/keys.ts';
import { Tabs, tabsStyles } from '../parts/tabs.ts';
import { columnChoices, savedFilters, shownColumns, type ArrangingView } from './arranging.ts';
import { tabOf, type Column, type ListDefinition, type ListView } from './definition.ts';
import { Exporting } from './exporting.ts';
import { emptyListTemplate } from './empty-list.ts';
import { FilterDialog } from './filter-dialog.ts';
import { activeTemplate, filterRowTemplate, inUse, type FiltersView } from './filters.ts';
import { listActions, phoneTools } from './list-tools.ts';
import { ListSettings } from './list-settings.ts';
import { listStyles } from './list-styles.ts';
import { LoadedRows } from './loaded-rows.ts';
import { RowSelecting } from './row-selecting.ts';
import { RowNavigation } from './row-navigation.ts';
import { SearchBox } from './search-box.ts';
import { selectable, tableTemplate } from './table.ts';

/** What a list needs of the widget that it is in. */
export interface ListOptions<Row extends { id: string }> {
  host: ReactiveControllerHost & HTMLElement;
  locale: LocaleController;
  rows: LoadedRows<Row>;
  /** Whether the rows are on their way; they then stay, but nothing can be done with them. */
  isBusy: () => boolean;
  /** The name of the person. */
  printedBy: () => string | null | undefined;
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
  /** Whether the server is still counting. */
  isCounting?: boolean;
  /** Whose choice of columns and filters it is: the widget and the person. */
  settingsKey: string;
  /** Address of a record, if it has one. */
  addressOf?: ((row: Row) => string) | undefined;
  /** That nothing matches. */
  none: string;
  /** The body that issues the printed list, where the page names none. */
  issuer?: string;
  /** What stands there instead of rows: waiting, failed. */
  instead?: TemplateResult | typeof nothing;
}

/**
 * A list of records inside a widget: states, filters, table, keys, selection, export. The widget loads the rows and says what
 * they look like; this draws them into its shadow root.
 */
export class ListKit<Row extends { id: string }> {
  readonly #options: ListOptions<Row>;
  readonly #tabs: Tabs<string>;
  readonly #dialog: FilterDialog;
  #state!: ListState<Row>;
  #settings: { key: string; value: ListSettings } | undefined;
  readonly #exporting: Exporting;
  readonly #searchBox: SearchBox;
  readonly #rows: RowNavigation;
  readonly #selecting: RowSelecting<Row>;
  /** In narrow lists the search box is there once a person has asked for it. */
  #isSearching = false;

  constructor(options: ListOptions<Row>) {
    this.#options = options;
    this.#tabs = new Tabs(options.host);
    this.#dialog = new FilterDialog(options.host);
    this.#exporting = new Exporting({
      texts: () => this.#texts,
      onUpdate: () => this.#update(),
      announce: options.announce,
    });
    this.#searchBox = new SearchBox((q) => {
      if (q !== this.#state.view.q) this.#onView((view) => ({ ...view, q }));
    });
    this.#rows = new RowNavigation({
      root: () => options.host.shadowRoot!,
      openId: () => this.#state.openId,
      isSelectable: () => selectable(this.#state.definition),
      loadMore: async () => (await options.rows.loadMore()) && (await options.host.updateComplete, true),
      onOpen: options.onOpen,
      onClose: options.onClose,
      onSelect: (id) => this.#selecting.select(id),
      onSearch: () => this.#openSearch(),
    });
    this.#selecting = new RowSelecting<Row>({
      ...options,
      definition: () => this.#state.definition,
      total: () => this.#state.total,
    });
    const styles = [...listStyles, ...tabsStyles, ...dialogStyles, keyHintStyles, sheetStyles];
    for (const each of styles) addStyles(options.host, each);
  }

  get #texts(): typeof list {
    return this.#options.locale.texts(list);
  }

  get #settingsNow(): ListSettings {
    const key = this.#state.settingsKey;
    if (this.#settings?.key !== key) {
      this.#settings = { key, value: new ListSettings(key) };
      this.stop();
    }
    return this.#settings.value;
  }

  /** Stops an export and a step for several records: what somebody has begun is not done in the name of who comes. */
  stop(): void {
    this.#exporting.stop();
    this.#selecting.stop();
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
    const shown = formatNumber(items.length);
    if (total !== undefined) return this.#texts.shown(shown, formatNumber(Math.max(total, items.length)), noun);
    return (hasMore ? this.#texts.shownOfMore : this.#texts.shownAll)(shown, noun);
  }

  #update(): void {
    this.#options.host.requestUpdate();
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.#options.host.shadowRoot!.querySelector<E>(selector);
  }

  /** Puts the focus on a record in the list. */
  focus(id: string): void {
    this.#rows.focus(id);
  }

  /** The row of a record, if it is among the loaded ones. */
  rowOf(id: string): HTMLElement | null {
    return this.#rows.rowOf(id);
  }

  readonly #onView = (change: (view: ListView) => ListView): void => {
    this.#searchBox.stop();
    this.#selecting.selection.clear();
    // At once: another change may come before the list is drawn again.
    this.#state = { ...this.#state, view: change(this.#state.view) };
    this.#options.onView(this.#state.view);
  };

  #openSearch(): void {
    this.#isSearching = true;
    this.#update();
    void this.#options.host.updateComplete.then(() => this.#find<HTMLInputElement>('.search input')?.select());
  }

  readonly #onLoadMore = async (): Promise<void> => {
    const { host, rows, announce } = this.#options;
    const before = rows.items.length;
    if (!(await rows.loadMore())) return;
    await host.updateComplete;
    announce(this.#shown);
    // The button is gone with the last page; the focus goes on with the first of the new rows.
    if (!rows.hasMore) this.#rows.focusAt(before);
  };

  /** The actions of the whole list: columns, export, print. */
  renderActions(state: ListState<Row>): TemplateResult {
    this.#state = state;
    const { columns } = state.definition;
    return listActions({
      texts: this.#texts,
      columns: columns.some(({ optional }) => optional) ? columnChoices(columns, this.#arranging) : nothing,
      exports: this.#exportChoices(false),
    });
  }

  /** The states with their counts. */
  renderTabs(state: ListState<Row>): TemplateResult {
    this.#state = state;
    const { definition, openId, view } = state;
    const { tabs = [] } = definition;
    const texts = this.#texts;
    return html`<div class="states screen-only ${openId ? 'with-record' : ''}">
      ${
        tabs.length === 0
          ? nothing
          : this.#tabs.render({
              tabs: tabs.map(({ key, label, count }) => ({ id: key, name: label, count })),
              selected: tabOf(definition, view)!.key,
              label: texts.states,
              isCounting: state.isCounting ?? false,
              panel: 'rows',
              texts: this.#options.locale.texts(parts),
              onSelect: (tab) => this.#onView((now) => ({ ...now, tab })),
            })
      }
      <div class="phone-tools">${this.#renderPhoneTools()}</div>
    </div>`;
  }

  #renderPhoneTools(): TemplateResult {
    const { definition, view } = this.#state;
    return phoneTools({
      texts: this.#texts,
      hasFilters: (definition.filters?.length ?? 0) > 0,
      inUse: inUse(view),
      isSelectable: selectable(definition),
      isSelecting: this.#selecting.isOn,
      onSearch: () => this.#openSearch(),
      onFilters: this.#dialog.open,
      onSelecting: this.#selecting.onToggle,
    });
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
    const { selection } = this.#selecting;
    return this.#exporting.renderChoices(() => ({
      name: this.#state.definition.label,
      columns: this.#columns,
      pages: (signal) => (onlySelected ? [selection.of(rows.items)] : rows.pages(signal)),
      total: onlySelected ? selection.size : this.#state.total,
    }));
  }

  /** Head and end of a sheet, on paper only: of the list, or of the open record. */
  renderPaper(head: SheetHead, signers: readonly string[]): readonly [head: unknown, end: unknown] {
    const { host, locale, printedBy: name } = this.#options;
    return [sheetHead(head, host, locale), printedBy(name(), signers, locale)];
  }

  /** Filters, rows, and what can be done with them. */
  render(state: ListState<Row>): TemplateResult {
    this.#state = state;
    this.#selecting.selection.keep(this.#options.rows.items);
    const { definition, view, instead, none } = state;
    const texts = this.#texts;
    const filters: FiltersView = {
      definition,
      view,
      texts,
      onView: this.#onView,
      onType: this.#searchBox.onType,
      onFind: this.#searchBox.onFind,
      onSheet: this.#dialog.open,
    };
    const saving = definition.filters?.length ? this.#renderSaved() : nothing;
    const about = tabOf(definition, view)?.label;
    const { host, locale, printedBy: name } = this.#options;
    return html`${sheetHead({ issuer: state.issuer ?? '', title: definition.label, about }, host, locale)}
      <div
        class="list-kit ${this.#selecting.isOn ? 'selecting' : ''} ${this.#isSearching ? 'searching' : ''}"
        @keydown=${this.#rows.onKey}
        @keyup=${this.#rows.onKeyUp}
      >
        ${filterRowTemplate(filters, saving)} ${activeTemplate(filters, instead ? nothing : this.#shown)}
        <div
          class="shown-rows"
          id="rows"
          role=${definition.tabs ? 'tabpanel' : nothing}
          aria-label=${definition.tabs ? definition.label : nothing}
        >
          ${instead ?? (this.#options.rows.items.length > 0 ? this.#renderRows() : emptyListTemplate(filters, none))}
        </div>
        ${this.#dialog.render(
          filters,
          () => this.#renderSaved(),
          () => this.#shown,
          locale,
        )}
        ${this.#selecting.renderStep() ?? nothing}
      </div>
      ${listEnd(
        name(),
        locale,
        !instead && this.#options.rows.items.length > 0
          ? html`<p class="list-total"><b>${texts.total(this.#shown)}</b></p>`
          : nothing,
      )}`;
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
          selected: this.#selecting.selection,
          sort: view.sort || (definition.sort ?? ''),
          texts,
          addressOf,
          onOpen: ({ id }) => onOpen(id),
          onSelect: ({ id }, range) => this.#selecting.select(id, range),
          onSelectLoaded: (on) => this.#selecting.selectLoaded(on),
          onSort: (sort) => this.#onView((now) => ({ ...now, sort })),
        })}
        ${this.#selecting.selection.size > 0 ? this.#selecting.renderBar(this.#exportChoices(true)) : nothing}
      </div>
      <div class="foot screen-only">
        <p class="small shown">${this.#shown}</p>
        ${this.#exporting.renderProgress()} ${this.#renderKeys(isSelectable)}
        ${
          rows.hasMore
            ? html`<button class="button load-more" type="button" ?disabled=${isBusy()} @click=${this.#onLoadMore}>
                ${texts.loadMore(this.#nextPage)}
              </button>`
            : nothing
        }
      </div>`;
  }

  /** How many rows come next, as far as it is known. */
  get #nextPage(): number {
    const left = (this.#state.total ?? 0) - this.#options.rows.items.length;
    return left > 0 ? Math.min(left, LoadedRows.pageSize) : LoadedRows.pageSize;
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
}
