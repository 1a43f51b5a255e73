import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { isRefused, type Outcome } from '../lifecycle/outcome.ts';
import { illustrativeUnit } from '../rubrics/data/illustrative-unit.ts';
import { applyAppraisedLines, applyAssessmentStep, applyOpening, applySelfLines } from './apply.ts';
import { assessmentEvents, type AssessmentEvent } from './events.ts';
import { assessmentActions, assessmentStepEvents } from './lifecycle.ts';
import { visibleAssessment } from './policy.ts';

const rubric = illustrativeUnit;
const subject = { kind: rubric.subject, id: '01993000-0000-7000-8000-000000000007' };
const opening = { rubricId: rubric.id, rubricVersion: rubric.version, subject, period: '2026' };

function done<C>(outcome: Outcome<C, AssessmentEvent>): { changes: C; event: AssessmentEvent } {
  assert.ok(!isRefused(outcome), JSON.stringify(outcome));
  z.parse(assessmentEvents[outcome.event.kind], outcome.event.data);
  return outcome;
}

const { changes: opened } = done(applyOpening(opening, rubric));
/** A line to be answered with yes or no. */
const first = { id: 'plan' };
const value = { met: true };

test('an opened assessment is an empty table with its results; another kind of subject is refused', () => {
  assert.deepEqual([opened.status, opened.lines, opened.results.appraised], ['open', [], null]);
  const wrong = applyOpening({ ...opening, subject: { ...subject, kind: 'model' } }, rubric);
  assert.ok(isRefused(wrong) && wrong.issues?.[0]?.pointer === '/rubricId');
});

test('each side writes its own part and only while the state is theirs', () => {
  const lines = [{ criterionId: first.id, value }];
  const { changes, event } = done(applySelfLines(opened, lines, rubric));
  assert.deepEqual(event.kind, 'assessment.self-scored');
  assert.deepEqual(changes.lines, [{ criterionId: first.id, evidence: [], self: value }]);
  assert.deepEqual(applyAppraisedLines(opened, lines, rubric), { refused: 'transition-not-allowed' });
  const submitted = { ...opened, ...changes, status: 'submitted' } as const;
  const appraised = done(applyAppraisedLines(submitted, lines, rubric));
  assert.deepEqual(appraised.changes.lines, [{ criterionId: first.id, evidence: [], self: value, appraised: value }]);
  assert.deepEqual(applySelfLines(submitted, lines, rubric), { refused: 'transition-not-allowed' });
});

test('the unit does not see the appraiser’s points before the appraisal is handed on; everybody else does', () => {
  const lines = [{ criterionId: first.id, value }];
  const submitted = { ...opened, ...done(applySelfLines(opened, lines, rubric)).changes, status: 'submitted' } as const;
  const record = {
    ...submitted,
    ...done(applyAppraisedLines(submitted, lines, rubric)).changes,
    unitId: subject.id,
  };
  const unit = { roles: ['unit-leader' as const], unitId: subject.id };
  assert.equal(visibleAssessment(record, unit).results.appraised, null);
  assert.deepEqual(visibleAssessment(record, unit).lines, submitted.lines);
  assert.equal(visibleAssessment({ ...record, status: 'appraised' }, unit).results.appraised, record.results.appraised);
  const inspector = { roles: ['unit-leader' as const, 'inspector' as const], unitId: null };
  assert.equal(visibleAssessment(record, inspector), record);
});

test('an incomplete table is not handed in, and says where', () => {
  const outcome = applyAssessmentStep(opened, { action: 'submit' }, { roles: ['unit-officer'], rubric });
  assert.ok(isRefused(outcome) && outcome.refused === 'validation-failed');
  assert.ok(outcome.issues?.every(({ code }) => code === 'incomplete'));
});

test('every step has an event of its own, in the catalogue', () => {
  assert.deepEqual(Object.keys(assessmentStepEvents), [...assessmentActions]);
  for (const kind of Object.values(assessmentStepEvents)) assert.ok(Object.hasOwn(assessmentEvents, kind), kind);
});
