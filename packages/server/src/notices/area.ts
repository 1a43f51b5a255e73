import type { Queries } from '../database/index.ts';
import { noData, type Job } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { people } from '../people/table.ts';
import { tellOfDay } from './daily.ts';
import { deleteOldNotices } from './delete-old.ts';
import { mailJob } from './mail-job.ts';
import { noticeRoutes } from './routes.ts';
import { noticeReaders } from './table.ts';

/** The tenants in which anybody is known who could be reminded. */
async function tenantsWithStaff(db: Queries): Promise<Iterable<string>> {
  const listed = await db.selectDistinct({ tenant: people.tenant }).from(people);
  const seen = await db.selectDistinct({ tenant: noticeReaders.tenant }).from(noticeReaders);
  return new Set([...listed, ...seen].map(({ tenant }) => tenant));
}

export const noticesArea: Area = {
  routes: noticeRoutes,
  jobs: [
    mailJob as Job,
    {
      name: 'notices.daily',
      schema: noData,
      schedule: { daily: '07:00' },
      async run({ database, services, tenant, now: at }) {
        const now = at.toISOString();
        for (const each of tenant === null ? await tenantsWithStaff(database.queries) : [tenant])
          await database.transaction((db) => tellOfDay({ db, tenant: each, now, services }));
      },
    },
    {
      name: 'notices.delete-old',
      schema: noData,
      schedule: 'hourly',
      run: ({ database, now }) => database.transaction((db) => deleteOldNotices(db, now.toISOString())),
    },
  ],
};
