import { DrizzleQueryError } from 'drizzle-orm';

interface PostgresError {
  code: string;
  table?: string;
  column?: string;
  constraint?: string;
}

/** An error and what caused it, outermost first. */
function* chain(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

/** The PostgreSQL error behind what drizzle throws, if there is one. */
function postgresError(error: unknown): PostgresError | undefined {
  for (const cause of chain(error)) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) {
      return cause as Error & PostgresError;
    }
  }
  return undefined;
}

/** SQLSTATE of a failed statement. */
export function errorCode(error: unknown): string | undefined {
  return postgresError(error)?.code;
}

/**
 * An error without the statement and its values, which drizzle writes into it, and without those that PostgreSQL quotes: they
 * are personal data.
 */
export function withoutValues(error: unknown): unknown {
  const found = postgresError(error);
  if (found && !isUnavailable(error)) {
    const { code, table, column, constraint } = found;
    return new Error(`The database refused it: ${[code, table, column, constraint].filter(Boolean).join(', ')}`);
  }
  return error instanceof DrizzleQueryError ? error.cause : error;
}

/** The name of the unique constraint that a statement broke. */
export function brokenUnique(error: unknown): string | undefined {
  const found = postgresError(error);
  return found?.code === '23505' ? (found.constraint ?? '') : undefined;
}

/** The database cannot be used at the moment, for a reason found out here and not by PostgreSQL. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** There is no room to store anything more. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

/** serialization_failure, deadlock_detected: the same transaction may go through when run again. */
export function isRepeatable(error: unknown): boolean {
  return /^(40001|40P01)$/.test(errorCode(error) ?? '');
}

/**
 * Classes of SQLSTATE that say nothing about the request: 08 connection, 25006 a standby, 25P03 and 25P04 idle or
 * transaction timeout, 28 and 3D000 not let in (any more), 40 conflicts with others, 53 out of resources, 55P03 and 57014
 * lock or statement timeout, 57P shut down, 58 the system under it.
 */
const unavailableStates = /^(08|25006|25P0[34]|28|3D000|40|53|55P03|57014|57P|58)/;

const networkCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
]);

/** What `pg` says of a connection that is no more; it gives these errors no code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Received unexpected)/;

/** Whether the database cannot be reached or is too busy: trying again later may help. */
export function isUnavailable(error: unknown): boolean {
  if (isStorageFull(error)) return true;
  const state = errorCode(error);
  if (state !== undefined && unavailableStates.test(state)) return true;
  for (const cause of chain(error)) {
    if (cause instanceof DatabaseUnavailable) return true;
    if ('code' in cause && networkCodes.has(String(cause.code))) return true;
    if (lostConnection.test(cause.message)) return true;
  }
  return false;
}

/** Whether something could not be written for want of room: in the database or in a directory of files. */
export function isStorageFull(error: unknown): boolean {
  for (const cause of chain(error)) {
    if (cause instanceof StorageFull) return true;
    if ('code' in cause && /^(53100|ENOSPC|EDQUOT)$/.test(String(cause.code))) return true;
    // A server that cannot extend its log says so in words, with the code of any failed write (58030).
    if (/no space left on device|disk quota exceeded/i.test(cause.message)) return true;
  }
  return false;
}
