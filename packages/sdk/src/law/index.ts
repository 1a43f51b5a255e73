export type { LegalBasis } from './legal-basis.ts';
export { confidenceNames, confidenceNamesEn } from './names.ts';
