import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rubricInForce, rubricStateOn, servesYear, type RubricStanding } from './standing.ts';

const standing = (version: string, more: Partial<RubricStanding> = {}): RubricStanding => ({
  version,
  validFrom: null,
  validTo: null,
  addedAt: '2026-01-05T02:00:00Z',
  withdrawnAt: null,
  ...more,
});

const first = standing('2026', { validFrom: '2026-01-01' });
const second = standing('2026-sua-doi', { validFrom: '2026-07-01', addedAt: '2026-06-20T02:00:00Z' });
const forOneYear = standing('2027', {
  validFrom: '2027-01-01',
  validTo: '2027-12-31',
  addedAt: '2026-12-01T02:00:00Z',
});

test('of the versions whose time it is the one published last holds; without an end it goes on after another ended', () => {
  const all = [forOneYear, first, second];
  for (const [day, version] of [
    ['2025-12-31', undefined],
    ['2026-01-01', '2026'],
    ['2026-06-30', '2026'],
    ['2026-07-01', '2026-sua-doi'],
    ['2027-01-01', '2027'],
    ['2027-12-31', '2027'],
    ['2028-01-01', '2026-sua-doi'],
  ] as const)
    assert.equal(rubricInForce(all, day)?.version, version, day);
});

test('a version published later for an earlier time takes its place there', () => {
  const corrected = standing('2026-dinh-chinh', { validFrom: '2026-01-01', addedAt: '2026-08-01T02:00:00Z' });
  assert.equal(rubricInForce([first, second, corrected], '2026-09-01')?.version, corrected.version);
  assert.equal(rubricStateOn(first, [first, corrected], '2026-03-01'), 'superseded');
});

test('with a withdrawal the version before holds again', () => {
  const withdrawn = { ...second, withdrawnAt: '2026-07-02T02:00:00Z' };
  assert.equal(rubricInForce([first, withdrawn], '2026-08-01')?.version, '2026');
  assert.equal(rubricStateOn(withdrawn, [first, withdrawn], '2026-08-01'), 'withdrawn');
  assert.equal(rubricStateOn(first, [first, withdrawn], '2026-08-01'), 'in-force');
});

test('where a version stands follows from its days', () => {
  const all = [first, second, forOneYear];
  assert.equal(rubricStateOn(second, all, '2026-06-30'), 'upcoming');
  assert.equal(rubricStateOn(second, all, '2026-07-01'), 'in-force');
  assert.equal(rubricStateOn(first, all, '2026-07-01'), 'superseded');
  assert.equal(rubricStateOn(forOneYear, all, '2028-01-01'), 'ended');
});

test('a year is scored with each version that was in force on one of its days', () => {
  const all = [first, second, forOneYear];
  const serving = (year: string) =>
    all.filter(({ version }) => servesYear(version, all, year)).map((each) => each.version);
  assert.deepEqual(serving('2025'), []);
  assert.deepEqual(serving('2026'), ['2026', '2026-sua-doi']);
  assert.deepEqual(serving('2027'), ['2027']);
  assert.deepEqual(serving('2028'), ['2026-sua-doi']);
});

test('a version that ends within the year lets the one before serve too', () => {
  const halfYear = standing('tam', { validFrom: '2026-01-01', validTo: '2026-06-30', addedAt: '2026-02-01T02:00:00Z' });
  assert.ok(servesYear('2026', [first, halfYear], '2026'));
  assert.ok(servesYear('tam', [first, halfYear], '2026'));
  const untilNewYear = { ...halfYear, validTo: '2026-12-31' };
  assert.ok(!servesYear('2026', [first, untilNewYear], '2026'));
  assert.ok(servesYear('2026', [first, untilNewYear], '2027'));
});

test('what came with the installation holds since ever', () => {
  const installed = standing('1');
  assert.ok(servesYear('1', [installed], '2020'));
  assert.equal(rubricStateOn(installed, [installed], '2020-01-01'), 'in-force');
});
