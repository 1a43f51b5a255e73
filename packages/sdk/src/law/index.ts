export type { LegalBasis } from './legal-basis.ts';
