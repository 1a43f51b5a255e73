export * from './schema.ts';
export { MAX_DEPTH, MAX_NODES } from './limits.ts';
export { rubrics } from './contract.ts';
