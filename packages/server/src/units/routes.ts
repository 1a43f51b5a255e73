import type { Refusal } from '@dvk/sdk/lifecycle';
import { dateInVietnam } from '@dvk/sdk/text';
import {
  addUnit,
  changeUnit,
  closeUnit,
  mergeUnits,
  splitUnit,
  units,
  type UnitMerge,
  type UnitPlan,
  type UnitRecord,
  type UnitSplit,
} from '@dvk/sdk/units';
import { newId, oneAtATime } from '../database/index.ts';
import { requireVersion } from '../http/etag.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { historyOfRecord } from '../records/history.ts';
import { accept } from '../records/write.ts';
import { unitFile } from './file.ts';
import { listUnits, unitsToWrite } from './list.ts';
import { presentUnits } from './present.ts';
import { allUnits, findUnit, writeUnits } from './store.ts';
import { carryOut, effectOfSuccession } from './succession.ts';
import { unitRecords, type UnitRow } from './table.ts';

const todayOf = ({ now }: Pick<Context, 'now'>) => dateInVietnam(now);

/** All units, held so that the trees stay as they are until this change is done. */
async function holdUnits({ db, session: { tenant } }: Context): Promise<UnitRow[]> {
  await oneAtATime(db, 'units', tenant);
  return allUnits(db, tenant);
}

async function present({ db, session, now }: Context, id: string): Promise<UnitRecord> {
  const row = await findUnit(db, session.tenant, id);
  const [unit] = row ? await presentUnits(db, [row], todayOf({ now })) : [];
  if (!unit) throw new HttpProblem('not-found');
  return unit;
}

/** Changes one unit, in the version that the request names, as a rule allows. */
async function changeOne(
  context: Context,
  id: string,
  rule: (unit: UnitRow, units: readonly UnitRow[]) => UnitPlan | Refusal,
): Promise<UnitRecord> {
  const all = await holdUnits(context);
  const unit = all.find((each) => each.id === id);
  if (!unit) throw new HttpProblem('not-found');
  requireVersion(unit, context);
  await writeUnits(context, all, accept(rule(unit, all)).writes);
  return present(context, id);
}

const planMerge = (body: UnitMerge, all: readonly UnitRow[]) => accept(mergeUnits(body, { units: all, newId }));
const planSplit = (body: UnitSplit, all: readonly UnitRow[]) => accept(splitUnit(body, { units: all, newId }));

export const unitRoutes = [
  implement(units.list, ({ query }, context) => listUnits(context, query, todayOf(context))),

  implement(units.table, async ({ query }, context) => {
    const { format = 'xlsx', ...filters } = query;
    const rows = await unitsToWrite(context, filters, todayOf(context));
    return unitFile(context, rows, format);
  }),

  implement(units.template, ({ query }, context) => unitFile(context, [], query.format ?? 'xlsx')),

  implement(units.get, ({ params }, context) => present(context, params.id)),

  implement(units.history, ({ params, query }, context) => historyOfRecord(unitRecords, context, params.id, query)),

  implement(units.create, async ({ body }, context) => {
    const all = await holdUnits(context);
    const id = newId();
    await writeUnits(context, all, accept(addUnit(body, { units: all, id })).writes);
    return present(context, id);
  }),

  implement(units.change, ({ params, body }, context) =>
    changeOne(context, params.id, (unit, all) => changeUnit(unit, body, { units: all, today: todayOf(context) })),
  ),

  implement(units.close, ({ params, body }, context) =>
    changeOne(context, params.id, (unit, all) => closeUnit(unit, body, { units: all })),
  ),

  implement(units.merge, async ({ body }, context) => {
    const all = await holdUnits(context);
    return carryOut(context, all, planMerge(body, all), body.on);
  }),

  implement(units.mergeEffect, async ({ body }, context) => {
    const all = await allUnits(context.db, context.session.tenant);
    return effectOfSuccession(context, all, planMerge(body, all), body.on);
  }),

  implement(units.split, async ({ body }, context) => {
    const all = await holdUnits(context);
    return carryOut(context, all, planSplit(body, all), body.on);
  }),

  implement(units.splitEffect, async ({ body }, context) => {
    const all = await allUnits(context.db, context.session.tenant);
    return effectOfSuccession(context, all, planSplit(body, all), body.on);
  }),
];
