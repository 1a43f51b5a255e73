import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { s3Keys, startS3Server } from '../testkit/s3-server.ts';
import { directoryStorage, memoryStorage, openStorage, s3Storage, type FileStorage } from './index.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dvk-storage-'));
});
after(() => rm(folder, { recursive: true }));

/** What every storage must do. */
function keepsItsWord(open: () => FileStorage): void {
  const name = 'demo/7f/0192f0c1-0000-7000-8000-00000000007f';

  it('gives back the bytes it took', async () => {
    const storage = open();
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    await storage.write(name, bytes);
    const blob = await storage.read(name);
    assert.deepEqual(await blob?.bytes(), bytes);
  });

  it('keeps the latest of two writes', async () => {
    const storage = open();
    await storage.write(name, Buffer.from('one'));
    await storage.write(name, Buffer.from('two'));
    assert.equal(await (await storage.read(name))?.text(), 'two');
  });

  it('knows nothing of a file that is not there', async () => {
    const storage = open();
    assert.equal(await storage.read('demo/00/absent'), undefined);
    await storage.remove('demo/00/absent');
  });

  it('forgets a removed file', async () => {
    const storage = open();
    await storage.write(name, Buffer.from('one'));
    await storage.remove(name);
    assert.equal(await storage.read(name), undefined);
  });

  it('refuses names that step outside', async () => {
    const storage = open();
    for (const bad of ['../secret', 'a/../../b', '/etc/passwd', 'a//b', '', '.hidden', 'a\\b', 'a/b\0']) {
      await assert.rejects(storage.write(bad, Buffer.from('x')), /cannot have this name/);
      await assert.rejects(storage.read(bad), /cannot have this name/);
    }
  });
}

describe('directory storage', () => {
  keepsItsWord(() => directoryStorage(path.join(folder, 'files')));

  it('leaves no half-written file and lets nobody else read', async () => {
    const directory = path.join(folder, 'strict');
    await directoryStorage(directory).write('demo/aa/file', Buffer.from('x'));
    assert.deepEqual(await readdir(path.join(directory, 'demo/aa')), ['file']);
    assert.equal((await stat(path.join(directory, 'demo/aa/file'))).mode & 0o777, 0o600);
  });

  it('removes what a crash left of a write, and nothing else', async () => {
    const directory = path.join(folder, 'crashed');
    const storage = directoryStorage(directory);
    await storage.removeUnfinished!(new Date());
    await storage.write('demo/aa/file', Buffer.from('x'));
    const old = new Date('2026-11-20T00:00:00Z');
    const now = new Date('2026-11-20T02:00:00Z');
    for (const [name, time] of [
      ['file', old],
      ['a.0123456789ab.part', old],
      ['b.0123456789ab.part', now],
      ['letter.part', old],
    ] as const) {
      const file = path.join(directory, 'demo/aa', name);
      await writeFile(file, 'x');
      await utimes(file, time, time);
    }
    await storage.removeUnfinished!(now);
    assert.deepEqual((await readdir(path.join(directory, 'demo/aa'))).sort(), [
      'b.0123456789ab.part',
      'file',
      'letter.part',
    ]);
  });
});

describe('memory storage', () => {
  const storage = memoryStorage();
  keepsItsWord(() => storage);
});

describe('S3 storage', () => {
  let server: Awaited<ReturnType<typeof startS3Server>>;
  let endpoint: string;
  before(async () => {
    server = await startS3Server(path.join(folder, 's3'), 'files');
    endpoint = server.endpoint;
  });
  after(() => server.close());

  keepsItsWord(() => s3Storage({ endpoint, bucket: 'files', prefix: 'dvk/', ...s3Keys }));

  it('fails when the access key is unknown', async () => {
    const storage = s3Storage({ endpoint, bucket: 'files', ...s3Keys, accessKeyId: 'STRANGER' });
    await assert.rejects(storage.write('demo/file', Buffer.from('x')), /answered 403/);
  });

  it('fails when the bucket is absent', async () => {
    const storage = s3Storage({ endpoint, bucket: 'nowhere', ...s3Keys });
    await assert.rejects(storage.write('demo/file', Buffer.from('x')), /answered 404/);
  });

  it('is opened from the environment', async () => {
    const storage = openStorage(
      {
        DVK_STORAGE: 's3',
        DVK_S3_ENDPOINT: endpoint,
        DVK_S3_BUCKET: 'files',
        DVK_S3_ACCESS_KEY_ID: s3Keys.accessKeyId,
        DVK_S3_SECRET_ACCESS_KEY: s3Keys.secretAccessKey,
      },
      folder,
    );
    await storage.write('demo/env', Buffer.from('x'));
    assert.equal(await (await storage.read('demo/env'))?.text(), 'x');
  });
});

describe('openStorage', () => {
  it('names what is missing or unknown', () => {
    assert.throws(() => openStorage({ DVK_STORAGE: 's3' }, folder), /needs DVK_S3_ENDPOINT/);
    assert.throws(() => openStorage({ DVK_STORAGE: 'ftp' }, folder), /"dir" or "s3"/);
  });

  it('takes the folder named, else the default', async () => {
    await openStorage({ DVK_STORAGE_DIR: path.join(folder, 'named') }, folder).write('a', Buffer.from('x'));
    assert.deepEqual(await readdir(path.join(folder, 'named')), ['a']);
    await openStorage({}, path.join(folder, 'default')).write('a', Buffer.from('x'));
    assert.deepEqual(await readdir(path.join(folder, 'default')), ['a']);
  });
});
