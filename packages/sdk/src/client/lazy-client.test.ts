import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, createLazyClient, isProblem } from './index.ts';

const page = (items: unknown[], nextCursor: string | null = null) => Response.json({ items, nextCursor });

/** A lazy client whose network answers in turn, and how often the client was made. */
function lazily(...answers: (() => Response)[]) {
  const asked: string[] = [];
  let made = 0;
  const client = createLazyClient(async () => {
    made += 1;
    return createClient({
      baseUrl: 'https://api.example.vn',
      maxRetries: 0,
      fetch: async (request) => {
        asked.push((request as Request).url);
        return answers.shift()!();
      },
    });
  });
  return { client, asked, made: () => made };
}

test('makes the client with the first call, once, and gives what it gives', async () => {
  const { client, asked, made } = lazily(
    () => page([]),
    () => Response.json({ id: 'u' }, { headers: { etag: '"v2"' } }),
  );
  assert.equal(made(), 0);
  await client.units.list({ query: { q: 'sở' } });
  const { data, etag } = await client.units.get({ params: { id: 'u' } }).withResponse();
  assert.deepEqual([made(), data.id, etag], [1, 'u', '"v2"']);
  assert.deepEqual(asked, ['https://api.example.vn/v1/units?q=s%E1%BB%9F', 'https://api.example.vn/v1/units/u']);
});

test('walks a list page by page', async () => {
  const { client, asked } = lazily(
    () => page([{ id: 'a' }], 'next'),
    () => page([{ id: 'b' }]),
  );
  const ids: string[] = [];
  for await (const { id } of client.units.list({ query: { q: 'x' } })) ids.push(id);
  assert.deepEqual(ids, ['a', 'b']);
  assert.equal(asked[1], 'https://api.example.vn/v1/units?q=x&cursor=next');
});

test('a refusal is the error that the client throws', async () => {
  const { client } = lazily(() =>
    Response.json(
      { type: 'urn:dvk:problem:not-found', status: 404, title: 'Không tìm thấy', code: 'not-found' },
      { status: 404, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  await assert.rejects(
    async () => client.units.get({ params: { id: 'u' } }),
    (error) => isProblem(error, 'not-found'),
  );
});

test('what cannot be loaded fails the call, and is loaded with the next', async () => {
  let fails = true;
  const client = createLazyClient(async () => {
    if (fails) throw new Error('offline');
    return createClient({ baseUrl: 'https://api.example.vn', fetch: async () => page([]) });
  });
  await assert.rejects(async () => client.units.list(), /offline/);
  fails = false;
  assert.deepEqual((await client.units.list()).items, []);
});

test('is no promise: it can be given through an async function', async () => {
  const { client } = lazily(() => page([]));
  assert.equal(await Promise.resolve(client), client);
});

test('is an object as others to what copies and shows objects', () => {
  const { client } = lazily(() => page([]));
  for (const each of [client, client.units]) {
    assert.equal(each.constructor, Object);
    assert.equal(String(each), '[object Object]');
    assert.equal((each as Record<string, unknown>)['_$litDirective$'], undefined);
  }
  assert.equal(client.units.list, client.units.list);
});
