import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../errors/index.ts';
import { extendableUntil, legalTerms, ruleInForce, vietnamCalendar, type TermRule } from './index.ts';

const report = ruleInForce(legalTerms, { matter: 'report', step: 'resolve' }, '2026-11-20');
const denunciation = ruleInForce(legalTerms, { matter: 'denunciation', step: 'resolve' }, '2026-03-02');
const running = { dueDate: '2026-12-07', decidedOn: '2026-12-01', before: 0, reasons: 1 };
const until = (rule: TermRule, more: Partial<typeof running> = {}) =>
  extendableUntil(vietnamCalendar, rule, { ...running, ...more });

test('the last day an extension may reach is counted in the unit of the term', () => {
  assert.equal(until(report), '2026-12-14');
  assert.equal(until(report, { dueDate: '2026-08-20', decidedOn: '2026-08-20' }), '2026-08-26');
  assert.equal(until(denunciation), '2027-01-06');
  assert.equal(until({ ...denunciation, unit: 'month', extensions: report.extensions! }), '2027-05-07');
  assert.equal(
    until({ ...denunciation, rollToWorkingDay: true }, { dueDate: '2026-11-19', decidedOn: '2026-11-19' }),
    '2026-12-21',
  );
});

test('terms in minutes are extended to the day on which those minutes end', () => {
  const extensions = [{ complexity: 'complex', minReasons: 1, times: 1, amount: 450 }] as const;
  assert.equal(until({ ...report, unit: 'working-minute', extensions }), '2026-12-08');
  assert.equal(until({ ...report, unit: 'minute', extensions }), '2026-12-08');
});

test('a second extension needs a second reason where the law counts reasons', () => {
  assert.equal(until(denunciation, { before: 1, reasons: 2 }), '2027-01-06');
});

const refused: [string, () => string][] = [
  ['extension-not-allowed', () => until(report, { before: 1, reasons: 2 })],
  ['extension-not-allowed', () => until(denunciation, { before: 1, reasons: 1 })],
  ['extension-not-allowed', () => until(denunciation, { before: 2, reasons: 3 })],
  ['extension-not-allowed', () => until(report, { reasons: 0 })],
  ['extension-not-allowed', () => until({ ...report, extensions: [] })],
  ['extension-too-late', () => until(report, { decidedOn: '2026-12-08' })],
];
for (const [index, [code, run]] of refused.entries()) {
  test(`refuses ${index + 1}: ${code}`, () => {
    assert.throws(run, (error) => isInputError(error) && error.code === code);
  });
}
