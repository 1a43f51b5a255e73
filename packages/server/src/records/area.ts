import type { ZodMiniType } from 'zod/mini';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '../database/index.ts';
import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import type { Job } from '../queue/job.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { Records, RecordTable } from './records.ts';

/**
 * All that an area gives to the server; `areas/areas.ts` lists the areas, and nothing else names one.
 *
 * @typeParam Imported - what another system kept of it; `never` where it takes nothing
 */
export interface Area<Imported = never> {
  routes: readonly Route[];
  /** Its records, where it has some: files attached to one are read by whoever may read it. */
  records?: Records<RecordTable>;
  /** How the ledger reads its records, to compare them with their events. */
  kind?: RecordKind | readonly RecordKind[];
  /** Its work that no request waits for. */
  jobs?: readonly Job[];
  /** How what another system kept gets in. Files and histories of `records` get in by themselves. */
  import?: AreaImport<Imported>;
}

/** An area that takes what another system kept. */
export type ImportedArea = Area & Required<Pick<Area, 'import'>>;

export interface AreaImport<Imported> {
  /** What is imported stands here: a tenant without such rows is empty. */
  table: PgTable & Record<'tenant' | 'id', PgColumn>;
  /** What each record must be: as the API gives it, without what is made here. */
  schema: ZodMiniType;
  /** The ids that a record names and that must stand before it, in its own part or another. */
  refersTo?(record: Imported): readonly (string | null | undefined)[];
  /** Writes what is imported. The rows that the table refers to are there. */
  add(context: ImportContext, imported: readonly Imported[]): Promise<void>;
}

export interface ImportContext {
  db: Queries;
  tenant: string;
  keyring: Keyring;
}
