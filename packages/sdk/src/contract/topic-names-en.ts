import type { CaseTopic } from './topics.ts';

/** The topics of a report, in English. */
export const caseTopicNamesEn: Readonly<Record<CaseTopic, string>> = {
  'urban-order': 'Urban order',
  environment: 'Environment and waste',
  infrastructure: 'Roads and drains',
  telecom: 'Telecommunications',
  'public-utilities': 'Power, water, street lights',
  tourism: 'Tourism and services',
  'administrative-procedure': 'Administrative procedure',
  other: 'Something else',
};
