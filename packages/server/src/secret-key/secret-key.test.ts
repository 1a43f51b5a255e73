import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createServer } from '../create-server.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { StartRefusal, type StartRefusalCode } from '../startup/start-refusal.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { testSecretKey, testTenant } from '../testkit/server.ts';
import { findSecretKey, verifySecretKey, type KeySource } from './index.ts';

const otherKey = 'another secret key, which is long enough';

onBothEngines('the secret key', (_engine, create) => {
  let root: string;
  let parent: string;
  let data: string;
  let files: TestDatabase;
  let database: Database;
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'dvk-key-'));
    files = await create();
    database = await openDatabase(files.options);
  });
  after(async () => {
    await database.close();
    await files.remove();
    await rm(root, { recursive: true });
  });
  beforeEach(async () => {
    await database.queries.execute(sql`DELETE FROM secret_key_check`);
    parent = await mkdtemp(path.join(root, 'start-'));
    data = path.join(parent, 'data');
    await mkdir(data);
  });

  const find = (source: Partial<KeySource> = {}) => findSecretKey(database, { data, make: true, ...source });
  /** The answer of a server on it. */
  const ask = async (secretKey: string, path: string, sent?: unknown) => {
    const server = createServer({ database, secretKey, tenant: testTenant, log: pino({ level: 'silent' }) });
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(sent),
    };
    return (await server.fetch(new Request(`http://test${path}`, sent ? post : {}))).status;
  };
  const refused = (work: Promise<unknown>, code: StartRefusalCode, words: RegExp) =>
    assert.rejects(work, (error) => error instanceof StartRefusal && error.code === code && words.test(error.message));

  test('a database takes the key that it was made with, and refuses every other with advice', async () => {
    await verifySecretKey(database, testSecretKey);
    await verifySecretKey(database, testSecretKey);
    await refused(verifySecretKey(database, otherKey), 'secret-key-wrong', /Set DVK_SECRET_KEY, or the file/);
    await refused(find({ key: Buffer.from(otherKey) }), 'secret-key-wrong', /made with another secret key/);
    const file = path.join(parent, 'named');
    await writeFile(file, `${testSecretKey}\n`);
    assert.deepEqual(Buffer.from((await find({ file })).secretKey).toString(), testSecretKey);
  });

  test('one that is missing is not replaced by a new one', async () => {
    await verifySecretKey(database, testSecretKey);
    await refused(
      find(),
      'secret-key-missing',
      /there is no .*data\.secret-key\. Put the key that it was made with back/,
    );
    await refused(find({ file: path.join(parent, 'named') }), 'secret-key-missing', /there is no .*named/);
    assert.deepEqual(await readdir(parent), ['data']);
  });

  test('one that is named for a server of its own is never made', async () => {
    await refused(find({ make: false, file: path.join(parent, 'named') }), 'secret-key-missing', /there is no .*named/);
  });

  test('is made beside the data, not among them, for this user alone, and found again', async () => {
    const made = await find();
    assert.equal(made.file, `${data}.secret-key`);
    assert.equal((await stat(made.file)).mode & 0o777, 0o600);
    assert.match(made.advice.join(), /keep a copy/);
    assert.deepEqual(await readdir(data), []);
    const again = await find();
    assert.deepEqual(again, { secretKey: made.secretKey, file: made.file, advice: [] });
  });

  test('of several starts at once all take the same', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => find()));
    for (const each of others) assert.deepEqual(each.secretKey, first!.secretKey);
    assert.deepEqual(await readdir(parent), ['data', 'data.secret-key']);
  });

  test('that lies among the data, as earlier versions left it, is taken and spoken of', async () => {
    await writeFile(path.join(data, 'secret-key'), testSecretKey, { mode: 0o600 });
    const { secretKey, advice } = await find();
    assert.equal(Buffer.from(secretKey).toString(), testSecretKey);
    assert.match(advice.join(), /Move its file elsewhere and name it by DVK_SECRET_KEY_FILE/);
    assert.match((await find({ file: path.join(data, 'secret-key') })).advice.join(), /Move its file elsewhere/);
  });

  test('that others may open is refused; where a file is named, somebody else looks after it', async () => {
    const { file = '' } = await find();
    await chmod(file, 0o640);
    await refused(find(), 'secret-key-exposed', /chmod 600 '/);
    assert.match((await find({ file })).advice.join(), /may open the file/);
  });

  test('a short one is refused', async () => {
    await writeFile(`${data}.secret-key`, '', { mode: 0o600 });
    await refused(
      find(),
      'secret-key-wrong',
      /data\.secret-key gives no secret key: .*at least 32 characters\. Put the key/,
    );
    assert.equal(await readFile(`${data}.secret-key`, 'utf8'), '');
  });

  test('a database of before there was a check knows its key by what is sealed in it', async () => {
    assert.equal(await ask(testSecretKey, '/v1/cases', sampleSubmission()), 201);
    await database.queries.execute(sql`DELETE FROM secret_key_check`);
    await refused(find(), 'secret-key-missing', /there is no/);
    const known = sampleSubmission({ senderName: 'Nguyễn Văn A', senderPhone: '0912345678' });
    assert.equal(await ask(testSecretKey, '/v1/cases', known), 201);
    await database.queries.execute(sql`DELETE FROM secret_key_check`);
    await refused(verifySecretKey(database, otherKey), 'secret-key-wrong', /another secret key/);
    await refused(find(), 'secret-key-missing', /there is no/);
    await verifySecretKey(database, testSecretKey);
  });

  test('a host of its own with another key responds 503 to everybody', async () => {
    await verifySecretKey(database, testSecretKey);
    assert.equal(await ask(otherKey, '/v1/cases', sampleSubmission()), 503);
    assert.equal(await ask(otherKey, '/v1/units'), 503);
    assert.equal(await ask(otherKey, '/readyz'), 503);
    assert.equal(await ask(testSecretKey, '/readyz'), 200);
  });
});
