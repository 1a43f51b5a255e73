/** A process that lets people and systems know of events – announcements, letters, webhooks –, to be killed. */
import { pino } from 'pino';
import { createServices } from '../../create-services.ts';
import { openDatabase } from '../../database/index.ts';
import { startWork } from '../../queue/work.ts';
import { tellingJobs, tellingServices, type TellingOrders } from './jobs.ts';

const orders = JSON.parse(process.argv[2]!) as TellingOrders;
const database = await openDatabase(orders.database);
const services = createServices(tellingServices(orders));
const work = startWork({
  database,
  services,
  tenant: orders.tenant,
  jobs: tellingJobs,
  ready: async () => {},
  clock: () => new Date(orders.now),
  log: pino({ level: 'silent' }),
  pace: { poll: 0.5, supervise: 1 },
});
console.log('working');
process.once('SIGTERM', async () => {
  await work.stop(10_000);
  services.mail?.close();
  await database.close();
});
