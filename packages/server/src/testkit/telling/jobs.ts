import type { ServicesOptions } from '../../create-services.ts';
import type { DatabaseOptions } from '../../database/index.ts';
import type { Job } from '../../queue/job.ts';
import { serverJobs } from '../../server-jobs.ts';
import { testSecretKey } from '../server.ts';

/** What a worker is told when it is started. */
export interface TellingOrders {
  database: DatabaseOptions;
  tenant: string;
  mailServer: string;
  /** The time of its clock, RFC 3339. */
  now: string;
}

const names = ['events.announce', 'notices.mail', 'webhooks.deliver'];

/**
 * The jobs as they are, but that one whose process was killed is taken up again after seconds instead of half a minute. How patient a job is
 * stands with it when it is enqueued, so it is changed here, where all of them are.
 */
export const tellingJobs: readonly Job[] = serverJobs.filter(({ name }) => names.includes(name));
for (const job of tellingJobs) Object.assign(job, { heartbeat: 2, retry: { limit: 100, delay: 1 } });

export const tellingServices = ({ mailServer }: Pick<TellingOrders, 'mailServer'>): ServicesOptions => ({
  secretKey: testSecretKey,
  mail: { server: new URL(mailServer), from: 'dvk@tinh.example', links: new URL('https://dvk.tinh.example/') },
  webhookHosts: ['127.0.0.1'],
});
