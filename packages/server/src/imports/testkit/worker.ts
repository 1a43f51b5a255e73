/** A process that carries imports out, to be killed. It says how far it is, and when there is nothing left. */
import { pino } from 'pino';
import { createServices } from '../../create-services.ts';
import { openDatabase, type DatabaseOptions } from '../../database/index.ts';
import type { Job } from '../../queue/job.ts';
import { startWork } from '../../queue/work.ts';
import { carryOutJob } from '../job.ts';

const database = await openDatabase(JSON.parse(process.argv[2]!) as DatabaseOptions);
const work = startWork({
  database,
  services: createServices({ secretKey: 'a secret key for tests, long enough' }),
  tenant: 'test',
  jobs: [carryOutJob as Job],
  ready: async () => {},
  clock: () => new Date('2026-11-30T02:00:00Z'),
  log: pino(pino.destination({ fd: 1, sync: true })),
  pace: { poll: 0.5, supervise: 1 },
});
console.log('working');
const look = setInterval(async () => {
  const { rows } = await database.queries.execute(
    "SELECT id FROM pgboss.job WHERE name = 'imports.carry-out' AND state <> 'completed' LIMIT 1",
  );
  if (rows.length === 0) console.log('nothing left');
}, 300);
process.once('SIGTERM', async () => {
  clearInterval(look);
  await work.stop(5000);
  await database.close();
});
