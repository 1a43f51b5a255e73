import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { maxFileSize, type Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseReceipt, PublicCase } from '@dvk/sdk/cases';
import type { Problem, Role } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import sharp from 'sharp';
import { eventsOf } from '../events/index.ts';
import { memoryStorage, type FileStorage } from '../storage/index.ts';
import { Keyring } from '../secrets/keyring.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { docx, jpegWithPlace, pdf } from '../testkit/files.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { sampleRegistration, sampleSubmission, sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type Asker, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { contentName, removeUnattached, thumbnailName } from './contents.ts';

const hour = 60 * 60 * 1000;
const disposition = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

onBothEngines('attachments', (_engine, create) => {
  let server: TestServer;
  let storage: FileStorage;
  let now = Date.parse('2026-11-23T02:00:00Z');
  const unit = sampleUnit();
  const officer = { subject: 'officer', roles: ['unit-officer'] as Role[], unitId: unit.id };
  const leader = { subject: 'leader', roles: ['unit-leader'] as Role[], unitId: unit.id };
  const other = sampleUnit();
  const stranger = { subject: 'stranger', roles: ['unit-officer'] as Role[], unitId: other.id };

  before(async () => {
    storage = memoryStorage();
    server = await startTestServer(create, { storage, clock: () => new Date(now) });
    await addUnits(server.database.queries, testTenant, [unit, other]);
  });
  after(() => server.end());

  async function send(bytes: Uint8Array, name: string, as: Asker, key: string = randomUUID()): Promise<Response> {
    const headers = new Headers({ 'content-disposition': disposition(name), 'idempotency-key': key });
    if (as !== undefined && as !== 'anonymous') headers.set('authorization', `Bearer ${await server.tokenFor(as)}`);
    const request = new Request('http://test/v1/attachments', {
      method: 'POST',
      headers,
      body: new Blob([new Uint8Array(bytes)]),
    });
    return server.fetch(request, { remoteAddress: '192.0.2.1' });
  }

  async function upload(bytes: Uint8Array, name: string, as: Asker = officer, key?: string): Promise<Attachment> {
    const response = await send(bytes, name, as, key);
    const body = (await response.json()) as Attachment;
    assert.equal(response.status, 201, JSON.stringify(body));
    return body;
  }

  async function download(id: string, as: Asker): Promise<Response> {
    const headers = new Headers();
    if (as !== undefined && as !== 'anonymous') headers.set('authorization', `Bearer ${await server.tokenFor(as)}`);
    return server.fetch(new Request(`http://test/v1/attachments/${id}`, { headers }), { remoteAddress: '192.0.2.1' });
  }

  async function register(attachments: string[], as: Asker = officer) {
    return server.call<Omit<Model, 'status'> & Problem>('POST', '/v1/models', {
      as,
      body: sampleRegistration({ attachments }),
    });
  }

  test('a document comes back byte for byte, as a download under its own name', async () => {
    const file = docx();
    const name = "Báo cáo 'quý I' (1).docx";
    const stored = await upload(file, name);
    assert.equal(stored.name, name);
    assert.equal(stored.size, file.length);
    assert.equal(stored.sha256, createHash('sha256').update(file).digest('hex'));
    const response = await download(stored.id, officer);
    assert.equal(response.status, 200);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), file);
    assert.equal(
      response.headers.get('content-disposition'),
      "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%27qu%C3%BD%20I%27%20%281%29.docx",
    );
    assert.equal(response.headers.get('content-type'), stored.mediaType);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });

  test('a file that was changed in the storage is not handed out', async () => {
    const stored = await upload(pdf(), 'a.pdf');
    const name = contentName({ tenant: testTenant, id: stored.id });
    for (const changed of [Buffer.concat([pdf(), Buffer.from('\n')]), pdf().subarray(1), docx(), Buffer.alloc(0)]) {
      await storage.remove(name);
      await storage.write(name, changed);
      assert.equal((await download(stored.id, officer)).status, 404);
    }
    await storage.remove(name);
    await storage.write(name, pdf());
    assert.equal((await download(stored.id, officer)).status, 200);
  });

  test('a photo is stored without the place it was taken', async () => {
    const stored = await upload(await jpegWithPlace(), 'ảnh.jpg', 'anonymous');
    const { body: receipt } = await server.call<CaseReceipt>('POST', '/v1/cases', {
      body: sampleSubmission({ attachments: [stored.id] }),
    });
    assert.ok(receipt.code);
    const response = await download(stored.id, 'secretariat');
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(createHash('sha256').update(bytes).digest('hex'), stored.sha256);
    assert.ok(!bytes.includes('Exif') && !bytes.includes('Secret'));
  });

  test('what a file is decides its content, not its name', async () => {
    const stored = await upload(pdf(), 'ảnh.jpg');
    assert.deepEqual([stored.mediaType, stored.name], ['application/pdf', 'ảnh.jpg.pdf']);
    const refused = await send(Buffer.from('<script>alert(1)</script>'), 'ảnh.jpg', officer);
    assert.equal(refused.status, 415);
    const problem = (await refused.json()) as Problem;
    assert.equal(problem.type, 'urn:dvk:problem:unsupported-media-type');
    assert.match(problem.detail ?? '', /JPG, PNG, WebP/);
  });

  test('a file over the limit is refused', async () => {
    const response = await send(new Uint8Array(maxFileSize + 1), 'a.pdf', officer);
    assert.equal(response.status, 413);
  });

  test('sent twice with one key, it is one file', async () => {
    const key = randomUUID();
    const first = await upload(pdf(), 'a.pdf', officer, key);
    const second = await upload(pdf(), 'a.pdf', officer, key);
    assert.equal(second.id, first.id);
    const events = await eventsOf(server.database.queries, testTenant, `attachment/${first.id}`);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['attachment.uploaded'],
    );
  });

  test('sent again with its key, it is not stored again', async () => {
    const key = randomUUID();
    const first = await upload(pdf(), 'a.pdf', officer, key);
    const rows = async () =>
      (await server.database.queries.execute<{ id: string }>(sql`SELECT id FROM attachment ORDER BY id`)).rows;
    const before = await rows();
    const again = await send(pdf(), 'a.pdf', officer, key);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.equal(((await again.json()) as Attachment).id, first.id);
    assert.deepEqual(await rows(), before);
    assert.equal((await send(pdf(), 'b.pdf', officer, key)).status, 422, 'another name is another request');
    assert.deepEqual(await rows(), before);
  });

  test('only its uploader attaches a file, and only once', async () => {
    const { id } = await upload(pdf(), 'a.pdf');
    const refused = await register([id], leader);
    assert.equal(refused.status, 422);
    assert.deepEqual(
      refused.body.errors?.map(({ pointer, code }) => [pointer, code]),
      [['/attachments/0', 'unknown']],
    );
    const taken = await register([id]);
    assert.equal(taken.status, 201);
    assert.deepEqual(
      taken.body.attachments.map((attachment) => attachment.id),
      [id],
    );
    assert.equal((await register([id])).status, 422);
    // The file now belongs to the record: whoever may correct it may keep the file.
    const kept = await server.call<Model>('PUT', `/v1/models/${taken.body.id}`, {
      as: leader,
      headers: { 'if-match': taken.body.etag },
      body: sampleRegistration({ attachments: [id] }),
    });
    assert.deepEqual([kept.status, kept.body.attachments.length], [200, 1]);
  });

  test('a file attached twice in one request is refused', async () => {
    const { id } = await upload(pdf(), 'a.pdf');
    const { body } = await register([id, id]);
    assert.deepEqual(
      body.errors?.map(({ pointer }) => pointer),
      ['/attachments/1'],
    );
  });

  test('a visitor attaches by knowing the id', async () => {
    const { id } = await upload(pdf(), 'a.pdf', 'anonymous');
    const { status } = await server.call('POST', '/v1/cases', { body: sampleSubmission({ attachments: [id] }) });
    assert.equal(status, 201);
  });

  test('who may not read the record may not read its files, and cannot tell that they are there', async () => {
    const { id } = await upload(pdf(), 'a.pdf');
    assert.equal((await download(id, leader)).status, 404);
    await register([id]);
    assert.equal((await download(id, leader)).status, 200);
    assert.equal((await download(id, 'inspector')).status, 200);
    assert.equal((await download(id, stranger)).status, 404);
    assert.equal((await download(id, 'citizen')).status, 403);
    assert.equal((await download(id, 'anonymous')).status, 401);
    assert.equal((await download(randomUUID(), officer)).status, 404);
  });

  const sweepOptions = (onFailure = (error: unknown): void => assert.fail(String(error))) => ({
    database: server.database,
    keyring: new Keyring(testSecretKey),
    storage,
    now: new Date(now).toISOString(),
    onFailure,
  });

  /** A case with one photo, sent by a visitor. */
  async function caseWithPhoto() {
    const photo = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer();
    const file = await upload(photo, 'rác.jpg', 'anonymous');
    const { body } = await server.call<CaseReceipt>('POST', '/v1/cases', {
      body: sampleSubmission({ attachments: [file.id] }),
    });
    return { file, ...body };
  }
  const withSecret = (path: string, secret: string, headers: Record<string, string> = {}) =>
    server.fetch(new Request(`http://test${path}`, { headers: { 'case-secret': secret, ...headers } }));

  test('a small picture of a photo is read by whoever may read the photo, kept, and made once', async () => {
    const { file, code, secret } = await caseWithPhoto();
    const path = `/v1/tracking/${code}/files/${file.id}/thumbnail`;
    const first = await withSecret(path, secret);
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('content-type'), 'image/webp');
    assert.equal(first.headers.get('cache-control'), 'private, max-age=86400, immutable');
    assert.match(first.headers.get('vary')!, /^Authorization, Case-Secret/);
    const picture = new Uint8Array(await first.arrayBuffer());
    const { width, height, format } = await sharp(picture).metadata();
    assert.deepEqual([width, height, format], [320, 180, 'webp']);
    const etag = first.headers.get('etag')!;
    assert.equal((await withSecret(path, secret, { 'if-none-match': etag })).status, 304);

    const staff = await download(`${file.id}/thumbnail`, 'secretariat');
    assert.deepEqual(new Uint8Array(await staff.arrayBuffer()), picture);
    for (const asker of [stranger, undefined])
      assert.ok([401, 404].includes((await download(`${file.id}/thumbnail`, asker)).status));
    assert.equal((await withSecret(path, 'AAAA-AAAA-AAAA-AAAA')).status, 404);

    // Another picture in its place is not shown.
    const name = thumbnailName({ tenant: testTenant, id: file.id });
    await storage.write(name, Buffer.alloc(5000, 7));
    assert.deepEqual(new Uint8Array(await (await withSecret(path, secret)).arrayBuffer()), picture);
  });

  test('a document has no small picture', async () => {
    const { id } = await upload(pdf(), 'tờ trình.pdf');
    assert.equal((await download(`${id}/thumbnail`, officer)).status, 404);
  });

  test('who has code and secret reads the files of that case alone', async () => {
    const { file, code, secret } = await caseWithPhoto();
    const another = await caseWithPhoto();
    const path = (of: string, id: string) => `/v1/tracking/${of}/files/${id}`;
    const good = await withSecret(path(code, file.id), secret);
    assert.equal(good.status, 200);
    assert.equal(good.headers.get('cache-control'), 'no-store');
    assert.equal((await good.arrayBuffer()).byteLength, file.size);
    const loose = await upload(pdf(), 'khác.pdf', 'anonymous');
    for (const [of, id, proof] of [
      [code, another.file.id, secret],
      [another.code, file.id, secret],
      [code, file.id, another.secret],
      [code, loose.id, secret],
      [code, randomUUID(), secret],
    ] as const)
      assert.equal((await withSecret(path(of, id), proof)).status, 404);
    assert.equal((await server.fetch(new Request(`http://test${path(code, file.id)}`))).status, 404);
  });

  test('what nobody attached is gone after a day, what was attached stays', async () => {
    const loose = await upload(pdf(), 'loose.pdf');
    const kept = await upload(pdf(), 'kept.pdf');
    const dropped = await upload(pdf(), 'dropped.pdf');
    await register([kept.id]);
    const earlier = await register([dropped.id]);

    now += 24.5 * hour;
    assert.equal((await register([loose.id])).status, 422, 'too late to attach');
    await server.call('PUT', `/v1/models/${earlier.body.id}`, {
      as: officer,
      headers: { 'if-match': earlier.body.etag },
      body: sampleRegistration(),
    });
    now += hour;
    const sweep = () => removeUnattached(sweepOptions());
    assert.ok((await sweep()) > 0);
    assert.equal((await download(loose.id, officer)).status, 404);
    assert.equal((await download(kept.id, officer)).status, 200);
    assert.equal((await download(dropped.id, officer)).status, 200, 'loose for an hour only');
    assert.equal(await sweep(), 0);
    now += 25 * hour;
    assert.ok((await sweep()) > 0);
    assert.equal((await download(dropped.id, officer)).status, 404);
    assert.deepEqual(await faultsOf(server), []);
  });

  test('an upload that belongs to nothing goes too when its row does not say since when', async () => {
    const old = await upload(pdf(), 'old.pdf');
    const kept = await upload(pdf(), 'kept.pdf');
    await register([kept.id]);
    await server.database.queries.execute(sql`UPDATE attachment SET loose_since = NULL`);
    now += 26 * hour;
    assert.equal(await removeUnattached(sweepOptions()), 1);
    assert.equal((await download(old.id, officer)).status, 404);
    assert.equal((await download(kept.id, officer)).status, 200);
  });

  test('a file that cannot be removed does not keep the others, and goes next time', async () => {
    const stuck = await upload(pdf(), 'stuck.pdf');
    const others = [await upload(pdf(), 'a.pdf'), await upload(pdf(), 'b.pdf')];
    now += 26 * hour;
    const failures: unknown[] = [];
    const remove = async (name: string) => {
      if (name.includes(stuck.id)) throw new Error('EPERM: operation not permitted');
      await storage.remove(name);
    };
    const options = sweepOptions((error) => void failures.push(error));
    assert.equal(await removeUnattached({ ...options, storage: { ...storage, remove } }), 2);
    assert.match(String(failures), /^Error: EPERM/);
    for (const { id } of others) assert.equal((await download(id, officer)).status, 404);
    assert.equal((await download(stuck.id, officer)).status, 200);
    assert.equal(await removeUnattached(sweepOptions()), 1);
  });

  test('the files of an answer are read by whoever holds the secret; a second answer leaves those of the first', async () => {
    const sent = await upload(await jpegWithPlace(), 'trước.jpg', 'anonymous');
    const submission = sampleSubmission({ title: 'Có minh chứng', attachments: [sent.id] });
    const { body: receipt } = await server.call<CaseReceipt>('POST', '/v1/cases', { body: submission });
    const proof = { 'case-secret': receipt.secret };
    const list = await server.call<{ items: Case[] }>('GET', `/v1/cases?q=${receipt.code}`, { as: 'secretariat' });
    const { id } = list.body.items[0]!;
    const step = (as: Asker, version: number, body: object) =>
      server.call<Case>('POST', `/v1/cases/${id}/transitions`, {
        as,
        body,
        headers: { 'if-match': `"v${version}"` },
      });
    const address = `/v1/tracking/${receipt.code}`;
    const read = async (file: string, headers = proof) => {
      const request = new Request(`http://test${address}/files/${file}`, { headers });
      return (await server.fetch(request, { remoteAddress: '192.0.2.1' })).status;
    };
    await step('secretariat', 1, { action: 'assign', unitId: unit.id });
    const photo = await upload(pdf(), 'biên bản.pdf');
    const solution = 'part';
    const answered = await step(officer, 2, { action: 'answer', answer: 'Xong', solution, attachments: [photo.id] });
    assert.deepEqual([answered.body.answer!.solution, answered.body.answer!.attachments], ['part', [photo]]);
    assert.deepEqual(answered.body.attachments, [sent], 'what the sender sent stays apart');
    const tracked = await server.call<PublicCase>('GET', address, { headers: proof });
    const { sha256: _, ...seen } = photo;
    assert.deepEqual(tracked.body.answer!.attachments, [seen]);
    assert.deepEqual(await Promise.all([sent.id, photo.id].map((each) => read(each))), [200, 200]);
    assert.equal(await read(photo.id, { 'case-secret': 'AAAA' }), 404);
    const loose = await upload(pdf(), 'khác.pdf');
    assert.equal(await read(loose.id), 404);

    await server.call('POST', `${address}/reopening`, { headers: proof, body: { reason: 'Chưa xong' } });
    const reopened = await server.call<PublicCase>('GET', address, { headers: proof });
    assert.deepEqual(reopened.body.earlierTerms[0]!.answer!.attachments, [seen]);
    assert.deepEqual(reopened.body.answer!.attachments, [seen], 'the last answer stands until there is another');
    const again = await step(officer, 4, { action: 'answer', answer: 'Nay xong', attachments: [loose.id] });
    assert.deepEqual(again.body.answer!.attachments, [loose]);
    assert.equal(await read(photo.id), 200);
    assert.deepEqual(await faultsOf(server), []);
  });
});

onBothEngines('a storage out of order', (_engine, create) => {
  test('is reported as unavailable, to those who send and those who read; sent again the file is kept', async () => {
    const good = memoryStorage();
    let failure: Error | undefined = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const failing =
      <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        if (failure) throw failure;
        return work(...args);
      };
    const logged: string[] = [];
    const server = await startTestServer(create, {
      storage: { write: failing(good.write), read: failing(good.read), remove: failing(good.remove) },
      log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
    });
    const key = randomUUID();
    const authorization = `Bearer ${await server.tokenFor('secretariat')}`;
    const send = () =>
      server.fetch(
        new Request('http://test/v1/attachments', {
          method: 'POST',
          headers: { authorization, 'content-disposition': disposition('a.pdf'), 'idempotency-key': key },
          body: new Uint8Array(pdf()),
        }),
      );
    const refused = await send();
    assert.equal(refused.status, 503);
    assert.ok(refused.headers.get('retry-after'));
    assert.match(logged.join(''), /ENOSPC/);
    failure = undefined;
    const stored = await send();
    assert.equal(stored.status, 201);
    const { id } = (await stored.json()) as Attachment;
    const read = () => server.fetch(new Request(`http://test/v1/attachments/${id}`, { headers: { authorization } }));
    failure = new Error('The file storage answered 500');
    assert.equal((await read()).status, 503);
    failure = undefined;
    assert.equal((await read()).status, 200);
    await server.end();
  });
});

onBothEngines('a server without storage', (_engine, create) => {
  test('takes no files', async () => {
    const server = await startTestServer(create);
    const response = await server.fetch(
      new Request('http://test/v1/attachments', {
        method: 'POST',
        headers: { 'content-disposition': disposition('a.pdf'), 'idempotency-key': randomUUID() },
        body: new Blob([new Uint8Array(pdf())]),
      }),
    );
    assert.equal(response.status, 503);
    await server.end();
  });
});
