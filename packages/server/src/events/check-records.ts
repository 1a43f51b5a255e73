import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { isId, type Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { RecordState } from './event.ts';
import type { LedgerFault } from '@dvk/sdk/audit';
import { digestsOf } from './hashes.ts';
import type { RecordKind } from './record-kind.ts';
import { events } from './table.ts';

const eventBatch = 1000;
const recordBatch = 200;

/** The events of one subject, summed up. */
interface EventSummary {
  subject: string;
  sequence: number;
  /** The events are numbered 1, 2, 3 … */
  inOrder: boolean;
  /** Whether any event has a digest of the record. */
  hasDigests: boolean;
  /** The last digest of each part; `null` for one that was removed. */
  parts: Map<string, string | null>;
}

/** A record compared with its events. */
export interface CheckedRecord {
  subject: string;
  faults: LedgerFault[];
  /** The names of the parts that its events know. */
  parts: string[];
  /** As it stands; `undefined` where it is not there. */
  found: RecordState | undefined;
}

/** The events of each subject, summed up, one subject after the other. */
async function* eventsBySubject(db: Queries, tenant: string): AsyncGenerator<EventSummary> {
  let summary: EventSummary | undefined;
  for (;;) {
    const after = sql`(${events.subject}, ${events.sequence}) > (${summary?.subject ?? ''}, ${summary?.sequence ?? 0}::integer)`;
    const rows = await db
      .select({ subject: events.subject, sequence: events.sequence, state: events.state })
      .from(events)
      .where(and(eq(events.tenant, tenant), after))
      .orderBy(asc(events.subject), asc(events.sequence))
      .limit(eventBatch);
    for (const { subject, sequence, state } of rows) {
      if (summary?.subject !== subject) {
        if (summary) yield summary;
        summary = { subject, sequence: 0, inOrder: true, hasDigests: false, parts: new Map() };
      }
      summary.inOrder &&= sequence === summary.sequence + 1;
      summary.sequence = sequence;
      for (const [part, digest] of Object.entries(state ?? {})) {
        summary.hasDigests = true;
        summary.parts.set(part, digest);
      }
    }
    if (rows.length < eventBatch) break;
  }
  if (summary) yield summary;
}

function compare(
  keyring: Keyring,
  tenant: string,
  summary: EventSummary,
  found: RecordState | undefined,
): LedgerFault[] {
  const { subject, parts } = summary;
  const faults: LedgerFault[] = summary.inOrder ? [] : [{ what: 'sequence', subject }];
  const standing = [...parts].flatMap(([part, digest]) => (digest === null ? [] : [part]));
  if (!found) return standing.length === 0 ? faults : [...faults, { what: 'gone', subject }];
  if (!summary.hasDigests) return [...faults, { what: 'no-digest', subject }];
  const digests = digestsOf(keyring, tenant, subject, found);
  for (const part of new Set([...standing, ...Object.keys(digests)])) {
    const [is, must] = [digests[part] ?? null, parts.get(part) ?? null];
    if (is === must) continue;
    const what = is === null ? 'part-gone' : must === null ? 'part-added' : 'changed';
    faults.push({ what, subject, part });
  }
  return faults;
}

/** Every record that has events, compared with them, two hundred at a time. */
export async function* checkRecords(
  db: Queries,
  keyring: Keyring,
  tenant: string,
  kinds: readonly RecordKind[],
): AsyncGenerator<CheckedRecord[]> {
  async function check(batch: readonly EventSummary[]): Promise<CheckedRecord[]> {
    const checked: CheckedRecord[] = [];
    const areas = Map.groupBy(batch, ({ subject }) => subject.slice(0, subject.indexOf('/')));
    for (const [area, ofArea] of areas) {
      const kind = kinds.find((each) => each.area === area);
      const idOf = ({ subject }: EventSummary) => subject.slice(area.length + 1);
      const ids = ofArea.map(idOf).filter(isId);
      const found = kind && ids.length > 0 ? await kind.read(db, tenant, ids) : new Map<string, RecordState>();
      for (const summary of ofArea) {
        const record = found.get(idOf(summary));
        const faults = compare(keyring, tenant, summary, record);
        checked.push({ subject: summary.subject, faults, parts: [...summary.parts.keys()], found: record });
      }
    }
    return checked;
  }

  let batch: EventSummary[] = [];
  for await (const summary of eventsBySubject(db, tenant)) {
    batch.push(summary);
    if (batch.length < recordBatch) continue;
    yield await check(batch);
    batch = [];
  }
  if (batch.length > 0) yield await check(batch);
}

/** Every record that must have events and has none. */
export async function* recordsWithoutEvents(
  db: Queries,
  tenant: string,
  kinds: readonly RecordKind[],
): AsyncGenerator<string> {
  for (const { area, idsAfter } of kinds) {
    let last: string | undefined;
    for (;;) {
      const ids = await idsAfter(db, tenant, last, eventBatch);
      last = ids.at(-1);
      if (last === undefined) break;
      const subjects = ids.map((id) => `${area}/${id}`);
      const rows = await db
        .selectDistinct({ subject: events.subject })
        .from(events)
        .where(and(eq(events.tenant, tenant), inArray(events.subject, subjects)));
      const withEvents = new Set(rows.map(({ subject }) => subject));
      for (const subject of subjects) if (!withEvents.has(subject)) yield subject;
    }
  }
}
