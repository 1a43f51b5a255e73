import { lt } from 'drizzle-orm';
import { noData, type Job } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { deliverJob } from './deliver-job.ts';
import { webhookRoutes } from './routes.ts';
import { deliveries, webhookRecords } from './table.ts';

const kept = 60 * 24 * 60 * 60 * 1000;

export const webhooksArea: Area = {
  routes: webhookRoutes,
  kind: recordKind(webhookRecords),
  jobs: [
    deliverJob as Job,
    {
      name: 'webhooks.delete-old',
      schema: noData,
      schedule: 'hourly',
      run: ({ database, now }) =>
        database.transaction((db) =>
          db.delete(deliveries).where(lt(deliveries.createdAt, new Date(now.getTime() - kept).toISOString())),
        ),
    },
  ],
};
