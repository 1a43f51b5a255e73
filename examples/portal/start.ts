/**
 * `pnpm start`: builds what is needed, fills the database once, and serves the portal and the API on one port. Ctrl-C
 * stops it; what was written is there at the next start.
 *
 * | variable | meaning |
 * |---|---|
 * | `PORT`, `HOST` | where to listen, 8080 on this machine only |
 * | `DATABASE_URL` | a PostgreSQL server; an embedded database in `DVK_DATA` without it |
 * | `DVK_DATA` | folder of database, files and key; `.data` |
 * | `DVK_DEMO_SCALE` | size of the demonstration, 1 = as published: 2,071 models, 4,000 cases |
 */
import path from 'node:path';
import {
  address,
  createDemoIssuer,
  createLogger,
  createServer,
  databaseOptions,
  demoCases,
  demoScale,
  findSecretKey,
  keySource,
  listen,
  migrate,
  openDatabase,
  sealEarlierData,
  seedDemo,
  serverOptions,
  type Environment,
} from '@dvk/server';
import { cdnFolder } from './src/build-cdn.ts';
import { explain } from './src/failures.ts';
import { createPortal } from './src/portal.ts';
import { portalAuthenticator } from './src/sign-in.ts';

const root = path.join(import.meta.dirname, '../..');
const given = process.env;
const environment: Environment = {
  ...given,
  DVK_DEMO: '1',
  DVK_DATA: path.resolve(root, given.DVK_DATA || '.data'),
  DVK_TENANT: given.DVK_TENANT || 'demo',
  // The sample data is of Tây Ninh, and a portal takes what lies in its own province; empty: all are taken.
  DVK_PROVINCE: given.DVK_PROVINCE ?? '80',
  DVK_LOG_LEVEL: given.DVK_LOG_LEVEL || 'warn',
};

const starting = () =>
  new Response('Cổng đang khởi động, xin đợi vài giây rồi tải lại.', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '3' },
  });

async function start(): Promise<void> {
  // What it makes is this user's alone.
  process.umask(0o077);
  // A reader that goes away – `pnpm start | head` – must not keep the database from being closed.
  process.stdout.on('error', () => {});
  const stop = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  // The port first: nobody should wait for a build only to read that the port is taken.
  let answer: Parameters<typeof listen>[0] = starting;
  const listening = await listen((request, info) => answer(request, info), address(environment));
  try {
    const cdn = await cdnFolder();
    const { storage, ...options } = await serverOptions(environment);
    const source = keySource(environment);
    const authenticator = portalAuthenticator(await createDemoIssuer(environment));
    const tenant = environment.DVK_TENANT!;
    const database = await openDatabase(databaseOptions(environment));
    try {
      const applied = await migrate(database);
      const { secretKey } = await findSecretKey(database, source);
      await sealEarlierData(database, secretKey, applied);
      const seed = { database, tenant, secretKey, storage: storage!, scale: demoScale(environment) };
      const { seeded, models, cases } = await seedDemo(seed);
      if (seeded) console.log(`Đã tạo dữ liệu mẫu: ${models} mô hình, ${cases} phản ánh, kiến nghị.`);
      const log = createLogger(environment.DVK_LOG_LEVEL);
      const api = createServer({ ...options, tenant, secretKey, storage: storage!, authenticator, database, log });
      const portal = createPortal({ api, cdn, examples: () => demoCases({ database, tenant, secretKey }) });
      answer = (request, { remoteAddress }) => portal.fetch(request, { remoteAddress });
      console.log(`Cổng mẫu đã sẵn sàng / The sample portal is ready: ${listening.url}\nCtrl-C để dừng / to stop.`);
      await stop;
      console.log('\nĐang dừng…');
      const drained = listening.close();
      await api.close();
      await drained;
    } finally {
      await database.close();
    }
  } finally {
    await listening.close();
  }
  console.log('Đã dừng; dữ liệu còn nguyên cho lần sau.');
}

start().catch((error: unknown) => {
  console.error(explain(error, environment));
  process.exitCode = 1;
});
