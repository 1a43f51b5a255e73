import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { roleNames, roleNamesEn } from '@dvk/sdk/session';
import { dateInVietnam, formatDate, isDate } from '@dvk/sdk/text';
import type { UnitRecord, UnitTree } from '@dvk/sdk/units';
import { RecordAddress } from '../desk/record-address.ts';
import { recordFrame } from '../desk/record-frame.ts';
import { RecordOpening } from '../desk/record-opening.ts';
import { recordStyles } from '../desk/record-styles.ts';
import { RowPlace } from '../desk/row-place.ts';
import { listPageStyles } from '../desk/list-page-styles.ts';
import {
  DvkLoadEvent,
  DvkNavigateEvent,
  DvkSaveEvent,
  type DvkErrorEvent,
  type DvkSignInEvent,
  type WidgetEvents,
} from '../events/index.ts';
import { addIcon } from '../icons/add.ts';
import { closeIcon } from '../icons/close.ts';
import { downIcon } from '../icons/down.ts';
import { exportIcon } from '../icons/export.ts';
import { importIcon } from '../icons/import.ts';
import { mergeIcon } from '../icons/merge.ts';
import type { Client, Connection, GetToken } from '../internal/connection.ts';
import { copyText } from '../internal/copy-text.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Loader } from '../internal/loader.ts';
import { closeMenu, menuStyles, menuTemplate } from '../internal/menu.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { keepRoom, refusalTemplate } from '../internal/refusal.ts';
import { DvkWidget } from '../internal/widget.ts';
import { commandOf } from '../list/list-keys.ts';
import { parts } from '../locale/parts/vi.ts';
import { chipStyles } from '../parts/chip.ts';
import { keyHintStyles } from '../parts/keys.ts';
import { searchBoxStyles } from '../internal/search-box-styles.ts';
import { saveFile } from '../parts/save-file.ts';
import { skeleton, stateStyles } from '../parts/state.ts';
import { Toast, toastStyles } from '../parts/toast.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { UnitForms } from './forms/unit-forms.ts';
import type { UnitImportDialog } from './import/unit-import.ts';
import { loadUnitForms, loadUnitImport, loadUnitRecord } from './load-parts.ts';
import type { UnitRecordView } from './record/unit-record.ts';
import { unitsStyles } from './styles.ts';
import { TreePane } from './tree-pane.ts';
import { units } from './vi.ts';

export type { Client, Connection, GetToken };
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent };
export type { UnitRecord, UnitTree };

/** What the events of `<dvk-units>` carry. */
export interface DvkUnitsEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<UnitRecord>;
  'dvk-save': DvkSaveEvent<UnitRecord>;
  'dvk-navigate': DvkNavigateEvent;
}

const nothingToClose = { close: () => {} };

/**
 * The organisation units in their two trees, that of the Party and the administrative one, as they are on a day: staff find a unit
 * by name, former name or code and read all that is known of it; administrators add units, rename or move them from a day on,
 * end, merge and split them, and see beforehand what a merge or split brings about. What is typed outlives a reload and a lost
 * session.
 *
 * @summary Organisation units in two trees, with dates.
 * @vietnamese Cơ quan, đơn vị, tổ chức
 * @event {DvkLoadEvent<UnitRecord>} dvk-load - a unit was opened; `data` is the unit
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to a unit or back to the tree; cancel it to go there yourself
 * @event {DvkSaveEvent<UnitRecord>} dvk-save - a unit was added or changed, or continues others; `result` is the unit
 * @csspart panel - the framed area
 * @csspart refusal - that the person must sign in, or may not use the widget
 * @csspart summary - the list of errors above a form
 * @csspart list - the tree with its search
 * @csspart tree - the units
 * @csspart detail - the open unit
 * @csspart dialog - a form over the page
 * @example
 * <dvk-context base-url="/api"><dvk-units></dvk-units></dvk-context>
 */
export class DvkUnits extends DvkWidget<DvkUnitsEvents> {
  static override readonly tag: string = 'dvk-units';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField];
  static override styles: CSSResultGroup = [
    DvkWidget.styles,
    panelStyles,
    listPageStyles,
    stateStyles,
    recordStyles,
    toastStyles,
    chipStyles,
    keyHintStyles,
    searchBoxStyles,
    menuStyles,
    unitsStyles,
  ];

  /** Id of the open unit; `''` for the tree alone. Set it to open one. */
  @property({ attribute: 'record-id', reflect: true }) recordId = '';
  /**
   * `hash`: the address of the page names the open unit, `#units=<id>`, and Back returns to the tree. For pages without routes of
   * their own; others listen to `dvk-navigate`.
   */
  @property({ attribute: 'sync-url' }) syncUrl: '' | 'hash' = '';
  /** The tree that is shown: `party` or `administrative`. The person may change it. */
  @property({ reflect: true }) tree: 'party' | 'administrative' = 'party';
  /** The day as of which units are shown, `YYYY-MM-DD`; without it, today. The person may change it. */
  @property({ reflect: true }) on = '';

  @state() private open?: UnitRecord | undefined;
  #record: UnitRecordView | undefined;
  #forms: UnitForms | undefined;
  #import: UnitImportDialog | undefined;
  readonly #toast = new Toast(this);
  readonly #pane: TreePane = new TreePane(this.host, {
    openId: () => this.open?.id ?? '',
    mayChange: () => this.#mayChange,
    onOpen: (id) => this.goTo(id),
    announce: (text) => this.announce(text),
  });
  readonly #place = new RowPlace({ host: this, rowOf: (id) => this.#pane.rowOf(id) });

  readonly #address = new RecordAddress({
    host: this,
    isOn: () => this.syncUrl === 'hash',
    name: () => this.id || 'units',
    onChange: (id) => {
      if (!this.person.isStaff || id === this.recordId) return;
      if (id) void this.show(id);
      else this.#backToTree();
    },
  });

  readonly #opening = new RecordOpening<{ open: UnitRecord; draft: typeof nothingToClose }>({
    requests: this.requests,
    load: async (id) => {
      const [open] = await Promise.all([this.#client.units.get({ params: { id } }), this.#loadRecord()]);
      return { open, draft: nothingToClose };
    },
    isWanted: () => this.isConnected,
    show: async ({ open }) => {
      this.#address.open(open.id);
      this.#take(open);
      this.dispatchEvent(new DvkLoadEvent<UnitRecord>(open));
      await this.#pane.reveal(open);
    },
  });

  readonly #loader = new Loader(
    this,
    () => [this.tree, this.#day],
    async ({ client, session }, signal) => {
      const person = await session;
      if (signal.aborted) return;
      const wanted = this.person.session ? '' : this.recordId || this.#address.id;
      if (!this.person.change(person)) {
        this.#opening.stop();
        this.#close();
        this.#forms?.close();
        this.#import?.close();
        this.#pane.clear();
      }
      if (!this.person.isStaff) return;
      if (wanted) this.recordId = wanted;
      await this.#pane.start({ client, tree: this.tree, on: this.#day }, signal);
      if (signal.aborted) return;
      if (wanted) void this.#load(wanted);
      else if (this.open) void this.#pane.reveal(this.open);
    },
  );

  get #client(): Client {
    return this.connection!.client;
  }

  get #texts(): typeof units {
    return this.locale.texts(units);
  }

  get #today(): string {
    return dateInVietnam(Date.now());
  }

  /** What is no day shows today. */
  get #day(): string {
    return isDate(this.on) ? this.on : this.#today;
  }

  get #mayChange(): boolean {
    return this.person.has('administrator');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#forms?.close();
      this.#import?.close();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('recordId') || !this.isConnected || !this.person.isStaff) return;
    if (this.recordId === (this.open?.id ?? '')) return;
    // Set by the page.
    if (this.recordId) void this.show(this.recordId);
    else this.#backToTree();
  }

  /** Opens a unit by its id. */
  async show(id: string): Promise<void> {
    const isShown = await this.#load(id);
    await this.updateComplete;
    if (isShown) this.shadowRoot?.querySelector<HTMLElement>('#record-title')?.focus();
  }

  /** Resolves to whether it was opened. */
  async #load(id: string): Promise<boolean> {
    if (this.requests.isWriting) return false;
    if (!(await this.#opening.open(id))) return false;
    this.recordId = this.open?.id ?? '';
    if (this.#opening.foundNone && this.#address.id === id) this.#address.close();
    return this.recordId === id;
  }

  /** Shows a unit as it has just come. */
  #take(latest: UnitRecord): void {
    if (this.open?.id !== latest.id) this.#record?.clear();
    this.open = latest;
    this.recordId = latest.id;
    this.#record!.show(latest);
  }

  #close(): void {
    this.#record?.clear();
    this.open = undefined;
    this.recordId = '';
    this.requests.forget();
  }

  /** The person goes to a unit. */
  protected readonly goTo = (id: string): void => {
    if (this.requests.isWriting) return;
    if (!this.open) this.#place.remember(id);
    if (this.dispatchEvent(new DvkNavigateEvent(id))) void this.show(id);
  };

  readonly #onBack = (): void => {
    if (!this.dispatchEvent(new DvkNavigateEvent(''))) return;
    this.#address.close();
    this.#backToTree();
  };

  /** Back to the tree, at the unit that was open, which stands where it stood before. */
  #backToTree(): void {
    const id = this.open?.id;
    this.#opening.stop();
    this.#close();
    if (!id) return;
    void this.updateComplete.then(() => {
      this.#pane.focus(id);
      this.#place.restore(id);
    });
  }

  /** Escape leads back to the tree from anywhere in the record. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    if (!this.open || commandOf(event) !== 'close' || target.closest('dialog')) return;
    event.preventDefault();
    this.#onBack();
  };

  async #loadRecord(): Promise<void> {
    if (this.#record) return;
    const { UnitRecordView } = await loadUnitRecord();
    this.#record ??= new UnitRecordView(this.host, {
      known: this.#pane.known,
      addressOf: this.syncUrl === 'hash' ? (id) => this.#address.of(id) : undefined,
      onGo: this.goTo,
    });
  }

  /** Opens a form, with its parts, which are loaded first. */
  #withForms(open: (forms: UnitForms) => void): void {
    void this.requests.run(
      async (signal) => {
        const { UnitForms } = await loadUnitForms();
        if (signal.aborted) return;
        this.#forms ??= new UnitForms(this.host, {
          known: this.#pane.known,
          today: () => this.#today,
          onDay: (day) => (this.on = day === this.#today ? '' : day),
          onLatest: (latest) => {
            if (this.open?.id === latest.id) this.#take(latest);
          },
          onSaved: (saved, text) => void this.#onSaved(saved, text),
        });
        open(this.#forms);
      },
      { reads: 'forms' },
    );
  }

  /** Tells what was done, and shows the unit in the tree as it is now. */
  async #onSaved(saved: UnitRecord, text: string): Promise<void> {
    this.#toast.show(text);
    this.dispatchEvent(new DvkSaveEvent<UnitRecord>(saved));
    this.#pane.uncheckAll();
    await this.#loadRecord();
    this.#address.open(saved.id);
    this.#take(saved);
    await this.#loader.run();
  }

  /** Opens the import of a table, which is loaded first. */
  readonly #onImport = (): void => {
    void this.requests.run(
      async (signal) => {
        const { UnitImportDialog } = await loadUnitImport();
        if (signal.aborted) return;
        this.#import ??= new UnitImportDialog(this.host, {
          onChanged: (text) => {
            this.#toast.show(text);
            void this.#loader.run();
          },
        });
        this.#import.open();
      },
      { reads: 'import' },
    );
  };

  /** Saves the units of the day as a table that can be imported again. */
  readonly #onExport = (format: 'xlsx' | 'csv'): void => {
    void this.requests.run(
      async () => {
        saveFile(await this.#client.units.table({ query: { on: this.#day, format } }), `don-vi-${this.#day}.${format}`);
      },
      { reads: 'table' },
    );
  };

  readonly #onTree = ({ target }: Event): void => {
    this.tree = (target as HTMLSelectElement).value as UnitTree;
  };

  readonly #onCopy = async (what: 'code' | 'link', shown: Element): Promise<void> => {
    const { code, id } = this.open!;
    const { copied, notCopied } = this.#texts;
    const isCopied = await copyText(what === 'code' ? code : this.#address.of(id), shown);
    this.announce(isCopied ? copied : notCopied);
  };

  protected override renderFailure(): TemplateResult | typeof nothing {
    if (!this.#opening.foundNone) return super.renderFailure();
    return html`<p class="notice danger" part="failure" role="alert">${this.#texts.noRecord}</p>`;
  }

  /** What has failed outside of a form. */
  #renderOwnFailure(): TemplateResult | typeof nothing {
    return this.#forms?.isOpen || this.#import?.isOpen ? nothing : this.renderFailure();
  }

  protected override renderWaiting(): TemplateResult {
    return html`<div class="loading" part="loading">${skeleton(this.locale.texts(parts), 6)}</div>`;
  }

  protected override renderContent(): TemplateResult {
    const { person } = this;
    keepRoom(this);
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${
        !person.session
          ? html`${this.#renderTitle()} ${this.renderLoaded(this.#loader, () => nothing)}`
          : person.isStaff
            ? this.#renderForStaff()
            : html`${this.#renderTitle()} ${refusalTemplate(this.host, this.#texts, this.renderSignIn())}`
      }
    </section>`;
  }

  #renderTitle(): TemplateResult {
    return html`<h2 id="title" tabindex="-1">${this.#texts.title}</h2>`;
  }

  #renderForStaff(): TemplateResult {
    const { open } = this;
    const withRecord = open ? 'with-record' : '';
    return html`<div class="desk">
        ${this.#renderHead(withRecord)}
        <div class="panes ${withRecord}" @keydown=${this.#onKey}>
          <div class="list ${withRecord}" part="list">
            ${open ? nothing : this.#renderOwnFailure()} ${this.#pane.render(this.#instead)} ${this.#renderSelection()}
          </div>
          ${open ? this.#renderOpen(open) : nothing}
        </div>
        ${this.#toast.render(this.locale.texts(parts))}
      </div>
      ${this.#forms?.render() ?? nothing} ${this.#import?.render() ?? nothing}`;
  }

  /** What stands in place of the tree while there is none. */
  get #instead(): TemplateResult | undefined {
    const { state, error, run } = this.#loader;
    if (state === 'failed') return this.renderError(error, run);
    return state === 'loading' && !this.#pane.isReady ? this.renderLoading() : undefined;
  }

  #renderHead(withRecord: string): TemplateResult {
    const texts = this.#texts;
    const names = this.locale.lang === 'en' ? roleNamesEn : roleNames;
    const roles = this.person.roles.map((role) => names[role]).join(', ');
    return html`<header class="desk-head ${withRecord}">
      <div>
        ${this.#renderTitle()}
        <p class="small">
          ${roles} · ${texts.on(formatDate(this.#day))} ·
          <button
            class="link screen-only"
            type="button"
            @click=${() => this.#withForms((forms) => void forms.chooseDay(this.#day))}
          >
            ${texts.otherDay}
          </button>
          ${
            this.#day !== this.#today
              ? html`<button class="link screen-only" type="button" @click=${() => (this.on = '')}>
                  ${texts.today}
                </button>`
              : nothing
          }
        </p>
        ${this.#mayChange ? nothing : html`<p class="small">${texts.readOnly}</p>`}
      </div>
      <div class="desk-actions screen-only">
        <label class="which">
          <span>${texts.tree}</span>
          <select .value=${this.tree} @change=${this.#onTree}>
            ${(['party', 'administrative'] as const).map(
              (each) => html`<option value=${each} ?selected=${each === this.tree}>${texts.trees[each]}</option>`,
            )}
          </select>
          ${downIcon}
        </label>
        ${menuTemplate(
          html`${exportIcon}${texts.export}`,
          (['xlsx', 'csv'] as const).map(
            (format) =>
              html`<button
                class="item"
                type="button"
                @click=${({ target }: Event) => {
                  closeMenu(target);
                  this.#onExport(format);
                }}
              >
                ${texts.formats[format]}
              </button>`,
          ),
          'framed',
        )}
        ${
          this.#mayChange
            ? html`<button class="button" type="button" @click=${this.#onImport}>${importIcon}${texts.import}</button>`
            : nothing
        }
        ${
          this.#mayChange
            ? html`<button
                class="button"
                type="button"
                @click=${() => this.#withForms((forms) => void forms.create(this.tree, this.open))}
              >
                ${addIcon}${texts.add}
              </button>`
            : nothing
        }
      </div>
    </header>`;
  }

  /** What can be done with the ticked units; it stays at the foot of the window. */
  #renderSelection(): TemplateResult | typeof nothing {
    const { checked, uncheckAll } = this.#pane;
    if (checked.size === 0 || !this.#mayChange) return nothing;
    const texts = this.#texts;
    return html`<div class="bar screen-only" role="group" aria-label=${texts.selection}>
      <b>${texts.selected(checked.size)}</b>
      <span class="bar-steps">
        ${
          checked.size > 1
            ? html`<button
                class="white"
                type="button"
                @click=${() => this.#withForms((forms) => void forms.merge([...checked.values()]))}
              >
                ${mergeIcon}${texts.merge(checked.size)}
              </button>`
            : html`<span>${texts.mergeNeeds}</span>`
        }
        <button type="button" aria-label=${texts.unselect} @click=${uncheckAll}>${closeIcon}</button>
      </span>
    </div>`;
  }

  #renderOpen(open: UnitRecord): TemplateResult {
    const texts = this.#texts;
    const record = this.#record!;
    return recordFrame({
      texts,
      kind: nothing,
      code: open.code,
      at: 0,
      total: 0,
      back: texts.back,
      hasLink: this.syncUrl === 'hash',
      body: record.render(open, { on: this.#day }),
      paper: [nothing, nothing],
      foot: html`<section class="step screen-only" aria-label=${texts.handling}>
        ${this.#renderOwnFailure()}
        ${
          this.#mayChange
            ? record.renderSteps(open, {
                on: this.#day,
                busy: this.requests.isWriting,
                onStep: (step) => this.#withForms((forms) => void forms.begin(step, open)),
              })
            : html`<p class="small">${texts.readOnly}</p>`
        }
      </section>`,
      onBack: this.#onBack,
      onStep: () => {},
      onCopy: (what, shown) => void this.#onCopy(what, shown),
    });
  }
}
