import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefused, type Refusal } from '../lifecycle/outcome.ts';
import { unitsAfter } from './plan.ts';
import type { UnitMerge, UnitSplit } from './schema.ts';
import { isAlive, unitOn, type StoredUnit } from './stored-unit.ts';
import { mergeUnits, splitUnit, type SuccessionPlan } from './succession.ts';
import { below, unit } from './testkit/units.ts';

const on = '2027-01-01';
const described = (name: string, more: object = {}) => ({ code: name, name, kind: 'department' as const, ...more });

function context(units: readonly StoredUnit[]) {
  let count = 0;
  return { units, newId: () => `new-${++count}` };
}
const merge = (units: readonly StoredUnit[], unitIds: string[], into: UnitMerge['into']) =>
  mergeUnits({ unitIds, into, on, reason: 'Hợp nhất' }, context(units));
const split = (units: readonly StoredUnit[], unitId: string, into: UnitSplit['into']) =>
  splitUnit({ unitId, into, on, reason: 'Chia tách' }, context(units));

function issues(outcome: SuccessionPlan | Refusal) {
  assert.ok(isRefused(outcome), 'was allowed');
  return outcome.issues!.map(({ pointer, code }) => [pointer, code]);
}
function after(units: readonly StoredUnit[], outcome: SuccessionPlan | Refusal) {
  assert.ok(!isRefused(outcome), JSON.stringify(outcome));
  return new Map(unitsAfter(units, outcome.writes).map((each) => [each.id, each]));
}

test('units that are merged end on the day before; those below them go on below the new one', () => {
  const units = [
    unit('R'),
    below('R', 'A'),
    below('R', 'B'),
    below('A', 'A1'),
    below('B', 'B1', { partyParentId: 'A' }),
  ];
  const plan = merge(units, ['A', 'B'], { unit: described('C', { administrativeParentId: 'R' }) });
  const all = after(units, plan);
  const c = all.get('new-1')!;
  assert.deepEqual([c.validFrom, c.validTo, c.administrativeParentId], [on, null, 'R']);
  for (const id of ['A', 'B']) {
    const old = all.get(id)!;
    assert.deepEqual([old.validTo, old.successorIds, old.name], ['2026-12-31', ['new-1'], id]);
    assert.ok(!isAlive(old, on));
  }
  const b1 = all.get('B1')!;
  assert.deepEqual([b1.administrativeParentId, b1.partyParentId], ['new-1', 'new-1']);
  assert.deepEqual(unitOn(b1, '2026-12-31').administrativeParentId, 'B', 'until then as it was');
  assert.ok(!isRefused(plan));
  assert.deepEqual(
    plan.writes.map(({ id, event }) => `${id} ${event.kind}`),
    ['new-1 unit.created', 'A1 unit.changed', 'B1 unit.changed', 'A unit.merged', 'B unit.merged'],
  );
});

test('a unit can become part of one that there is, above or beside it, never of one below it or of itself', () => {
  const units = [unit('R'), below('R', 'A'), below('A', 'A1'), below('A1', 'A11'), below('R', 'B')];
  assert.equal(after(units, merge(units, ['A'], { unitId: 'B' })).get('A1')!.administrativeParentId, 'B');
  assert.equal(after(units, merge(units, ['A1'], { unitId: 'A' })).get('A11')!.administrativeParentId, 'A');
  assert.deepEqual(issues(merge(units, ['A'], { unitId: 'A11' })), [['/into/unitId', 'inside-itself']]);
  assert.deepEqual(issues(merge(units, ['A', 'B'], { unitId: 'B' })), [['/into/unitId', 'own-successor']]);
  assert.deepEqual(issues(merge(units, ['A', 'A'], { unitId: 'B' })), [['/unitIds/1', 'given-twice']]);
  assert.deepEqual(issues(merge(units, ['A', 'nothing'], {})), [
    ['/unitIds/1', 'unknown'],
    ['/into', 'exactly-one'],
  ]);
});

test('neither merged nor split is what has ended, what has not begun, or what others continue already', () => {
  const units = [
    unit('ended', { validTo: '2026-10-31' }),
    unit('later', { validFrom: '2027-02-01' }),
    unit('over', { validTo: '2026-12-31', successorIds: ['B'] }),
    unit('B'),
  ];
  const into = [{ unitId: 'B' }, { unit: described('N') }];
  assert.deepEqual(issues(split(units, 'ended', into)), [['/unitId', 'unit-closed']]);
  assert.deepEqual(issues(split(units, 'later', into)), [['/unitId', 'unit-closed']]);
  assert.deepEqual(issues(split(units, 'over', into)), [['/unitId', 'has-successors']]);
  assert.deepEqual(issues(merge(units, ['B'], { unitId: 'ended' })), [['/into/unitId', 'unit-closed']]);
});

test('a split gives each unit below it to the successor that names it, the others to the first', () => {
  const units = [
    unit('A'),
    below('A', 'A1'),
    below('A', 'A2'),
    below('A', 'gone', { validTo: '2026-01-31' }),
    unit('X'),
  ];
  const into = [{ unit: described('N1') }, { unit: described('N2'), childIds: ['A2'] }];
  const all = after(units, split(units, 'A', into));
  assert.deepEqual(
    ['A1', 'A2', 'gone'].map((id) => all.get(id)!.administrativeParentId),
    ['new-1', 'new-2', 'A'],
  );
  assert.deepEqual(all.get('A')!.successorIds, ['new-1', 'new-2']);
  assert.deepEqual(issues(split(units, 'A', into.slice(0, 1))), [['/into', 'too-few']]);
  assert.deepEqual(issues(split(units, 'A', [into[0]!, { unit: described('N2'), childIds: ['X'] }])), [
    ['/into/1/childIds/0', 'unknown'],
  ]);
});

test('what is wrong with a new successor is said at its place', () => {
  const units = [unit('A'), unit('B'), unit('P', { validTo: '2026-12-31' })];
  const wrong = { unit: described('b', { partyParentId: 'A', administrativeParentId: 'P' }) };
  assert.deepEqual(issues(merge(units, ['A'], wrong)), [
    ['/into/unit/code', 'taken'],
    ['/into/unit/partyParentId', 'outside-parent'],
    ['/into/unit/administrativeParentId', 'outside-parent'],
    ['/unitIds/0', 'has-children'],
  ]);
  const twice = [{ unit: described('N') }, { unit: described('N', { identificationCode: '?' }) }];
  assert.deepEqual(issues(split(units, 'A', twice)), [
    ['/into/1/unit/identificationCode', 'not-an-identification-code'],
  ]);
});

test('a new unit may have the name and the identification code of one that ends', () => {
  const identificationCode = { written: 'H56.12', canonical: 'H56.12' };
  const units = [unit('A', { identificationCode }), unit('B')];
  after(units, merge(units, ['A', 'B'], { unit: described('C', { name: 'A', identificationCode: 'H56.12' }) }));
});
