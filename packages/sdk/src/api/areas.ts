/** Every area with a part in the API: what its contract names as `endpoints`, `events` and `schemas` is the API's. */
export * as accounts from '../accounts/contract.ts';
export * as assessments from '../assessments/contract.ts';
export * as attachments from '../attachments/contract.ts';
export * as audit from '../audit/contract.ts';
export * as cases from '../cases/contract.ts';
export * as drafts from '../drafts/contract.ts';
export * as imports from '../imports/contract.ts';
export * as jobs from '../jobs/contract.ts';
export * as models from '../models/contract.ts';
export * as notices from '../notices/contract.ts';
export * as people from '../people/contract.ts';
export * as plans from '../plans/contract.ts';
export * as rubrics from '../rubrics/contract.ts';
export * as session from '../session/contract.ts';
export * as settings from '../settings/contract.ts';
export * as units from '../units/contract.ts';
export * as webhooks from '../webhooks/contract.ts';
