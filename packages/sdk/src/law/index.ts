export { isInForce } from './in-force.ts';
export { LegalBasis } from './legal-basis.ts';
export { confidenceNamesEn } from './names-en.ts';
export { confidenceNames } from './names.ts';
