import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { roleNames, roleNamesEn } from '@dvk/sdk/session';
import { formatMoment } from '@dvk/sdk/text';
import { DvkNavigateEvent } from '../events/index.ts';
import type { Client } from '../internal/connection.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { keepRoom, refusalTemplate } from '../internal/refusal.ts';
import { DvkWidget } from '../internal/widget.ts';
import type { NewerVersion } from '../internal/widget-host.ts';
import { queryOf, tabOf, wholeList, withCounts, type ListDefinition } from '../list/definition.ts';
import type { ListKit, ListState } from '../list/list-kit.ts';
import { commandOf } from '../list/list-keys.ts';
import { LoadedRows } from '../list/loaded-rows.ts';
import { desk } from '../locale/desk/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { skeleton, stateStyles } from '../parts/state.ts';
import type { SheetHead } from '../paper/official-sheet.ts';
import { listPageStyles } from './list-page-styles.ts';
import { loadKit } from './load-kit.ts';
import type { DeskEvents, ListCounts, ListOperations } from './operations.ts';
import { RecordAddress } from './record-address.ts';
import { RecordOpening, type LoadedRecord } from './record-opening.ts';
import { afterPaint, RowPlace } from './row-place.ts';

/** The words of a list and of who may not see it. */
export interface ListTexts {
  title: string;
  signInFirst: string;
  notAllowed: string;
  /** That nothing matches. */
  none: string;
  /** That an address names no record, where it is called something else than in all lists. */
  noRecord?: string;
}

/**
 * Base of the widgets in which staff find records and open one. A widget says what its list looks like, how a record is loaded
 * and shown; tabs, filters, keys, export, paging and the address of the open record are here.
 *
 * @csspart panel - the framed area
 * @csspart refusal - that the person must sign in, or may not use the widget
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of records
 * @csspart dialog - a question over the page
 */
export abstract class ListWidget<
  Row extends { id: string },
  Open extends { id: string } & Partial<Row>,
  Loaded extends LoadedRecord<Open> = LoadedRecord<Open>,
> extends DvkWidget<DeskEvents<Open>> {
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, listPageStyles, stateStyles];

  /** Id of the open record; `''` for the list. Set it to open one. */
  @property({ attribute: 'record-id', reflect: true }) recordId = '';
  /**
   * `hash`: the address of the page names the open record, `#case-desk=<id>`, and Back returns to the list. For pages without
   * routes of their own; others listen to `dvk-navigate`.
   */
  @property({ attribute: 'sync-url' }) syncUrl: '' | 'hash' = '';

  @state() protected open?: Open | undefined;
  @state() protected view = wholeList;
  @state() protected counts?: ListCounts | undefined;
  @state() private isCounting = false;
  /** What {@link counts} are of. */
  #counted = '';
  @state() private loadedAt = '';
  readonly #rows = new LoadedRows<Row>(this.requests);
  #kit: ListKit<Row> | undefined;
  #seen: readonly Row[] = [];
  readonly #place = new RowPlace({ host: this, rowOf: (id) => this.#kit?.rowOf(id) });
  /** Whether there is room beside the list: for the open record, and until the page was painted without it. */
  @state() private hasRoomBeside = false;

  protected abstract listOperationsOf(client: Client): ListOperations<Row>;
  protected abstract get texts(): ListTexts;
  /** What the list looks like. */
  protected abstract get definition(): ListDefinition<Row>;
  /** Loads a record, with what shows it. */
  protected abstract loadRecord(id: string): Promise<Loaded>;
  /** Shows what {@link loadRecord} has given. */
  protected abstract showRecord(loaded: Loaded): Promise<void> | void;
  /** The open record, beside the list. */
  protected abstract renderOpen(open: Open): TemplateResult;
  /** Whether the person may use the widget: any of the staff. */
  protected get mayUse(): boolean {
    return this.person.isStaff;
  }
  /** Called when no record is open any more, or another will be. */
  protected onClose(): void {}
  /** Called when somebody else has signed in, who must see nothing of what was begun. */
  protected onOtherPerson(): void {}
  /** Called when other rows are shown. */
  protected onRows(_rows: readonly Row[]): void {}
  /** Loads what the list is made of beside its kit. */
  protected loadList(_client: Client, _signal: AbortSignal): Promise<void> {
    return Promise.resolve();
  }
  /** The one thing that most people come for, in the head of the list. */
  protected renderMainAction(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** Id of the heading that names what is shown. */
  protected get titleId(): string {
    return 'title';
  }
  /** A further class of the panel. */
  protected get panelClass(): string {
    return '';
  }
  /** What stands above the list while no record is open. */
  protected renderAbove(): TemplateResult | typeof nothing {
    return nothing;
  }

  readonly #address = new RecordAddress({
    host: this,
    isOn: () => this.syncUrl === 'hash',
    name: () => this.id || this.nameOfWidget,
    onChange: (id) => {
      if (!this.mayUse || id === this.recordId) return;
      if (id) void this.show(id);
      else this.#backToList();
    },
  });

  readonly #opening = new RecordOpening<Loaded>({
    requests: this.requests,
    load: (id) => this.loadRecord(id),
    isWanted: () => this.isConnected,
    show: (loaded) => {
      this.#close();
      this.showLatest(loaded.open);
      this.#address.open(loaded.open.id);
      return this.showRecord(loaded);
    },
  });

  protected readonly loader = new Loader(
    this,
    () => [this.view],
    async ({ client, session }, signal) => {
      const kit = loadKit();
      const person = await session;
      if (signal.aborted) return;
      const wanted = this.person.session ? '' : this.recordId || this.#address.id;
      if (!this.person.change(person)) {
        this.#opening.stop();
        this.requests.stopReading('rows');
        this.#kit?.stop();
        this.onOtherPerson();
        this.#close();
        this.#rows.clear();
        this.counts = undefined;
        this.isCounting = false;
      }
      if (!this.mayUse) return;
      if (wanted) {
        this.recordId = wanted;
        void this.#load(wanted);
      }
      const [{ ListKit }] = await Promise.all([kit, this.loadList(client, signal)]);
      const operations = this.listOperationsOf(client);
      this.isCounting = false;
      // What a list shows may depend on who looks at it.
      const query = queryOf(this.definition, this.view);
      await this.#rows.load((page, signal) => operations.list({ query: { ...page, ...query } }, { signal }), signal);
      if (signal.aborted) return;
      this.loadedAt = new Date().toISOString();
      // Rows first: to count takes longer, and a database may answer one question after the other.
      void this.#count(operations, query, signal);
      this.#kit ??= new ListKit<Row>({
        host: this,
        locale: this.locale,
        rows: this.#rows,
        isBusy: () => this.requests.busy,
        printedBy: () => this.person.session?.name,
        onView: (view) => (this.view = view),
        onOpen: this.goTo,
        onClose: this.onBack,
        onChanged: () => void this.loader.run(),
        announce: (text) => this.announce(text),
      });
    },
  );

  /** Counts the list. Without its counts a list is still a list. */
  async #count({ counts }: ListOperations<Row>, query: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    if (!counts) return;
    const { sort: _, ...filters } = query;
    // What is counted by the tabs is the same in each of them.
    const counted = JSON.stringify({ ...filters, [this.definition.tabsBy ?? '']: undefined });
    if (counted !== this.#counted) this.counts = undefined;
    this.#counted = counted;
    this.isCounting = true;
    const found = await counts({ query: filters }, { signal }).then(
      (counts) => counts,
      () => undefined,
    );
    if (signal.aborted) return;
    this.isCounting = false;
    this.counts = found;
    this.loadedAt = found?.asOf ?? this.loadedAt;
  }

  /** The widget's tag without its prefix. */
  protected get nameOfWidget(): string {
    return (this.constructor as typeof DvkWidget).tag.slice('dvk-'.length);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back on the page with the record that it had when it was taken away.
    if (this.hasUpdated && this.recordId && !this.open && !this.#opening.id) void this.#load(this.recordId);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => {
      if (this.isConnected) return;
      const { recordId } = this;
      this.#opening.stop();
      this.#close();
      this.recordId = recordId;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#seen !== this.#rows.items) this.onRows((this.#seen = this.#rows.items));
    if (this.open) this.hasRoomBeside = true;
    if (!changed.has('recordId') || !this.isConnected || !this.mayUse) return;
    if (this.recordId === (this.open?.id ?? '')) return;
    // Set by the page.
    if (this.recordId) void this.show(this.recordId);
    else this.#backToList();
  }

  /** Opens a record by its id, with what was being written for it. */
  async show(id: string): Promise<void> {
    const isShown = await this.#load(id);
    await this.updateComplete;
    if (isShown) this.shadowRoot?.querySelector<HTMLElement>('#record-title')?.focus();
  }

  /** Resolves to whether it was opened. */
  async #load(id: string): Promise<boolean> {
    // What comes of the step under way is to be seen first.
    if (this.requests.isWriting) {
      this.recordId = this.open?.id ?? this.#opening.id;
      return false;
    }
    if (!(await this.#opening.open(id))) return false;
    this.recordId = this.open?.id ?? '';
    if (this.#opening.foundNone) this.#leaveAddress(id);
    return this.recordId === id;
  }

  /** The address names a record that there is not: it becomes that of what is shown. */
  #leaveAddress(id: string): void {
    if (this.#address.id !== id) return;
    if (this.recordId) this.#address.open(this.recordId);
    else this.#address.close();
  }

  protected override renderFailure(newer?: NewerVersion): TemplateResult | typeof nothing {
    if (!this.#opening.foundNone) return super.renderFailure(newer);
    return html`<p class="notice danger" part="failure" role="alert">
      ${this.texts.noRecord ?? this.locale.texts(desk).noRecord}
    </p>`;
  }

  /** Shows a record as it has just come, also in the list. */
  protected showLatest(latest: Open): void {
    this.open = latest;
    this.recordId = latest.id;
    this.updateRow(latest);
  }

  /** Shows in the list what is newly known of a record. */
  protected updateRow(latest: Open): void {
    this.#rows.update(latest);
  }

  /** Closes the open record; what was being written stays in its draft. */
  #close(): void {
    this.onClose();
    this.open = undefined;
    this.hasRoomBeside = false;
    this.recordId = '';
    this.message = '';
    this.requests.forget();
  }

  /** Whether the page lets the widget go to another record, or with `''` to the list. */
  #mayGo(id: string): boolean {
    return this.dispatchEvent(new DvkNavigateEvent(id));
  }

  /** The person goes to a record. */
  protected readonly goTo = (id: string): void => {
    if (this.requests.isWriting) return;
    if (!this.open) this.#place.remember(id);
    if (this.#mayGo(id)) void this.show(id);
  };

  /** Whether the record that the page asks for is on its way, and none is open. */
  protected get isOpening(): boolean {
    return this.recordId !== '' && !this.open && this.#opening.id !== '';
  }

  /** The person goes back to the list. */
  protected readonly onBack = (): void => {
    if (!this.#mayGo('')) return;
    this.#address.close();
    this.#backToList();
  };

  /** Whether something is being written that a key must not close. */
  protected get isWriting(): boolean {
    return false;
  }

  /** Escape leads back to the list from anywhere in the record. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    if (!this.open || this.isWriting || commandOf(event) !== 'close' || target.closest('dialog')) return;
    event.preventDefault();
    this.onBack();
  };

  /**
   * Back to the list, at the record that was open, which stands where it stood before. A list beside it takes the room only in the
   * next frame: a thousand rows are not laid out anew before the person sees that the record is closed.
   */
  #backToList(): void {
    const id = this.open?.id;
    // Where the list is beside the record: the browser lays out the page once more when what has the focus is removed.
    if (id) this.#kit?.focus(id);
    this.#opening.stop();
    this.#close();
    if (!id) return;
    this.hasRoomBeside = true;
    void this.updateComplete.then(async () => {
      this.#kit?.focus(id);
      this.#place.restore(id);
      await afterPaint();
      if (!this.open) await this.#place.keep(id, () => (this.hasRoomBeside = false));
    });
  }

  /** To the record before or after the open one; after the last that is loaded, more are. */
  protected readonly onStep = async (by: 1 | -1): Promise<void> => {
    const { open } = this;
    if (this.requests.isWriting) return;
    const at = this.#rows.items.findIndex(({ id }) => id === open?.id) + by;
    if (at === this.#rows.items.length) await this.#rows.loadMore();
    const row = this.#rows.items[at];
    // The person may have gone elsewhere while more were loaded.
    if (row && this.open === open && this.#mayGo(row.id)) await this.show(row.id);
  };

  /** Address of the open record, whole. */
  protected get openAddress(): string {
    return this.#address.of(this.open!.id);
  }

  /** Where the open record stands in the list, from 1; `at` is 0 if it is not among the loaded ones. */
  protected get position(): { at: number; total: number } {
    const { items, hasMore } = this.#rows;
    const total = this.#total ?? (hasMore ? 0 : items.length);
    return { at: items.findIndex(({ id }) => id === this.open?.id) + 1, total: Math.max(total, items.length) };
  }

  /** How many records the view has, where the counts of its filters are there. */
  get #total(): number | undefined {
    const { counts } = this;
    if (!counts || !this.isCounting) return counts?.total;
    // Of another tab, for the moment. Where nothing was counted there may be no definition yet either.
    return tabOf(withCounts(this.definition, counts.by), this.view)?.count;
  }

  /** The part of the list that the person has chosen: “Việc cần làm (41)”. */
  protected get chosenPart(): string | undefined {
    const tab = this.#kit && tabOf(this.#listState.definition, this.view);
    return tab && `${tab.label}${tab.count === undefined ? '' : ` (${tab.count})`}`;
  }

  /** The list as its kit is to show it: the tabs with their counts. */
  get #listState(): ListState<Row> {
    const { definition, loader, person, texts, view } = this;
    const isEmpty = this.#rows.items.length === 0;
    return {
      definition: withCounts(definition, this.counts?.by),
      view,
      openId: this.open?.id ?? '',
      total: this.#total,
      isCounting: this.isCounting,
      settingsKey: `${(this.constructor as typeof DvkWidget).tag} ${person.subject}`,
      addressOf: this.syncUrl === 'hash' ? ({ id }) => this.#address.of(id) : undefined,
      none: texts.none,
      ...(loader.state === 'failed'
        ? { instead: this.renderError(loader.error, loader.run) }
        : isEmpty && loader.state === 'loading' && { instead: this.renderLoading() }),
    };
  }

  protected override renderContent(): TemplateResult {
    const { person, texts } = this;
    keepRoom(this);
    const isBusy = this.requests.busy || (this.loader.state === 'loading' && this.#kit !== undefined);
    return html`<section
      class="panel ${this.panelClass}"
      part="panel"
      aria-labelledby=${this.titleId}
      aria-busy=${isBusy}
    >
      ${
        !person.session
          ? html`${this.#renderTitle()} ${this.renderLoaded(this.loader, () => nothing)}`
          : this.mayUse
            ? this.renderForStaff()
            : html`${this.#renderTitle()} ${refusalTemplate(this.host, texts, this.renderSignIn())}`
      }
    </section>`;
  }

  /** Head and end of a sheet, on paper only. */
  protected renderPaper(head: SheetHead, signers: readonly string[]): readonly [head: unknown, end: unknown] {
    return this.#kit?.renderPaper(head, signers) ?? [nothing, nothing];
  }

  #renderTitle(): TemplateResult {
    return html`<h2 id="title" tabindex="-1">${this.texts.title}</h2>`;
  }

  /** The outline of rows, so that nothing moves when they come. */
  protected override renderWaiting(): TemplateResult {
    return html`<div class="loading" part="loading">${skeleton(this.locale.texts(parts), 6)}</div>`;
  }

  /** The list, with the open record beside it. */
  protected renderForStaff(): TemplateResult {
    const { open } = this;
    const kit = this.#kit;
    const list = kit && this.#listState;
    const names = this.locale.lang === 'en' ? roleNamesEn : roleNames;
    const asOf = this.loadedAt && this.locale.texts(desk).asOf(formatMoment(this.loadedAt, this.locale.lang));
    const roles = this.person.roles.map((role) => names[role]).join(', ');
    const withRecord = open ? 'with-record' : '';
    return html`<div class="desk on-paper">
      <header class="desk-head screen-only ${withRecord}">
        <div>
          ${this.#renderTitle()}
          <p class="small">${[roles, asOf].filter(Boolean).join(' · ')}</p>
        </div>
        <div class="desk-actions">${kit && list ? kit.renderActions(list) : nothing} ${this.renderMainAction()}</div>
      </header>
      ${kit && list ? kit.renderTabs(list) : nothing}
      <div class="panes ${this.hasRoomBeside ? 'with-record' : ''}" @keydown=${this.#onKey}>
        <div class="list ${withRecord}" part="list">
          ${open ? nothing : this.renderAbove()} ${open ? nothing : this.renderFailure()}
          ${kit && list ? kit.render(list) : this.renderLoaded(this.loader, () => nothing)}
        </div>
        ${open ? this.renderOpen(open) : nothing}
      </div>
    </div>`;
  }
}
