/**
 * The back end behind the contract: one fetch handler over PostgreSQL or an embedded PGlite.
 *
 * @packageDocumentation
 */
export { createServer, type Server, type ServerOptions } from './create-server.ts';
export { createWorker, type Worker } from './create-worker.ts';
export { openDatabase, type Database, type DatabaseOptions, type Queries, type TimeLimits } from './database/index.ts';
export { migrate } from './migrate.ts';
export {
  anonymousOnly,
  ownRoleNames,
  tokenAuthenticator,
  type Authenticator,
  type ClaimNames,
  type IssuerOptions,
  type RoleNames,
  type SignsIn,
  type TokenOptions,
} from './auth/index.ts';
export type { SignInClient, SignInIssuer, SignInOptions } from './sign-in/options.ts';
export { address, databaseOptions, keySource, serverOptions, type Environment } from './config.ts';
export { findSecretKey, verifySecretKey, type KeySource, type SecretKey } from './secret-key/index.ts';
export { StartRefusal, type StartRefusalCode } from './startup/start-refusal.ts';
export {
  directoryStorage,
  memoryStorage,
  openStorage,
  s3Storage,
  type FileStorage,
  type S3Options,
} from './storage/index.ts';
export { parseAnchor, type EventActor, type Sealed, type Verification } from './events/index.ts';
export { anchorLedger, sealEarlierData, sealRecords, verifyRecords, type LedgerOptions } from './ledger.ts';
export { bringUpToDate, type UpToDate } from './bring-up-to-date.ts';
export { importTenant, type ImportedCounts, type ImportOptions } from './import-tenant.ts';
export type * from './areas/generated/imported-data.ts';
export type { HistoryEvent, ImportedFile, ImportedRecord } from './records/imported.ts';
export type { RequestInfo } from './http/app-environment.ts';
export { defaultRateLimits, type RateLimit, type RateLimits } from './http/rate-limit.ts';
export { listen, type Listening } from './listen.ts';
export { nodeListener } from './node-listener.ts';
export { defaultUploadQuotas, type UploadQuota, type UploadQuotas } from './load/upload-quota.ts';
export type { MailOptions } from './mail/mailer.ts';
export { createLogger } from './observability/index.ts';
