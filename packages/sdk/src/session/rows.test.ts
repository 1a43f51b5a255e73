import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../contract/roles.ts';
import { holdsTenantRole, ownedBy } from './rows.ts';

const policy = ownedBy('ownerUnitId', 'unitId');
const record = { ownerUnitId: 'a', unitId: 'b' };
const asking = (unitId: string | null, ...roles: Role[]) => ({ unitId, roles });

test('a unit sees the records that one of their fields gives to it; the others of the tenant see all', () => {
  assert.ok(policy.maySee(record, asking('a', 'unit-officer')));
  assert.ok(policy.maySee(record, asking('b', 'unit-leader')));
  assert.ok(!policy.maySee(record, asking('c', 'unit-officer')));
  assert.ok(policy.maySee(record, asking(null, 'secretariat')));
  assert.ok(policy.maySee(record, asking('c', 'unit-officer', 'inspector')));
});

test('who has no unit sees no record without one', () => {
  assert.ok(!policy.maySee({ ownerUnitId: null, unitId: null }, asking(null, 'unit-officer')));
  assert.ok(!policy.maySee({ ownerUnitId: null, unitId: null }, asking(null, 'anonymous')));
});

test('the roles of a unit count only towards its own records', () => {
  const both: Role[] = ['unit-leader', 'appraiser'];
  assert.deepEqual(policy.rolesTowards(record, asking('a', ...both)), both);
  assert.deepEqual(policy.rolesTowards(record, asking('c', ...both)), ['appraiser']);
});

test('with a role of the whole tenant one acts for any unit', () => {
  assert.ok(holdsTenantRole(asking(null, 'secretariat'), ['unit-officer', 'secretariat']));
  assert.ok(!holdsTenantRole(asking('a', 'unit-officer', 'inspector'), ['unit-officer', 'secretariat']));
});
