import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { HttpProblem } from '../problems/problem.ts';
import { IncomingFiles } from './incoming-files.ts';

let directory: string;
before(async () => {
  directory = path.join(await mkdtemp(path.join(tmpdir(), 'dvk-test-')), 'incoming');
});
after(() => rm(path.dirname(directory), { recursive: true }));

const limit = 1000;
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

test('a file lies on the disk, for this system user alone, until the work with it is done', async () => {
  const incoming = new IncomingFiles(directory);
  const text = await incoming.receive(post('content'), { caller: 'me', limit }, async ({ content, sha256 }) => {
    const [name] = await readdir(directory);
    assert.equal((await stat(path.join(directory, name!))).mode & 0o777, 0o600);
    assert.equal(sha256, 'ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73');
    return content.text();
  });
  assert.equal(text, 'content');
  assert.deepEqual(await readdir(directory), []);
});

test('of a file that breaks off, is too large, or cannot be worked with nothing stays', async () => {
  const incoming = new IncomingFiles(directory);
  const failing = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error('gone'));
    },
  });
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(300)) });
  const more = post('more than announced', { 'content-length': '4' });
  for (const [request, code] of [
    [post(failing), 'malformed-request'],
    [post(endless), 'payload-too-large'],
    [more, 'payload-too-large'],
  ] as const) {
    const received = incoming.receive(request, { caller: 'me', limit }, () => assert.fail('received'));
    await assert.rejects(received, (error) => error instanceof HttpProblem && error.code === code);
  }
  await assert.rejects(
    incoming.receive(post('a'), { caller: 'me', limit }, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.deepEqual(await readdir(directory), []);
});

test('what a killed server left behind is removed after an hour', async () => {
  await writeFile(path.join(directory, 'old'), 'a');
  await utimes(path.join(directory, 'old'), new Date(), new Date(Date.now() - 2 * 3600 * 1000));
  await writeFile(path.join(directory, 'new'), 'b');
  await new IncomingFiles(directory).sweep();
  assert.deepEqual(await readdir(directory), ['new']);
});

test('without a directory of its own it takes one of the system, and removes it', async () => {
  const incoming = new IncomingFiles(undefined);
  assert.equal(await incoming.receive(post('a'), { caller: 'me', limit }, ({ content }) => content.text()), 'a');
  await incoming.close();
});

test('a directory that cannot be made is no fault of the sender', async () => {
  await writeFile(path.join(directory, 'file'), '');
  const incoming = new IncomingFiles(path.join(directory, 'file', 'incoming'));
  const received = incoming.receive(post('a'), { caller: 'me', limit }, async () => undefined);
  await assert.rejects(received, (error) => error instanceof HttpProblem && error.code === 'unavailable');
});
