import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '@dvk/sdk/text';
import { recordPartStyles, stepButtons } from '../../desk/step-buttons.ts';
import { linkIcon } from '../../icons/link.ts';
import { privateIcon } from '../../icons/private.ts';
import { personIcon } from '../../icons/person.ts';
import { historyIcon } from '../../icons/history.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { auditRecord } from '../../locale/audit-record/vi.ts';
import { sheetFacts } from '../../paper/official-sheet.ts';
import { chip } from '../../parts/chip.ts';
import type { AuditRow } from '../list.ts';
import type { audit } from '../vi.ts';
import { areaName, areaOf, capacityOf, recordOf, whatOf, whoOf } from '../words.ts';
import { factsOf } from './facts.ts';

export interface EntryOptions {
  /** Opens the record in the widget that shows it; without, none does. */
  onOpenRecord: (() => void) | undefined;
  onOfRecord: () => void;
  onOfActor: () => void;
}

/** An open entry of the ledger: who did what, when, with what, and all that was written down of it. */
export class EntryView {
  readonly #host: WidgetHost;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addStyles(recordPartStyles);
  }

  render(entry: AuditRow, words: typeof audit): TemplateResult {
    const { locale } = this.#host;
    const texts = locale.texts(auditRecord);
    const { at, kind, by, subject, position, data } = entry;
    const capacity = capacityOf(entry, words);
    const record = recordOf(entry, words);
    const facts = factsOf(entry, { texts, words, lang: locale.lang });
    return html`<div class="title">
        <h3 id="record-title" tabindex="-1">${whatOf(entry, words)}</h3>
        ${
          kind === 'case.sender-read'
            ? html`<p class="states-line">${chip({ icon: privateIcon, tone: 'warning' }, words.tabs.sealed)}</p>
                <p class="small">${texts.sealedReading}</p>`
            : nothing
        }
      </div>
      ${sheetFacts([
        [texts.facts.at, formatMoment(at, locale.lang)],
        [texts.facts.who, whoOf(entry, words)],
        ...(by.subject !== null
          ? ([[texts.facts.account, html`<span translate="no">${by.subject}</span>`]] as const)
          : []),
        ...(capacity ? ([[texts.facts.capacity, capacity]] as const) : []),
        [texts.facts.area, areaName(subject, words)],
        ...(record ? ([[texts.facts.record, record]] as const) : []),
        [texts.facts.position, String(position)],
      ])}
      <section aria-labelledby="details-title">
        <h4 id="details-title">${texts.details}</h4>
        ${facts.length > 0 ? sheetFacts(facts) : html`<p class="small">${texts.noDetails}</p>`}
        ${'fields' in data ? html`<p class="small">${texts.fieldsOnly}</p>` : nothing}
      </section>`;
  }

  /** The ways on from it; nothing where there are none. */
  renderSteps(entry: AuditRow, { onOpenRecord, onOfRecord, onOfActor }: EntryOptions): TemplateResult | typeof nothing {
    const texts = this.#host.locale.texts(auditRecord);
    const isOfRecord = !['audit', 'ledger'].includes(areaOf(entry.subject));
    const shown = [
      ...(onOpenRecord ? [{ label: texts.openRecord, icon: linkIcon, onTake: onOpenRecord }] : []),
      ...(isOfRecord ? [{ label: texts.ofRecord, icon: historyIcon, onTake: onOfRecord }] : []),
      ...(entry.by.subject !== null ? [{ label: texts.ofActor, icon: personIcon, onTake: onOfActor }] : []),
    ];
    return shown.length === 0 ? nothing : stepButtons({ shown, further: '', busy: false });
  }
}
