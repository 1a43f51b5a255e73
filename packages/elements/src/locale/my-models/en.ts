import { modelNextNamesEn, modelStageNamesEn, modelStatusNamesEn } from '@dvk/sdk/models';
import { registrationForm } from '../registration-form/en.ts';
import type { myModels as vi } from './vi.ts';

/** Texts of the list of a unit's models. */
export const myModels: typeof vi = {
  title: 'Models of my unit',
  register: 'Register a new model',
  tabs: 'Models by state',
  tab: {
    all: 'All',
    due: 'To do',
    drafts: 'Drafts',
    running: 'Under way',
    recognised: 'Recognised',
  },
  list: 'List of models',
  statuses: modelStatusNamesEn,
  nexts: modelNextNamesEn,
  stages: modelStageNamesEn,
  stage: (at, all, name) => `Stage ${at} of ${all}: ${name}`,
  stagesOf: (name) => `Stages of the model ${name}`,
  until: (what, day) => `${what}: by the end of ${day}`,
  overdue: (what, day) => `${what}: overdue since ${day}`,
  toCorrect: (count) => (count > 0 ? `${count} ${count === 1 ? 'item' : 'items'} to correct` : 'To be corrected'),
  returned: 'To be corrected:',
  labels: registrationForm.labels,
  goTo: (item) => `Go to ${item}`,
  view: 'View the sheet',
  edit: 'View or correct',
  correct: 'Correct and send again',
  moveOn: (name, step) => `The model “${name}” takes a new step: ${step}. The step is recorded in its history.`,
  moved: (name, status) => `The model “${name}”: ${status}.`,
  draft: 'Draft',
  unnamed: 'No name yet',
  draftSaved: (when) => `Draft saved at ${when}; you can go on with it on another machine`,
  draftHere: (when) => `Draft saved at ${when}, on this machine only`,
  continue: 'Continue',
  shown: (shown, total) => `${shown} of ${total} models and drafts`,
  draftsPrivate: 'Drafts are kept on the server; only you see them.',
  none: 'Your unit has no models yet. Choose “Register a new model” to begin.',
  noneHere: 'No models here.',
  noDrafts: 'No drafts.',
};
