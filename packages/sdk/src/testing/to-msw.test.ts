import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setupServer } from 'msw/node';
import { api } from '../api/index.ts';
import { createClient, fileHeaders } from '../client/index.ts';
import { receipt, submission } from '../cases/sample.ts';
import { listedUnit, unit } from '../units/sample.ts';
import { later, offline, problem, reply } from './replies.ts';
import { toMsw, type MockHandlers } from './to-msw.ts';

const baseUrl = 'https://dvk.example';
const id = '00000000-0000-4000-8000-000000000001';
const client = createClient({ baseUrl, maxRetries: 1, timeout: 5000 });
const server = setupServer();
before(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

function mock(handlers: MockHandlers<typeof api>): void {
  server.resetHandlers(...toMsw(api, baseUrl, handlers));
}

test('a typed resolver gets the request as the server would and its response reaches the client', async () => {
  mock({
    cases: {
      create: ({ body }) => {
        assert.equal(body.title, submission.title);
        return receipt;
      },
    },
    units: { list: ({ query }) => ({ items: query.limit === 5 ? [unit] : [], nextCursor: null }) },
  });
  assert.deepEqual(await client.cases.create({ body: { ...submission, title: `  ${submission.title} ` } }), receipt);
  assert.deepEqual(await client.units.list({ query: { limit: 5 } }).toArray({ limit: 10 }), [listedUnit]);
});

test('what the contract does not name never reaches the client', async () => {
  mock({ units: { get: () => ({ ...unit, secretColumn: 1 }) as typeof unit } });
  assert.deepEqual(await client.units.get({ params: { id } }), unit);
});

test('a response that breaks the contract is an error of the test', async (t) => {
  const complaints = t.mock.method(console, 'error', () => {});
  mock({ units: { get: () => ({ ...unit, name: undefined }) as unknown as typeof unit } });
  const refused = await client.units.get({ params: { id } }).safe();
  assert.ok(!refused.ok);
  assert.equal(refused.error.code, 'internal-error');
  assert.match(
    complaints.mock.calls.map((call) => String(call.arguments[0])).join(),
    /GET \/v1\/units\/\{id\} does not keep to the contract: \/name required/,
  );
});

test('bad requests are refused as the server refuses them', async () => {
  mock({ cases: { create: () => receipt }, models: { transition: () => problem('internal-error') } });
  const refused = await client.cases.create({ body: { ...submission, content: ' ' } }).safe();
  assert.ok(!refused.ok && refused.error.code === 'validation-failed');
  assert.deepEqual(refused.error.toJSON()['errors'], [{ pointer: '/content', code: 'required' }]);

  const bare = await fetch(`${baseUrl}/v1/cases`, { method: 'POST', body: '{}' });
  assert.equal(((await bare.json()) as { type: string }).type, 'urn:dvk:problem:idempotency-key-missing');
  const unconditional = await fetch(`${baseUrl}/v1/models/${id}/transitions`, {
    method: 'POST',
    headers: { 'idempotency-key': 'k' },
    body: '{"action":"start"}',
  });
  assert.equal(unconditional.status, 428);
});

test('problems, no network, slowness, headers', async () => {
  mock({
    units: { get: problem('not-found', { locale: 'en' }) },
    plans: { list: offline() },
    session: { get: later('infinite', () => problem('internal-error')) },
    cases: { track: () => problem('rate-limited', { retryAfter: 60 }) },
  });
  const missing = await client.units.get({ params: { id } }).safe();
  assert.ok(!missing.ok && missing.error.code === 'not-found');
  const down = await client.plans.list().safe();
  assert.ok(!down.ok && down.error.code === 'network');
  const slow = await client.session.get({}, { timeout: 100 }).safe();
  assert.ok(!slow.ok && slow.error.code === 'timeout');
  const limited = await client.cases.track({ params: { code: 'x' }, headers: { 'case-secret': 's' } }).safe();
  assert.ok(!limited.ok);
  assert.equal((limited.error as { retryAfter?: number }).retryAfter, 60);
});

test('files go up and come down; an etag reaches the caller', async () => {
  mock({
    attachments: {
      upload: async ({ body, headers }) => {
        assert.match(headers['content-disposition'], /%E1%BB%9D/);
        return {
          id,
          name: 'tờ trình.pdf',
          mediaType: 'application/pdf',
          size: body.size,
          sha256: '0'.repeat(64),
          uploadedAt: receipt.receivedAt,
        } as const;
      },
      download: () => new Blob(['%PDF']),
    },
    units: { get: () => reply(unit, { etag: '"v2"' }) },
  });
  const stored = await client.attachments.upload({
    headers: fileHeaders('tờ trình.pdf'),
    body: new Blob(['%PDF-1.7']),
  });
  assert.equal(stored.size, 8);
  assert.equal(await (await client.attachments.download({ params: { id } })).text(), '%PDF');
  assert.equal((await client.units.get({ params: { id } }).withResponse()).etag, '"v2"');
});
