import { pino } from 'pino';
import { createServices, type ServicesOptions } from '../create-services.ts';
import type { Database } from '../database/index.ts';
import type { JobContext } from '../queue/job.ts';
import { testSecretKey, testTenant } from './server.ts';

/** What a background job of a test's server works with, for a test that runs one itself. */
export function jobContext(
  { database }: { database: Database },
  now: Date,
  { key = '', ...options }: Partial<ServicesOptions> & { key?: string } = {},
): JobContext {
  return {
    database,
    services: createServices({ secretKey: testSecretKey, ...options }),
    tenant: testTenant,
    key,
    now,
    log: pino({ level: 'silent' }),
    signal: AbortSignal.timeout(600_000),
  };
}
