import type { AssessmentAction, AssessmentStatus } from './lifecycle.ts';
import type { AssessmentSubject, ScoredLine } from './schema.ts';

/** The states of an assessment, in English. */
export const assessmentStatusNamesEn: Readonly<Record<AssessmentStatus, string>> = {
  open: 'Self-scoring',
  submitted: 'Awaiting appraisal',
  explaining: 'Awaiting explanation',
  appraised: 'Appraised',
  concluded: 'Concluded',
  locked: 'Locked',
};

/** The steps of an assessment, as they are offered to whom may take them, in English. */
export const assessmentActionNamesEn: Readonly<Record<AssessmentAction, string>> = {
  submit: 'Submit',
  return: 'Return to the unit',
  'ask-explanation': 'Ask for an explanation',
  explain: 'Send explanation',
  appraise: 'Submit the appraisal',
  'reopen-appraisal': 'Appraise again',
  conclude: 'Conclude',
  'reopen-conclusion': 'Reopen conclusion',
  lock: 'Lock',
  unlock: 'Unlock',
};

/** What is scored, in English. */
export const subjectKindNamesEn: Readonly<Record<AssessmentSubject['kind'], string>> = {
  unit: 'Unit',
  model: 'Model',
};

/** The states of a scored line, in English. */
export const lineStateNamesEn: Readonly<Record<ScoredLine['state'], string>> = {
  scored: 'Scored',
  missing: 'Not scored yet',
  'not-applicable': 'Not applicable',
  'no-data': 'No data',
  reserved: 'Scored by the superior',
};
