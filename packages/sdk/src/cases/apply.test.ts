import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { legalTerms } from '../calendar/legal-terms.ts';
import { vietnamCalendar } from '../calendar/vietnam.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import { record, submission } from './sample.ts';
import { applyCaseStep, applySubmission, type CaseRecord, type CaseStepContext, type CaseStepInput } from './apply.ts';
import { caseEvents } from './events.ts';
import { caseActions, caseStepEvents } from './lifecycle.ts';

const deadlines = { calendar: vietnamCalendar, terms: legalTerms };
const now = '2026-11-20T02:00:00.000Z';
const secretariat: CaseStepContext = { actors: ['secretariat'], now, deadlines, history: [] };

function taken(input: CaseStepInput, context: Partial<CaseStepContext> = {}, before: CaseRecord = record) {
  const outcome = applyCaseStep(before, input, { ...secretariat, ...context });
  assert.ok(!isRefused(outcome), JSON.stringify(outcome));
  z.parse(caseEvents[outcome.event.kind], outcome.event.data);
  return outcome;
}

test('what is sent begins a case, and its contact data stays apart', () => {
  const { changes, sender, event, entry } = applySubmission(submission, { code: 'PA-261120-0001-A', now, deadlines });
  assert.equal(changes.status, 'received');
  assert.ok(!JSON.stringify(changes).includes('Nguyễn Văn A'));
  assert.deepEqual(sender, { name: 'Nguyễn Văn A', phone: null, email: null });
  assert.equal(event.kind, 'case.received');
  z.parse(caseEvents['case.received'], event.data);
  assert.deepEqual(entry, { action: 'receive', status: 'received', at: now, by: 'sender', unitName: null, note: null });
  const { senderName: _, ...nameless } = submission;
  assert.equal(applySubmission(nameless, { code: 'PA-261120-0001-A', now, deadlines }).sender, null);
});

test('an extension keeps its reason and moves the due date to the end of its day', () => {
  const before = { ...record, dueAt: '2026-11-25T16:59:59.999Z', receivedAt: '2026-11-18T01:00:00Z' };
  const input = { action: 'extend', until: '2026-11-27', reason: 'Cần đo đạc lại' } as const;
  const { changes, event, entry } = taken(input, {}, before);
  assert.deepEqual(changes.extensions, [{ until: '2026-11-27', reason: 'Cần đo đạc lại', at: now }]);
  assert.equal(changes.dueAt, '2026-11-27T16:59:59.999Z');
  assert.equal(event.kind, 'case.extended');
  assert.equal(entry.note, 'Cần đo đạc lại');
  assert.deepEqual([entry.by, entry.unitName], ['office', null], 'the office extends, whichever unit has the case');
});

const refusalOf = (input: CaseStepInput, context: Partial<CaseStepContext>, before: CaseRecord = record) => {
  const outcome = applyCaseStep(before, input, { ...secretariat, ...context });
  return isRefused(outcome) ? [outcome.refused, outcome.issues?.[0]?.code] : undefined;
};

test('a unit asks for an extension, which the office grants as it was asked for, or declines', () => {
  const unit = { actors: ['unit-officer'] } as const;
  const before = { ...record, dueAt: '2026-11-25T16:59:59.999Z', receivedAt: '2026-11-18T01:00:00Z' };
  const input = { action: 'request-extension', until: '2026-11-27', reason: 'Chờ số đo' } as const;
  assert.deepEqual(refusalOf({ ...input, until: '2027-11-27' }, unit, before), [
    'validation-failed',
    'extension-too-long',
  ]);
  const asked = taken(input, unit, before);
  assert.deepEqual(asked.changes.extensionRequest, { until: '2026-11-27', reason: 'Chờ số đo', at: now });
  assert.equal(asked.changes.dueAt, undefined, 'nothing is extended yet');
  assert.deepEqual([asked.entry.by, asked.entry.note, asked.entry.innerNote], ['unit', null, 'Chờ số đo']);
  const waiting = { ...before, ...asked.changes };
  assert.deepEqual(refusalOf(input, unit, waiting), ['transition-not-allowed', undefined]);
  assert.deepEqual(refusalOf({ action: 'extend' }, unit, waiting), ['forbidden', undefined]);

  const granted = taken({ action: 'extend' }, {}, waiting);
  assert.deepEqual(
    [granted.changes.dueAt, granted.changes.extensionRequest, granted.entry.note],
    ['2026-11-27T16:59:59.999Z', null, 'Chờ số đo'],
  );
  const sooner = taken({ action: 'extend', until: '2026-11-26' }, {}, waiting);
  assert.equal(sooner.changes.dueAt, '2026-11-26T16:59:59.999Z');
  assert.deepEqual(refusalOf({ action: 'extend' }, {}, before), ['validation-failed', 'reason-required']);

  const declined = taken({ action: 'decline-extension', reason: 'Còn đủ thời gian' }, {}, waiting);
  assert.deepEqual([declined.changes.extensionRequest, declined.changes.dueAt], [null, undefined]);
  assert.deepEqual(refusalOf({ action: 'decline-extension', reason: 'x' }, {}, before), [
    'transition-not-allowed',
    undefined,
  ]);
});

test('a unit sends back what it is not competent for; the history keeps that it had the case', () => {
  const input = { action: 'send-back', reason: 'Thuộc Sở Xây dựng' } as const;
  assert.deepEqual(refusalOf(input, {}), ['forbidden', undefined]);
  const { changes, event, entry } = taken(input, { actors: ['unit-officer'] });
  assert.deepEqual([changes.status, changes.unitId, changes.unitName], ['accepted', null, null]);
  assert.equal('unitId' in event.data && event.data.unitId, record.unitId);
  assert.deepEqual(
    [entry.unitName, entry.by, entry.note, entry.innerNote],
    [record.unitName, 'unit', null, 'Thuộc Sở Xây dựng'],
  );
});

test('the office recalls a case only as long as the unit has done nothing with it', () => {
  const assigned = { action: 'assign', at: now } as const;
  const { changes, entry } = taken({ action: 'recall' }, { history: [assigned] });
  assert.deepEqual([changes.status, changes.unitId], ['accepted', null]);
  assert.deepEqual([entry.by, entry.unitName], ['office', record.unitName]);
  const worked = [assigned, { action: 'request-extension', at: now }] as const;
  assert.deepEqual(refusalOf({ action: 'recall' }, { history: worked }), ['transition-not-allowed', undefined]);
});

test('an answer names who gave it, and how far the matter is solved', () => {
  const input = { action: 'answer', answer: 'Đã sửa một nửa.', solution: 'part' } as const;
  const byUnit = taken(input, { actors: ['unit-officer'] });
  assert.deepEqual(byUnit.changes.answer, {
    text: 'Đã sửa một nửa.',
    at: now,
    unitName: record.unitName,
    solution: 'part',
  });
  const byOffice = taken({ action: 'answer', answer: 'Đã trả lời.' });
  assert.deepEqual([byOffice.changes.answer?.unitName, byOffice.changes.answer?.solution], ['Bộ phận tiếp nhận', null]);
  assert.deepEqual([byOffice.entry.by, byOffice.entry.unitName], ['office', null]);
});

test('a case is assigned only to a unit that exists', () => {
  const input = { action: 'assign', unitId: '01993000-0000-7000-8000-000000000009' } as const;
  const outcome = applyCaseStep(record, input, secretariat);
  assert.deepEqual(outcome, { refused: 'validation-failed', issues: [{ pointer: '/unitId', code: 'unknown' }] });
  const unit = { id: input.unitId, name: 'Sở Mẫu' };
  const { changes, entry } = taken(input, { unit });
  assert.deepEqual([changes.unitId, changes.unitName, entry.unitName], [unit.id, unit.name, unit.name]);
});

test('a rating leaves the reason that stands; a reopening begins a new term and forgets the answer’s time', () => {
  const answered = { ...record, status: 'answered', statusReason: 'cũ' } as const;
  const rated = taken({ action: 'rate', rating: { solved: 5, attitude: 4 } }, { actors: ['sender'] }, answered);
  assert.deepEqual([rated.changes.status, rated.changes.statusReason], ['answered', 'cũ']);
  const { changes, entry } = taken({ action: 'reopen', reason: 'Chưa xong' }, { actors: ['sender'] }, answered);
  assert.deepEqual([changes.status, changes.answeredAt, changes.reopenCount], ['reopened', null, 1]);
  assert.ok(changes.dueAt! > now);
  assert.equal(entry.unitName, null);
});

test('what is written about a matter is in no event', () => {
  const { event } = taken({ action: 'answer', answer: 'Gọi số 0912345678' });
  assert.ok(!JSON.stringify(event).includes('0912345678'));
});

test('every step has an event of its own, in the catalogue', () => {
  for (const action of caseActions) assert.ok(Object.hasOwn(caseEvents, caseStepEvents[action]), action);
  assert.equal(new Set(Object.values(caseStepEvents)).size, caseActions.length);
});
