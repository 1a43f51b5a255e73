import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { ServiceAccount, ServiceKey } from '@dvk/sdk/accounts';
import type { Grant, Person } from '@dvk/sdk/people';
import type { RoleSource } from '@dvk/sdk/settings';
import { dateInVietnam, searchKey } from '@dvk/sdk/text';
import { ListWidget } from '../desk/list-widget.ts';
import type { ListOperations } from '../desk/operations.ts';
import { PersonToast } from '../desk/person-toast.ts';
import { recordFrame } from '../desk/record-frame.ts';
import type { LoadedRecord } from '../desk/record-opening.ts';
import { recordStyles } from '../desk/record-styles.ts';
import { unitChoices, type UnitChoice } from '../desk/unit-choices.ts';
import {
  DvkLoadEvent,
  DvkSaveEvent,
  type DvkErrorEvent,
  type DvkNavigateEvent,
  type DvkSignInEvent,
  type WidgetEvents,
} from '../events/index.ts';
import { inviteIcon } from '../icons/invite.ts';
import { serviceAccountIcon } from '../icons/service-account.ts';
import type { Client, Connection, GetToken } from '../internal/connection.ts';
import { copyText } from '../internal/copy-text.ts';
import type { TaggedElement } from '../internal/define.ts';
import type { ListDefinition } from '../list/definition.ts';
import { toastStyles } from '../parts/toast.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { PeopleDone, PeopleForms } from './forms/people-forms.ts';
import { accountsTab, limitsOf, peopleList, peopleListStyles, type Limits, type PeopleRow } from './list.ts';
import { loadPeopleForms, loadRecords } from './load-parts.ts';
import { readRecord, type OpenAccount, type OpenPerson, type OpenRecord } from './open-record.ts';
import type { AccountView } from './record/account-view.ts';
import type { PersonStep, PersonView } from './record/person-view.ts';
import { people } from './vi.ts';

export type { Client, Connection, GetToken };
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent };
export type { Person, ServiceAccount };

/** What the events of `<dvk-people>` carry. */
export interface DvkPeopleEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Person | ServiceAccount>;
  'dvk-save': DvkSaveEvent<Person | ServiceAccount>;
  'dvk-navigate': DvkNavigateEvent;
}

const nothingToClose = { close: () => {} };

type Rows = { items: readonly PeopleRow[]; nextCursor: string | null };

/**
 * Who may do what in which unit, and for how long: administrators invite people, give and end roles – towards a unit, with all beneath
 * it or everywhere –, and record who leaves; they see beforehand where nobody would hold a role any more. Leaders delegate
 * roles of their own for a time. Every role stays readable, with its reason. Programs that use the API have a tab of their own: what
 * they may do, and their keys, each shown once.
 *
 * @summary People, their roles with dates, delegation, service accounts.
 * @vietnamese Người dùng và vai trò
 * @event {DvkLoadEvent<Person | ServiceAccount>} dvk-load - a person or an account was opened; `data` is it
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to a record or back to the list; cancel it to go there yourself
 * @event {DvkSaveEvent<Person | ServiceAccount>} dvk-save - somebody was invited or changed, a role was given or ended; `result` is the person or account
 * @csspart panel - the framed area
 * @csspart refusal - that the person must sign in, or may not use the widget
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of people
 * @csspart detail - the open person or account
 * @csspart dialog - a form over the page
 * @example
 * <dvk-context base-url="/api"><dvk-people></dvk-people></dvk-context>
 */
export class DvkPeople extends ListWidget<PeopleRow, OpenRecord> {
  static override readonly tag: string = 'dvk-people';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField];
  static override styles: CSSResultGroup = [ListWidget.styles, recordStyles, toastStyles, peopleListStyles];

  @state() private units: readonly UnitChoice[] = [];
  @state() private source?: RoleSource | undefined;
  @state() private limits?: Limits | undefined;
  #views: { person: PersonView; account: AccountView } | undefined;
  #forms: PeopleForms | undefined;
  readonly #toast = new PersonToast(this.host);
  readonly #kinds = new Map<string, OpenRecord['kind']>();

  protected override get texts() {
    const texts = this.locale.texts(people);
    return this.#isOfAccounts ? { ...texts, none: texts.noneOfAccounts } : texts;
  }

  protected override get mayUse(): boolean {
    return this.person.has('administrator', 'unit-leader');
  }

  get #isAdministrator(): boolean {
    return this.person.has('administrator');
  }

  get #isOfAccounts(): boolean {
    return this.view.tab === accountsTab;
  }

  get #client(): Client {
    return this.connection!.client;
  }

  get #day(): string {
    return dateInVietnam(Date.now());
  }

  protected override get definition(): ListDefinition<PeopleRow> {
    return peopleList({
      texts: this.texts,
      lang: this.locale.lang,
      now: new Date().toISOString(),
      units: this.units,
      isOfAccounts: this.#isOfAccounts,
      hasAccounts: this.#isAdministrator,
      ...this.limits,
    });
  }

  protected override listOperationsOf(client: Client): ListOperations<PeopleRow> {
    return {
      list: ({ query }, { signal }) =>
        (this.#isOfAccounts ? this.#listAccounts : this.#listPeople)(client, query, signal),
      counts: async ({ query }, options) => {
        const asked = this.#isOfAccounts ? { query: {} } : { query };
        const [counts, accounts] = await Promise.all([
          client.people.counts(asked, options),
          this.#isAdministrator ? this.#countAccounts(client, options.signal) : undefined,
        ]);
        const standing = { ...counts.by.standing, ...(accounts !== undefined && { [accountsTab]: accounts }) };
        return { ...counts, total: this.#isOfAccounts ? (accounts ?? 0) : counts.total, by: { standing } };
      },
    };
  }

  readonly #listPeople = async (client: Client, query: object, signal: AbortSignal | undefined): Promise<Rows> => {
    const { items, nextCursor } = await client.people.list({ query }, { signal });
    return { items: items.map((person) => ({ kind: 'person', ...person })), nextCursor };
  };

  /** There are few programs: those with the words are picked here. */
  readonly #listAccounts = async (client: Client, query: object, signal: AbortSignal | undefined): Promise<Rows> => {
    const { q = '', limit, cursor } = query as { q?: string; limit: number; cursor?: string };
    const { items, nextCursor } = await client.accounts.list(
      { query: { limit, ...(cursor && { cursor }) } },
      { signal },
    );
    const words = searchKey(q).split(' ');
    const found = items.filter(({ name }) => words.every((word) => searchKey(name).includes(word)));
    return { items: found.map((account) => ({ kind: 'account', ...account })), nextCursor };
  };

  async #countAccounts({ accounts }: Client, signal: AbortSignal | undefined): Promise<number> {
    let count = 0;
    for await (const _ of accounts.list({ query: { limit: 100 } }, { signal })) count += 1;
    return count;
  }

  protected override onRows(rows: readonly PeopleRow[]): void {
    for (const { id, kind } of rows) this.#kinds.set(id, kind);
    if (rows.length === 0 || this.units.length > 0) return;
    void unitChoices(this.#client).then(
      (units) => (this.units = units),
      () => {},
    );
  }

  protected override async loadList(client: Client, signal: AbortSignal): Promise<void> {
    if (!this.#isAdministrator) return;
    // Where roles come from is said beside the list, which need not wait for it.
    void client.settings.list({ query: {} }, { signal }).then(
      ({ items }) => {
        const [source, limits] = (['role-source', 'thresholds'] as const).map(
          (wanted) => items.find(({ name }) => name === wanted)?.current,
        );
        this.source = source?.name === 'role-source' ? source.value : 'tokens';
        this.limits = limits?.name === 'thresholds' ? limitsOf(limits.value) : undefined;
      },
      () => {},
    );
  }

  protected override async loadRecord(id: string): Promise<LoadedRecord<OpenRecord>> {
    const asked = { kind: this.#kinds.get(id), day: this.#day, seesAccounts: this.#isAdministrator };
    const [open] = await Promise.all([readRecord(this.#client, id, asked), this.#loadViews()]);
    this.#kinds.set(id, open.kind);
    return { open, draft: nothingToClose };
  }

  async #loadViews(): Promise<void> {
    if (this.#views) return;
    const { AccountView, PersonView } = await loadRecords();
    this.#views ??= { person: new PersonView(this.host), account: new AccountView(this.host) };
  }

  protected override showRecord({ open }: LoadedRecord<OpenRecord>): void {
    this.dispatchEvent(new DvkLoadEvent<Person | ServiceAccount>(open));
  }

  protected override showLatest(latest: OpenRecord): void {
    super.showLatest(latest);
    if (latest.kind === 'person') this.#views!.person.show(latest);
  }

  protected override onClose(): void {
    this.#views?.person.clear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => {
      if (!this.isConnected) this.#forms?.close();
    });
  }

  protected override onOtherPerson(): void {
    this.#forms?.close();
    this.source = this.limits = undefined;
  }

  /** Opens a form, with its parts, which are loaded first. */
  #withForms(open: (forms: PeopleForms) => void): void {
    void this.requests.run(
      async (signal) => {
        const { PeopleForms } = await loadPeopleForms();
        if (signal.aborted) return;
        this.#forms ??= new PeopleForms(this.host, {
          onLatest: (latest) => {
            if (this.open?.id === latest.id) void this.#reload(latest.id);
          },
          onSaved: (saved, text) => void this.#onSaved(saved, text),
        });
        open(this.#forms);
      },
      { reads: 'forms' },
    );
  }

  /** Reads a record again; of several readings the last one counts. */
  #reload(id: string): Promise<boolean> {
    const read = async (signal: AbortSignal) => {
      const { open } = await this.loadRecord(id);
      if (signal.aborted) return;
      if (this.open?.id === id) this.showLatest(open);
      else this.updateRow(open);
    };
    return this.requests.run(read, { reads: 'again' });
  }

  /** Tells what was done, offers to take it back, and shows the record and the list as they are now. */
  async #onSaved({ id, undo }: PeopleDone, text: string): Promise<void> {
    const takeBack =
      undo &&
      (async () => {
        await undo();
        await this.#reload(id);
        await this.loader.run();
      });
    this.#toast.show(text, takeBack);
    if (this.open?.id === id) await this.#reload(id);
    else await this.show(id);
    if (this.open?.id === id) this.dispatchEvent(new DvkSaveEvent<Person | ServiceAccount>(this.open));
    await this.loader.run();
  }

  readonly #onStep = (step: PersonStep, open: OpenPerson): void => {
    if (step !== 'rejoin') return this.#withForms((forms) => void forms.begin(step, open));
    void this.requests.run(async () => {
      const { id, name } = await this.#client.people.rejoin({ params: { id: open.id } }, { ifMatch: open.etag });
      await this.#onSaved({ id }, this.texts.rejoined(name));
    });
  };

  /** An administrator ends any role, a leader what they delegated. */
  #mayEnd(grant: Grant): boolean {
    const { personId } = this.person.session!;
    return this.#isAdministrator || (personId !== undefined && grant.delegatedBy === personId);
  }

  readonly #onCopy = async (what: 'code' | 'link', shown: Element): Promise<void> => {
    const text = what === 'code' ? this.#codeOf(this.open!) : this.openAddress;
    this.announce((await copyText(text, shown)) ? this.texts.copied : this.texts.notCopied);
  };

  #codeOf(open: OpenRecord): string {
    return open.kind === 'person' ? open.invitation : open.name;
  }

  protected override renderMainAction(): TemplateResult | typeof nothing {
    if (!this.#isAdministrator) return nothing;
    const [icon, label, open] = this.#isOfAccounts
      ? [serviceAccountIcon, this.texts.addAccount, (forms: PeopleForms) => void forms.addAccount()]
      : [inviteIcon, this.texts.invite, (forms: PeopleForms) => void forms.invite()];
    return html`<button
      class="button ${this.open ? '' : 'primary'}"
      type="button"
      @click=${() => this.#withForms(open as (forms: PeopleForms) => void)}
    >
      ${icon}${label}
    </button>`;
  }

  /** Where roles come from: a list that has no effect says so. */
  protected override renderAbove(): TemplateResult | typeof nothing {
    if (!this.source || this.#isOfAccounts) return nothing;
    const isIdle = this.source === 'tokens';
    return html`<p class="source ${isIdle ? 'notice warning' : 'small'}">${this.texts.sourceIs[this.source]}</p>`;
  }

  protected override renderForStaff(): TemplateResult {
    return html`${super.renderForStaff()} ${this.open ? nothing : this.#toast.render()}
    ${this.#forms?.render() ?? nothing}`;
  }

  protected override renderOpen(open: OpenRecord): TemplateResult {
    const { texts } = this;
    return recordFrame({
      texts,
      kind: nothing,
      code: this.#codeOf(open),
      ...this.position,
      back: this.chosenPart ?? texts.back,
      hasLink: this.syncUrl === 'hash',
      body: this.#renderBody(open),
      paper: this.renderPaper({ issuer: '', title: texts.title, about: open.name }, texts.recordSigners),
      foot: html`<section class="step screen-only" aria-label=${texts.handling}>
        ${this.#forms?.isOpen ? nothing : this.renderFailure()} ${this.renderMessage()} ${this.#toast.render()}
        ${this.#renderSteps(open)}
      </section>`,
      onBack: this.onBack,
      onStep: (by) => void this.onStep(by),
      onCopy: (what, shown) => void this.#onCopy(what, shown),
    });
  }

  #renderBody(open: OpenRecord): TemplateResult {
    const day = this.#day;
    const { person, account } = this.#views!;
    if (open.kind === 'account') return account.render(open, { day, onEndKey: (key) => this.#endKey(open, key) });
    return person.render(open, {
      day,
      soonDays: this.limits?.soonDays,
      mayEnd: (grant) => this.#mayEnd(grant),
      onEnd: (grant) => this.#withForms((forms) => void forms.end(open, grant)),
    });
  }

  #endKey(open: OpenAccount, key: ServiceKey): void {
    this.#withForms((forms) => void forms.endKey(open, key));
  }

  #renderSteps(open: OpenRecord): TemplateResult | typeof nothing {
    const busy = this.requests.isWriting;
    const { person, account } = this.#views!;
    if (open.kind === 'account')
      return account.renderSteps(open, {
        busy,
        onStep: (step) => this.#withForms((forms) => void forms.beginAccount(step, open)),
      });
    return person.renderSteps(open, {
      busy,
      isAdministrator: this.#isAdministrator,
      isSelf: open.id === this.person.session?.personId,
      onStep: (step) => this.#onStep(step, open),
    });
  }
}
