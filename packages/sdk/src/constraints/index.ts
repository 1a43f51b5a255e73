export * from '../api/generated/bodies.ts';
export { checkBody, type Constraint } from '../contract/check-body.ts';
export type { FieldIssue } from '../contract/field-errors.ts';
export { validate } from './validate.ts';
