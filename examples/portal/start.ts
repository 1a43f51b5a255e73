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
import { createDemoIssuer, demoScale, sampleCases, seedDemo } from '@dvk/demo';
import {
  address,
  bringUpToDate,
  createLogger,
  createServer,
  databaseOptions,
  keySource,
  listen,
  openDatabase,
  serverOptions,
  type Environment,
} from '@dvk/server';
import { cdnFolder } from './src/build-cdn.ts';
import { explain } from './src/failures.ts';
import { createPortal } from './src/portal.ts';
import { portalAuthenticator } from './src/sign-in.ts';

const root = path.join(import.meta.dirname, '../..');
const given = process.env;
const data = path.resolve(root, given.DVK_DATA || '.data');
const environment: Environment = {
  ...given,
  DVK_DATA: data,
  // Among the data, so that removing one folder is a fresh start: nothing here is worth a separate place.
  DVK_SECRET_KEY_FILE: given.DVK_SECRET_KEY_FILE || path.join(data, 'secret-key'),
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
    const options = await serverOptions(environment);
    const issuer = await createDemoIssuer(environment);
    const authenticator = portalAuthenticator(issuer);
    const database = await openDatabase(databaseOptions(environment));
    try {
      // A key is made at the first start, whichever database there is.
      const { secretKey } = await bringUpToDate(database, { ...keySource(environment), make: true });
      const { tenant, storage } = options;
      const seeded = await seedDemo({ database, tenant, secretKey, storage, scale: demoScale(environment) });
      if (seeded) console.log(`Đã tạo dữ liệu mẫu: ${seeded.models} mô hình, ${seeded.cases} phản ánh, kiến nghị.`);
      const log = createLogger(environment.DVK_LOG_LEVEL);
      const api = createServer({ ...options, secretKey, authenticator, database, log });
      const portal = createPortal({
        api,
        cdn,
        examples: () => sampleCases({ server: api, issuer, tenant, secretKey }),
      });
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
