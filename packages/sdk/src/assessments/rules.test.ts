import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bacKan2017, illustrativeModel } from '../rubrics/index.ts';
import { assessmentLifecycle, assessmentStatuses, assessmentSteps } from './lifecycle.ts';
import {
  checkAppraisedLines,
  checkRecordedConditions,
  checkSelfComplete,
  checkSelfLines,
  checkTransition,
  linesNeedingReason,
} from './rules.ts';
import { describeFieldError } from '../contract/index.ts';

const file = '00000000-0000-4000-8000-000000000001';

test('a unit may not write lines reserved to the superior, the appraiser may', () => {
  const line = { criterionId: '7.1', value: { points: 500 } };
  assert.deepEqual(checkSelfLines(illustrativeModel, [line]), [
    { pointer: '/0/criterionId', code: 'not-yours-to-score' },
  ]);
  assert.deepEqual(checkAppraisedLines(illustrativeModel, [line]), []);
});

test('names what is wrong with each line, all at once', () => {
  const errors = checkSelfLines(illustrativeModel, [
    { criterionId: '2.1', value: { points: 850 } },
    { criterionId: '2.1', value: { points: 100 } },
    { criterionId: '9.9', value: { points: 100 } },
    { criterionId: '2.2', value: { points: 100 } },
    { criterionId: '5.2', value: { points: 30 } },
    { criterionId: '2.3', value: { notApplicable: true } },
  ]);
  assert.deepEqual(
    errors.map(({ pointer, code }) => [pointer, code]),
    [
      ['/0/value/points', 'above-the-maximum'],
      ['/1/criterionId', 'given-twice'],
      ['/2/criterionId', 'unknown'],
      ['/3/value', 'wrong-type'],
      ['/4/value/points', 'wrong-step'],
      ['/5/value', 'must-apply'],
    ],
  );
  assert.equal(describeFieldError(errors[4]!.code, errors[4]!.params), 'Điểm phải là bội số của 0,5');
});

test('evidence is demanded where points are claimed', () => {
  const complete = (evidence: string[], met: boolean) =>
    checkSelfComplete(illustrativeModel, [{ criterionId: '6.1', self: { met }, evidence }]).filter(({ pointer }) =>
      pointer.startsWith('/lines/6.1'),
    );
  assert.deepEqual(complete([], true), [
    { pointer: '/lines/6.1/evidence', code: 'evidence-required', params: { min: 1 } },
  ]);
  assert.deepEqual(complete([file], true), []);
  assert.deepEqual(complete([], false), []);
  const rate = (numerator: number) =>
    checkSelfComplete(illustrativeModel, [
      { criterionId: '3.1', self: { numerator, denominator: 10 }, evidence: [] },
    ]).filter(({ code }) => code === 'evidence-required');
  assert.equal(rate(5).length, 0, '4 points are not above 4');
  assert.equal(rate(7).length, 1);
});

test('a unit cannot submit with open lines; reserved lines are not its business', () => {
  const [submit] = assessmentLifecycle;
  const errors = checkTransition(submit!, illustrativeModel, { lines: [] }, undefined);
  assert.equal(
    errors.filter(({ code }) => code === 'incomplete').length,
    16,
    'bonus and deduction lines may stay empty',
  );
  assert.ok(!errors.some(({ pointer }) => pointer.includes('7.1')));
});

test('a gate judged otherwise and “không áp dụng” judged otherwise want a reason', () => {
  const needing = linesNeedingReason(illustrativeModel, [
    { criterionId: '1.0', self: { met: true }, appraised: { met: false }, evidence: [] },
    { criterionId: '4.1', self: { notApplicable: true }, appraised: { numerator: 0, denominator: 9 }, evidence: [] },
    { criterionId: '2.1', self: { points: 800 }, appraised: { points: 800 }, evidence: [] },
  ]);
  assert.deepEqual(needing, ['1.0', '4.1']);
});

test('a province may ask for reasons earlier than the rubric, and not later', () => {
  const needing = (appraised: number, reasonAbove?: number | null) =>
    linesNeedingReason(
      bacKan2017,
      [{ criterionId: 'self', self: { points: 8700 }, appraised: { points: appraised }, evidence: [] }],
      { reasonAbove },
    ).length;
  assert.equal(bacKan2017.reasonAbove, 500);
  assert.deepEqual([needing(8400), needing(8400, null), needing(8400, 300), needing(8400, 299)], [0, 0, 0, 1]);
  assert.deepEqual([needing(8100), needing(8100, 2000)], [1, 1]);
});

test('recorded hard stops exist, once, with a reason', () => {
  const errors = checkRecordedConditions(illustrativeModel, [
    { conditionId: 'disunity', reason: 'Theo kết luận kiểm tra' },
    { conditionId: 'disunity', reason: 'Lặp lại' },
    { conditionId: 'nope', reason: 'x' },
    { conditionId: 'law-breach', reason: '  ' },
  ]);
  assert.deepEqual(errors, [
    { pointer: '/1/conditionId', code: 'given-twice' },
    { pointer: '/2/conditionId', code: 'unknown' },
    { pointer: '/3/reason', code: 'reason-required' },
  ]);
});

test('the lifecycle: every state can be reached, steps are unambiguous, unlocking wants a reason', () => {
  const reached = new Set(['open', ...assessmentLifecycle.map(({ to }) => to)]);
  assert.deepEqual(
    [...assessmentStatuses].filter((status) => !reached.has(status)),
    [],
  );
  const pairs = assessmentLifecycle.flatMap(({ from, action }) => from.map((status) => `${status} ${action}`));
  assert.equal(new Set(pairs).size, pairs.length);
  const [unlock] = assessmentSteps('locked', ['administrator']);
  assert.deepEqual([unlock?.action, unlock?.needs], ['unlock', ['reason']]);
  assert.deepEqual(assessmentSteps('locked', ['unit-officer', 'appraiser', 'secretariat']), []);
  assert.deepEqual(checkTransition(unlock!, illustrativeModel, { lines: [] }, ' '), [
    { pointer: '/reason', code: 'reason-required' },
  ]);
});
