export {
  endpoint,
  type BodiesOf,
  type Endpoint,
  type EndpointSpec,
  type Method,
  type ReceivedOf,
  type RequestOf,
  type ResponseOf,
  type Shape,
} from './endpoint.ts';
export { operationsOf, type Contract, type Operation, type Operations } from './operations.ts';
export { Actor, historyEndpoint, HistoryEvent } from './history.ts';
export { FieldError, Problem, problems, problemType, type ProblemCode } from './problems.ts';
export { describeFieldError, isFieldErrorCode, type FieldErrorCode, type FieldIssue } from './field-errors.ts';
export { readQuery } from './read-query.ts';
export { fieldIssues, toPointer } from './zod-issues.ts';
export { isSeen, keepsDirection } from './tidy.ts';
export { everyone, roles, staff, unitStaff, type Role } from './roles.ts';
