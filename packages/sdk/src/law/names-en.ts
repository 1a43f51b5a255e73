import type { LegalBasis } from './legal-basis.ts';

/** How sure a legal basis is, in English. */
export const confidenceNamesEn: Readonly<Record<LegalBasis['confidence'], string>> = {
  published: 'As published',
  secondary: 'From a secondary source',
  'from-memory': 'To be checked against the text before use',
  illustrative: 'Illustration – not an issued text',
};
