import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseStep, checkStep, stepsFor } from './steps.ts';
import type { Transition } from './transition.ts';

type Step = Transition<'open' | 'done', 'finish' | 'reopen' | 'note'>;
const lifecycle: readonly Step[] = [
  { from: ['open'], action: 'finish', to: 'done', actors: ['unit-officer', 'secretariat'] },
  { from: ['done'], action: 'reopen', to: 'open', actors: ['secretariat'], needs: ['reason', 'until'] },
  { from: ['open', 'done'], action: 'note', to: 'open', actors: ['inspector'] },
];

test('the steps open to somebody follow the state and the roles', () => {
  const actions = (status: 'open' | 'done', ...roles: Step['actors'][number][]) =>
    stepsFor(lifecycle, status, roles).map(({ action }) => action);
  assert.deepEqual(actions('open', 'unit-officer'), ['finish']);
  assert.deepEqual(actions('open', 'unit-officer', 'inspector'), ['finish', 'note']);
  assert.deepEqual(actions('done', 'unit-officer'), []);
  assert.deepEqual(actions('done', 'secretariat'), ['reopen']);
});

test('a step says which of its fields is missing; white space is not a reason', () => {
  const missing = checkStep(lifecycle[1]!, { action: 'reopen', reason: '  ' });
  assert.deepEqual(missing, [
    { pointer: '/reason', code: 'reason-required' },
    { pointer: '/until', code: 'required' },
  ]);
  const whole = { action: 'reopen', reason: 'Còn việc', until: '2026-12-01' };
  assert.deepEqual(checkStep(lifecycle[1]!, whole), []);
});

test('a request is refused for its state before its actor, and for its actor before its fields', () => {
  const choose = (status: 'open' | 'done', input: { action: string; reason?: string }) =>
    chooseStep(lifecycle, status, input, ['unit-officer']);
  assert.deepEqual(choose('open', { action: 'reopen' }), { refused: 'transition-not-allowed' });
  assert.deepEqual(choose('open', { action: 'jump' }), { refused: 'transition-not-allowed' });
  assert.deepEqual(choose('done', { action: 'reopen' }), { refused: 'forbidden' });
  assert.deepEqual(choose('open', { action: 'finish' }), { step: lifecycle[0] });
  const asked = chooseStep(lifecycle, 'done', { action: 'reopen' }, ['secretariat']);
  assert.equal('refused' in asked && asked.refused, 'validation-failed');
});
