import { dateInVietnam } from '@dvk/sdk/text';
import {
  heirOfCase,
  unitsAfter,
  type SuccessionEffect,
  type SuccessionPlan,
  type SuccessionResult,
} from '@dvk/sdk/units';
import type { Context } from '../http/route.ts';
import { presentUnits } from './present.ts';
import { allUnits, writeUnits } from './store.ts';
import type { UnitRow } from './table.ts';

/** What a merge or split would bring about. */
export async function effectOfSuccession(
  { db, session, services, now }: Context,
  before: readonly UnitRow[],
  { writes, closedIds, successorIds, movedIds }: SuccessionPlan,
  on: string,
): Promise<SuccessionEffect> {
  const { tenant } = session;
  const after = new Map(unitsAfter(before, writes).map((unit) => [unit.id, unit]));
  const open = await services.openCasesOf(db, tenant, closedIds);
  const heirs = open.map((each) => heirOfCase(after, each, on)?.id);
  const records = await services.countRecordsOf(db, tenant, closedIds);
  const nameOf = (id: string) => after.get(id)!.name;
  return {
    openCases: successorIds.map((id) => ({ name: nameOf(id), count: heirs.filter((heir) => heir === id).length })),
    atOnce: on <= dateInVietnam(now),
    movedUnits: movedIds.map((id) => ({ id, name: nameOf(id) })),
    stays: records.map(({ area, count }) => ({ area, count: area === 'case' ? count - open.length : count })),
  };
}

/** Carries a merge or split out, and hands the open cases over if the successors have begun. */
export async function carryOut(
  context: Context,
  before: readonly UnitRow[],
  { writes, closedIds, successorIds }: SuccessionPlan,
  on: string,
): Promise<SuccessionResult> {
  const { db, session, services, now } = context;
  await writeUnits(context, before, writes);
  const today = dateInVietnam(now);
  const after = await allUnits(db, session.tenant);
  const handedOver = on <= today ? await services.handOverCases(context, closedIds, after) : 0;
  const present = (ids: readonly string[]) => {
    const byId = new Map(after.map((row) => [row.id, row]));
    return presentUnits(
      db,
      ids.map((id) => byId.get(id)!),
      today,
    );
  };
  return { closed: await present(closedIds), successors: await present(successorIds), handedOver };
}
