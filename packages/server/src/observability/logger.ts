import { pino, type Logger } from 'pino';

/**
 * Structured logs on standard output. Log lines name routes, statuses and request ids – no address, no name, no token,
 * no body: what identifies a person stays in the database.
 */
export function createLogger(level = 'info'): Logger {
  return pino({
    level,
    base: { service: 'dvk-server' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { error: describeError },
  });
}

/** Libraries also report errors as plain objects that hold what an error has, as the queue does. */
const isLikeError = (error: unknown): error is Error =>
  error instanceof Error || typeof (error as Partial<Error> | null)?.message === 'string';

/** An error without the values in it: database errors quote rows and parameters in message, detail and query. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!isLikeError(error)) return { type: typeof error };
  const fields = error as Error & { code?: unknown; constraint?: unknown; table?: unknown; routine?: unknown };
  const fromDatabase = typeof fields.routine === 'string' || 'query' in error;
  return {
    type: error.name ?? 'Error',
    ...(fromDatabase ? {} : { message: error.message }),
    code: fields.code,
    constraint: fields.constraint,
    table: fields.table,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
