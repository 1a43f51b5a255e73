import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldIssue } from '../contract/field-errors.ts';
import { describeFieldError } from '../contract/field-errors.ts';
import { isRefused, type Refusal } from '../lifecycle/outcome.ts';
import { toNfd } from '../text/nfc.ts';
import { addUnit, changeUnit, closeUnit } from './apply.ts';
import { unitsAfter, type UnitPlan } from './plan.ts';
import { isAlive, unitOn, type StoredUnit } from './stored-unit.ts';
import { below, unit } from './testkit/units.ts';

const why = { reason: 'Sắp xếp tổ chức' };
const today = '2026-11-30';

function issues(outcome: UnitPlan | Refusal): [pointer: string, code: string][] {
  assert.ok(isRefused(outcome));
  for (const { code, params } of outcome.issues ?? [])
    for (const locale of ['vi', 'en'] as const)
      assert.doesNotMatch(describeFieldError(code, params, locale), /undefined/);
  return (outcome.issues ?? []).map(({ pointer, code }: FieldIssue) => [pointer, code]);
}

/** All units after what is allowed. */
function after(units: readonly StoredUnit[], outcome: UnitPlan | Refusal): Map<string, StoredUnit> {
  assert.ok(!isRefused(outcome), JSON.stringify(outcome));
  return new Map(unitsAfter(units, outcome.writes).map((each) => [each.id, each]));
}

const named = (name: string, more: object = {}) => ({
  code: name,
  name,
  kind: 'department' as const,
  validFrom: '2026-01-01',
  ...more,
});
const create = (units: readonly StoredUnit[], given: Parameters<typeof addUnit>[0]) =>
  addUnit(given, { units, id: 'new' });
const change = (units: readonly StoredUnit[], id: string, given: Parameters<typeof changeUnit>[1]) =>
  changeUnit(
    units.find((each) => each.id === id)!,
    given,
    { units, today },
  );
const close = (units: readonly StoredUnit[], id: string, validTo: string) =>
  closeUnit(
    units.find((each) => each.id === id)!,
    { validTo, ...why },
    { units },
  );

test('a new unit has nothing but what was given', () => {
  const units = [unit('A')];
  const made = after(
    units,
    create(units, named('B', { administrativeParentId: 'A', identificationCode: '000.00.12.h56' })),
  );
  assert.deepEqual(made.get('new'), {
    ...below('A', 'B', { id: 'new', validFrom: '2026-01-01' }),
    identificationCode: { written: '000.00.12.h56', canonical: 'H56.12' },
  });
});

test('codes, external ids and identification codes belong to one unit, in whatever spelling', () => {
  const units = [
    unit('SNV', {
      externalId: 'Hòa-1',
      identificationCode: { written: 'H56.12', canonical: 'H56.12' },
      validTo: '2026-06-30',
    }),
  ];
  const given = named('x', { code: 'snv', externalId: toNfd('Hoà-1'), identificationCode: '000.00.12.H56' });
  assert.deepEqual(issues(create(units, given)), [
    ['/code', 'taken'],
    ['/externalId', 'taken'],
    ['/identificationCode', 'taken'],
  ]);
  assert.deepEqual(
    issues(create(units, { ...given, validFrom: '2026-07-01' })),
    [
      ['/code', 'taken'],
      ['/externalId', 'taken'],
    ],
    'the identification code of a unit that has ended may be given again',
  );
  assert.deepEqual(issues(create(units, named('x', { identificationCode: 'một hai' }))), [
    ['/identificationCode', 'not-an-identification-code'],
  ]);
});

test('two units of one kind in one place have different names, however they are spelt', () => {
  const units = [unit('P'), below('P', 'Tổ Hoà Bình'), unit('Q')];
  const given = named('X', { name: toNfd('Tổ Hòa Bình'), administrativeParentId: 'P' });
  assert.deepEqual(issues(create(units, given)), [['/name', 'taken']]);
  after(units, create(units, { ...given, administrativeParentId: 'Q' }));
});

test('a unit stands within the time of what it stands below', () => {
  const units = [unit('P', { validFrom: '2026-01-01', validTo: '2026-12-31' })];
  const within = (validFrom: string, validTo: string | null) =>
    create(units, named('X', { administrativeParentId: 'P', validFrom, validTo }));
  after(units, within('2026-01-01', '2026-12-31'));
  assert.deepEqual(issues(within('2025-12-31', '2026-12-31')), [['/administrativeParentId', 'outside-parent']]);
  assert.deepEqual(issues(within('2026-02-01', null)), [['/administrativeParentId', 'outside-parent']]);
  assert.deepEqual(issues(within('2026-02-01', '2026-01-31')), [['/validTo', 'end-before-start']]);
  assert.deepEqual(issues(create(units, named('X', { partyParentId: 'nothing' }))), [['/partyParentId', 'unknown']]);
});

test('a rename keeps the former name for the time before, and another spelling is no rename', () => {
  const units = [unit('A', { name: 'Phường Hoà Bình' })];
  const renamed = after(units, change(units, 'A', { name: 'Phường An Hòa', since: '2026-03-01', ...why })).get('A')!;
  assert.equal(unitOn(renamed, '2026-02-28').name, 'Phường Hoà Bình');
  assert.equal(unitOn(renamed, '2026-03-01').name, 'Phường An Hòa');

  const respelt = after(units, change(units, 'A', { name: 'Phường Hòa Bình', since: '2026-03-01' })).get('A')!;
  assert.deepEqual([respelt.name, respelt.formerStates], ['Phường Hòa Bình', []]);
  const corrected = after(units, change(units, 'A', { name: 'Phường Thái Bình' })).get('A')!;
  assert.deepEqual([corrected.name, corrected.formerStates], ['Phường Thái Bình', []], 'put right, without a day');
});

test('changes follow each other in time, and none is of tomorrow', () => {
  const units = [
    unit('A', { formerStates: [{ to: '2026-02-28', name: 'Z', partyParentId: null, administrativeParentId: null }] }),
  ];
  assert.deepEqual(issues(change(units, 'A', { name: 'B', since: '2026-02-01' })), [['/since', 'before-last-change']]);
  assert.deepEqual(issues(change(units, 'A', { name: 'B', since: '2026-12-01' })), [['/since', 'after-today']]);
  const same = after(units, change(units, 'A', { name: 'B', since: '2026-03-01' })).get('A')!;
  assert.equal(same.formerStates.length, 1, 'the name of that day is replaced');
});

test('nothing changes where everything is as it was', () => {
  const units = [unit('A', { phone: '0912345678' })];
  assert.deepEqual(change(units, 'A', { phone: '0912345678', name: 'A', topics: [] }), { writes: [] });
});

test('no unit stands below itself in either tree, on any day', () => {
  const units = [unit('A'), below('A', 'B'), below('B', 'C', { partyParentId: null })];
  const circle = [['/administrativeParentId', 'inside-itself']];
  assert.deepEqual(issues(change(units, 'A', { administrativeParentId: 'C' })), circle);
  assert.deepEqual(issues(change(units, 'A', { administrativeParentId: 'A' })), circle);
  // Each tree is one of its own.
  after(units, change(units, 'A', { partyParentId: 'C' }));

  // B stood below A until March: on these days A may not have stood below B, though it may from then on.
  const moved = [
    unit('A'),
    unit('B', { formerStates: [{ to: '2026-02-28', name: 'B', partyParentId: null, administrativeParentId: 'A' }] }),
  ];
  after(moved, change(moved, 'A', { administrativeParentId: 'B', since: '2026-03-01' }));
  assert.deepEqual(issues(change(moved, 'A', { administrativeParentId: 'B', since: '2026-02-28' })), circle);
});

test('a line of units is never deeper than can be looked through', () => {
  const units = Array.from({ length: 60 }, (_, at) => (at === 0 ? unit('0') : below(String(at - 1), String(at))));
  assert.deepEqual(issues(create(units, named('X', { administrativeParentId: '59' }))), [
    ['/administrativeParentId', 'too-deep'],
  ]);
  after(units, create(units, named('X', { administrativeParentId: '40' })));
});

test('a unit ends after those below it, and an end can be moved', () => {
  const units = [unit('A'), below('A', 'B'), below('A', 'C', { validTo: '2026-06-30' })];
  assert.deepEqual(issues(close(units, 'A', '2026-12-31')), [['/validTo', 'has-children']]);
  assert.deepEqual(issues(close(units, 'B', '2025-01-01')), [['/validTo', 'end-before-start']]);
  const first = [...after(units, close(units, 'B', '2026-09-30')).values()];
  const second = after(first, close(first, 'A', '2026-12-31')).get('A')!;
  assert.deepEqual([isAlive(second, '2026-12-31'), isAlive(second, '2027-01-01')], [true, false]);
});

test('a unit that continues another ends after that', () => {
  const units = [unit('A', { validTo: '2026-05-31', successorIds: ['B'] }), unit('B')];
  assert.deepEqual(issues(close(units, 'B', '2026-05-31')), [['/validTo', 'must-succeed']]);
  assert.deepEqual(issues(close(units, 'A', '2026-12-31')), [['/validTo', 'has-successors']]);
  after(units, close(units, 'B', '2026-06-01'));
});

test('an old fault does not stand in the way of another change, and is not made worse', () => {
  const units = [
    unit('P', { validFrom: '2026-01-01' }),
    below('P', 'X', { validFrom: '2025-01-01' }),
    unit('Q', { validFrom: '2026-02-02' }),
  ];
  after(units, change(units, 'X', { phone: '0912345678' }));
  assert.deepEqual(issues(change(units, 'X', { administrativeParentId: 'Q' })), [
    ['/administrativeParentId', 'outside-parent'],
  ]);
});
