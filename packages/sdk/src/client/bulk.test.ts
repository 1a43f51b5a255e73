import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBulk, type BulkOutcome } from './bulk.ts';
import { startFaultServer } from './testkit/fault-server.ts';
import { breakBody, json, problem, reset } from './testkit/faults.ts';
import { thingsClient } from './testkit/things.ts';

const server = await startFaultServer();
after(() => server[Symbol.asyncDispose]());
const { things } = thingsClient({ baseUrl: server.url, maxRetries: 0 });

const thing = { name: 'Mô hình' };
interface Item {
  id: string;
}
const items = ['1', '2', '3', '4'].map((id) => ({ id }));
const make = () =>
  createBulk({
    idOf: ({ id }: Item) => id,
    send: (body: { name: string }, idempotencyKey) => things.create({ body }, { idempotencyKey }),
  });
const said = (outcomes: BulkOutcome<Item, unknown>[]) =>
  outcomes.map(({ item, ...outcome }) => `${item.id} ${outcome.ok ? 'ok' : (outcome.error as Error).name}`);
const sent = () =>
  server.received().map(({ headers, body }) => ({
    key: headers['idempotency-key'],
    name: (JSON.parse(body.toString()) as { name: string }).name,
  }));

test('one that fails does not stop the others, and each has a key of its own', async () => {
  server.script(json(thing, 201), problem('precondition-failed', 412), json(thing, 201));
  const progress: string[] = [];
  const outcomes = await make().run(items, {
    prepare: ({ id }) => {
      if (id === '3') throw new RangeError('not this one');
      return { name: id };
    },
    onProgress: ({ done, total, outcome }) => progress.push(`${done}/${total} ${outcome.ok}`),
  });
  assert.deepEqual(said(outcomes), ['1 ok', '2 ProblemError', '3 RangeError', '4 ok']);
  assert.deepEqual(progress, ['1/4 true', '2/4 false', '3/4 false', '4/4 true']);
  assert.equal(new Set(sent().map(({ key }) => key)).size, 3);
});

test('a request whose answer was lost goes out again as it was, with its key; a refused one is made anew', async () => {
  server.script(reset, breakBody, problem('internal-error', 500), problem('precondition-failed', 412));
  const bulk = make();
  const first = await bulk.run(items, { prepare: ({ id }) => ({ name: id }) });
  assert.deepEqual(said(first), ['1 NetworkError', '2 NetworkError', '3 ProblemError', '4 ProblemError']);
  const before = sent();
  server.script(...items.map(() => json(thing, 201)));
  const second = await bulk.run(items, { prepare: ({ id }) => ({ name: `${id} anew` }) });
  assert.deepEqual(said(second), ['1 ok', '2 ok', '3 ok', '4 ok']);
  assert.deepEqual(sent().slice(0, 3), before.slice(0, 3));
  assert.equal(sent()[3]!.name, '4 anew');
  assert.notEqual(sent()[3]!.key, before[3]!.key);

  server.script(json(thing, 201));
  await bulk.run(items.slice(0, 1), { prepare: () => ({ name: 'another change' }) });
  assert.equal(sent()[0]!.name, 'another change', 'what was answered is over');
});

test('the signal ends it before the next item', async () => {
  server.script(json(thing, 201));
  const controller = new AbortController();
  const outcomes = await make().run(items, {
    prepare: ({ id }) => ({ name: id }),
    onProgress: () => controller.abort(),
    signal: controller.signal,
  });
  assert.deepEqual(said(outcomes), ['1 ok']);
});
