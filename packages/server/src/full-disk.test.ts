/** A disk runs full under a server with the embedded database, and there is room again. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Problem } from '@dvk/sdk/contract';
import { addressOf, startCli } from './testkit/cli-process.ts';
import { pdf } from './testkit/files.ts';
import { ownDisk } from './testkit/namespaces.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { findTemplates } from './testkit/templates.ts';

const unlessLinux = { skip: process.platform !== 'linux' && 'a small disk needs a Linux namespace' };

/** A disk that may run full without harm to anybody. Where there is none, nothing is tested, and that is a failure. */
function smallDisk(directory: string): string[] {
  const within = ownDisk(directory, 96);
  assert.ok(
    within,
    'A small disk cannot be mounted: run as root, let users have namespaces, or give the container SYS_ADMIN',
  );
  return within;
}

describe('a full disk that heals', unlessLinux, () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'dvk-disk-'));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  test('writes get 503 in words, reads go on, and with room again everything does', async () => {
    // The server finds a database made before on its disk.
    const prepared = [
      ...smallDisk(directory),
      'sh',
      '-c',
      `cp -a '${findTemplates().directory}' '${directory}/database' && exec "$@"`,
      'sh',
    ];
    const environment = { DVK_DATA: directory, PORT: '0' };
    const server = startCli(['serve'], environment, prepared);
    const address = await addressOf(server);
    // Beside this disk would be another one, which may not be there at the next start.
    assert.match(server.output(), /secret key lies in the directory of the data/);
    /** The disk as the server sees it. */
    const disk = `/proc/${server.pid}/root${directory}`;
    const post = (key: string, title = 'Rác tồn đọng') =>
      fetch(`${address}/v1/cases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(sampleSubmission({ title })),
      });
    const upload = () =>
      fetch(`${address}/v1/attachments`, {
        method: 'POST',
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': 'attachment; filename="a.pdf"',
          'idempotency-key': crypto.randomUUID(),
        },
        body: new Uint8Array(pdf()),
      });
    const read = async () => (await fetch(`${address}/v1/units`)).status;

    const first = await post('first');
    assert.equal(first.status, 201);
    const receipt = (await first.json()) as { code: string; secret: string };
    assert.equal((await upload()).status, 201);

    const { bavail, bsize } = await statfs(disk);
    await writeFile(path.join(disk, 'filler'), new Uint8Array(bavail * bsize)).catch(() => {});
    for (const send of [() => post('second'), upload]) {
      const refused = await send();
      assert.equal(refused.status, 503);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      assert.match(((await refused.json()) as Problem).detail!, /hết chỗ lưu/);
    }
    assert.equal(await read(), 200);
    assert.equal((await fetch(`${address}/readyz`)).status, 200);

    await rm(path.join(disk, 'filler'));
    assert.equal((await post('second')).status, 201);
    assert.equal((await upload()).status, 201);
    const again = await post('first');
    assert.deepEqual(await again.json(), receipt);
    assert.doesNotMatch(server.output(), /Aborted|RuntimeError|ASSERTIONS/);

    server.kill('SIGTERM');
    assert.equal((await once(server, 'exit'))[0], 0, server.output());
  });

  test('a database that ended for want of room is opened again by itself, with everything that was committed', async () => {
    const script = fileURLToPath(new URL('testkit/full-disk.ts', import.meta.url));
    const [command, ...args] = [
      ...smallDisk(directory),
      process.execPath,
      script,
      findTemplates().directory,
      directory,
    ];
    const { stdout } = await promisify(execFile)(command!, args);
    const seen = JSON.parse(stdout) as {
      committed: number;
      unavailable: number;
      full: number;
      maintained: string;
      other: string[];
      found: object;
    };
    assert.deepEqual(seen.other, []);
    assert.equal(seen.maintained, 'refused', 'what can wait is not what ends the database');
    assert.ok(seen.unavailable >= 3 && seen.full >= 1, stdout);
    // The round that failed may have been committed before its answer was lost.
    const { low, high, count } = seen.found as { low: number; high: number; count: number };
    assert.ok(low === high && low >= seen.committed, stdout);
    assert.equal(count, 2000);
  });
});
