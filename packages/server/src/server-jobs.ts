import { announceJob } from './announce.ts';
import { areaJobs } from './areas/index.ts';
import { keepAnchor, takeAnchor } from './events/index.ts';
import { deleteOldResponses } from './http/idempotency.ts';
import { deleteOldBuckets } from './http/shared-rate-limit.ts';
import { noData, type Job } from './queue/job.ts';

/** Every background job: those of the areas, and those of the server itself. */
export const serverJobs: readonly Job[] = [
  ...areaJobs,
  announceJob as Job,
  {
    name: 'requests.delete-old-responses',
    schema: noData,
    schedule: 'hourly',
    run: ({ database, now }) => database.transaction((db) => deleteOldResponses(db, now)),
  },
  {
    name: 'requests.delete-old-limits',
    schema: noData,
    schedule: 'hourly',
    run: ({ database, now }) => database.transaction((db) => deleteOldBuckets(db, now)),
  },
  {
    name: 'ledger.anchor',
    schema: noData,
    schedule: { daily: '00:30' },
    async run({ database, services: { anchorDirectory, keyring }, tenant, now }) {
      if (anchorDirectory === undefined || tenant === null) return;
      await keepAnchor(anchorDirectory, await takeAnchor(database.queries, keyring, tenant, now));
    },
  },
  { name: 'database.maintain', schema: noData, schedule: 'hourly', run: ({ database }) => database.maintain() },
];
