import { exactKey } from '../text/fold.ts';
import { formatDate } from '../text/dates.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import { refusalFor, type Refusal } from '../lifecycle/outcome.ts';
import { canonicalIdentificationCode } from './identification-code.ts';
import { planOf, type UnitPlan, type UnitWrite } from './plan.ts';
import { unitTrees, type NewUnit, type UnitChange, type UnitClosing } from './schema.ts';
import { dayAfter, dayBefore, parentField, type StoredUnit } from './stored-unit.ts';

/** The reason and basis of a change, for its event. */
export const whyOf = ({ reason, basis }: Why) => ({ reason: reason ?? null, basis: basis ?? null });
type Why = Pick<UnitChange, 'reason' | 'basis'>;

type Described = Omit<UnitChange, 'since' | 'reason' | 'basis'>;

const describedFields = [
  'code',
  'name',
  'kind',
  'partyParentId',
  'administrativeParentId',
  'placeCode',
  'topics',
  'externalId',
  'address',
  'phone',
  'email',
] as const satisfies (keyof Described)[];

/** The fields that were given, as they are kept. */
function fieldsOf(given: Described): Partial<StoredUnit> | FieldIssue {
  const fields = Object.fromEntries(
    describedFields.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  ) as Partial<StoredUnit>;
  const written = given.identificationCode;
  if (written === undefined) return fields;
  if (written === null) return { ...fields, identificationCode: null };
  const canonical = canonicalIdentificationCode(written);
  if (canonical === undefined) return { pointer: '/identificationCode', code: 'not-an-identification-code' };
  return { ...fields, identificationCode: { written, canonical } };
}

const isIssue = (value: Partial<StoredUnit> | FieldIssue): value is FieldIssue => 'pointer' in value;

const nothing = {
  partyParentId: null,
  administrativeParentId: null,
  placeCode: null,
  topics: [],
  externalId: null,
  address: null,
  phone: null,
  email: null,
  identificationCode: null,
};

/** The write of a new unit, or what is wrong with its fields taken alone. */
export function newUnit(
  { validFrom, validTo = null, ...given }: NewUnit,
  id: string,
  { predecessorIds = [], ...why }: { predecessorIds?: string[] } & Why = {},
): UnitWrite | FieldIssue {
  const fields = fieldsOf(given);
  if (isIssue(fields)) return fields;
  const { code, name, kind } = given;
  const added: StoredUnit = {
    ...nothing,
    ...fields,
    id,
    code,
    name,
    kind,
    validFrom,
    validTo,
    formerStates: [],
    successorIds: [],
  };
  const data = { code, name, kind, validFrom, predecessorIds, ...whyOf(why) };
  return { id, added, event: { kind: 'unit.created', data } };
}

/** Adds a unit. */
export function addUnit(
  given: NewUnit,
  { units, id }: { units: readonly StoredUnit[]; id: string },
): UnitPlan | Refusal {
  const write = newUnit(given, id);
  return 'pointer' in write ? refusalFor([write])! : planOf(units, [write]);
}

/** The first day of the name and the places in the trees that a unit has now. */
export const startOfState = ({ formerStates, validFrom }: StoredUnit): string => {
  const last = formerStates.at(-1);
  return last ? dayAfter(last.to) : validFrom;
};

/** What a rename or move from a day on changes: the name and the places of before are kept for the time before. */
export function stateFrom(unit: StoredUnit, since: string, changes: Partial<StoredUnit>): Partial<StoredUnit> {
  if (since <= startOfState(unit)) return changes;
  const { name, partyParentId, administrativeParentId, formerStates } = unit;
  const former = { to: dayBefore(since), name, partyParentId, administrativeParentId };
  return { ...changes, formerStates: [...formerStates, former] };
}

/** Whether it is another name, or another place in a tree: another spelling is none. */
const isOtherState = (unit: StoredUnit, changes: Partial<StoredUnit>) =>
  (changes.name !== undefined && exactKey(changes.name) !== exactKey(unit.name)) ||
  unitTrees.some((tree) => changes[parentField[tree]] !== undefined);

/** The fields that get another value. */
export function differences(unit: StoredUnit, fields: Partial<StoredUnit>): Partial<StoredUnit> {
  const other = Object.entries(fields).filter(
    ([name, value]) => textOf(value) !== textOf(unit[name as keyof StoredUnit]),
  );
  return Object.fromEntries(other);
}

/** A value of a unit as text, to be compared; the order of the keys of an identification code says nothing. */
const textOf = (value: StoredUnit[keyof StoredUnit]) =>
  JSON.stringify(value !== null && typeof value === 'object' && 'written' in value ? value.written : value);

/** The write of a changed unit, what is wrong with its fields taken alone, or `undefined` where nothing changes. */
export function changedUnit(
  unit: StoredUnit,
  { since, reason, basis, ...given }: UnitChange,
  today: string,
): UnitWrite | FieldIssue | undefined {
  const fields = fieldsOf(given);
  if (isIssue(fields)) return fields;
  const changes = differences(unit, fields);
  const named = Object.keys(changes);
  if (named.length === 0) return undefined;
  const from = since !== undefined && isOtherState(unit, changes) ? since : undefined;
  const start = startOfState(unit);
  if (from !== undefined && from > today)
    return { pointer: '/since', code: 'after-today', params: { today: formatDate(today) } };
  if (from !== undefined && from < start)
    return { pointer: '/since', code: 'before-last-change', params: { from: formatDate(start) } };
  const data = { fields: named, since: from ?? null, ...whyOf({ reason, basis }) };
  return {
    id: unit.id,
    changes: from === undefined ? changes : stateFrom(unit, from, changes),
    event: { kind: 'unit.changed', data },
  };
}

/** Changes a unit: what it is called and where it stands from a day on, the rest at once. */
export function changeUnit(
  unit: StoredUnit,
  change: UnitChange,
  { units, today }: { units: readonly StoredUnit[]; today: string },
): UnitPlan | Refusal {
  const write = changedUnit(unit, change, today);
  if (!write) return { writes: [] };
  return 'pointer' in write ? refusalFor([write])! : planOf(units, [write]);
}

/** Ends a unit that no other continues, or moves the day on which it ends. */
export function closeUnit(
  unit: StoredUnit,
  { validTo, ...why }: UnitClosing,
  { units }: { units: readonly StoredUnit[] },
): UnitPlan | Refusal {
  if (unit.successorIds.length > 0) {
    const params = { on: formatDate(dayAfter(unit.validTo!)) };
    return refusalFor([{ pointer: '/validTo', code: 'has-successors', params }])!;
  }
  const event = { kind: 'unit.closed', data: { validTo, ...whyOf(why) } } as const;
  return planOf(units, [{ id: unit.id, changes: { validTo }, event }]);
}
