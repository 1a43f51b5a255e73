export * from './schema.ts';
export { MAX_DEPTH, MAX_NODES } from './limits.ts';
export { freezeRubric } from './frozen.ts';
export { formatPoints } from './points.ts';
export { rubrics } from './contract.ts';
