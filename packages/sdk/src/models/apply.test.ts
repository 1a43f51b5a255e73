import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import type { Role } from '../contract/roles.ts';
import { isRefused, type Outcome } from '../lifecycle/outcome.ts';
import { unit } from '../units/sample.ts';
import { applyCorrection, applyModelStep, applyRegistration, registeredFields } from './apply.ts';
import { modelEvents, modelStepEvents, type ModelEvent } from './events.ts';
import { modelActions, modelLifecycle } from './lifecycle.ts';
import { registration } from './sample.ts';
import { ModelContent, ModelRegistration, registrationFields } from './schema.ts';

const now = '2026-11-27T02:00:00.000Z';

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

test('a return says what to correct, where and until when; the next step forgets it', () => {
  const remarks = [{ field: 'content/goals', text: 'Nêu số hộ tham gia.' }] as const;
  const context = { roles: ['secretariat', 'unit-officer'] as Role[], concluded: false, now };
  const given = { action: 'return', reason: 'Chưa đủ.', remarks, correctBy: '2026-12-07' } as const;
  const { changes } = done(applyModelStep({ status: 'registered' }, given, context));
  assert.deepEqual(changes, {
    status: 'returned',
    statusReason: 'Chưa đủ.',
    statusSince: now,
    remarks: [...remarks],
    correctBy: '2026-12-07',
  });
  const again = done(applyModelStep(changes, { ...given, action: 'resubmit' }, context)).changes;
  assert.deepEqual([again.status, again.remarks, again.correctBy], ['registered', null, null]);
  const late = applyModelStep({ status: 'registered' }, { ...given, correctBy: '2026-11-26' }, context);
  assert.ok(isRefused(late));
  assert.deepEqual(late.issues?.[0]?.pointer, '/correctBy');
});

test('remarks name the fields of a registration', () => {
  const names = Object.keys(ModelRegistration.shape).filter((name) => name !== 'content');
  const content = Object.keys(ModelContent.shape).map((name) => `content/${name}`);
  for (const field of registrationFields) assert.ok([...names, ...content].includes(field), field);
  for (const field of content) assert.ok((registrationFields as readonly string[]).includes(field), field);
});

test('recognition rests on a concluded assessment', () => {
  const recognise = (concluded: boolean) =>
    applyModelStep({ status: 'appraised' }, { action: 'recognise' }, { roles: ['secretariat'], concluded, now });
  const refused = recognise(false);
  assert.ok(isRefused(refused) && refused.refused === 'transition-not-allowed' && refused.detail);
  assert.deepEqual(done(recognise(true)).changes, {
    status: 'recognised',
    statusReason: null,
    statusSince: now,
    remarks: null,
    correctBy: null,
  });
});

test('every step can be taken by each of its actors and is recorded by an event of the catalogue', () => {
  for (const { from, action, to, actors } of modelLifecycle)
    for (const status of from)
      for (const role of actors) {
        const { changes, event } = done(
          applyModelStep({ status }, { action, reason: 'Lý do' }, { roles: [role], concluded: true, now }),
        );
        assert.equal(changes.status, to);
        assert.equal(event.kind, modelStepEvents[action]);
      }
  assert.deepEqual(Object.keys(modelStepEvents), [...modelActions]);
});
