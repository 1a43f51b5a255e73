interface PostgresError {
  code: string;
  constraint?: string;
}

/** The PostgreSQL error behind what drizzle throws, if there is one. */
function postgresError(error: unknown): PostgresError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
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

/** The name of the unique constraint that a statement broke. */
export function brokenUnique(error: unknown): string | undefined {
  const found = postgresError(error);
  return found?.code === '23505' ? (found.constraint ?? '') : undefined;
}
