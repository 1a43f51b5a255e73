import { eq, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ImportedData } from './areas/generated/imported-data.ts';
import { importedAreas, recordKinds } from './areas/index.ts';
import { filesToStore, storeFiles } from './attachments/import.ts';
import { attachments } from './attachments/table.ts';
import { insertAll, withoutValues, type Database, type Queries } from './database/index.ts';
import { appendHistories } from './events/index.ts';
import { checkImported } from './records/check-imported.ts';
import { importedHistory } from './records/imported.ts';
import { statesOf } from './records/states.ts';
import { Keyring } from './secrets/keyring.ts';
import type { FileStorage } from './storage/index.ts';

/** Where the data goes. */
export interface ImportOptions {
  /** An open, migrated database. */
  database: Database;
  tenant: string;
  /** The server's master secret: senders are sealed, and events hashed, with it. */
  secretKey: string | Uint8Array;
  /** Where the files of the records are kept; needed where they have some. */
  storage?: FileStorage | undefined;
}

/** How much was imported. */
export type ImportedCounts = Record<keyof ImportedData | 'events', number>;

/**
 * Fills an empty tenant: with the units and rubrics that a new one begins with, or with everything that another system kept,
 * moments and histories as they were. It is written in one transaction, there whole or not at all, and the ledger of events
 * vouches for it from then on.
 *
 * The records are taken as they stand: what they say must already keep the rules of the SDK (`applyRegistration`,
 * `applyCaseStep` …), which also give the events of their histories.
 *
 * @param data what to import, or what makes it, called only where the tenant is empty
 * @returns how much was imported; `undefined` where the tenant has data already: then nothing is written
 * @throws Error for records that the API could not give, each named with what is wrong; a record without a history, a history
 * out of order, an event unlike the catalogue, or an assessment without its rubric. No error shows what the records hold
 *
 * @example
 * await importTenant({database, tenant: 'tay-ninh', secretKey}, {units, rubrics: [{rubric, addedAt: '2026-01-01T00:00:00Z'}]});
 */
export async function importTenant(
  options: ImportOptions,
  data: ImportedData | (() => ImportedData | Promise<ImportedData>),
): Promise<ImportedCounts | undefined> {
  const { database, tenant, storage } = options;
  if (!(await isEmpty(database.queries, tenant))) return undefined;
  const given = (typeof data === 'function' ? await data() : data) as Readonly<Record<string, readonly never[]>>;
  const keyring = new Keyring(options.secretKey);
  const parts = importedAreas.map(([name, area]) => ({ name, ...area, imported: given[name] ?? [] }));
  checkImported(parts, Object.keys(given));

  const files = parts.flatMap(({ records, imported }) => (records ? filesToStore(tenant, records, imported) : []));
  const events = [
    ...parts.flatMap(({ records, imported }) => (records ? importedHistory(records, imported) : [])),
    ...files.map(({ event }) => event),
  ];
  // The ledger is in the order of time; the sort is stable, so that what happened to one record keeps its order.
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  if (files.length > 0) {
    if (!storage) throw new Error('The records have files: say where to keep them (storage)');
    // Before the rows that lead to them. What is left of a try that failed is written over by the next.
    await storeFiles(storage, files);
  }
  const writing = database.transaction(
    async (db) => {
      await db.execute(sql`SELECT pg_advisory_xact_lock(${importLock})`);
      if (!(await isEmpty(db, tenant))) return undefined;
      for (const part of parts) await part.import.add({ db, tenant, keyring }, part.imported);
      await insertAll(
        db,
        attachments,
        files.map(({ row }) => row),
      );
      const states = await statesOf(recordKinds, db, tenant, new Set(events.map(({ subject }) => subject)));
      await appendHistories(db, keyring, tenant, events, states);
      const counted = Object.fromEntries(parts.map(({ name, imported }) => [name, imported.length]));
      return { ...counted, events: events.length } as ImportedCounts;
    },
    { limit: timeLimit },
  );
  const counts = await writing.catch((error: unknown) => {
    throw withoutValues(error);
  });
  await database.maintain();
  return counts;
}

/** What another system kept for years takes a while. */
const timeLimit = 60 * 60 * 1000;
/** Any number of our own: two that import at once must not fill the same tenant. */
const importLock = 0x696d7074;

async function isEmpty(db: Queries, tenant: string): Promise<boolean> {
  for (const [, area] of importedAreas) {
    const { table } = area.import;
    const rows = await db
      .select({ id: table.id })
      .from(table as PgTable)
      .where(eq(table.tenant, tenant))
      .limit(1);
    if (rows.length > 0) return false;
  }
  return true;
}
