import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseCode } from '@dvk/sdk/text';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

onBothEngines('codes', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create);
  });
  after(() => server.end());

  async function serial(): Promise<number> {
    const { status, body } = await server.call<{ code: string }>('POST', '/v1/cases', { body: sampleSubmission() });
    assert.equal(status, 201);
    return parseCode(body.code)!.serial;
  }
  const lose = (text: string) => server.database.queries.execute(sql.raw(text));

  test('are never given twice, whatever was lost: counters, cases or both', async () => {
    assert.deepEqual([await serial(), await serial(), await serial()], [1, 2, 3]);
    await lose('UPDATE serial_number SET last = 1');
    assert.equal(await serial(), 4);
    await lose('DELETE FROM serial_number');
    assert.equal(await serial(), 5);
    // The events still know what was given.
    await lose('DELETE FROM serial_number');
    await lose('TRUNCATE citizen_case CASCADE');
    assert.equal(await serial(), 6);
    assert.equal(await serial(), 7);
  });

  test('of many asked for at once are all different, also behind a counter that was put back', async () => {
    await lose('UPDATE serial_number SET last = 2');
    const given = await Promise.all(Array.from({ length: 8 }, serial));
    assert.equal(new Set(given).size, 8);
    assert.equal(Math.min(...given), 8);
  });
});
