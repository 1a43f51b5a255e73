import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legalTerms, vietnamCalendar } from '../calendar/index.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import { applyCaseStep, applySubmission, type CaseStepInput } from './apply.ts';
import type { CaseHistoryEntry } from './history-entry.ts';
import { publicView } from './public-view.ts';
import { record as sample, submission } from './sample.ts';
import { stagesOf } from './stages.ts';
import type { CaseActor } from './lifecycle.ts';
import type { Case, GivenAnswer } from './schema.ts';

const deadlines = { calendar: vietnamCalendar, terms: legalTerms };
const unit = { id: sample.unitId!, name: 'UBND phường Mẫu' };

/** A case after some steps, one a day. */
function after(...steps: [CaseStepInput, CaseActor][]): { record: Case; history: CaseHistoryEntry[] } {
  const at = (day: number) => `2026-11-${16 + day}T02:00:00.000Z`;
  const { changes, entry } = applySubmission(submission, { code: sample.code, now: at(0), deadlines });
  let record: Case = { ...sample, ...changes, answer: null, earlierTerms: [] };
  const history = [entry];
  for (const [index, [input, actor]] of steps.entries()) {
    const outcome = applyCaseStep(record, input, { actors: [actor], now: at(index + 1), unit, deadlines, history });
    assert.ok(!isRefused(outcome), input.action);
    const { answer: given, earlierTerms, ...others } = outcome.changes;
    const withFiles = (each: GivenAnswer | null) => each && { ...each, attachments: [] };
    record = {
      ...record,
      ...others,
      ...(given !== undefined && { answer: withFiles(given) }),
      ...(earlierTerms && { earlierTerms: earlierTerms.map((term) => ({ ...term, answer: withFiles(term.answer) })) }),
    };
    history.push(outcome.entry);
  }
  return { record, history };
}

const view = (...steps: [CaseStepInput, CaseActor][]) => {
  const { record, history } = after(...steps);
  return publicView(record, history, { now: '2026-12-01T00:00:00Z', calendar: vietnamCalendar });
};
const shown = (...steps: [CaseStepInput, CaseActor][]) =>
  stagesOf(view(...steps)).map(({ stage, state, step }) => `${stage} ${state}${step ? ` ${step.by}` : ''}`);

const accept: [CaseStepInput, CaseActor] = [{ action: 'accept' }, 'secretariat'];
const assign: [CaseStepInput, CaseActor] = [{ action: 'assign', unitId: unit.id }, 'secretariat'];
const answer: [CaseStepInput, CaseActor] = [{ action: 'answer', answer: 'Đã thu gom.' }, 'unit-officer'];
const reopen: [CaseStepInput, CaseActor] = [{ action: 'reopen', reason: 'Rác lại đầy.' }, 'sender'];

test('a case goes through five stages, each with the step that led there and who took it', () => {
  assert.deepEqual(shown(), [
    'received now sender',
    'accepted next',
    'in-progress next',
    'answered next',
    'closed next',
  ]);
  assert.deepEqual(shown(accept, assign, answer), [
    'received done sender',
    'accepted done office',
    'in-progress done office',
    'answered now unit',
    'closed next',
  ]);
  // The office may pass a case on at once.
  assert.equal(shown(assign)[1], 'accepted done');
  assert.deepEqual(shown([{ action: 'refuse', reason: 'Việc của tòa án.' }, 'secretariat']), [
    'received done sender',
    'ineligible now office',
  ]);
});

test('with a closed case nothing is under way any more', () => {
  const { record, history } = after(accept, assign, answer, [{ action: 'close' }, 'secretariat']);
  const found = publicView(record, history, { now: '2026-12-01T00:00:00Z', calendar: vietnamCalendar });
  assert.deepEqual(new Set(stagesOf(found).map(({ state }) => state)), new Set(['done']));
});

test('a reopened case begins again, and tells of the term before with its own timeliness', () => {
  assert.deepEqual(shown(accept, assign, answer, reopen), ['reopened now sender', 'answered next', 'closed next']);
  assert.deepEqual(shown(accept, assign, answer, reopen, assign)[0], 'reopened now sender');
  assert.deepEqual(shown(accept, assign, answer, reopen, assign, answer)[1], 'answered now unit');
  const { earlierTerms, receivedAt, extended, steps } = view(accept, assign, answer, reopen);
  const [term] = earlierTerms;
  assert.deepEqual(
    { ...term, answer: term?.answer?.text, dueAt: undefined },
    { startedAt: receivedAt, dueAt: undefined, extended: false, answer: 'Đã thu gom.', timeliness: 'on-time' },
  );
  assert.equal(extended, false);
  assert.equal(steps.at(-1)?.note, 'Rác lại đầy.');
});

test('what the office does is not told as the unit’s', () => {
  const { steps } = view(accept, assign, [
    { action: 'extend', reason: 'Cần đo đạc', until: '2026-12-04' },
    'secretariat',
  ]);
  assert.deepEqual(
    steps.map(({ action, by, unitName }) => [action, by, unitName]),
    [
      ['receive', 'sender', null],
      ['accept', 'office', null],
      ['assign', 'office', unit.name],
      ['extend', 'office', null],
    ],
  );
});
