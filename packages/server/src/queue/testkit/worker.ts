/** A process that works on deliveries, to be killed. It says when there are none left. */
import { pino } from 'pino';
import { createServices } from '../../create-services.ts';
import { openDatabase, type DatabaseOptions } from '../../database/index.ts';
import { startWork } from '../work.ts';
import type { Job } from '../job.ts';
import { delivery } from './delivery.ts';

const database = await openDatabase(JSON.parse(process.argv[2]!) as DatabaseOptions);
const work = startWork({
  database,
  services: createServices({ secretKey: 'a secret key for tests, long enough' }),
  tenant: 'test',
  jobs: [delivery as Job],
  ready: async () => {},
  clock: () => new Date(),
  log: pino({ level: 'silent' }),
  pace: { poll: 0.5, supervise: 1 },
});
console.log('working');
const look = setInterval(async () => {
  const { rows } = await database.queries.execute("SELECT id FROM pgboss.job WHERE state <> 'completed' LIMIT 1");
  if (rows.length === 0) console.log('nothing left');
}, 300);
process.once('SIGTERM', async () => {
  clearInterval(look);
  await work.stop(5000);
  await database.close();
});
