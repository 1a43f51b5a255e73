import type { CaseTopic } from '@dvk/sdk/cases';
import { dateInVietnam } from '@dvk/sdk/text';
import { heirOfCase, type StoredUnit } from '@dvk/sdk/units';
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { anonymousSession } from '../auth/index.ts';
import { oneAtATime, type Queries } from '../database/index.ts';
import { systemActor, type EventActor, type EventContext } from '../events/index.ts';
import { noData, type Job } from '../queue/job.ts';
import { updateMany } from '../records/write-many.ts';
import { allUnits } from '../units/store.ts';
import { units } from '../units/table.ts';
import { caseRecords, cases, isOpen } from './table.ts';

/** What tells which successor of its unit an open case belongs to. */
export interface OpenCase {
  id: string;
  unitId: string;
  communeCode: string;
  topic: CaseTopic;
}

const isOpenIn = (tenant: string, unitIds: readonly string[]) =>
  and(eq(cases.tenant, tenant), inArray(cases.unitId, [...unitIds]), isOpen(cases.status));

/** The open cases of some units. */
export async function openCasesOf(db: Queries, tenant: string, unitIds: readonly string[]): Promise<OpenCase[]> {
  const { id, unitId, communeCode, topic } = cases;
  const rows = await db.select({ id, unitId, communeCode, topic }).from(cases).where(isOpenIn(tenant, unitIds));
  return rows as OpenCase[];
}

/** So many cases are read at once. */
const batch = 200;

/**
 * Hands the open cases of units that were merged or split over to those that continue them. State and due date stay as they
 * are.
 *
 * @param all - all units of the tenant
 * @returns how many went over
 */
export async function handOverCases(
  context: EventContext,
  unitIds: readonly string[],
  all: readonly StoredUnit[],
  actor?: EventActor,
): Promise<number> {
  const { db, session, now } = context;
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const today = dateInVietnam(now);
  let count = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .select()
      .from(cases)
      .where(and(isOpenIn(session.tenant, unitIds), sql`${cases.id} > ${last}::uuid`))
      .orderBy(asc(cases.id))
      .limit(batch)
      .for('update');
    const changed = rows.flatMap((before) => {
      const unitId = before.unitId!;
      const heir = heirOfCase(byId, { ...before, unitId }, today);
      if (!heir || heir.id === unitId) return [];
      const data = { unitId: heir.id, fromUnitId: unitId, dueAt: before.dueAt };
      const changes = { unitId: heir.id, unitName: heir.name };
      return [{ before, changes, event: { kind: 'case.handed-over', data } as const }];
    });
    await updateMany(caseRecords, context, changed, actor);
    count += changed.length;
    if (rows.length < batch) return count;
    last = rows.at(-1)!.id;
  }
}

/** Hands over what units have that ended since, and what was opened again after they had ended. */
export const handOverJob: Job = {
  name: 'cases.hand-over',
  schema: noData,
  schedule: 'hourly',
  async run({ database, services, now: moment }) {
    const now = moment.toISOString();
    const isOver = lt(units.validTo, dateInVietnam(now));
    const ended = await database.queries
      .selectDistinct({ tenant: units.tenant, id: units.id })
      .from(cases)
      .innerJoin(units, and(eq(units.tenant, cases.tenant), eq(units.id, cases.unitId)))
      .where(and(isOpen(cases.status), isOver, sql`cardinality(${units.successorIds}) > 0`));
    for (const [tenant, of] of Map.groupBy(ended, ({ tenant }) => tenant))
      await database.transaction(async (db) => {
        await oneAtATime(db, 'units', tenant);
        const context = { db, session: anonymousSession(tenant), now, services };
        const unitIds = of.map(({ id }) => id);
        await handOverCases(context, unitIds, await allUnits(db, tenant), systemActor);
      });
  },
};
