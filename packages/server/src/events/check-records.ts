import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { isId, type Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { RecordState } from './event.ts';
import type { LedgerFault } from './faults.ts';
import { digestsOf } from './hashes.ts';
import type { RecordKind } from './record-kind.ts';
import { events } from './table.ts';

const eventBatch = 1000;
const recordBatch = 200;

/** What the events of a subject say of it. */
interface Told {
  subject: string;
  sequence: number;
  /** The events are numbered 1, 2, 3 … */
  inOrder: boolean;
  /** Whether any event says how the record must be. */
  vouched: boolean;
  /** The last digest of each part; `null` for one that was removed. */
  parts: Map<string, string | null>;
}

/** A record compared with its events. */
export interface CheckedRecord {
  subject: string;
  faults: LedgerFault[];
  /** What the events tell: the names of its parts. */
  told: string[];
  /** As it stands; `undefined` where it is not there. */
  found: RecordState | undefined;
}

/** What the events of each subject say, one subject after the other. */
async function* toldBy(db: Queries, tenant: string): AsyncGenerator<Told> {
  let told: Told | undefined;
  for (;;) {
    const after = sql`(${events.subject}, ${events.sequence}) > (${told?.subject ?? ''}, ${told?.sequence ?? 0}::integer)`;
    const rows = await db
      .select({ subject: events.subject, sequence: events.sequence, state: events.state })
      .from(events)
      .where(and(eq(events.tenant, tenant), after))
      .orderBy(asc(events.subject), asc(events.sequence))
      .limit(eventBatch);
    for (const { subject, sequence, state } of rows) {
      if (told?.subject !== subject) {
        if (told) yield told;
        told = { subject, sequence: 0, inOrder: true, vouched: false, parts: new Map() };
      }
      told.inOrder &&= sequence === told.sequence + 1;
      told.sequence = sequence;
      for (const [part, digest] of Object.entries(state ?? {})) {
        told.vouched = true;
        told.parts.set(part, digest);
      }
    }
    if (rows.length < eventBatch) break;
  }
  if (told) yield told;
}

function compare(keyring: Keyring, tenant: string, told: Told, found: RecordState | undefined): LedgerFault[] {
  const { subject, parts } = told;
  const faults: LedgerFault[] = told.inOrder ? [] : [{ what: 'sequence', subject }];
  const standing = [...parts].flatMap(([part, digest]) => (digest === null ? [] : [part]));
  if (!found) return standing.length === 0 ? faults : [...faults, { what: 'gone', subject }];
  if (!told.vouched) return [...faults, { what: 'unvouched', subject }];
  const digests = digestsOf(keyring, tenant, subject, found);
  for (const part of new Set([...standing, ...Object.keys(digests)])) {
    const [is, must] = [digests[part] ?? null, parts.get(part) ?? null];
    if (is === must) continue;
    const what = is === null ? 'part-gone' : must === null ? 'part-added' : 'changed';
    faults.push({ what, subject, part });
  }
  return faults;
}

/** Every record that events tell of, compared with them, two hundred at a time. */
export async function* checkRecords(
  db: Queries,
  keyring: Keyring,
  tenant: string,
  kinds: readonly RecordKind[],
): AsyncGenerator<CheckedRecord[]> {
  async function check(batch: readonly Told[]): Promise<CheckedRecord[]> {
    const checked: CheckedRecord[] = [];
    const areas = Map.groupBy(batch, ({ subject }) => subject.slice(0, subject.indexOf('/')));
    for (const [area, tolds] of areas) {
      const kind = kinds.find((each) => each.area === area);
      const idOf = ({ subject }: Told) => subject.slice(area.length + 1);
      const ids = tolds.map(idOf).filter(isId);
      const found = kind && ids.length > 0 ? await kind.read(db, tenant, ids) : new Map<string, RecordState>();
      for (const told of tolds) {
        const record = found.get(idOf(told));
        const faults = compare(keyring, tenant, told, record);
        checked.push({ subject: told.subject, faults, told: [...told.parts.keys()], found: record });
      }
    }
    return checked;
  }

  let batch: Told[] = [];
  for await (const told of toldBy(db, tenant)) {
    batch.push(told);
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
      const told = new Set(rows.map(({ subject }) => subject));
      for (const subject of subjects) if (!told.has(subject)) yield subject;
    }
  }
}
