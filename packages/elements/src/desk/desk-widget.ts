import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { roleNames, roleNamesEn } from '@dvk/sdk/session';
import { formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkErrorEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { StepForm, type StepContent, type StepFormView } from '../form/step-form.ts';
import type { Step, StepsView } from '../form/steps.ts';
import { iconStyles } from '../icons/icon.ts';
import type { Client } from '../internal/connection.ts';
import { copyText } from '../internal/copy-text.ts';
import type { TaggedElement } from '../internal/define.ts';
import { describeError } from '../internal/describe-error.ts';
import { Draft } from '../internal/draft.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import {
  queryOf,
  tabOf,
  wholeList,
  type BulkResult,
  type BulkStep,
  type ListDefinition,
  type Tab,
} from '../list/definition.ts';
import type { ListKit, ListState } from '../list/list-kit.ts';
import { LoadedRows } from '../list/loaded-rows.ts';
import { common } from '../locale/common/vi.ts';
import type { desk } from '../locale/desk/vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { loadKit } from './load-kit.ts';
import { RecordAddress } from './record-address.ts';
import { recordFrame } from './record-frame.ts';
import { deskStyles } from './styles.ts';

/** What every record of a desk has. */
export interface DeskRecord {
  id: string;
  status: string;
  etag: string;
}

/** How many records a list has: in all, and by each value of some of its filters. */
export interface ListCounts {
  asOf: string;
  total: number;
  /** By the name of a filter, and by its value. A filter is counted as if nothing were chosen in it. */
  by: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The operations of a desk: those of its area in the client. */
export interface DeskOperations<Row, Open> {
  list: (
    request: { query: object },
    options: { signal?: AbortSignal | undefined },
  ) => PromiseLike<{ items: readonly Row[]; nextCursor: string | null }>;
  counts?: (request: { query: object }, options: { signal?: AbortSignal | undefined }) => PromiseLike<ListCounts>;
  get: (request: { params: { id: string } }) => PromiseLike<Open>;
  transition: (request: { params: { id: string }; body: never }, options: { ifMatch: string }) => PromiseLike<Open>;
}

/** The words of a desk: those that all share, and its own. */
export type DeskTexts<Action extends string> = typeof desk & {
  title: string;
  signInFirst: string;
  notAllowed: string;
  /** That nothing matches. */
  none: string;
  steps: Readonly<Record<Action, string>>;
};

/** The values of a step, or why there are none for a record. */
type Values = Record<string, unknown> | string | Promise<Record<string, unknown> | string>;

/** What a step for several records is beyond the step. */
export interface BulkStepOptions<Open, Action extends string> {
  icon?: TemplateResult;
  /** What is asked for, once for all. */
  fields?: () => TemplateResult;
  /** What is sent for one of them, where that is not what was entered; a text says why it cannot be. */
  valuesFor?: (open: Open, entered: Record<string, unknown>) => Values;
  /** The step that takes it back. */
  undo?: Action;
  /** What is said of one with which it went well. */
  said?: ((saved: Open) => string) | undefined;
}

/** What the events of a desk carry. */
export interface DeskEvents<Open> extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Open>;
  'dvk-save': DvkSaveEvent<Open>;
  'dvk-navigate': DvkNavigateEvent;
}

/**
 * Base of the desks, on which staff find records, read one and take the step that its state and their role allow. A desk says
 * what its list looks like, how a record is shown and what its steps need; tabs, filters, keys, export, paging, the open record
 * with its address, and the form of a step are here. Two people at one record never overwrite each other. A step being written
 * outlives a reload, a lost session and a look at another record.
 *
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of records
 * @csspart detail - the open record
 * @csspart dialog - a question over the page
 */
export abstract class DeskWidget<
  Row extends { id: string },
  Open extends DeskRecord & Partial<Row>,
  Action extends string,
> extends DvkWidget<DeskEvents<Open>> {
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, iconStyles, deskStyles];

  /** Id of the open record; `''` for the list. Set it to open one. */
  @property({ attribute: 'record-id', reflect: true }) recordId = '';
  /**
   * `hash`: the address of the page names the open record, `#case-desk=<id>`, and Back returns to the list. For pages without
   * routes of their own; others listen to `dvk-navigate`.
   */
  @property({ attribute: 'sync-url' }) syncUrl: '' | 'hash' = '';

  @state() protected open?: Open | undefined;
  @state() private view = wholeList;
  @state() protected counts?: ListCounts | undefined;
  @state() private loadedAt = '';
  readonly #rows = new LoadedRows<Row>(this.requests);
  #kit: ListKit<Row> | undefined;
  #seen: readonly Row[] = [];
  /** Where the row of the open record stood in the window. */
  #rowTop: number | undefined;

  protected abstract operationsOf(client: Client): DeskOperations<Row, Open>;
  protected abstract get texts(): DeskTexts<Action>;
  /** What the list looks like. */
  protected abstract get definition(): ListDefinition<Row>;
  /** The steps open to the person. */
  protected abstract stepsOf(open: Open): readonly Step<Action>[];
  /** The fields of what the steps need. */
  protected abstract get stepFields(): StepsView<Action>['fields'];
  /** The step that most people come for. */
  protected readonly primary?: Action;
  /** The code of a record, or what it is called in a message. */
  protected abstract nameOf(open: Open): string;
  /** Everything known about a record, with `#record-title` as its heading. */
  protected abstract renderRecord(open: Open): TemplateResult;
  /** What stands in front of the code: the kind of the record. */
  protected kindOf(_open: Open): unknown {
    return nothing;
  }
  /** What stands above the list while no record is open. */
  protected renderAbove(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** Called when other rows are shown. */
  protected onRows(_rows: readonly Row[]): void {}
  /** Loads what shows a record; it comes with the record. */
  protected loadParts(): Promise<void> {
    return Promise.resolve();
  }
  /** Called when a record is shown, and when a newer version of it is. */
  protected onShow(_open: Open): void {}
  /** Called when no record is open any more, or another will be. */
  protected onClose(): void {}
  /** Called when the form of a step is opened. */
  protected onBegin(_action: Action): void {}
  /** Called with the values of the fields when the person has changed one, and without when they begin or end. */
  protected onEdit(_values: Record<string, unknown>): void {}

  get #operations(): DeskOperations<Row, Open> {
    return this.operationsOf(this.connection!.client);
  }

  readonly #address = new RecordAddress({
    host: this,
    isOn: () => this.syncUrl === 'hash',
    name: () => this.id || (this.constructor as typeof DvkWidget).tag.slice('dvk-'.length),
    onChange: (id) => {
      if (!this.person.isStaff || id === this.recordId) return;
      if (id) void this.show(id);
      else this.#backToList();
    },
  });

  protected readonly loader = new Loader(
    this,
    () => [this.view],
    async ({ session }, signal) => {
      const kit = loadKit();
      const person = await session;
      if (signal.aborted) return;
      const wanted = this.person.session ? '' : this.recordId || this.#address.id;
      if (!this.person.change(person)) {
        this.#close();
        this.#rows.clear();
        this.counts = undefined;
      }
      if (!this.person.isStaff) return;
      if (wanted) void this.#load(wanted);
      const { ListKit } = await kit;
      // What a list shows may depend on who looks at it.
      const query = queryOf(this.definition, this.view);
      const { sort: _, ...filters } = query;
      // Without its counts a list is still a list.
      const counting = this.#operations.counts?.({ query: filters }, { signal }).then(
        (counts) => counts,
        () => undefined,
      );
      await this.#rows.load(
        (page, signal) => this.#operations.list({ query: { ...page, ...query } }, { signal }),
        signal,
      );
      const counts = await counting;
      if (signal.aborted) return;
      this.counts = counts;
      this.loadedAt = counts?.asOf ?? new Date().toISOString();
      this.#kit ??= new ListKit<Row>({
        host: this,
        locale: this.locale,
        rows: this.#rows,
        isBusy: () => this.requests.busy,
        onView: (view) => (this.view = view),
        onOpen: this.#onOpen,
        onClose: this.#onBack,
        onChanged: () => void this.loader.run(),
        announce: (text) => this.announce(text),
      });
    },
  );

  protected readonly step = new StepForm<Action, Open>({
    host: this,
    requests: this.requests,
    summary: this.summary,
    onBegin: (action) => {
      this.#forgetMessages();
      this.onBegin(action);
    },
    onEdit: (values) => this.onEdit(values),
    send: (action, values) => {
      const { id, etag } = this.open!;
      return this.#operations.transition(
        { params: { id }, body: { action, ...values } as unknown as never },
        { ifMatch: etag },
      );
    },
    onDone: (saved, action) => {
      const { texts } = this;
      this.#take(saved);
      this.showMessage(texts.done(texts.steps[action], this.nameOf(saved)));
      this.dispatchEvent(new DvkSaveEvent<Open>(saved));
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#seen !== this.#rows.items) this.onRows((this.#seen = this.#rows.items));
    if (!changed.has('recordId') || !this.person.isStaff || this.recordId === (this.open?.id ?? '')) return;
    // Set by the page.
    if (this.recordId) void this.show(this.recordId);
    else this.#backToList();
  }

  /** Opens a record by its id, with the step that was being written for it. */
  async show(id: string): Promise<void> {
    const isShown = await this.#load(id);
    await this.updateComplete;
    if (isShown) this.shadowRoot?.querySelector<HTMLElement>('#record-title')?.focus();
  }

  /** Resolves to whether it was opened. */
  async #load(id: string): Promise<boolean> {
    const { subject } = this.person;
    await this.requests.run(async () => {
      const [open] = await Promise.all([this.#operations.get({ params: { id } }), this.loadParts()]);
      const form = `${(this.constructor as typeof DvkWidget).tag.slice(4)} ${id} ${subject}`;
      const draft = await Draft.open<StepContent>(form);
      // Meanwhile somebody else may have signed in.
      if (!this.isConnected || this.person.subject !== subject) return draft.close();
      this.#close();
      this.#take(open);
      this.#address.open(id);
      this.dispatchEvent(new DvkLoadEvent<Open>(open));
      const savedAt = await this.step.restore(draft, this.stepsOf(open));
      if (savedAt) this.message = this.locale.texts(common).draftRestored(formatMoment(savedAt, this.locale.lang));
    });
    this.recordId = this.open?.id ?? '';
    return this.recordId === id;
  }

  /** Shows a record as it has just come, also in the list. */
  #take(latest: Open): void {
    this.open = latest;
    this.recordId = latest.id;
    this.#rows.update(latest);
    this.onShow(latest);
  }

  /** Closes the open record; a step being written stays in its draft. */
  #close(): void {
    this.step.close();
    this.onClose();
    this.open = undefined;
    this.recordId = '';
    this.#forgetMessages();
    this.requests.forget();
  }

  #forgetMessages(): void {
    this.message = '';
    this.onEdit({});
  }

  /** Whether the page lets the widget go to another record, or with `''` to the list. */
  #mayGo(id: string): boolean {
    return this.dispatchEvent(new DvkNavigateEvent(id));
  }

  readonly #onOpen = (id: string): void => {
    if (!this.open) this.#rowTop = this.#rowOf(id)?.getBoundingClientRect().top;
    if (this.#mayGo(id)) void this.show(id);
  };

  /**
   * A step as one for several records. Each is read first, so that nobody's newer version is overwritten, and so that only those
   * whose state allows the step take it.
   */
  protected bulkStep(action: Action, more: BulkStepOptions<Open, Action> = {}): BulkStep<Row> {
    const { undo, icon, fields, valuesFor, said } = more;
    return {
      key: action,
      label: this.texts.steps[action],
      ...(icon && { icon }),
      ...(fields && { fields }),
      run: (rows, values) =>
        this.#takeForAll(rows, action, { said, valuesFor: (open) => valuesFor?.(open, values) ?? values }),
      ...(undo && { undo: (rows: readonly Row[]) => this.#takeForAll(rows, undo, {}) }),
    };
  }

  /** Takes a step for one record after the other: a server has others to serve, too. */
  async #takeForAll(
    rows: readonly Row[],
    action: Action,
    { said, valuesFor }: Pick<BulkStepOptions<Open, Action>, 'said'> & { valuesFor?: (open: Open) => Values },
  ): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    for (const { id } of rows) {
      try {
        const open = await this.#operations.get({ params: { id } });
        const isAllowed = this.stepsOf(open).some((step) => step.action === action);
        const values = isAllowed ? await valuesFor?.(open) : this.texts.notNow;
        if (typeof values === 'string') {
          results.push({ id, ok: false, text: values });
          continue;
        }
        const saved = await this.#operations.transition(
          { params: { id }, body: { action, ...values } as unknown as never },
          { ifMatch: open.etag },
        );
        this.#rows.update(saved);
        this.dispatchEvent(new DvkSaveEvent<Open>(saved));
        results.push({ id, ok: true, text: said?.(saved) ?? '' });
      } catch (error) {
        this.dispatchEvent(new DvkErrorEvent(error));
        results.push({ id, ok: false, text: describeError(error, this.locale.texts(common)).text });
      }
    }
    return results;
  }

  readonly #onBack = (): void => {
    if (!this.#mayGo('')) return;
    this.#address.close();
    this.#backToList();
  };

  #rowOf(id: string): Element | null {
    return this.shadowRoot!.querySelector(`.row[data-id="${CSS.escape(id)}"]`);
  }

  /** Back to the list, at the record that was open, which stands where it stood before. */
  #backToList(): void {
    const id = this.open?.id;
    this.#close();
    if (!id) return;
    void this.updateComplete.then(() => {
      const row = this.#rowOf(id);
      this.#kit?.focus(id);
      if (row && this.#rowTop !== undefined) window.scrollBy(0, row.getBoundingClientRect().top - this.#rowTop);
    });
  }

  /** To the record before or after the open one; after the last that is loaded, more are. */
  readonly #onStep = async (by: 1 | -1): Promise<void> => {
    const at = this.#rows.items.findIndex(({ id }) => id === this.open?.id) + by;
    if (at === this.#rows.items.length) await this.#rows.loadMore();
    const row = this.#rows.items[at];
    if (row && this.#mayGo(row.id)) await this.show(row.id);
  };

  readonly #onCopy = async (what: 'code' | 'link', shown: Element): Promise<void> => {
    const { id } = this.open!;
    const text = what === 'code' ? this.nameOf(this.open!) : new URL(this.#address.of(id), window.location.href).href;
    this.announce((await copyText(text, shown)) ? this.texts.copied : this.texts.notCopied);
  };

  /** Takes in what somebody else changed; the step being written stays on the page. */
  readonly #onReload = (): Promise<boolean> =>
    this.requests.run(async () => {
      const { open } = this;
      const latest = await this.#operations.get({ params: { id: open!.id } });
      if (this.open === open) this.#take(latest);
    });

  /** How many records the present view has, if that is known. */
  get #total(): number | undefined {
    return this.counts?.total ?? (this.#rows.hasMore ? undefined : this.#rows.items.length);
  }

  /** The list as its kit is to show it: the tabs with their counts. */
  get #listState(): ListState<Row> {
    const { definition, loader, person, texts, view } = this;
    const tabs = definition.tabs?.map((tab) => ({ ...tab, count: this.#countOf(tab) }));
    const isEmpty = this.#rows.items.length === 0;
    return {
      definition: { ...definition, ...(tabs && { tabs }) },
      view,
      openId: this.open?.id ?? '',
      total: this.counts?.total,
      settingsKey: `${(this.constructor as typeof DvkWidget).tag} ${person.subject}`,
      addressOf: this.syncUrl === 'hash' ? ({ id }) => this.#address.of(id) : undefined,
      instead:
        loader.state === 'failed'
          ? this.renderError(loader.error, loader.run)
          : !isEmpty
            ? undefined
            : loader.state === 'loading'
              ? this.renderLoading()
              : this.renderEmpty(texts.none),
    };
  }

  /** How many records a tab has, if that is known: the sum of its values, or of all. */
  #countOf({ values }: Tab): number | undefined {
    const by = this.counts?.by[this.definition.tabsBy ?? ''];
    return by && (values ?? Object.keys(by)).reduce((sum, value) => sum + (by[value] ?? 0), 0);
  }

  protected override renderContent(): TemplateResult {
    const { person, texts } = this;
    const isBusy = this.requests.busy || (this.loader.state === 'loading' && this.#kit !== undefined);
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${isBusy}>
      ${
        !person.session
          ? html`${this.#renderTitle()} ${this.renderLoaded(this.loader, () => nothing)}`
          : person.isStaff
            ? this.#renderDesk()
            : html`${this.#renderTitle()} ${this.renderRefusal(texts)}`
      }
    </section>`;
  }

  #renderTitle(): TemplateResult {
    return html`<h2 id="title" tabindex="-1">${this.texts.title}</h2>`;
  }

  #renderDesk(): TemplateResult {
    const { open, texts } = this;
    const kit = this.#kit;
    const list = kit && this.#listState;
    const names = this.locale.lang === 'en' ? roleNamesEn : roleNames;
    const asOf = this.loadedAt && texts.asOf(formatMoment(this.loadedAt, this.locale.lang));
    const roles = this.person.roles.map((role) => names[role]).join(', ');
    return html`<div class="desk ${open ? 'open' : ''}">
      <header class="desk-head">
        <div>
          ${this.#renderTitle()}
          <p class="small">${[roles, asOf].filter(Boolean).join(' · ')}</p>
        </div>
        ${kit && list ? kit.renderActions(list) : nothing}
      </header>
      ${kit && list ? kit.renderTabs(list) : nothing}
      <div class="panes">
        <div class="list" part="list">
          ${open ? nothing : this.renderAbove()} ${open ? nothing : this.renderFailure()}
          ${kit && list ? kit.render(list) : this.renderLoaded(this.loader, () => nothing)}
        </div>
        ${open ? this.#renderOpen(open, list) : nothing}
      </div>
    </div>`;
  }

  #renderOpen(open: Open, list: ListState<Row> | undefined): TemplateResult {
    const { texts } = this;
    const total = this.#total;
    const tab = list && tabOf(list.definition, list.view);
    return recordFrame({
      texts,
      kind: this.kindOf(open),
      code: this.nameOf(open),
      at: this.#rows.items.findIndex(({ id }) => id === open.id) + 1,
      total: Math.max(total ?? 0, this.#rows.items.length),
      back: tab ? `${tab.label}${tab.count === undefined ? '' : ` (${tab.count})`}` : texts.back,
      hasLink: this.syncUrl === 'hash',
      body: this.renderRecord(open),
      foot: html`<section class="step screen-only ${this.isFilledInFoot ? 'filling' : ''}" aria-label=${texts.handling}>
        ${this.summary.render()}
        ${this.renderFailure({ text: this.locale.texts(common).changed, button: texts.refresh, reload: this.#onReload })}
        ${this.renderMessage()} ${this.renderFoot(open)}
      </section>`,
      onBack: this.#onBack,
      onStep: (by) => void this.#onStep(by),
      onCopy: (what, shown) => void this.#onCopy(what, shown),
    });
  }

  /** Whether the foot holds a form, which may be too long to stay in sight. */
  protected get isFilledInFoot(): boolean {
    return this.step.current !== undefined;
  }

  /** What stands in the foot of an open record: its steps. */
  protected renderFoot(open: Open): TemplateResult {
    const steps = this.stepsOf(open);
    if (!this.step.current && steps.length === 0) return html`<p class="small">${this.texts.noSteps}</p>`;
    return this.step.render(this.stepView(steps));
  }

  /** How steps look. */
  protected stepView(steps: readonly Step<Action>[]): StepFormView<Action> {
    return {
      steps,
      labels: this.texts.steps,
      ...(this.primary && { primary: this.primary }),
      texts: this.locale.texts(common),
      fields: this.stepFields,
    };
  }
}
