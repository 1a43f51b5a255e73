import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Notice, NoticePreferences, NoticeWishes } from '@dvk/sdk/notices';
import { formatMoment } from '@dvk/sdk/text';
import { backIcon } from '../icons/back.ts';
import { bellIcon } from '../icons/bell.ts';
import { iconStyles } from '../icons/icon.ts';
import { inboxIcon } from '../icons/inbox.ts';
import { DvkNavigateEvent, type WidgetEvents } from '../events/index.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { common } from '../locale/common/vi.ts';
import { empty, skeleton, stateStyles } from '../parts/state.ts';
import { parts } from '../locale/parts/vi.ts';
import { noticesStyles } from './styles.ts';
import { notices } from './vi.ts';
import { wishesForm } from './wishes-form.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkNavigateEvent, DvkSignInEvent } from '../events/index.ts';
export type { Notice };

/** What the events of `<dvk-notices>` carry. */
export interface DvkNoticesEvents extends WidgetEvents {
  'dvk-navigate': DvkNavigateEvent;
}

/** The area of a record by the first part of its subject. */
const areas: Readonly<Record<string, DvkNavigateEvent['area']>> = {
  case: 'cases',
  model: 'models',
  assessment: 'assessments',
  plan: 'plans',
  person: 'people',
  audit: 'audit',
};
const pageSize = 20;

/**
 * A bell that tells how many notices somebody has not read, and opens their list: what concerns their work, newest first. Pressing one
 * marks it as read and leads to its record. Below it everybody says which notices they wish, on the portal and by mail. It looks for new
 * ones once a minute while the page is seen.
 *
 * @summary A bell with the notices of who is signed in.
 * @vietnamese Thông báo
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to the record of a notice; `recordId` is its id, `area` says of what it is one
 * @csspart bell - the button
 * @csspart count - how many are unread
 * @csspart panel - what opens below it
 * @csspart item - one notice
 * @csspart refusal - that the person must sign in
 * @csspart summary - the list of errors above the wishes
 * @example
 * <dvk-context base-url="/api"><dvk-notices></dvk-notices></dvk-context>
 */
export class DvkNotices extends DvkWidget<DvkNoticesEvents> {
  static override readonly tag: string = 'dvk-notices';
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, stateStyles, iconStyles, noticesStyles];

  /** Whether the list is open below the bell. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Shows the list in the page, without a bell. */
  @property({ type: Boolean, reflect: true }) inline = false;
  /** Seconds between two looks for new notices; 0 for none. */
  @property({ type: Number }) interval = 60;

  @state() private unread = 0;
  @state() private items: readonly Notice[] | undefined;
  @state() private nextCursor: string | null = null;
  @state() private wishes: NoticePreferences | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  readonly #loader = new Loader(
    this,
    () => [],
    async ({ client, session }, signal) => {
      const person = await session;
      if (signal.aborted) return;
      if (!this.person.change(person)) this.#forget();
      if (this.person.subject === '') return;
      const { unread } = await client.notices.unread({ signal });
      if (signal.aborted) return;
      this.unread = unread;
      if (this.#isShown && !this.items) await this.#loadList(signal);
    },
  );

  get #texts() {
    return this.locale.texts(notices);
  }

  get #isShown(): boolean {
    return this.open || this.inline;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onOutside);
    document.addEventListener('visibilitychange', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onOutside);
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('interval') || this.#timer === undefined) {
      clearInterval(this.#timer);
      this.#timer = this.isConnected && this.interval > 0 ? setInterval(this.#look, this.interval * 1000) : undefined;
    }
    if ((changed.has('open') || changed.has('inline')) && this.#isShown && this.#loader.state === 'ready')
      void this.#list();
  }

  #forget(): void {
    this.items = this.wishes = undefined;
    this.nextCursor = null;
    this.unread = 0;
    this.message = '';
    this.requests.forget();
  }

  /** Whether anything is new, while the page is seen. What fails is tried again at the next look. */
  readonly #look = async (): Promise<void> => {
    const { client } = this.connection ?? {};
    if (!client || document.hidden || this.person.subject === '' || this.requests.busy) return;
    const { subject } = this.person;
    const found = await client.notices.unread({}).catch(() => undefined);
    if (!found || subject !== this.person.subject || !this.isConnected) return;
    const isMore = found.unread > this.unread;
    this.unread = found.unread;
    if (!isMore) return;
    this.announce(this.#texts.isNew(found.unread));
    if (this.#isShown && !this.wishes) void this.#list();
  };

  async #loadList(signal: AbortSignal, cursor?: string): Promise<void> {
    const query = { limit: pageSize, ...(cursor && { cursor }) };
    const page = await this.connection!.client.notices.list({ query }, { signal });
    if (signal.aborted) return;
    this.items = cursor ? [...(this.items ?? []), ...page.items] : page.items;
    this.nextCursor = page.nextCursor;
  }

  #list(cursor?: string): Promise<boolean> {
    return this.requests.run((signal) => this.#loadList(signal, cursor), { reads: 'list' });
  }

  readonly #onOutside = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open || event.isComposing) return;
    event.stopPropagation();
    this.open = false;
    this.shadowRoot!.querySelector<HTMLElement>('.bell')!.focus();
  };

  async #focusTitle(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot!.querySelector<HTMLElement>('#title')?.focus();
  }

  readonly #onBell = (): void => {
    this.open = !this.open;
    if (this.open) void this.#focusTitle();
  };

  async #read(notice: Notice): Promise<void> {
    if (notice.readAt !== null) return;
    const params = { id: notice.id };
    await this.requests.run(async () => {
      const read = await this.connection!.client.notices.read({ params });
      this.items = this.items?.map((each) => (each.id === read.id ? read : each));
      this.unread = Math.max(0, this.unread - 1);
    });
  }

  async #go(notice: Notice): Promise<void> {
    await this.#read(notice);
    const [kind = '', id = ''] = notice.subject?.split('/') ?? [];
    const area = areas[kind];
    if (area === undefined) return;
    this.dispatchEvent(new DvkNavigateEvent(id, area));
    this.open = false;
  }

  readonly #readAll = async (): Promise<void> => {
    const until = this.items?.[0]?.at;
    if (until === undefined) return;
    const isDone = await this.requests.run(async () => {
      const { unread } = await this.connection!.client.notices.readAll({ body: { until } });
      this.unread = unread;
      this.items = this.items?.map((each) => ({ ...each, readAt: each.readAt ?? until }));
    });
    if (isDone) this.announce(this.#texts.allRead);
  };

  readonly #openWishes = async (): Promise<void> => {
    const { client } = this.connection!;
    this.message = '';
    const isThere = await this.requests.run(
      async (signal) => {
        const wishes = await client.notices.preferences({ signal });
        if (!signal.aborted) this.wishes = wishes;
      },
      { reads: 'list' },
    );
    if (isThere) await this.#focusTitle();
  };

  readonly #closeWishes = async (): Promise<void> => {
    this.wishes = undefined;
    this.requests.forget();
    if (!this.items) void this.#list();
    await this.#focusTitle();
  };

  async #save(body: NoticeWishes): Promise<void> {
    const before = this.wishes!;
    // What is shown stays what was typed, also where saving fails.
    this.wishes = { ...before, ...body };
    const isDone = await this.requests.run(async () => {
      const { client } = this.connection!;
      this.wishes = await client.notices.setPreferences({ body }, { ifMatch: before.etag });
    });
    if (!isDone) return;
    await this.#closeWishes();
    this.showMessage(this.#texts.saved);
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const texts = this.#texts;
    const { subject } = this.person;
    if (this.inline) return html`<div class="box">${this.#renderPanel()}</div>`;
    // Who is not signed in has no notices, and a bell would promise some.
    if (subject === '' && this.#loader.state === 'ready') return nothing;
    return html`<div class="box floating" @keydown=${this.#onKey}>
      <button
        class="button bell"
        part="bell"
        type="button"
        aria-expanded=${this.open}
        aria-controls="panel"
        aria-label=${texts.bell(this.unread)}
        @click=${this.#onBell}
      >
        ${bellIcon}${
          this.unread > 0
            ? html`<span class="count" part="count" aria-hidden="true">${texts.count(this.unread)}</span>`
            : nothing
        }
      </button>
      ${this.open ? this.#renderPanel() : nothing}
    </div>`;
  }

  #renderPanel(): TemplateResult {
    const texts = this.#texts;
    const isBusy = this.requests.busy || this.#loader.state === 'loading';
    return html`<section class="panel" part="panel" id="panel" aria-labelledby="title" aria-busy=${isBusy}>
      ${this.renderLoaded(this.#loader, () =>
        this.person.subject === ''
          ? html`<h2 id="title" tabindex="-1">${texts.title}</h2>
              <div class="notice" part="refusal">
                <p>${texts.signInFirst}</p>
                ${this.renderSignIn()}
              </div>`
          : this.wishes
            ? this.#renderWishes(this.wishes)
            : this.#renderList(),
      )}
    </section>`;
  }

  protected override renderWaiting(): TemplateResult {
    return html`<div class="loading" part="loading">${skeleton(this.locale.texts(parts), 3)}</div>`;
  }

  #renderList(): TemplateResult {
    const texts = this.#texts;
    const { items, requests } = this;
    return html`<div class="head">
        <h2 id="title" tabindex="-1">${texts.title}</h2>
        <button class="button quiet" type="button" @click=${this.#openWishes}>${texts.wishes}</button>
      </div>
      ${this.renderMessage()} ${this.renderFailure()}
      ${
        this.unread > 0 && items && items.length > 0
          ? html`<div class="actions">
              <button class="button" type="button" ?disabled=${requests.isWriting} @click=${this.#readAll}>
                ${texts.readAll}
              </button>
            </div>`
          : nothing
      }
      ${
        items === undefined
          ? requests.failure === undefined
            ? this.renderWaiting()
            : nothing
          : items.length === 0
            ? html`<div part="empty">${empty({ icon: inboxIcon, title: texts.none, text: texts.noneText })}</div>`
            : html`<ul class="list" role="list">
                ${items.map((notice) => this.#renderItem(notice))}
              </ul>`
      }
      ${
        this.nextCursor === null
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.#list(this.nextCursor!)}>
              ${this.locale.texts(common).more}
            </button>`
      }`;
  }

  #renderItem(notice: Notice): TemplateResult {
    const { lang } = this.locale;
    const locale = lang === 'en' ? 'en' : 'vi';
    const isUnread = notice.readAt === null;
    return html`<li>
      <button class="item ${isUnread ? 'unread' : ''}" part="item" type="button" @click=${() => this.#go(notice)}>
        <span class="dot" aria-hidden="true"></span>
        <span
          >${isUnread ? html`<span class="hidden">${this.#texts.unread}: </span>` : nothing}<b
            >${notice.title[locale]}</b
          ><span class="small">${notice.text[locale]}</span
          ><time class="small" datetime=${notice.at}>${formatMoment(notice.at, locale)}</time></span
        >
      </button>
    </li>`;
  }

  #renderWishes(wishes: NoticePreferences): TemplateResult {
    const texts = this.#texts;
    return html`<div class="head">
        <h2 id="title" tabindex="-1">${texts.wishesTitle}</h2>
        <button class="button quiet" type="button" @click=${this.#closeWishes}>${backIcon}${texts.back}</button>
      </div>
      ${this.renderFailure({ text: texts.changed, button: texts.reload, reload: this.#openWishes })}
      ${wishesForm({ wishes, texts, busy: this.requests.isWriting, onSave: (body) => void this.#save(body) })}`;
  }
}
