import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from '../api/index.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import { applyAccountEnd, applyCreation, applyKey, applyKeyEnd, latestExpiry, scopeAreas } from './index.ts';
import { bodies, serviceAccount } from './sample.ts';

const day = '2026-12-14';
const at = { keyId: '01890000-0000-7000-8000-0000000000f7', day };

test('every area is either open to programs by a scope or closed to them', () => {
  const closed = 'accounts audit drafts imports jobs notices people personalData session webhooks'.split(' ');
  assert.deepEqual([...scopeAreas, ...closed].sort(), Object.keys(api).sort());
});

test('a key ends within a year, and a program has a role where it can count', () => {
  const issuesOf = (changes: object) => {
    const outcome = applyCreation({ ...bodies.create, ...changes }, at);
    return isRefused(outcome) ? outcome.issues!.map(({ pointer, code }) => `${pointer} ${code}`) : [];
  };
  assert.deepEqual(issuesOf({}), []);
  assert.equal(latestExpiry(day), '2027-12-15');
  assert.deepEqual(issuesOf({ expiresOn: '2027-12-15' }), []);
  assert.deepEqual(issuesOf({ expiresOn: '2027-12-16' }), ['/expiresOn expires-too-late']);
  assert.deepEqual(issuesOf({ expiresOn: '2026-12-13' }), ['/expiresOn before-today']);
  assert.deepEqual(issuesOf({ role: 'unit-officer' }), ['/unitId required']);
});

test('two keys hold while programs are changed over, and no third', () => {
  const key = { id: 'k', endedAt: null, expiresOn: '2026-12-31' };
  const add = (...keys: (typeof key | { id: string; endedAt: string; expiresOn: string })[]) =>
    applyKey({ endedAt: null, keys }, { ...at, expiresOn: '2027-01-31' });
  assert.ok(!isRefused(add(key)));
  const third = add(key, key);
  assert.ok(isRefused(third) && third.refused === 'conflict' && third.detail);
  assert.ok(!isRefused(add(key, { ...key, expiresOn: '2026-12-13' })), 'one has expired');
  assert.ok(!isRefused(add(key, { ...key, endedAt: '2026-12-01T00:00:00Z' })), 'one was ended');
});

test('what has ended stays so', () => {
  const ended = { ...serviceAccount, endedAt: '2026-12-01T00:00:00Z' };
  for (const outcome of [
    applyAccountEnd(ended, '2026-12-14T00:00:00Z'),
    applyKey(ended, { ...at, expiresOn: '2027-01-31' }),
    applyKeyEnd({ id: 'k', endedAt: '2026-12-01T00:00:00Z' }),
  ])
    assert.ok(isRefused(outcome) && outcome.refused === 'transition-not-allowed');
});
