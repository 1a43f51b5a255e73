import { PgBoss, type Clock, type ConstructorOptions, type Db } from 'pg-boss';
import { brokenUnique, type Database } from '../database/index.ts';

/** The schema in which pg-boss keeps its tables, in the same database as ours. */
export const schema = 'pgboss';

/** Seconds between two looks for jobs whose process was killed or that take too long. */
const superviseInterval = 10;

/**
 * The database as pg-boss uses it: through our pool, because the embedded one has a single connection. Some of its texts
 * have several statements with a transaction of their own, so each text gets a connection that is closed if it fails.
 */
function databaseOf(database: Database): Db {
  return {
    executeSql: (text, values) =>
      database.withClient(async (client) => {
        const result: { rows: unknown[] } | { rows: unknown[] }[] = await client.query(text, values);
        return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows };
      }),
  };
}

/** The clock of the machine, with timers that keep no process from ending that has nothing else to do. */
const clock: Clock = {
  now: () => Date.now(),
  setTimeout: (work, delay) => setTimeout(work, delay).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (work, delay) => setInterval(work, delay).unref(),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};

/**
 * pg-boss on a database. Without LISTEN, which needs a connection for itself alone; without its schedules, because ours
 * (`schedule.ts`) give each run a key; without the upkeep of indexes that a table of this size does not need.
 */
export function createBoss(database: Database, options: Pick<ConstructorOptions, 'superviseIntervalSeconds'> = {}) {
  const interval = options.superviseIntervalSeconds ?? superviseInterval;
  return new PgBoss({
    db: databaseOf(database),
    schema,
    clock,
    superviseIntervalSeconds: interval,
    monitorIntervalSeconds: interval,
    flowIntervalSeconds: 3600,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
  });
}

/** Makes or updates the tables of pg-boss, and a queue for each job that has none yet. */
export async function installQueues(database: Database, names: readonly string[]): Promise<void> {
  const boss = createBoss(database);
  // Whoever calls this gets the error itself; without a listener it would end the process.
  boss.on('error', () => {});
  // Where two servers make the schema at the same moment, one is refused; it is there by then.
  await boss.start().catch((error: unknown) => {
    if (brokenUnique(error) === undefined) throw error;
    return boss.start();
  });
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const name of names) if (!existing.has(name)) await boss.createQueue(name);
  } finally {
    await boss.stop({ graceful: false });
  }
}
