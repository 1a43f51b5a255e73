import { migrateTables, type Database } from './database/index.ts';
import { installQueues } from './queue/boss.ts';
import { serverJobs } from './server-jobs.ts';

/**
 * Brings the database to this version: its tables, and the queues of background jobs. Several servers may do so at once.
 * Returns the names of the migrations applied now.
 *
 * @throws Error when an applied migration was changed, or when the database is too new for this server.
 */
export async function migrate(database: Database): Promise<string[]> {
  const applied = await migrateTables(database);
  await installQueues(
    database,
    serverJobs.map(({ name }) => name),
  );
  return applied;
}
