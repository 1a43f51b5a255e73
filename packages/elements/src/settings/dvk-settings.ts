import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  presetSettings,
  type Setting,
  type SettingName,
  type SettingValues,
  type SettingVersion,
} from '@dvk/sdk/settings';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import { RecordAddress } from '../desk/record-address.ts';
import { DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { iconStyles } from '../icons/icon.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { keepRoom, refusalTemplate } from '../internal/refusal.ts';
import { DvkWidget } from '../internal/widget.ts';
import { keyHintStyles } from '../parts/keys.ts';
import { commandOf } from '../list/list-keys.ts';
import { parts } from '../locale/parts/vi.ts';
import { searchBoxStyles } from '../internal/search-box-styles.ts';
import { skeleton, stateStyles } from '../parts/state.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { loadPage } from './load-pages.ts';
import { navigation } from './navigation.ts';
import { newestOf } from './newest.ts';
import type { SettingPage } from './page.ts';
import { settingsStyles } from './styles.ts';
import { settings } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent, DvkSignInEvent } from '../events/index.ts';
export type { Setting, SettingVersion };

/** What the events of `<dvk-settings>` carry. */
export interface DvkSettingsEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Setting>;
  'dvk-navigate': DvkNavigateEvent;
  'dvk-save': DvkSaveEvent<SettingVersion>;
}

/** Which settings there are, in the order of the list. */
const shown: readonly SettingName[] = [
  'calendar',
  'terms',
  'thresholds',
  'topics',
  'notices',
  'office',
  'privacy-notice',
  'code-prefixes',
  'role-source',
  'house-style',
];

/**
 * An administrator sees and changes the settings of the province: each with its value in force, who changed it when, why and on
 * which basis, and what a change would do to open cases before it is saved. Every change is a new version; undoing one takes an old
 * one up again. Two administrators never overwrite each other, and what is being changed outlives a reload.
 *
 * @summary The settings of a province, with their history.
 * @vietnamese Thiết lập của tỉnh
 * @event {DvkLoadEvent<Setting>} dvk-load - a setting was opened; `data` is the setting
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to a setting; `recordId` is its name. Cancel it to go there yourself
 * @event {DvkSaveEvent<SettingVersion>} dvk-save - a change was saved; `result` is the new version
 * @csspart panel - the framed area
 * @csspart refusal - that the person must sign in, or may not use the widget
 * @csspart summary - the list of errors above a form
 * @csspart calendar - the months of a year
 * @csspart history - the versions of a setting
 * @example
 * <dvk-context base-url="/api"><dvk-settings sync-url="hash"></dvk-settings></dvk-context>
 */
export class DvkSettings extends DvkWidget<DvkSettingsEvents> {
  static override readonly tag: string = 'dvk-settings';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField, DvkDateField];
  static override styles: CSSResultGroup = [
    DvkWidget.styles,
    panelStyles,
    stateStyles,
    iconStyles,
    keyHintStyles,
    searchBoxStyles,
    settingsStyles,
  ];

  /** Name of the open setting, e.g. `calendar`; `''` for the first. Set it to open one. */
  @property({ reflect: true }) setting = '';
  /**
   * `hash`: the address of the page names the open setting, `#settings=office`. For pages without routes of their own; others
   * listen to `dvk-navigate`.
   */
  @property({ attribute: 'sync-url' }) syncUrl: '' | 'hash' = '';

  @state() private page?: SettingPage | undefined;
  @state() private typed = '';
  /** The setting whose page is open or on its way. */
  #wanted: SettingName | undefined;

  readonly #address = new RecordAddress({
    host: this,
    isOn: () => this.syncUrl === 'hash',
    name: () => this.id || 'settings',
    onChange: (name) => {
      if (this.#mayRead && name !== this.setting) this.setting = name;
    },
  });

  readonly #loader = new Loader(
    this,
    () => [],
    async ({ session }, signal) => {
      const person = await session;
      if (signal.aborted) return;
      const asked = this.person.session ? '' : this.#address.id;
      if (!this.person.change(person)) this.#close();
      if (!this.#mayRead) return;
      if (asked) this.setting = asked;
      if (!this.page) await this.#open(signal);
    },
  );

  get #mayRead(): boolean {
    return this.person.has('administrator', 'secretariat', 'inspector');
  }

  get #texts() {
    return this.locale.texts(settings);
  }

  /** The setting that is asked for; `undefined` where there is none of this name. */
  get #named(): SettingName | undefined {
    return this.setting === '' ? shown[0] : shown.find((name) => name === this.setting);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.page) void this.#loader.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  #close(): void {
    this.page?.close();
    this.page = this.#wanted = undefined;
    this.message = '';
    this.summary.clear();
    this.requests.forget();
  }

  async #open(signal?: AbortSignal): Promise<void> {
    const name = this.#named;
    if (!name) return this.#close();
    this.#wanted = name;
    const { client } = this.connection!;
    const [make, { setting, newest }, publicOnes] = await Promise.all([
      loadPage(name),
      newestOf(client, name, signal),
      client.settings.get(signal ? { signal } : {}),
    ]);
    if (signal?.aborted || this.#wanted !== name || !this.isConnected) return;
    this.#close();
    this.#wanted = name;
    const page = make({
      host: this.host,
      setting,
      newest,
      // Of the office nobody but the server knows what it was started with: without a version that is what it tells.
      preset: (presetSettings(publicOnes.office) as Partial<SettingValues>)[name] as never,
      canChange: this.person.has('administrator'),
      onSaved: (version) => this.dispatchEvent(new DvkSaveEvent<SettingVersion>(version)),
    });
    for (const styles of page.styles) this.host.addStyles(styles);
    await page.restore();
    if (this.#wanted !== name) return page.close();
    this.page = page;
    this.dispatchEvent(new DvkLoadEvent<Setting>(setting));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('setting') || !this.hasUpdated || !this.isConnected || !this.#mayRead) return;
    if (this.#named === this.#wanted) return;
    // Set by the page or by the person.
    void this.#show();
  }

  async #show(): Promise<void> {
    const isShown = await this.requests.run((signal) => this.#open(signal), { reads: 'setting' });
    if (!isShown) return;
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('#setting-title')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.page?.updated?.();
  }

  readonly #onChoose = (name: SettingName): void => {
    this.typed = '';
    if (name === this.#named || this.requests.isWriting) return;
    if (!this.dispatchEvent(new DvkNavigateEvent(name))) return;
    this.#address.open(name);
    this.setting = name;
  };

  /** “/” leads to the search, also from the months; narrow, to the drop-down list. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (commandOf(event) !== 'search') return;
    event.preventDefault();
    const ways = this.shadowRoot!.querySelectorAll<HTMLElement>('.nav :is(input, select)');
    [...ways].find((way) => way.getClientRects().length > 0)?.focus();
  };

  protected override renderWaiting(): TemplateResult {
    return html`<div class="loading" part="loading">${skeleton(this.locale.texts(parts), 6)}</div>`;
  }

  protected override renderContent(): TemplateResult {
    keepRoom(this);
    const texts = this.#texts;
    const { person } = this;
    const isBusy = this.requests.busy || this.#loader.state === 'loading';
    const title = html`<h2 id="title" tabindex="-1">${texts.title}</h2>`;
    return html`<section
      class="panel"
      part="panel"
      aria-labelledby=${this.page ? 'setting-title' : 'title'}
      aria-busy=${isBusy}
      @keydown=${this.#onKey}
    >
      ${
        !person.session
          ? html`${title} ${this.renderLoaded(this.#loader, () => nothing)}`
          : this.#mayRead
            ? this.#renderSettings()
            : html`${title} ${refusalTemplate(this.host, texts, this.renderSignIn())}`
      }
    </section>`;
  }

  #renderSettings(): TemplateResult {
    const texts = this.#texts;
    return html`<div class="settings">
      <h2 id="title" class="hidden" tabindex="-1">${texts.title}</h2>
      ${navigation({
        names: shown,
        current: this.#named,
        typed: this.typed,
        texts,
        onSearch: (typed) => (this.typed = typed),
        onChoose: this.#onChoose,
      })}
      <div class="page">
        ${this.person.has('administrator') ? nothing : html`<p class="notice">${texts.readOnly}</p>`}
        ${this.#renderPage()}
      </div>
    </div>`;
  }

  #renderPage(): unknown {
    if (!this.#named) return html`<p class="notice danger" role="alert">${this.#texts.noSetting}</p>`;
    if (!this.page) {
      if (this.requests.failure !== undefined) return this.renderFailure();
      return this.renderLoaded(this.#loader, () => this.renderLoading());
    }
    return this.page.render();
  }
}
