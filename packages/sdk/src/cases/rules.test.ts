import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseLifecycle, caseStatuses, caseSteps } from './lifecycle.ts';
import { checkStep } from '../lifecycle/steps.ts';
import { timeliness } from './rules.ts';

test('a case on its due instant is on time, one second later it is late', () => {
  assert.equal(timeliness('2026-03-06T17:00:00+07:00', '2026-03-06T10:00:00Z', '2026-03-09T00:00:00Z'), 'on-time');
  assert.equal(timeliness('2026-03-06T17:00:00+07:00', '2026-03-06T10:00:01Z', '2026-03-09T00:00:00Z'), 'late');
  assert.equal(timeliness('2026-03-06T17:00:00+07:00', null, '2026-03-06T10:00:00Z'), 'running');
  assert.equal(timeliness('2026-03-06T17:00:00+07:00', null, '2026-03-06T10:00:01Z'), 'overdue');
});

test('every state but a refusal can be left, and every state can be reached', () => {
  const reached = new Set(caseLifecycle.map((step) => step.to));
  for (const status of caseStatuses) {
    const left = caseLifecycle.some((step) => step.from.includes(status) && step.to !== status);
    assert.equal(left, status !== 'ineligible', status);
    assert.ok(status === 'received' || reached.has(status), status);
  }
});

test('a sender may rate and reopen an answered case and nothing else', () => {
  const actions = caseStatuses.flatMap((status) =>
    caseSteps(status, ['sender']).map((step) => `${status}:${step.action}`),
  );
  assert.deepEqual(actions.sort(), ['answered:rate', 'answered:reopen', 'closed:rate', 'closed:reopen']);
});

test('a step says which of its fields is missing', () => {
  const [refuse] = caseSteps('received', ['secretariat']).filter((step) => step.action === 'refuse');
  assert.deepEqual(checkStep(refuse!, { action: 'refuse' }), [{ pointer: '/reason', code: 'reason-required' }]);
  assert.deepEqual(checkStep(refuse!, { action: 'refuse', reason: 'Không đủ điều kiện' }), []);
  const [answer] = caseSteps('in-progress', ['unit-officer']).filter((step) => step.action === 'answer');
  assert.deepEqual(checkStep(answer!, { action: 'answer' }), [{ pointer: '/answer', code: 'required' }]);
});
