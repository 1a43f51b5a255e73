export { Draft, DraftBody, draftDays, DraftSummary, maxDrafts } from './schema.ts';
export { endpoints as drafts } from './contract.ts';
