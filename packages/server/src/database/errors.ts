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

/** Whether the database cannot be reached or is too busy: trying again later may help. */
export function isUnavailable(error: unknown): boolean {
  const code = errorCode(error);
  // 08: connection lost, 53: out of resources, 57P: shut down; 55P03 and 57014: lock or statement timeout.
  if (code !== undefined) return /^(08|53|57P|55P03|57014)/.test(code);
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(String(cause.code)))
      return true;
    if (
      /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after calling end)/.test(
        cause.message,
      )
    )
      return true;
  }
  return false;
}
