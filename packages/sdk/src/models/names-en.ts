import type { ModelAction, ModelStatus } from './lifecycle.ts';
import type { ModelNextKind, ModelStage } from './next.ts';
import type { IntakeKind, ModelField, RegistrantKind } from './schema.ts';

/** The kinds of registrant, in English. */
export const registrantKindNamesEn: Readonly<Record<RegistrantKind, string>> = {
  collective: 'Collective',
  individual: 'Individual',
};

/** Whether a model runs already, in English. */
export const intakeKindNamesEn: Readonly<Record<IntakeKind, string>> = {
  existing: 'Already running',
  new: 'To be built',
};

/** The fields of the movement, in English. */
export const modelFieldNamesEn: Readonly<Record<ModelField, string>> = {
  economy: 'Economy',
  'culture-society': 'Culture and society',
  'defence-security': 'Defence and security',
  'political-system': 'Building the political system',
};

/** The states of a model, in English. */
export const modelStatusNamesEn: Readonly<Record<ModelStatus, string>> = {
  registered: 'Registered',
  returned: 'Returned for completion',
  building: 'Being built',
  'self-assessing': 'Self-assessment',
  'awaiting-appraisal': 'Awaiting appraisal',
  appraised: 'Appraised',
  recognised: 'Recognised',
  'not-recognised': 'Not recognised',
  paused: 'Paused',
  withdrawn: 'Withdrawn',
  revoked: 'Recognition revoked',
};

/** The steps of a model, as they are offered to whom may take them, in English. */
export const modelActionNamesEn: Readonly<Record<ModelAction, string>> = {
  return: 'Return for completion',
  resubmit: 'Send again',
  start: 'Start building',
  'begin-self-assessment': 'Begin self-assessment',
  'submit-for-appraisal': 'Submit for appraisal',
  'record-appraisal': 'Record the appraisal',
  recognise: 'Recognise',
  decline: 'Do not recognise',
  pause: 'Pause',
  resume: 'Resume',
  withdraw: 'Withdraw',
  revoke: 'Revoke recognition',
};

/** The stages of a model, in English. */
export const modelStageNamesEn: Readonly<Record<ModelStage, string>> = {
  register: 'Registration',
  build: 'Building',
  'self-assess': 'Self-assessment',
  appraise: 'Appraisal',
  recognise: 'Recognition',
  exemplary: 'Exemplary',
  replicate: 'Replication',
};

/** What is due next for a model, in English. */
export const modelNextNamesEn: Readonly<Record<ModelNextKind, string>> = {
  correct: 'Correct and send again',
  start: 'Start building',
  'begin-self-assessment': 'Begin self-scoring',
  score: 'Go on scoring',
  resume: 'Resume',
  'wait-registration': 'Awaiting the secretariat’s decision',
  'wait-resumption': 'Awaiting the word to go on',
  'wait-appraisal': 'Awaiting appraisal',
  'wait-recognition': 'Awaiting recognition',
  nothing: 'Nothing to do',
};
