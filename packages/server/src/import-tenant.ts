import type { Plan } from '@dvk/sdk/plans';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Unit } from '@dvk/sdk/units';
import { eq, sql } from 'drizzle-orm';
import { recordKinds } from './areas/index.ts';
import { importedAssessment, type ImportedAssessment } from './assessments/import.ts';
import { assessmentRecords, assessments } from './assessments/table.ts';
import { filesToStore, storeFiles } from './attachments/import.ts';
import { attachments } from './attachments/table.ts';
import { importCases, type ImportedCase } from './cases/import.ts';
import { caseRecords, cases } from './cases/table.ts';
import { insertAll, type Database, type Queries } from './database/index.ts';
import { appendHistories } from './events/index.ts';
import { importedModel, type ImportedModel } from './models/import.ts';
import { modelRecords, models } from './models/table.ts';
import { addPlan } from './plans/store.ts';
import { plans } from './plans/table.ts';
import { importedHistory } from './records/imported.ts';
import { statesOf } from './records/states.ts';
import { addRubric } from './rubrics/store.ts';
import { rubrics } from './rubrics/table.ts';
import { Keyring } from './secrets/keyring.ts';
import type { FileStorage } from './storage/index.ts';
import { addUnits } from './units/store.ts';
import { units } from './units/table.ts';

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

/** All that a tenant begins with. */
export interface ImportedData {
  /** Parents before their children. */
  units?: readonly Unit[];
  plans?: readonly Plan[];
  /** Versions of rubrics, each with the moment since which it is known here. */
  rubrics?: readonly { rubric: Rubric; addedAt: string }[];
  models?: readonly ImportedModel[];
  assessments?: readonly ImportedAssessment[];
  cases?: readonly ImportedCase[];
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
 * @throws Error for a record without a history, a history out of order, an event unlike the catalogue, or an assessment
 * without its rubric
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
  const given = withDefaults(typeof data === 'function' ? await data() : data);
  const keyring = new Keyring(options.secretKey);
  const rubricVersions = given.rubrics.map(({ rubric }) => rubric);

  const files = [
    ...filesToStore(tenant, modelRecords, given.models),
    ...filesToStore(tenant, assessmentRecords, given.assessments),
    ...filesToStore(tenant, caseRecords, given.cases),
  ];
  const events = [
    ...importedHistory(modelRecords, given.models),
    ...importedHistory(assessmentRecords, given.assessments),
    ...importedHistory(caseRecords, given.cases),
    ...files.map(({ event }) => event),
  ];
  // The ledger is in the order of time; the sort is stable, so that what happened to one record keeps its order.
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  if (files.length > 0) {
    if (!storage) throw new Error('The records have files: say where to keep them (storage)');
    // Before the rows that lead to them. What is left of a try that failed is written over by the next.
    await storeFiles(storage, files);
  }
  const counts = await database.transaction(async (db) => {
    await db.execute(sql`SELECT pg_advisory_xact_lock(${importLock})`);
    if (!(await isEmpty(db, tenant))) return undefined;
    await addUnits(db, tenant, given.units);
    for (const plan of given.plans) await addPlan(db, tenant, plan);
    for (const { rubric, addedAt } of given.rubrics) await addRubric(db, tenant, rubric, addedAt);
    await insertAll(
      db,
      models,
      given.models.map((model) => importedModel(tenant, model)),
    );
    await insertAll(
      db,
      assessments,
      given.assessments.map((assessment) => importedAssessment(tenant, assessment, rubricVersions)),
    );
    await importCases(db, keyring, tenant, given.cases);
    await insertAll(
      db,
      attachments,
      files.map(({ row }) => row),
    );
    const states = await statesOf(recordKinds, db, tenant, new Set(events.map(({ subject }) => subject)));
    await appendHistories(db, keyring, tenant, events, states);
    return { ...countsOf(given), events: events.length };
  }, timeLimit);
  await database.maintain();
  return counts;
}

/** What another system kept for years takes a while. */
const timeLimit = 60 * 60 * 1000;
/** Any number of our own: two that import at once must not fill the same tenant. */
const importLock = 0x696d7074;

function withDefaults(data: ImportedData): Required<ImportedData> {
  return {
    units: data.units ?? [],
    plans: data.plans ?? [],
    rubrics: data.rubrics ?? [],
    models: data.models ?? [],
    assessments: data.assessments ?? [],
    cases: data.cases ?? [],
  };
}

function countsOf(data: Required<ImportedData>): Record<keyof ImportedData, number> {
  return {
    units: data.units.length,
    plans: data.plans.length,
    rubrics: data.rubrics.length,
    models: data.models.length,
    assessments: data.assessments.length,
    cases: data.cases.length,
  };
}

async function isEmpty(db: Queries, tenant: string): Promise<boolean> {
  for (const table of [units, plans, rubrics, models, assessments, cases]) {
    const rows = await db.select({ id: table.id }).from(table).where(eq(table.tenant, tenant)).limit(1);
    if (rows.length > 0) return false;
  }
  return true;
}
