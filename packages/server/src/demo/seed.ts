import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import { bacKan2017, illustrativeModel, illustrativeUnit, tayNinh2022 } from '@dvk/sdk/rubrics';
import { eq, sql } from 'drizzle-orm';
import { assessments } from '../assessments/schema.ts';
import { attachments } from '../attachments/schema.ts';
import { cases, caseSenders, caseSteps } from '../cases/schema.ts';
import { hashCaseSecret, secretFrom } from '../cases/secrets.ts';
import { sealedSender } from '../cases/store.ts';
import { insertAll, type Database, type Queries } from '../database/index.ts';
import { appendHistories } from '../events/index.ts';
import { models } from '../models/schema.ts';
import { addPlan } from '../plans/store.ts';
import { plans } from '../plans/schema.ts';
import { statesOf } from '../records/record-kinds.ts';
import { addRubric } from '../rubrics/store.ts';
import { Keyring } from '../secrets/keyring.ts';
import type { FileStorage } from '../storage/index.ts';
import { units } from '../units/schema.ts';
import { addUnits } from '../units/store.ts';
import { plotOfModel, plotsOfUnits } from './assessment-plots.ts';
import { tellAssessment } from './assessments.ts';
import { tellCases, type ToldCase } from './cases.ts';
import { EvidenceBinder } from './evidence.ts';
import { tellModels } from './models.ts';
import { demoUnitCode } from './persons.ts';
import { demoPlan } from './plan.ts';
import { layOutProvince } from './province.ts';
import { SerialBook } from './serials.ts';
import { daysBefore, type Setting } from './story.ts';

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
  /** Up to when things have happened; now unless told. */
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
  const toldModels = tellModels(setting, province, serials, scale);
  const binder = new EvidenceBinder(setting);
  const demoUnitId = province.unit(demoUnitCode).id;
  const plots = [...toldModels.flatMap((told) => plotOfModel(setting, told) ?? []), ...plotsOfUnits(setting, province)];
  const toldAssessments = plots.map((plot) => tellAssessment(setting, binder, demoUnitId, plot));
  const rules = { calendar: vietnamCalendar, terms: legalTerms };
  const toldCases = tellCases(setting, rules, province, serials, scale);
  const history = [...toldModels, ...toldAssessments, ...toldCases].flatMap(({ events }) => events);
  history.push(...binder.events());
  // Stable: what happened to one subject keeps its order.
  history.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  await binder.store(options.storage);
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
      toldModels.map(({ row }) => row),
    );
    await insertAll(
      db,
      assessments,
      toldAssessments.map(({ row }) => row),
    );
    await insertAll(db, attachments, binder.rows);
    await insertCases(db, keyring, toldCases);
    const states = await statesOf(db, tenant, new Set(history.map(({ subject }) => subject)));
    await appendHistories(db, keyring, tenant, history, states);
    await insertSerials(db, tenant, serials);
    return {
      seeded: true,
      units: province.units.length,
      models: toldModels.length,
      assessments: toldAssessments.length,
      cases: toldCases.length,
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

async function insertCases(db: Queries, keyring: Keyring, told: readonly ToldCase[]): Promise<void> {
  await insertAll(
    db,
    cases,
    told.map(({ row }) => ({
      ...row,
      secretHash: hashCaseSecret(keyring, row.tenant, row.code, demoSecret(keyring, row.tenant, row.code)),
    })),
  );
  await insertAll(
    db,
    caseSteps,
    told.flatMap(({ row, steps }) =>
      steps.map((step, index) => ({ ...step, tenant: row.tenant, caseId: row.id, sequence: index + 1 })),
    ),
  );
  const known = told.flatMap(({ row, sender }) => (sender ? [sealedSender(keyring, row, sender)] : []));
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
  status: string;
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
