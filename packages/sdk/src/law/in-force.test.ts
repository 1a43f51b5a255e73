import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInForce } from './in-force.ts';

test('a basis holds from its first to its last day, both included, and without end where it has none', () => {
  const basis = { from: '2025-07-01', to: '2026-06-30' };
  for (const [date, holds] of [
    ['2025-06-30', false],
    ['2025-07-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ] as const)
    assert.equal(isInForce(basis, date), holds, date);
  assert.equal(isInForce({ from: '2025-07-01' }, '2199-12-31'), true);
  assert.equal(isInForce({ to: '2026-06-30' }, '1900-01-01'), true);
  assert.equal(isInForce({}, '2026-11-29'), true);
});
