import { areaJobs } from './areas/index.ts';
import { deleteOldResponses } from './http/idempotency.ts';
import { noData, type Job } from './queue/job.ts';

/** Every background job: those of the areas, and those of the server itself. */
export const serverJobs: readonly Job[] = [
  ...areaJobs,
  {
    name: 'requests.delete-old-responses',
    schema: noData,
    schedule: 'hourly',
    run: ({ database, now }) => database.transaction((db) => deleteOldResponses(db, now)),
  },
  { name: 'database.maintain', schema: noData, schedule: 'hourly', run: ({ database }) => database.maintain() },
];
