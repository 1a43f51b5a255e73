import type { DomainEvent } from '@dvk/sdk/api';
import type { Session } from '@dvk/sdk/session';
import { isNull } from 'drizzle-orm';
import type { Database, Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { checkLedger } from './check-ledger.ts';
import { checkRecords, recordsWithoutEvents } from './check-records.ts';
import type { NewEvent, RecordState } from './event.ts';
import { announceNothing, appendEvent, lockLedger, systemActor, writeEnd } from './ledger.ts';
import type { ReadPiece } from './read-piece.ts';
import type { RecordKind } from './record-kind.ts';
import { ledgers } from './table.ts';

type SealedRecord = Exclude<Extract<DomainEvent['kind'], `${string}.sealed`>, 'ledger.sealed'>;

/** Tenants whose ledgers were never sealed. */
export async function unsealedTenants(db: Queries): Promise<string[]> {
  const rows = await db.select({ tenant: ledgers.tenant }).from(ledgers).where(isNull(ledgers.seal));
  return rows.map(({ tenant }) => tenant);
}

export interface SealOptions {
  database: Database;
  keyring: Keyring;
  tenant: string;
  kinds: readonly RecordKind[];
  now: Date;
}

/** What was sealed as it was found. */
export interface Sealed {
  events: number;
  /** Records that had no digest in any event, or differed from it. */
  records: number;
}

/**
 * Seals a ledger and its records as they now are: once, for data of before the ledger; and after somebody with a right to
 * do so changed the database by hand. The sealing is an event itself, and faults of older events stay visible.
 */
export async function sealLedger({ database, keyring, tenant, kinds, now }: SealOptions): Promise<Sealed> {
  const session: Session = { tenant, subject: null, name: null, roles: [], unitId: null };
  const append = (db: Queries, event: NewEvent) =>
    appendEvent(
      { db, session, now: now.toISOString(), services: { keyring, announce: announceNothing } },
      event,
      systemActor,
    );

  const sealed = await database.transaction(async (db) => {
    await lockLedger(db, tenant);
    const ledger = checkLedger((read) => read(db), keyring, tenant);
    let faults = 0;
    let step = await ledger.next();
    while (!step.done) {
      faults += step.value.faults.length;
      step = await ledger.next();
    }
    const end = step.value;
    await writeEnd(db, keyring, tenant, end);
    const data = { events: end.count, faults };
    await append(db, { subject: `ledger/${tenant}`, kind: 'ledger.sealed', data, state: {} });
    return { events: end.count, records: 0 };
  });

  async function sealRecord(subject: string, known: readonly string[], found: RecordState): Promise<void> {
    const gone = Object.fromEntries(known.map((part) => [part, null]));
    const kind = `${subject.slice(0, subject.indexOf('/'))}.sealed` as SealedRecord;
    await database.transaction((db) => append(db, { subject, kind, data: {}, state: { ...gone, ...found } }));
    sealed.records += 1;
  }
  const read: ReadPiece = (piece) => piece(database.queries);
  for await (const records of checkRecords(read, keyring, tenant, kinds)) {
    for (const { subject, parts, found, faults } of records) {
      if (faults.some(({ what }) => what !== 'sequence')) await sealRecord(subject, parts, found ?? {});
    }
  }
  for await (const subject of recordsWithoutEvents(read, tenant, kinds)) {
    const [area = '', id = ''] = subject.split('/');
    const found = await kinds.find((kind) => kind.area === area)!.read(database.queries, tenant, [id]);
    await sealRecord(subject, [], found.get(id) ?? {});
  }
  return sealed;
}
