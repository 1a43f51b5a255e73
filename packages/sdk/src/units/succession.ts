import { formatDate } from '../text/dates.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import { isRefused, refusalFor, type Refusal } from '../lifecycle/outcome.ts';
import { newUnit, stateFrom, startOfState, whyOf } from './apply.ts';
import { planOf, type UnitPlan, type UnitWrite } from './plan.ts';
import { unitTrees, type Successor, type UnitMerge, type UnitSplit } from './schema.ts';
import { dayBefore, isAlive, parentField, unitOn, type StoredUnit } from './stored-unit.ts';
import { indexUnits, type UnitIndex } from './unit-index.ts';

/** What a merge or split depends on besides what was sent. */
export interface SuccessionContext {
  units: readonly StoredUnit[];
  newId: () => string;
}

/** A merge or split that keeps the rules. */
export interface SuccessionPlan extends UnitPlan {
  /** The units that end. */
  closedIds: readonly string[];
  /** The units that continue them, in the order in which they were named. */
  successorIds: readonly string[];
  /** The units that stand below a successor from then on. */
  movedIds: readonly string[];
}

interface Succession extends Pick<UnitMerge, 'on' | 'reason' | 'basis'> {
  kind: 'unit.merged' | 'unit.split';
  from: readonly { id: string; pointer: string }[];
  into: readonly (Successor & { pointer: string })[];
  /** The place in `into` of the successor that a unit below an old one belongs to. */
  successorOf: (child: StoredUnit) => number;
}

const closedOn = ({ name }: StoredUnit, on: string, pointer: string): FieldIssue => ({
  pointer,
  code: 'unit-closed',
  params: { name, on: formatDate(on) },
});

function issuesOfFrom(index: UnitIndex, { from, on }: Succession): FieldIssue[] {
  const last = dayBefore(on);
  return from.flatMap(({ id, pointer }, at): FieldIssue[] => {
    const unit = index.get(id);
    if (!unit) return [{ pointer, code: 'unknown' }];
    if (from.findIndex((other) => other.id === id) < at) return [{ pointer, code: 'given-twice' }];
    if (unit.successorIds.length > 0)
      return [{ pointer, code: 'has-successors', params: { on: formatDate(unit.validTo ?? on) } }];
    return isAlive(unit, last) ? [] : [closedOn(unit, last, pointer)];
  });
}

/** Whether a unit stands somewhere below another one on a day. */
function isBelow(index: UnitIndex, unit: StoredUnit, aboveIds: ReadonlySet<string>, day: string): boolean {
  const seen = new Set<string>();
  const open = [unit];
  for (let node = open.pop(); node; node = open.pop()) {
    const there = unitOn(node, day);
    for (const tree of unitTrees) {
      const parentId = there[parentField[tree]];
      if (parentId === null || seen.has(parentId)) continue;
      if (aboveIds.has(parentId)) return true;
      seen.add(parentId);
      const parent = index.get(parentId);
      if (parent) open.push(parent);
    }
  }
  return false;
}

function issuesOfInto(index: UnitIndex, { from, into, on }: Succession): FieldIssue[] {
  const closedIds = new Set(from.map(({ id }) => id));
  return into.flatMap(({ unitId, unit, pointer }, at): FieldIssue[] => {
    if ((unitId === undefined) === (unit === undefined)) return [{ pointer, code: 'exactly-one' }];
    if (unitId === undefined) return [];
    const place = `${pointer}/unitId`;
    const known = index.get(unitId);
    if (!known) return [{ pointer: place, code: 'unknown' }];
    if (closedIds.has(unitId)) return [{ pointer: place, code: 'own-successor' }];
    if (into.findIndex((other) => other.unitId === unitId) < at) return [{ pointer: place, code: 'given-twice' }];
    if (!isAlive(known, on)) return [closedOn(known, on, place)];
    return isBelow(index, known, closedIds, on) ? [{ pointer: place, code: 'inside-itself' }] : [];
  });
}

/** The units right below old ones get the successors as parents. */
function movesOf(
  index: UnitIndex,
  { from, on, reason, basis, successorOf }: Succession,
  successorIds: readonly string[],
): UnitWrite[] {
  const closedIds = new Set(from.map(({ id }) => id));
  const children = new Set(from.flatMap(({ id }) => index.childrenOf(id)));
  return [...children].flatMap((child) => {
    const fields = unitTrees.map((tree) => parentField[tree]).filter((field) => closedIds.has(child[field] ?? ''));
    const isOver = child.validTo !== null && child.validTo < on;
    if (isOver || closedIds.has(child.id) || fields.length === 0) return [];
    const parentId = successorIds[successorOf(child)]!;
    const since = on > startOfState(child) ? on : startOfState(child);
    const moved = Object.fromEntries(fields.map((field) => [field, parentId])) as Partial<StoredUnit>;
    const data = { fields, since, ...whyOf({ reason, basis }) };
    return [{ id: child.id, changes: stateFrom(child, since, moved), event: { kind: 'unit.changed', data } }];
  });
}

function succeed(succession: Succession, { units, newId }: SuccessionContext): SuccessionPlan | Refusal {
  const { kind, from, into, on, ...why } = succession;
  const index = indexUnits(units);
  const issues = [...issuesOfFrom(index, succession), ...issuesOfInto(index, succession)];
  const predecessorIds = from.map(({ id }) => id);
  const successors = into.map(({ unitId, unit, pointer }): { write: UnitWrite; pointer: string } => {
    const id = unitId ?? newId();
    const succeeded = { kind: 'unit.succeeded', data: { predecessorIds, on, ...whyOf(why) } } as const;
    const known = { write: { id, changes: {}, event: succeeded }, pointer: `${pointer}/unitId` };
    if (!unit) return known;
    const write = newUnit({ ...unit, validFrom: on }, id, { predecessorIds, ...why });
    if (!('pointer' in write)) return { write, pointer: `${pointer}/unit` };
    issues.push({ ...write, pointer: `${pointer}/unit${write.pointer}` });
    return known;
  });
  const refusal = refusalFor(issues);
  if (refusal) return refusal;

  const successorIds = successors.map(({ write }) => write.id);
  const moves = movesOf(index, succession, successorIds);
  const closings = from.map(({ id }): UnitWrite => {
    const more = { on, ...whyOf(why) };
    const event =
      kind === 'unit.merged'
        ? ({ kind, data: { unitId: successorIds[0]!, ...more } } as const)
        : ({ kind, data: { successorIds, ...more } } as const);
    return { id, changes: { validTo: dayBefore(on), successorIds }, event };
  });
  const writes = [...successors.map(({ write }) => write), ...moves, ...closings];
  const plan = planOf(units, writes, (id, pointer) => {
    const successor = successors.find(({ write }) => write.id === id);
    // A field of a new unit has its own place; what a unit that was there lacks is said of it as a whole.
    if (successor) return successor.write.added ? `${successor.pointer}${pointer}` : successor.pointer;
    return from.find((each) => each.id === id)?.pointer ?? '/on';
  });
  if (isRefused(plan)) return plan;
  return { ...plan, closedIds: predecessorIds, successorIds, movedIds: moves.map(({ id }) => id) };
}

/**
 * Makes one unit of several: they end on the day before, the units below them go on below the new one. Nothing that they did is
 * written over; `rollup` and `successorsOf` follow the succession.
 */
export function mergeUnits(
  { unitIds, into, ...more }: UnitMerge,
  context: SuccessionContext,
): SuccessionPlan | Refusal {
  const from = unitIds.map((id, at) => ({ id, pointer: `/unitIds/${at}` }));
  return succeed(
    { ...more, kind: 'unit.merged', from, into: [{ ...into, pointer: '/into' }], successorOf: () => 0 },
    context,
  );
}

/** Makes several units of one. The units below it go to the successor that names them, or to the first. */
export function splitUnit({ unitId, into, ...more }: UnitSplit, context: SuccessionContext): SuccessionPlan | Refusal {
  const successorOf = ({ id }: StoredUnit) =>
    Math.max(
      0,
      into.findIndex(({ childIds }) => childIds?.includes(id)),
    );
  const children = new Set(
    indexUnits(context.units)
      .childrenOf(unitId)
      .map(({ id }) => id),
  );
  const strangers = into.flatMap(({ childIds = [] }, at) =>
    childIds.flatMap((id, place): FieldIssue[] =>
      children.has(id) ? [] : [{ pointer: `/into/${at}/childIds/${place}`, code: 'unknown' }],
    ),
  );
  const tooFew: FieldIssue[] = into.length < 2 ? [{ pointer: '/into', code: 'too-few', params: { min: 2 } }] : [];
  const successors = into.map((each, at) => ({ ...each, pointer: `/into/${at}` }));
  return (
    refusalFor([...tooFew, ...strangers]) ??
    succeed(
      { ...more, kind: 'unit.split', from: [{ id: unitId, pointer: '/unitId' }], into: successors, successorOf },
      context,
    )
  );
}
