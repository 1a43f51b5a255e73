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

test('every state has a stage, or is over, and words for what is next', () => {
  for (const status of modelStatuses) {
    const stage = modelStageOf(status);
    assert.equal(stage === null, ['withdrawn', 'revoked'].includes(status), status);
    if (stage) assert.ok(modelStageNames[stage]);
    assert.ok(modelNextNames[nextFor({ ...dates, status }, '2026-11-01').next]);
  }
});
