export * from '../api/generated/bodies.ts';
export { checkBody, type Constraint } from '../contract/check-body.ts';
export type { FieldIssue } from '../contract/zod-issues.ts';
export { validate } from './validate.ts';
