import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isRefused } from '../lifecycle/outcome.ts';
import { unitsAfter } from './plan.ts';
import { isAlive, type StoredUnit } from './stored-unit.ts';
import { mergeUnits, splitUnit } from './succession.ts';
import { coverage, heirOfCase, rollup, successorsOf } from './successors.ts';
import { unit } from './testkit/units.ts';

const described = (name: string) => ({ code: name, name, kind: 'department' as const });
const reason = 'Sắp xếp tổ chức';

/** Merges and splits of some units, one a month, by chance. */
const histories = fc
  .record({
    count: fc.integer({ min: 1, max: 6 }),
    steps: fc.array(fc.record({ split: fc.boolean(), picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }) }), {
      maxLength: 8,
    }),
  })
  .map(({ count, steps }) => {
    let units: StoredUnit[] = Array.from({ length: count }, (_, at) => unit(`U${at}`));
    let made = 0;
    for (const [step, { split, picks }] of steps.entries()) {
      const on = `2026-${String(step + 1).padStart(2, '0')}-01`;
      const alive = units.filter((each) => isAlive(each, on));
      const ids = [...new Set(picks.map((pick) => alive[pick % alive.length]!.id))];
      const newId = () => `N${++made}`;
      const context = { units, newId };
      const plan = split
        ? splitUnit(
            { unitId: ids[0]!, into: [{ unit: described(`${step}a`) }, { unit: described(`${step}b`) }], on, reason },
            context,
          )
        : mergeUnits({ unitIds: ids, into: { unit: described(`${step}a`) }, on, reason }, context);
      assert.ok(!isRefused(plan), JSON.stringify(plan));
      units = unitsAfter(units, plan.writes);
    }
    return units;
  });
const days = fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-15', '2026-05-01', '2026-12-31');

test('figures follow the successors, and their sum is the same on every day', () => {
  fc.assert(
    fc.property(histories, days, fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }), (units, day, values) => {
      const figures = units.map(({ id }, at) => ({ unitId: id, value: values[at % 20]! }));
      const sums = rollup(units, figures, day);
      const total = (list: Iterable<number>) => [...list].reduce((sum, value) => sum + value, 0);
      assert.equal(total(sums.values()), total(figures.map(({ value }) => value)));
      for (const id of sums.keys()) {
        const found = units.find((each) => each.id === id)!;
        assert.ok(isAlive(found, day) || found.validFrom > day, `${id} has ended before ${day}`);
      }
    }),
    { numRuns: 150 },
  );
});

test('somebody does the work of each unit on each day since it began, and nobody who does not exist', () => {
  fc.assert(
    fc.property(histories, days, (units, day) => {
      for (const each of units) {
        const found = successorsOf(units, each.id, day);
        for (const id of found)
          assert.ok(
            isAlive(
              units.find((other) => other.id === id)!,
              day,
            ),
          );
        assert.equal(found.length > 0, each.validFrom <= day);
        if (isAlive(each, day)) assert.deepEqual(found, [each.id]);
      }
    }),
    { numRuns: 150 },
  );
});

test('successors follow each other, and what leads back to itself comes to an end', () => {
  const units = [
    unit('A', { validTo: '2026-01-31', successorIds: ['C'] }),
    unit('B', { validTo: '2026-02-28', successorIds: ['C', 'D'] }),
    unit('C', { validTo: '2026-06-30', successorIds: ['D'] }),
    unit('D'),
    unit('closed', { validTo: '2026-01-31' }),
    unit('circle', { validTo: '2026-01-31', successorIds: ['circle'] }),
  ];
  assert.deepEqual(successorsOf(units, 'A', '2026-01-31'), ['A']);
  assert.deepEqual(successorsOf(units, 'A', '2026-02-01'), ['C']);
  assert.deepEqual(successorsOf(units, 'A', '2026-07-01'), ['D']);
  assert.deepEqual(successorsOf(units, 'B', '2026-03-01'), ['C', 'D']);
  for (const id of ['closed', 'circle', 'nothing']) assert.deepEqual(successorsOf(units, id, '2026-03-01'), []);
  const figures = units.map(({ id }) => ({ unitId: id, value: 1 }));
  assert.deepEqual(Object.fromEntries(rollup(units, figures, '2026-03-01')), { C: 3, D: 1, closed: 1, circle: 1 });
});

test('coverage counts the units that exist on the due date', () => {
  const units = [
    unit('A', { validTo: '2026-05-30' }),
    unit('B', { validTo: '2026-05-31' }),
    unit('C', { validFrom: '2026-06-01' }),
    unit('D'),
  ];
  const done = new Set(['A', 'B']);
  assert.deepEqual(coverage(units, done, '2026-05-31'), { total: 2, done: 1, missing: ['D'] });
  assert.deepEqual(coverage(units, done, '2026-06-01'), { total: 2, done: 0, missing: ['C', 'D'] });
  fc.assert(
    fc.property(histories, days, (all, day) => {
      const { total, done: covered, missing } = coverage(all, new Set(all.map(({ id }) => id)), day);
      assert.deepEqual([total, covered, missing], [all.filter((each) => isAlive(each, day)).length, total, []]);
    }),
  );
});

test('an open case goes on with the unit of its commune, else by its topic, else with the first', () => {
  const heirs = [unit('first'), unit('topic', { topics: ['environment'] }), unit('here', { placeCode: '00004' })];
  const heir = (communeCode: string, topic: 'environment' | 'other', day = '2026-06-01', successors = heirs) => {
    const old = unit('old', { validTo: '2026-05-31', successorIds: successors.map(({ id }) => id) });
    const units = new Map([old, ...heirs].map((each) => [each.id, each]));
    return heirOfCase(units, { unitId: 'old', communeCode, topic }, day)?.id;
  };
  assert.equal(heir('00004', 'environment'), 'here');
  assert.equal(heir('00007', 'environment'), 'topic');
  assert.equal(heir('00007', 'other'), 'first');
  assert.equal(heir('00007', 'other', '2026-05-31'), 'old', 'until its last day');
  assert.equal(heir('00007', 'other', '2026-06-01', []), undefined, 'nobody continues it');
});
