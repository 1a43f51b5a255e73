import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelStatuses } from './lifecycle.ts';
import { modelNextNames, modelStageNames } from './names.ts';
import { modelStageOf, nextFor } from './next.ts';

const dates = { startDate: '2026-04-01', assessmentDate: '2026-11-30', correctBy: '2026-12-07' };

test('what is due next is one action, for whoever may take it, with its day', () => {
  const returned = { ...dates, status: 'returned' } as const;
  assert.deepEqual(nextFor(returned, '2026-12-01'), { next: 'correct', due: '2026-12-07', urgency: 'in-time' });
  // Two weekdays are left: Friday and Monday.
  assert.equal(nextFor(returned, '2026-12-03').urgency, 'soon');
  assert.equal(nextFor(returned, '2026-12-07').urgency, 'soon');
  assert.equal(nextFor(returned, '2026-12-08').urgency, 'overdue');
  assert.deepEqual(nextFor({ ...returned, correctBy: null }, '2026-12-08'), {
    next: 'correct',
    due: null,
    urgency: null,
  });
  assert.deepEqual(nextFor({ ...dates, status: 'building' }, '2026-11-01'), {
    next: 'begin-self-assessment',
    due: '2026-11-30',
    urgency: 'in-time',
  });
  assert.equal(nextFor({ ...dates, status: 'self-assessing' }, '2026-11-01').next, 'score');
  // Only a leader starts.
  assert.equal(nextFor({ ...dates, status: 'registered' }, '2026-03-01', ['unit-officer']).next, 'wait-registration');
  assert.equal(nextFor({ ...dates, status: 'registered' }, '2026-03-01', ['unit-leader']).next, 'start');
  assert.deepEqual(nextFor({ ...dates, status: 'awaiting-appraisal' }, '2026-12-08'), {
    next: 'wait-appraisal',
    due: null,
    urgency: null,
  });
});

test('soon is as the province has it: its days off, made-up days and limit', () => {
  const returned = { ...dates, status: 'returned' } as const;
  const urgency = (today: string, rules: Parameters<typeof nextFor>[3]) =>
    nextFor(returned, today, undefined, rules).urgency;
  const week = { weekdays: [1, 2, 3, 4, 5], off: [] as string[], worked: [] as string[] };
  // Thursday the third is off in the province: Friday and Monday are left.
  assert.equal(urgency('2026-12-02', {}), 'in-time');
  assert.equal(urgency('2026-12-02', { workWeek: { ...week, off: ['2026-12-03'] } }), 'soon');
  // A Saturday is made up.
  assert.equal(urgency('2026-12-03', { workWeek: { ...week, worked: ['2026-12-05'] } }), 'in-time');
  assert.equal(urgency('2026-12-02', { soonDays: 3 }), 'soon');
  assert.equal(urgency('2026-12-04', { soonDays: 0 }), 'in-time');
  assert.equal(urgency('2026-12-07', { soonDays: 0 }), 'soon');
});

test('every state has a stage, or is over, and words for what is next', () => {
  for (const status of modelStatuses) {
    const stage = modelStageOf(status);
    assert.equal(stage === null, ['withdrawn', 'revoked'].includes(status), status);
    if (stage) assert.ok(modelStageNames[stage]);
    assert.ok(modelNextNames[nextFor({ ...dates, status }, '2026-11-01').next]);
  }
});
