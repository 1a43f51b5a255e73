import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../contract/roles.ts';
import { grantsOfRoles, holdsTenantRole, ownedBy, seesAllUnits, unitsOf } from './rows.ts';

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

test('roles given for several units count towards these alone, and a role kept to some units not beyond them', () => {
  const session = {
    ...asking('a', 'unit-officer', 'appraiser'),
    grants: [
      { role: 'unit-officer' as const, unitIds: ['a', 'd'] },
      { role: 'appraiser' as const, unitIds: ['b', 'c'] },
    ],
  };
  assert.deepEqual(unitsOf(session), ['a', 'd', 'b', 'c']);
  assert.ok(!seesAllUnits(session));
  assert.ok(!holdsTenantRole(session, ['appraiser']));
  assert.deepEqual(policy.rolesTowards(record, session), ['unit-officer', 'appraiser']);
  assert.deepEqual(policy.rolesTowards({ ownerUnitId: 'c', unitId: null }, session), ['appraiser']);
  assert.ok(!policy.maySee({ ownerUnitId: 'x', unitId: null }, session));
  const all = { ...session, grants: [...session.grants, { role: 'inspector' as const, unitIds: null }] };
  assert.ok(policy.maySee({ ownerUnitId: 'x', unitId: null }, all));
  assert.deepEqual(policy.rolesTowards({ ownerUnitId: 'x', unitId: null }, all), ['inspector']);
});

test('where only some roles are let in, only what they give counts', () => {
  const session = { ...asking('a', 'unit-leader'), subject: 'u', name: null, tenant: 't' };
  assert.equal(grantsOfRoles(session, ['appraiser']), session);
  const grants = [
    { role: 'unit-officer' as const, unitIds: ['a'] },
    { role: 'appraiser' as const, unitIds: ['b'] },
  ];
  assert.deepEqual(unitsOf(grantsOfRoles({ ...session, grants }, ['appraiser'])), ['b']);
});
