import { createServices } from './create-services.ts';
import type { ServerOptions } from './create-server.ts';
import { createLogger } from './observability/index.ts';
import { startWork } from './queue/work.ts';
import { verifySecretKey } from './secret-key/index.ts';
import { serverJobs } from './server-jobs.ts';

/** A process that does background jobs and answers no requests. */
export interface Worker {
  /** Takes no further job, waits for those that run – ten seconds at most –, then closes the database. */
  close(): Promise<void>;
}

const closeTimeout = 10_000;

/**
 * Does the background jobs of servers created with `work: 'apart'`, on the same PostgreSQL database and with the same
 * options. Several may run; each job is taken by one.
 */
export function createWorker(options: ServerOptions): Worker {
  const { database, tenant, secretKey } = options;
  const services = createServices(options);
  const work = startWork({
    database,
    services,
    tenant: typeof tenant === 'string' ? tenant : null,
    jobs: serverJobs,
    ready: () => verifySecretKey(database, secretKey),
    clock: options.clock ?? (() => new Date()),
    log: options.log ?? createLogger(),
  });
  let closing: Promise<void> | undefined;
  return {
    close() {
      closing ??= work.stop(closeTimeout).then(() => {
        services.mail?.close();
        return database.close();
      });
      return closing;
    },
  };
}
