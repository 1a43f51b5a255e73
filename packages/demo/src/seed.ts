import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import type { CaseStatus } from '@dvk/sdk/cases';
import { bacKan2017, illustrativeModel, illustrativeUnit, tayNinh2022 } from '@dvk/sdk/rubrics';
import { eq, sql } from 'drizzle-orm';
import { recordKinds } from '../areas/index.ts';
import { assessments } from '../assessments/table.ts';
import { attachments } from '../attachments/table.ts';
import { cases, caseSenders, caseSteps } from '../cases/table.ts';
import { hashCaseSecret, secretFrom } from '../cases/secrets.ts';
import { sealedSender } from '../cases/sender.ts';
import { insertAll, type Database, type Queries } from '../database/index.ts';
import { appendHistories } from '../events/index.ts';
import { models } from '../models/table.ts';
import { addPlan } from '../plans/store.ts';
import { plans } from '../plans/table.ts';
import { statesOf } from '../records/states.ts';
import { addRubric } from '../rubrics/store.ts';
import { Keyring } from '../secrets/keyring.ts';
import type { FileStorage } from '../storage/index.ts';
import { units } from '../units/table.ts';
import { addUnits } from '../units/store.ts';
import { outlineOfModel, outlinesOfUnits } from './assessment-outlines.ts';
import { makeAssessment } from './assessments.ts';
import { makeCases, type CaseWithHistory } from './cases.ts';
import { EvidenceFiles } from './evidence.ts';
import { makeModels } from './models.ts';
import { demoUnitCode } from './persons.ts';
import { demoPlan } from './plan.ts';
import { layOutProvince } from './province.ts';
import { SerialBook } from './serials.ts';
import { daysBefore, type Setting } from './history.ts';

/** A second's worth: 207 models, 400 cases. */
export const defaultScale = 0.1;

export interface SeedOptions {
  database: Database;
  tenant: string;
  /** The server's master secret: senders are sealed with it. */
  secretKey: string | Uint8Array;
  /** Where the papers that the records carry are stored. */
  storage: FileStorage;
  /** Share of the published sizes; 1 = 2,071 models and 4,000 cases. Default 0.1. */
  scale?: number;
  /** Another seed makes other data; default 2026. */
  seed?: number;
  /** Up to when things have happened; now unless made. */
  now?: Date;
}

export interface Seeded {
  /** `false` when the tenant had data already: then nothing was written. */
  seeded: boolean;
  units: number;
  models: number;
  assessments: number;
  cases: number;
  events: number;
}

/**
 * Fills an empty tenant with the demonstration: the plan and its units, models and cases with their whole histories. The
 * same seed, scale and moment give the same data. All of it is written in one transaction, so that it is there whole or
 * not at all.
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const { database, tenant, scale = defaultScale, seed = 2026 } = options;
  const nothing = { seeded: false, units: 0, models: 0, assessments: 0, cases: 0, events: 0 };
  if (!(scale > 0 && scale <= 100)) throw new Error('The scale must lie above 0 and not above 100');
  if (await hasData(database.queries, tenant)) return nothing;

  const keyring = new Keyring(options.secretKey);
  const now = (options.now ?? new Date()).toISOString();
  const setting: Setting = { tenant, seed, now, calendar: vietnamCalendar };
  const province = await layOutProvince();
  const serials = new SerialBook();
  const madeModels = makeModels(setting, province, serials, scale);
  const evidence = new EvidenceFiles(setting);
  const demoUnitId = province.unit(demoUnitCode).id;
  const outlines = [
    ...madeModels.flatMap((made) => outlineOfModel(setting, made) ?? []),
    ...outlinesOfUnits(setting, province),
  ];
  const madeAssessments = outlines.map((outline) => makeAssessment(setting, evidence, demoUnitId, outline));
  const rules = { calendar: vietnamCalendar, terms: legalTerms };
  const madeCases = makeCases(setting, rules, province, serials, scale);
  const history = [...madeModels, ...madeAssessments, ...madeCases].flatMap(({ events }) => events);
  history.push(...evidence.events());
  // Stable: what happened to one subject keeps its order.
  history.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  await evidence.store(options.storage);
  const seeded = await database.transaction(async (db) => {
    await db.execute(sql`SELECT pg_advisory_xact_lock(${lockNumber})`);
    if (await hasData(db, tenant)) return nothing;
    await addUnits(db, tenant, province.units);
    await addPlan(db, tenant, { ...demoPlan, updatedAt: daysBefore(now, 1) });
    for (const rubric of [tayNinh2022, bacKan2017, illustrativeModel, illustrativeUnit]) {
      await addRubric(db, tenant, rubric, daysBefore(now, 400));
    }
    await insertAll(
      db,
      models,
      madeModels.map(({ row }) => row),
    );
    await insertAll(
      db,
      assessments,
      madeAssessments.map(({ row }) => row),
    );
    await insertAll(db, attachments, evidence.rows);
    await insertCases(db, keyring, madeCases);
    const states = await statesOf(recordKinds, db, tenant, new Set(history.map(({ subject }) => subject)));
    await appendHistories(db, keyring, tenant, history, states);
    await insertSerials(db, tenant, serials);
    return {
      seeded: true,
      units: province.units.length,
      models: madeModels.length,
      assessments: madeAssessments.length,
      cases: madeCases.length,
      events: history.length,
    };
  }, seedLimit);
  await database.maintain();
  return seeded;
}

/** A hundred times the published sizes take a while. */
const seedLimit = 60 * 60 * 1000;
/** Any number will do: two servers started at once must not seed twice. */
const lockNumber = 0x64656d6f;

async function hasData(db: Queries, tenant: string): Promise<boolean> {
  for (const table of [units, plans, models, cases]) {
    const rows = await db.select({ id: table.id }).from(table).where(eq(table.tenant, tenant)).limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}

async function insertCases(db: Queries, keyring: Keyring, made: readonly CaseWithHistory[]): Promise<void> {
  await insertAll(
    db,
    cases,
    made.map(({ row }) => ({
      ...row,
      secretHash: hashCaseSecret(keyring, row.tenant, row.code, demoSecret(keyring, row.tenant, row.code)),
    })),
  );
  await insertAll(
    db,
    caseSteps,
    made.flatMap(({ row, steps }) =>
      steps.map((step, index) => ({ ...step, tenant: row.tenant, caseId: row.id, sequence: index + 1 })),
    ),
  );
  const known = made.flatMap(({ row, sender }) => (sender ? [sealedSender(keyring, row, sender)] : []));
  await insertAll(db, caseSenders, known);
}

/** The next codes go on where the demonstration's end. */
async function insertSerials(db: Queries, tenant: string, serials: SerialBook): Promise<void> {
  for (const [scope, last] of serials.entries()) {
    await db.execute(sql`INSERT INTO serial_number (tenant, scope, last) VALUES (${tenant}, ${scope}, ${last})`);
  }
}

/** The secret of one of the demonstration's cases: only the server that holds the key can tell it. */
function demoSecret(keyring: Keyring, tenant: string, code: string): string {
  return secretFrom(keyring.mac('demo-case-secret', tenant, code));
}

/** A case of the demonstration that a visitor can follow. */
export interface DemoCase {
  code: string;
  secret: string;
  status: CaseStatus;
  title: string;
}

/** A few of the demonstration's cases with their secrets, one of each state, newest first. */
export async function demoCases(options: Pick<SeedOptions, 'database' | 'tenant' | 'secretKey'>): Promise<DemoCase[]> {
  const { tenant } = options;
  const keyring = new Keyring(options.secretKey);
  const rows = await options.database.queries
    .select({ code: cases.code, status: cases.status, title: cases.title, secretHash: cases.secretHash })
    .from(cases)
    .where(eq(cases.tenant, tenant))
    .orderBy(sql`${cases.receivedAt} DESC`)
    .limit(300);
  const byStatus = new Map<string, DemoCase>();
  for (const { secretHash, ...shown } of rows) {
    const secret = demoSecret(keyring, tenant, shown.code);
    // A case sent by a visitor has a secret of its own, which nobody here knows.
    const ours = hashCaseSecret(keyring, tenant, shown.code, secret).equals(secretHash);
    if (ours && !byStatus.has(shown.status)) byStatus.set(shown.status, { ...shown, secret });
  }
  return [...byStatus.values()];
}
