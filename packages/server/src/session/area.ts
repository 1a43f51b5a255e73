import { noData } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { deleteEndedSessions } from '../sign-in/sessions.ts';
import { sessionRoutes } from './routes.ts';

export const sessionArea: Area = {
  routes: sessionRoutes,
  jobs: [
    {
      name: 'session.delete-ended',
      schema: noData,
      schedule: 'hourly',
      run: ({ database, now }) => database.transaction((db) => deleteEndedSessions(db, now)),
    },
  ],
};
