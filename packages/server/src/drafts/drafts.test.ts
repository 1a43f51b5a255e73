import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@dvk/sdk/contract';
import { maxDrafts, type Draft, type DraftSummary } from '@dvk/sdk/drafts';
import { sql } from 'drizzle-orm';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleRegistration } from '../testkit/samples.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';
import { deleteOldDrafts } from './store.ts';

onBothEngines('drafts', (_engine, create) => {
  let server: TestServer;
  let now = '2026-11-20T02:00:00.000Z';
  const writer = { subject: 'writer', roles: ['secretariat'] as Role[] };
  const administrator = { subject: 'other', roles: ['administrator', 'secretariat'] as Role[] };
  const body = { form: 'model-registration', title: 'Bếp ăn không đồng', content: '{"name":"chữ \\u202e lạ"}' };

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
  });
  after(() => server.end());

  const write = (changes = {}, as: typeof writer = writer) =>
    server.call<Draft>('POST', '/v1/drafts', { as, body: { ...body, ...changes } });
  const listFor = async (as: typeof writer) =>
    (await server.call<{ items: DraftSummary[] }>('GET', '/v1/drafts?form=model-registration', { as })).body.items;

  test('a draft is written on one machine and gone on with on another', async () => {
    const made = await write();
    assert.deepEqual([made.status, made.body.etag, made.body.content], [201, '"v1"', body.content]);
    const path = `/v1/drafts/${made.body.id}`;
    const read = await server.call<Draft>('GET', path, { as: writer });
    assert.deepEqual(read.body, made.body);
    const put = (version: number, content: string) =>
      server.call<Draft>('PUT', path, {
        as: writer,
        body: { ...body, content },
        headers: { 'if-match': `"v${version}"` },
      });
    assert.equal((await put(1, '{"a":1}')).body.etag, '"v2"');
    // The other machine learns that it was changed.
    assert.equal((await put(1, '{"a":2}')).status, 412);
    const [listed] = await listFor(writer);
    assert.deepEqual([listed?.title, listed?.etag, 'content' in listed!], [body.title, '"v2"', false]);
    assert.equal((await server.call('DELETE', path, { as: writer })).status, 204);
    assert.equal((await server.call('DELETE', path, { as: writer })).status, 204);
    assert.equal((await server.call('GET', path, { as: writer })).status, 404);
  });

  test('half a character in a draft is no failure: it is stored as one that is unknown', async () => {
    const { status, body: made } = await write({ title: 'x\ud800', content: 'y\udfff' });
    assert.deepEqual([status, made.title, made.content], [201, 'x\ufffd', 'y\ufffd']);
    await server.call('DELETE', `/v1/drafts/${made.id}`, { as: writer });
  });

  test('nobody but its writer reads, changes or deletes a draft, and nobody reads it in the database', async () => {
    const { id } = (await write()).body;
    const path = `/v1/drafts/${id}`;
    assert.deepEqual(await listFor(administrator), []);
    assert.equal((await server.call('GET', path, { as: administrator })).status, 404);
    const headers = { 'if-match': '"v1"' };
    assert.equal((await server.call('PUT', path, { as: administrator, body, headers })).status, 404);
    await server.call('DELETE', path, { as: administrator });
    assert.equal((await server.call('GET', path, { as: writer })).status, 200);
    const rows = await server.database.queries.execute(sql`SELECT encode(sealed, 'escape') AS text FROM draft`);
    assert.ok(!JSON.stringify(rows.rows).includes('Bếp'));
    const events = await server.database.queries.execute(sql`SELECT count(*) AS count FROM event`);
    assert.equal(Number(events.rows[0]!['count']), 0);
    await server.call('DELETE', path, { as: writer });
  });

  test('sending the form deletes its draft', async () => {
    const { id } = (await write()).body;
    const sent = await server.call('POST', '/v1/models', { as: writer, body: sampleRegistration({ draftId: id }) });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    assert.ok(!('draftId' in sent.body));
    assert.deepEqual(await listFor(writer), []);
  });

  test('drafts are few, not large, and gone ninety days after their last change', async () => {
    const hoarder = { ...writer, subject: 'hoarder' };
    for (let made = 0; made < maxDrafts; made += 1) assert.equal((await write({}, hoarder)).status, 201);
    assert.equal((await write({}, hoarder)).status, 409);
    assert.equal((await write({ content: 'x'.repeat(200_001) })).status, 422);
    const [first] = await listFor(hoarder);
    assert.equal(first?.deletedAt, '2027-02-18T02:00:00.000Z');
    now = '2026-11-21T02:00:00.000Z';
    const path = `/v1/drafts/${first.id}`;
    await server.call('PUT', path, { as: hoarder, body, headers: { 'if-match': first.etag } });
    await server.database.transaction((db) => deleteOldDrafts(db, new Date('2027-02-18T02:00:01Z')));
    assert.deepEqual(
      (await listFor(hoarder)).map(({ id }) => id),
      [first.id],
    );
  });
});
