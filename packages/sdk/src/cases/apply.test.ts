import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { legalTerms } from '../calendar/legal-terms.ts';
import { vietnamCalendar } from '../calendar/vietnam.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import { record, submission } from './sample.ts';
import { applyCaseStep, applySubmission, type CaseStepContext, type CaseStepInput } from './apply.ts';
import { caseEvents, caseStepEvents } from './events.ts';
import { caseActions } from './lifecycle.ts';

const deadlines = { calendar: vietnamCalendar, terms: legalTerms };
const now = '2026-11-20T02:00:00.000Z';
const secretariat: CaseStepContext = { actors: ['secretariat'], now, deadlines, history: [] };

function taken(input: CaseStepInput, context: Partial<CaseStepContext> = {}, before = record) {
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
