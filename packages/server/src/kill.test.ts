import assert from 'node:assert/strict';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import type { CaseReceipt } from '@dvk/sdk/cases';
import { createClient, type Client } from '@dvk/sdk/client';
import { sql } from 'drizzle-orm';
import { openDatabase, type DatabaseOptions } from './database/index.ts';
import { addressOf, runCli, startCli, type CliProcess } from './testkit/cli-process.ts';
import { onBothEngines, type TestDatabase } from './testkit/engines.ts';
import { freePort } from './testkit/free-port.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { testSecretKey } from './testkit/server.ts';

const reports = 1000;
/** As many at once, so that each kill meets requests in every stage of being carried out. */
const senders = 16;
/** The server is killed when so many reports have been acknowledged. */
const kills = [300, 700];

function environmentOf(options: DatabaseOptions): Record<string, string> {
  if ('url' in options) return { DATABASE_URL: options.url };
  if ('directory' in options) return { DVK_DATA: dirname(options.directory) };
  throw new Error('A database in memory does not outlive its server');
}

const titleOf = (number: number) => `Phản ánh số ${number}`;

onBothEngines('a server killed in the middle of 1,000 reports', (_engine, create) => {
  let files: TestDatabase;
  let environment: Record<string, string>;
  let server: CliProcess;
  let client: Client;
  /** What the client was told, by number of the report. */
  const receipts = new Map<number, CaseReceipt>();
  let sentAgain = 0;

  async function start(): Promise<void> {
    server = startCli(['serve'], environment);
    await addressOf(server);
  }

  async function killAndRestart(): Promise<void> {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    assert.equal(server.signalCode, 'SIGKILL');
    await start();
  }

  const send = (number: number) =>
    client.cases.create(
      { body: sampleSubmission({ title: titleOf(number) }) },
      {
        idempotencyKey: `report-${number}`,
        // Each comes from an address of its own: the limit of reports from one address is not what is tested here.
        headers: { 'x-forwarded-for': `10.0.${number >> 8}.${number & 255}` },
      },
    );

  before(async () => {
    files = await create();
    const port = String(await freePort());
    environment = {
      ...environmentOf(files.options),
      PORT: port,
      DVK_SECRET_KEY: testSecretKey,
      DVK_TRUSTED_PROXIES: '1',
    };
    await start();
    client = createClient({
      baseUrl: `http://127.0.0.1:${port}`,
      maxRetries: 60,
      timeout: 120_000,
      logger: ({ attempt }) => {
        if (attempt > 1) sentAgain += 1;
      },
    });
  });
  after(async () => {
    server.kill('SIGKILL');
    await files.remove();
  });

  test('the client goes on, and every report is acknowledged', async (t) => {
    const pending = [...kills];
    let restarted: Promise<void> = Promise.resolve();
    let next = 0;
    const sender = async () => {
      while (next < reports) {
        const number = next++;
        receipts.set(number, await send(number));
        if (pending.length === 0 || receipts.size < pending[0]!) continue;
        pending.shift();
        restarted = killAndRestart();
      }
    };
    await Promise.all(Array.from({ length: senders }, sender));
    await restarted;
    assert.deepEqual(pending, []);
    assert.equal(receipts.size, reports);
    assert.ok(sentAgain >= kills.length, 'each kill interrupted something');
    t.diagnostic(`${kills.length} kills, ${sentAgain} sendings repeated`);
  });

  test('a receipt given before a kill is given again, and opens its case', async () => {
    for (let number = 0; number < reports; number += 50) {
      const receipt = receipts.get(number)!;
      assert.deepEqual(await send(number), receipt);
      const { code, secret } = receipt;
      const followed = await client.cases.track({ params: { code }, headers: { 'case-secret': secret } });
      assert.equal(followed.title, titleOf(number));
    }
  });

  test('each is stored exactly once, with its event, and all chains hold', async () => {
    const stopped = once(server, 'exit');
    server.kill('SIGTERM');
    assert.deepEqual(await stopped, [0, null]);
    const { code, output } = await runCli(['audit', 'verify'], environment);
    assert.equal(code, 0, output);
    assert.match(output, new RegExp(`^\\d+ events and ${reports} records checked: all hold`, 'm'));

    const database = await openDatabase(files.options);
    try {
      const { rows: stored } = await database.queries.execute<{ code: string; title: string }>(
        sql`SELECT code, title FROM citizen_case`,
      );
      const expected = [...receipts].map(([number, receipt]) => `${receipt.code} ${titleOf(number)}`);
      assert.deepEqual(stored.map((row) => `${row.code} ${row.title}`).sort(), expected.sort());
      const { rows: counts } = await database.queries.execute(sql`
        SELECT (SELECT count(*) FROM case_step)::int AS steps,
               (SELECT count(*) FROM event WHERE subject LIKE 'case/%')::int AS events,
               (SELECT count(*) FROM idempotent_answer)::int AS answers,
               (SELECT sum(last) FROM serial_number)::int AS numbers`);
      assert.deepEqual(counts, [{ steps: reports, events: reports, answers: reports, numbers: reports }]);
    } finally {
      await database.close();
    }
  });
});
