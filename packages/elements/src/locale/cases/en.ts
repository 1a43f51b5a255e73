import {
  caseKindNamesEn,
  caseStatusNamesEn,
  caseStepNamesEn,
  caseTopicNamesEn,
  timelinessNamesEn,
} from '@dvk/sdk/cases';
import type { cases as vi } from './vi.ts';

export const cases: typeof vi = {
  link: 'Keep among mine',
  linkHint:
    'You can see it on any device when signed in, without the secret. Nobody who handles it learns who keeps it.',
  kinds: caseKindNamesEn,
  topics: caseTopicNamesEn,
  statuses: caseStatusNamesEn,
  steps: caseStepNamesEn,
  timeliness: timelinessNamesEn,
  due: 'Due',
  dueHow: 'How was this date worked out?',
  dueProvisional: 'Provisional: the holidays of this year are not yet announced.',
  extended: 'extended',
  unit: 'Responsible unit',
  answer: 'Answer',
};
