import { sql } from 'drizzle-orm';
import type { BenchLine } from '../../../../scripts/bench.ts';
import { openDatabase } from '../database/index.ts';
import { Keyring } from '../secrets/keyring.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { globalSetup, globalTeardown } from '../testkit/global-setup.ts';
import { testSecretKey } from '../testkit/server.ts';
import { SharedRateLimiter } from './shared-rate-limit.ts';

const rounds = 1000;
const callers = 200;
const noLimit = { burst: 1_000_000, perMinute: 1_000_000 };

/** What each request pays for limits that all servers share, against one question to the database. */
export async function bench(report: (line: BenchLine) => void): Promise<void> {
  await globalSetup();
  const files = await freshDatabase.PostgreSQL();
  const database = await openDatabase(files.options);
  const limiter = new SharedRateLimiter(database, new Keyring(testSecretKey));
  const [counting, asking]: [number[], number[]] = [[], []];
  const timed = async (times: number[], work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  };
  // In turns, so that the machine's other work meets both alike.
  for (let round = 0; round < rounds; round += 1) {
    const caller = `read address 192.0.2.${round % callers}`;
    await timed(counting, () => limiter.take({ tenant: 'bench', caller }, noLimit, Date.now()));
    await timed(asking, () => database.queries.execute(sql`SELECT 1`));
  }
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
  const value = median(counting);
  const baseline = `SELECT 1 (${median(asking).toFixed(2)} ms)`;
  report({ name: 'counting a request for all servers', value, unit: 'ms', baseline, ratio: value / median(asking) });
  await database.close();
  await files.remove();
  await globalTeardown();
}
