export { isInForce } from './in-force.ts';
export { LegalBasis } from './legal-basis.ts';
export { confidenceNames, confidenceNamesEn } from './names.ts';
