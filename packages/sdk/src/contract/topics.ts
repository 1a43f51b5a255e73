/**
 * Subjects of a report, as the field-report system of Huế published them for 2019. Here and not among the cases, because units
 * are responsible for them.
 */
export const caseTopics = [
  'urban-order',
  'environment',
  'infrastructure',
  'telecom',
  'public-utilities',
  'tourism',
  'administrative-procedure',
  'other',
] as const;
export type CaseTopic = (typeof caseTopics)[number];
