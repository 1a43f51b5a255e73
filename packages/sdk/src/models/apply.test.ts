import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { isRefused, type Outcome } from '../lifecycle/outcome.ts';
import { unit } from '../units/sample.ts';
import { applyCorrection, applyModelStep, applyRegistration, registeredFields } from './apply.ts';
import { modelEvents, modelStepEvents, type ModelEvent } from './events.ts';
import { modelActions, modelLifecycle } from './lifecycle.ts';
import { registration } from './sample.ts';

function done<C>(outcome: Outcome<C, ModelEvent>): { changes: C; event: ModelEvent } {
  assert.ok(!isRefused(outcome), JSON.stringify(outcome));
  z.parse(modelEvents[outcome.event.kind], outcome.event.data);
  return outcome;
}

test('a registration begins a model under the name of its unit; what is not filled in is null', () => {
  const { changes, event } = done(applyRegistration(registration, { unit, code: 'MH-261120-0001-A' }));
  assert.deepEqual([changes.status, changes.unitId, changes.unitName], ['registered', unit.id, unit.name]);
  assert.equal(changes.address, registration.address ?? null);
  assert.deepEqual(event, { kind: 'model.registered', data: { to: 'registered', code: 'MH-261120-0001-A' } });
});

test('a correction names the fields it changed and nothing of what stands in them', () => {
  const before = { ...registeredFields(registration, unit), status: 'returned' } as const;
  const corrected = { ...registration, name: 'Tên mới của mô hình', budget: 5 };
  const { event } = done(applyCorrection(before, corrected, { unit }));
  assert.deepEqual(event, { kind: 'model.corrected', data: { fields: ['name', 'budget'] } });
  assert.deepEqual(applyCorrection({ ...before, status: 'building' }, corrected, { unit }), {
    refused: 'transition-not-allowed',
  });
});

test('recognition rests on a concluded assessment', () => {
  const recognise = (concluded: boolean) =>
    applyModelStep({ status: 'appraised' }, { action: 'recognise' }, { roles: ['secretariat'], concluded });
  const refused = recognise(false);
  assert.ok(isRefused(refused) && refused.refused === 'transition-not-allowed' && refused.detail);
  assert.deepEqual(done(recognise(true)).changes, { status: 'recognised', statusReason: null });
});

test('every step can be taken by each of its actors and is recorded by an event of the catalogue', () => {
  for (const { from, action, to, actors } of modelLifecycle)
    for (const status of from)
      for (const role of actors) {
        const { changes, event } = done(
          applyModelStep({ status }, { action, reason: 'Lý do' }, { roles: [role], concluded: true }),
        );
        assert.equal(changes.status, to);
        assert.equal(event.kind, modelStepEvents[action]);
      }
  assert.deepEqual(Object.keys(modelStepEvents), [...modelActions]);
});
