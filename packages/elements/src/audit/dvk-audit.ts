import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { AuditEvent } from '@dvk/sdk/audit';
import { dateInVietnam } from '@dvk/sdk/text';
import { ListWidget } from '../desk/list-widget.ts';
import type { ListOperations } from '../desk/operations.ts';
import { recordFrame } from '../desk/record-frame.ts';
import type { LoadedRecord } from '../desk/record-opening.ts';
import { recordStyles } from '../desk/record-styles.ts';
import {
  DvkLoadEvent,
  DvkNavigateEvent,
  type DvkErrorEvent,
  type DvkSignInEvent,
  type WidgetEvents,
} from '../events/index.ts';
import { checkedIcon } from '../icons/checked.ts';
import type { Client, Connection, GetToken } from '../internal/connection.ts';
import { copyText } from '../internal/copy-text.ts';
import { wholeList, type ListDefinition } from '../list/definition.ts';
import { auditList, auditListStyles, auditQuery, rowOf, type AuditRow } from './list.ts';
import type { LedgerState } from './ledger-state.ts';
import { loadEntries, loadLedger } from './load-parts.ts';
import type { EntryView } from './record/entry-view.ts';
import { audit } from './vi.ts';
import { areaName, areaOf, recordOf, whoOf } from './words.ts';

export type { Client, Connection, GetToken };
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent };
export type { AuditEvent };

/** What the events of `<dvk-audit>` carry. */
export interface DvkAuditEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<AuditEvent>;
  'dvk-navigate': DvkNavigateEvent;
}

/** The area of a record by the first part of its subject, where another widget shows it. */
const shownElsewhere: Readonly<Record<string, DvkNavigateEvent['area']>> = {
  case: 'cases',
  model: 'models',
  assessment: 'assessments',
  person: 'people',
  account: 'people',
  unit: 'units',
};

const nothingToClose = { close: () => {} };

/**
 * What was done in the system, for administrators and inspectors: when, by whom and as what, with which record. The list is narrowed by
 * tabs – who read who sent a report is one –, by record, person, kind and days, and exported. An entry shows all that was written down of
 * it. Above the list stands whether the ledger is intact: the last check with what it found and what to do, a check at once, an anchor to
 * keep elsewhere.
 *
 * @summary What was done, by whom; whether the ledger is intact.
 * @vietnamese Nhật ký hệ thống
 * @event {DvkLoadEvent<AuditEvent>} dvk-load - an entry was opened; `data` is it
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to an entry, back to the list, or – then `area` says of what – to the record of an entry
 * @csspart panel - the framed area
 * @csspart refusal - that the person must sign in, or may not use the widget
 * @csspart ledger - the state of the ledger
 * @csspart list - the list of what was done
 * @csspart detail - the open entry
 * @csspart dialog - a question over the page
 * @example
 * <dvk-context base-url="/api"><dvk-audit sync-url="hash"></dvk-audit></dvk-context>
 */
export class DvkAudit extends ListWidget<AuditRow, AuditRow> {
  static override readonly tag: string = 'dvk-audit';
  static override styles: CSSResultGroup = [ListWidget.styles, recordStyles, auditListStyles];

  /** What records and people are called that the list is narrowed to. */
  @state() private named: ReadonlyMap<string, string> = new Map();
  #entries: EntryView | undefined;
  #ledger: LedgerState | undefined;
  #renderLedger: (typeof import('./ledger-part.ts'))['stateCard'] | undefined;

  protected override get texts() {
    return this.locale.texts(audit);
  }

  protected override get mayUse(): boolean {
    return this.person.has('administrator', 'inspector');
  }

  protected override get definition(): ListDefinition<AuditRow> {
    return auditList({
      texts: this.texts,
      lang: this.locale.lang,
      view: this.view,
      day: dateInVietnam(Date.now()),
      named: this.named,
    });
  }

  protected override listOperationsOf(client: Client): ListOperations<AuditRow> {
    return {
      list: async ({ query }, { signal }) => {
        const asked = auditQuery(query as Record<string, unknown>);
        if (!asked) return { items: [], nextCursor: null };
        const { items, nextCursor } = await client.audit.list({ query: asked }, { signal });
        return { items: items.map(rowOf), nextCursor };
      },
    };
  }

  protected override async loadList(): Promise<void> {
    const { LedgerState, stateCard, stateCardStyles } = await loadLedger();
    for (const each of stateCardStyles) this.host.addStyles(each);
    this.#renderLedger = stateCard;
    this.#ledger ??= new LedgerState(this.host, () => void this.loader.run());
    // Beside the list, which need not wait for it.
    if (this.#ledger.checks === undefined) void this.#ledger.load();
  }

  protected override async loadRecord(id: string): Promise<LoadedRecord<AuditRow>> {
    const [event, { EntryView }] = await Promise.all([
      this.connection!.client.audit.get({ params: { position: id } }),
      loadEntries(),
    ]);
    this.#entries ??= new EntryView(this.host);
    return { open: rowOf(event), draft: nothingToClose };
  }

  protected override showRecord({ open }: LoadedRecord<AuditRow>): void {
    this.dispatchEvent(new DvkLoadEvent<AuditEvent>(open));
  }

  protected override onOtherPerson(): void {
    this.#ledger?.clear();
    this.named = new Map();
    this.view = wholeList;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is; one that comes back looks anew.
    queueMicrotask(() => {
      if (!this.isConnected) this.#ledger?.clear();
    });
  }

  /** Shows what was done with a record, or by somebody. */
  #narrow(by: 'subject' | 'actor', value: string, name: string): void {
    this.named = new Map([...this.named, [value, name]]);
    this.view = { ...wholeList, filters: { [by]: [value] } };
    if (this.open) this.onBack();
  }

  protected override renderMainAction(): TemplateResult | typeof nothing {
    if (!this.#ledger || this.#ledger.running) return nothing;
    return html`<button
      class="button ${this.open ? '' : 'primary'}"
      type="button"
      ?disabled=${this.requests.isWriting}
      @click=${() => this.#ledger!.check()}
    >
      ${checkedIcon}${this.texts.check}
    </button>`;
  }

  protected override renderAbove(): TemplateResult | typeof nothing {
    if (!this.#ledger || !this.#renderLedger) return nothing;
    return this.#renderLedger({
      host: this.host,
      state: this.#ledger,
      texts: this.texts,
      onRecord: (subject, name) => this.#narrow('subject', subject, name),
    });
  }

  readonly #onCopy = async (what: 'code' | 'link', shown: Element): Promise<void> => {
    const text = what === 'code' ? this.open!.id : this.openAddress;
    this.announce((await copyText(text, shown)) ? this.texts.copied : this.texts.notCopied);
  };

  protected override renderOpen(open: AuditRow): TemplateResult {
    const { texts } = this;
    return recordFrame({
      texts,
      kind: nothing,
      code: texts.number(open.id),
      ...this.position,
      back: this.chosenPart ?? texts.back,
      hasLink: this.syncUrl === 'hash',
      body: this.#entries!.render(open, texts),
      paper: this.renderPaper({ issuer: '', title: texts.title, about: texts.number(open.id) }, texts.recordSigners),
      foot: this.#renderFoot(open),
      onBack: this.onBack,
      onStep: (by) => void this.onStep(by),
      onCopy: (what, shown) => void this.#onCopy(what, shown),
    });
  }

  #renderFoot(open: AuditRow): TemplateResult | typeof nothing {
    const [failure, ways] = [this.renderFailure(), this.#renderWays(open)];
    if (failure === nothing && ways === nothing) return nothing;
    return html`<section class="step screen-only" aria-label=${this.texts.handling}>${failure} ${ways}</section>`;
  }

  #renderWays(open: AuditRow): TemplateResult | typeof nothing {
    const { texts } = this;
    const { subject, subjectName, by } = open;
    const area = shownElsewhere[areaOf(subject)];
    const id = subject.slice(subject.indexOf('/') + 1);
    const name = [areaName(subject, texts), recordOf(open, texts)].filter(Boolean).join(' ');
    return this.#entries!.renderSteps(open, {
      // Of what is gone there is nothing to open.
      onOpenRecord:
        area && subjectName !== null ? () => void this.dispatchEvent(new DvkNavigateEvent(id, area)) : undefined,
      onOfRecord: () => this.#narrow('subject', subject, name),
      onOfActor: () => this.#narrow('actor', by.subject!, whoOf(open, texts)),
    });
  }
}
