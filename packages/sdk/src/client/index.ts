export { createBulk, type Bulk, type BulkConfig, type BulkOutcome, type BulkRunOptions } from './bulk.ts';
export { Call, PagedCall, type CallResponse, type Page, type Safe } from './call.ts';
export { clientOf, createClient } from './client.ts';
export type { CallOptions, Client, ClientConfig, ClientMethod, ClientOf, Validate } from './client-over.ts';
export { createLazyClient } from './lazy-client.ts';
export {
  AbortError,
  ClientError,
  ContractError,
  DecodeError,
  isClientError,
  isProblem,
  NetworkError,
  ProblemError,
  TimeoutError,
  TokenError,
  type ErrorContext,
  type Fault,
  type Phase,
} from './errors.ts';
export { fillPath } from './path.ts';
export { exchange, type AttemptEvent, type Exchange, type Send, type Transport } from './transport.ts';
export { fileHeaders } from './file-headers.ts';
export type { Progress } from './upload.ts';
