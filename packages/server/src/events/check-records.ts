import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { isId, type Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { RecordState } from './event.ts';
import type { LedgerFault } from '@dvk/sdk/audit';
import { digestsOf } from './hashes.ts';
import type { ReadPiece } from './read-piece.ts';
import type { RecordKind } from './record-kind.ts';
import { events } from './table.ts';

/** So many events or records are read at once. */
const batch = 500;

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

/** The events of the subjects after one of them, summed up: of as many as a batch of events is about, and of one at least. */
async function nextSubjects(db: Queries, tenant: string, after: string): Promise<EventSummary[]> {
  const summaries: EventSummary[] = [];
  for (;;) {
    const last = summaries.at(-1);
    const isNext = last
      ? sql`(${events.subject}, ${events.sequence}) > (${last.subject}, ${last.sequence}::integer)`
      : gt(events.subject, after);
    const rows = await db
      .select({ subject: events.subject, sequence: events.sequence, state: events.state })
      .from(events)
      .where(and(eq(events.tenant, tenant), isNext))
      .orderBy(asc(events.subject), asc(events.sequence))
      .limit(batch);
    for (const { subject, sequence, state } of rows) {
      let summary = summaries.at(-1);
      if (summary?.subject !== subject) {
        summary = { subject, sequence: 0, inOrder: true, hasDigests: false, parts: new Map() };
        summaries.push(summary);
      }
      summary.inOrder &&= sequence === summary.sequence + 1;
      summary.sequence = sequence;
      for (const [part, digest] of Object.entries(state ?? {})) {
        summary.hasDigests = true;
        summary.parts.set(part, digest);
      }
    }
    if (rows.length < batch) return summaries;
    // The last one may go on.
    if (summaries.length > 1) return summaries.slice(0, -1);
  }
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

/** Every record that has events, compared with them, piece by piece. */
export async function* checkRecords(
  read: ReadPiece,
  keyring: Keyring,
  tenant: string,
  kinds: readonly RecordKind[],
): AsyncGenerator<CheckedRecord[]> {
  async function check(db: Queries, summaries: readonly EventSummary[]): Promise<CheckedRecord[]> {
    const checked: CheckedRecord[] = [];
    const areas = Map.groupBy(summaries, ({ subject }) => subject.slice(0, subject.indexOf('/')));
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

  let after: string | undefined = '';
  while (after !== undefined) {
    const from: string = after;
    const piece = await read(async (db) => {
      const summaries = await nextSubjects(db, tenant, from);
      return { last: summaries.at(-1)?.subject, checked: await check(db, summaries) };
    });
    if (piece.checked.length > 0) yield piece.checked;
    after = piece.last;
  }
}

/** Every record that must have events and has none. */
export async function* recordsWithoutEvents(
  read: ReadPiece,
  tenant: string,
  kinds: readonly RecordKind[],
): AsyncGenerator<string> {
  for (const { area, idsAfter } of kinds) {
    const toSubject = (id: string) => `${area}/${id}`;
    let last: string | undefined;
    for (;;) {
      const after = last;
      const { ids, rows } = await read(async (db) => {
        const next = await idsAfter(db, tenant, after, batch);
        const known = await db
          .selectDistinct({ subject: events.subject })
          .from(events)
          .where(and(eq(events.tenant, tenant), inArray(events.subject, next.map(toSubject))));
        return { ids: next, rows: known };
      });
      last = ids.at(-1);
      if (last === undefined) break;
      const withEvents = new Set(rows.map(({ subject }) => subject));
      for (const subject of ids.map(toSubject)) if (!withEvents.has(subject)) yield subject;
    }
  }
}
