/** A worker is killed in the middle of an import: nothing of it is there, and the next worker does it whole. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { UnitImportRecord } from '@dvk/sdk/imports';
import { count, sql } from 'drizzle-orm';
import { openDatabase } from '../database/index.ts';
import { events } from '../events/table.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { startScript, whenWritten, type ScriptProcess } from '../testkit/script-process.ts';
import { startTestServer } from '../testkit/server.ts';
import { units } from '../units/table.ts';
import { importContents, imports } from './table.ts';
import { importTable } from './testkit/table.ts';

const rowCount = 1000;
const worker = fileURLToPath(new URL('testkit/worker.ts', import.meta.url));

onBothEngines('a worker killed while it imports', (engine, create) => {
  let files: TestDatabase;
  const workers: ScriptProcess[] = [];

  before(async () => {
    files = await create();
    const server = await startTestServer(async () => files);
    const rows = Array.from({ length: rowCount }, (_, at) => ({ code: `N${at}` }));
    const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="a.csv"' };
    const as = 'administrator';
    const body = importTable(...rows);
    const checked = await server.call<UnitImportRecord>('POST', '/v1/unit-imports', { as, body, headers });
    const { id, etag } = checked.body;
    const { body: started } = await server.call<UnitImportRecord>('POST', `/v1/unit-imports/${id}/carry-out`, {
      as,
      body: { mode: 'all-or-nothing' },
      headers: { 'if-match': etag },
    });
    assert.equal(started.status, 'running');
    // Taken up again after seconds, so that the test is short.
    await server.database.queries.execute(
      sql`UPDATE pgboss.job SET heartbeat_seconds = 2, retry_delay = 1 WHERE name = 'imports.carry-out'`,
    );
    await server.close();
  });
  after(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await files.remove();
  });

  function start(): ScriptProcess {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const child = startScript(worker, {
      args: [JSON.stringify(files.options)],
      environment: { PATH, NODE_COMPILE_CACHE },
    });
    workers.push(child);
    return child;
  }

  async function look() {
    const database = await openDatabase(files.options);
    const { queries } = database;
    const [[added], [row], [content], kinds] = [
      await queries.select({ count: count() }).from(units),
      await queries.select().from(imports),
      await queries.select({ done: importContents.done }).from(importContents),
      await queries
        .select({ kind: events.kind, count: count() })
        .from(events)
        .where(sql`${events.kind} IN ('unit.created', 'import.finished')`)
        .groupBy(events.kind)
        .orderBy(events.kind),
    ];
    await database.close();
    return { units: added!.count, status: row!.status, done: content!.done, kinds };
  }

  test('leaves nothing behind, and the next one does it once', async () => {
    const first = start();
    await whenWritten(first, /("done":500)/);
    const gone = once(first, 'exit');
    first.kill('SIGKILL');
    await gone;
    const halfway = await look();
    assert.deepEqual([halfway.units, halfway.status, halfway.kinds], [0, 'running', []]);
    if (engine === 'PostgreSQL') assert.ok(halfway.done > 0, 'others see how far it was');

    const second = start();
    await whenWritten(second, /(nothing left)/);
    const ended = once(second, 'exit');
    second.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null], second.output());
    const { status, kinds, units: added } = await look();
    assert.deepEqual([added, status], [rowCount, 'done']);
    assert.deepEqual(kinds, [
      { kind: 'import.finished', count: 1 },
      { kind: 'unit.created', count: rowCount },
    ]);
  });
});
