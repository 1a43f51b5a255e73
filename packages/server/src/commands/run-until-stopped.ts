import type { Logger } from 'pino';
import { bringUpToDate } from '../bring-up-to-date.ts';
import { databaseOptions, keySource, serverOptions, type Environment } from '../config.ts';
import type { ServerOptions } from '../create-server.ts';
import { openDatabase } from '../database/index.ts';
import { createLogger } from '../observability/index.ts';
import { beginWithFewArenas } from '../startup/few-arenas.ts';

/** How long stopping may take, in milliseconds; then the process ends all the same. Longer than all that it waits for may take. */
const stopTimeout = 25_000;

/** Waits until the process is told to stop; gives the signal. */
export async function stopSignal(log: Logger): Promise<NodeJS.Signals> {
  // Waiting for a signal keeps no process from ending.
  const alive = setInterval(() => {}, 60_000);
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearInterval(alive);
  log.info({ signal }, 'stopping');
  return signal;
}

/** Ends the process after the time that stopping may take, whatever it waits for. */
export function endInTime(log: Logger): void {
  setTimeout(() => {
    log.error('gave up waiting for the database; what was acknowledged is safe');
    process.exit(1);
  }, stopTimeout).unref();
}

/** Runs a server, or what works for one, on its database until `run` ends. */
export async function withServerDatabase(
  environment: Environment,
  run: (options: ServerOptions & { log: Logger }) => Promise<void>,
): Promise<void> {
  beginWithFewArenas(environment);
  const log = createLogger(environment.DVK_LOG_LEVEL || 'info');
  const options = await serverOptions(environment);
  if (environment.DVK_ISSUER && !environment.DVK_ROLE_NAMES) {
    log.warn(
      'DVK_ROLE_NAMES is not set: whatever roles a token names, it gives none; roles come from the list of people alone',
    );
  }
  const source = keySource(environment);
  const database = await openDatabase(databaseOptions(environment));
  try {
    const { secretKey, file, advice } = await bringUpToDate(database, source);
    log.info({ database: database.description }, 'database open');
    for (const sentence of advice) log.warn({ file }, sentence);
    await run({ ...options, secretKey, database, log });
  } finally {
    await database.close();
  }
  log.info('stopped');
}
