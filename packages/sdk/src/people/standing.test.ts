import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays } from '../text/add-days.ts';
import {
  leftWithout,
  reachOn,
  standingsOf,
  usualIdleDays as idleDays,
  usualRoleEndsSoonDays as soonDays,
  type HeldGrant,
  type UnitPlace,
} from './index.ts';

const day = '2026-12-14';
const now = `${day}T02:00:00Z`;
const at = { day, now };
const person = { leftOn: null, lastSignInAt: now, createdAt: '2026-01-01T00:00:00Z' };
const grant = (changes: Partial<HeldGrant & { basisId: string | null }> = {}) => ({
  role: 'unit-leader' as const,
  unitId: 'commune' as string | null,
  withSubtree: true,
  from: '2026-01-01',
  to: null as string | null,
  endedAt: null,
  basisId: null,
  basis: null,
  ...changes,
});

describe('where somebody stands', () => {
  test('by the roles that hold today', () => {
    assert.deepEqual(standingsOf(person, [grant()], at), ['present', 'in-force']);
    assert.deepEqual(standingsOf(person, [], at), ['present', 'without-role']);
    assert.deepEqual(standingsOf(person, [grant({ from: addDays(day, 1) })], at), ['present', 'without-role']);
    assert.deepEqual(standingsOf(person, [grant({ endedAt: now })], at), ['present', 'without-role']);
    assert.deepEqual(standingsOf({ ...person, leftOn: day }, [grant()], at), ['left']);
  });

  test('a role ends soon within thirty days, and was delegated where another is behind it', () => {
    const basis = grant();
    const delegated = grant({ to: addDays(day, soonDays), basisId: 'first', basis });
    assert.deepEqual(standingsOf(person, [delegated], at), ['present', 'in-force', 'delegated', 'ends-soon']);
    assert.deepEqual(standingsOf(person, [grant({ to: addDays(day, soonDays + 1) })], at), ['present', 'in-force']);
    assert.deepEqual(standingsOf(person, [{ ...delegated, basis: grant({ endedAt: now }) }], at), [
      'present',
      'without-role',
    ]);
  });

  test('who has never signed in is counted from the day on which they were added', () => {
    const idle = (since: string) => `${addDays(day, -idleDays)}T${since}Z`;
    const standing = (more: object) => standingsOf({ ...person, ...more }, [grant()], at).includes('idle');
    assert.equal(standing({ lastSignInAt: idle('02:00:00') }), false);
    assert.equal(standing({ lastSignInAt: idle('01:59:59') }), true);
    assert.equal(standing({ lastSignInAt: null, createdAt: idle('01:59:59') }), true);
    assert.equal(standing({ lastSignInAt: null, createdAt: now }), false);
  });
});

describe('what is left without anybody', () => {
  const place = (id: string, partyParentId: string | null): UnitPlace => ({
    id,
    validFrom: '2020-01-01',
    validTo: null,
    partyParentId,
    administrativeParentId: null,
    formerStates: [],
    successorIds: [],
  });
  const reach = reachOn([place('province', null), place('commune', 'province'), place('village', 'commune')], day);
  const without = (ending: HeldGrant[], staying: HeldGrant[]) => leftWithout(ending, staying, { day, reach });

  test('the units that nobody else reaches in the role', () => {
    assert.deepEqual(without([grant()], []), [{ role: 'unit-leader', unitIds: ['commune', 'village'] }]);
    assert.deepEqual(without([grant()], [grant({ unitId: 'village', withSubtree: false })]), [
      { role: 'unit-leader', unitIds: ['commune'] },
    ]);
    assert.deepEqual(without([grant()], [grant({ unitId: 'province' })]), []);
    assert.deepEqual(without([grant()], [grant({ unitId: 'province', withSubtree: false })]), [
      { role: 'unit-leader', unitIds: ['commune', 'village'] },
    ]);
  });

  test('a role of another kind does not stand in, one that does not hold neither', () => {
    const left = [{ role: 'unit-leader', unitIds: ['commune', 'village'] }];
    assert.deepEqual(without([grant()], [grant({ role: 'unit-officer' })]), left);
    assert.deepEqual(without([grant()], [grant({ to: addDays(day, -1) })]), left);
    assert.deepEqual(without([grant({ to: addDays(day, -1) })], []), []);
  });

  test('a role of the whole tenant needs another one of it', () => {
    const all = { role: 'appraiser', unitId: null, withSubtree: false } as const;
    assert.deepEqual(without([grant(all)], [grant({ role: 'appraiser' })]), [{ role: 'appraiser', unitIds: null }]);
    assert.deepEqual(without([grant({ role: 'appraiser' })], [grant(all)]), []);
  });
});
