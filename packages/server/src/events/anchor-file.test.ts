import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import pino from 'pino';
import { createServices } from '../create-services.ts';
import { serverJobs } from '../server-jobs.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant } from '../testkit/server.ts';
import { newestAnchor } from './anchor-file.ts';
import { parseAnchor } from './anchor.ts';

onBothEngines('an anchor of each day', (_engine, create) => {
  test('is kept once, cannot be written again, and shows that the end of the ledger is gone', async (t) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'dvk-anchors-'));
    t.after(() => rm(directory, { recursive: true, force: true }));
    const server = await startTestServer(create);
    t.after(() => server.end());
    const { database } = server;
    const services = createServices({ secretKey: testSecretKey, anchorDirectory: path.join(directory, 'anchors') });
    const job = serverJobs.find(({ name }) => name === 'ledger.anchor')!;
    const run = (at: string, tenant: string | null = testTenant) =>
      job.run(
        {
          database,
          services,
          tenant,
          key: at,
          now: new Date(at),
          log: pino({ level: 'silent' }),
          signal: new AbortController().signal,
        },
        {},
      );
    const report = () => server.call('POST', '/v1/cases', { body: sampleSubmission() });

    await report();
    await run('2026-11-29T17:30:00Z');
    await report();
    await run('2026-11-29T18:30:00Z');
    await run('2026-11-30T17:30:00Z');
    await run('2026-11-30T17:30:00Z', null);
    const names = [`${testTenant}-2026-11-30.json`, `${testTenant}-2026-12-01.json`];
    assert.deepEqual((await readdir(path.join(directory, 'anchors'))).toSorted(), names);
    assert.equal(await newestAnchor(path.join(directory, 'anchors'), testTenant), '2026-12-01');
    assert.equal(await newestAnchor(path.join(directory, 'anchors'), 'other'), undefined);

    const anchors = await Promise.all(
      names.map(async (name) => parseAnchor(await readFile(path.join(directory, 'anchors', name), 'utf8'))),
    );
    assert.deepEqual(
      anchors.map(({ events }) => events),
      [1, 2],
    );
    for (const anchor of anchors) assert.deepEqual(await faultsOf(server, { anchor }), []);

    // The database of the day before is put back: by itself it holds, against the anchor it does not.
    const older = await startTestServer(create);
    t.after(() => older.end());
    assert.deepEqual(await faultsOf(older), []);
    assert.match(
      (await faultsOf(older, { anchor: anchors[1]! })).join(),
      /the anchor knows more events than there are/,
    );
  });
});
