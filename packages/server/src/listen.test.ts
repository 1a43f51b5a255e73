import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { pino } from 'pino';
import { createServer, type Server } from './create-server.ts';
import { openDatabase } from './database/index.ts';
import { listen, type Listening } from './listen.ts';
import { testSecretKey, testTenant } from './testkit/server.ts';

const head = (first: string, ...headers: string[]) =>
  [first, 'Host: test', 'Connection: close', ...headers, '', ''].join('\r\n');
const post = head(
  'POST /v1/cases HTTP/1.1',
  'Content-Type: application/json',
  'Idempotency-Key: one',
  'Content-Length: 50',
);

describe('bytes on the wire', () => {
  let server: Server;
  let listening: Listening;
  const failures: string[] = [];

  before(async () => {
    const database = await openDatabase({ memory: true });
    const log = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
    // Its database has no tables, so that no job could begin.
    server = createServer({ database, tenant: testTenant, secretKey: testSecretKey, log, work: 'apart' });
    listening = await listen(server.fetch, { port: 0 });
  });
  after(async () => {
    await listening.close();
    await server.close();
  });

  /** Everything that comes back until the connection closes; `ends`: the caller has no more to say. */
  function exchange(bytes: string, ends: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(new URL(listening.url).port), '127.0.0.1');
      const timer = setTimeout(() => socket.destroy(new Error(`no answer to ${JSON.stringify(bytes)}`)), 20_000);
      socket.on('data', (data) => {
        answer += data.toString('utf8');
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        // Cut off while still talking: what was answered before counts.
        if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
      });
      socket.on('close', () => {
        clearTimeout(timer);
        resolve(answer);
      });
      if (ends) socket.end(bytes, 'latin1');
      else socket.write(bytes, 'latin1');
    });
  }

  function judge(answer: string): { status: number; type: string | undefined } {
    const [, status = ''] = /^HTTP\/1\.1 (\d{3}) /.exec(answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')) ?? [];
    const type = /"type":"urn:dvk:problem:([\w-]+)"/.exec(answer)?.[1];
    assert.ok(Number(status) < 500, answer);
    if (Number(status) >= 400) {
      assert.match(answer, /\r\ncontent-type: application\/problem\+json; charset=utf-8\r\n/i);
      assert.match(answer, /\r\nx-content-type-options: nosniff\r\n/i);
      assert.match(answer, /\r\nx-request-id: ([0-9a-f-]{36})\r\n[^]*"instance":"urn:uuid:\1"/i);
    }
    return { status: Number(status), type };
  }

  test('what is no HTTP is refused like everything else: by a problem document', async () => {
    const cases: [string, string, number, boolean?][] = [
      ['malformed-request', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 400],
      ['malformed-request', 'GET\r\n\r\n', 400],
      ['malformed-request', 'GET /v1/units HTTP/9.9\r\nHost: test\r\n\r\n', 400],
      ['malformed-request', 'GET /v1/units HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
      ['malformed-request', 'GET /v1/units HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n', 400],
      ['malformed-request', 'GET /v1/units HTTP/1.1\nHost: test\n\n', 400],
      ['malformed-request', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
      ['malformed-request', head('GET ftp://elsewhere.example/v1/units HTTP/1.1'), 400],
      ['malformed-request', head('GET /v1\\units HTTP/1.1'), 400],
      ['malformed-request', head('GET /v1/units HTTP/1.1', 'X: a\0b'), 400],
      ['malformed-request', head('GET /v1/units HTTP/1.1', 'X : a'), 400],
      ['malformed-request', head('POST /v1/cases HTTP/1.1', 'Content-Length: 5', 'Content-Length: 6'), 400],
      ['malformed-request', head('POST /v1/cases HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked'), 400],
      ['malformed-request', head('POST /v1/cases HTTP/1.1', 'Content-Length: -1'), 400],
      ['malformed-request', `${post}{"title":`, 400, true],
      ['headers-too-large', head(`GET /v1/units?q=${'x'.repeat(20_000)} HTTP/1.1`), 431],
      ['headers-too-large', head('GET /v1/units HTTP/1.1', `X: ${'x'.repeat(20_000)}`), 431],
      ['method-not-allowed', head('TRACE /v1/units HTTP/1.1'), 405],
      ['not-found', head('GET /v1/../../etc/passwd HTTP/1.1'), 404],
      ['not-found', head('GET /v1/units/%00 HTTP/1.1'), 404],
      ['not-found', head('GET /v1/units/% HTTP/1.1'), 404],
      ['payload-too-large', post.replace('Content-Length: 50', 'Content-Length: 9999999'), 413],
      ['validation-failed', `${post.replace('Content-Length: 50', 'Content-Length: 2\r\nExpect: something')}{}`, 422],
    ];
    for (const [type, bytes, status, ends = false] of cases) {
      assert.deepEqual(judge(await exchange(bytes, ends)), { status, type }, JSON.stringify(bytes.slice(0, 80)));
    }
  });

  test('neither do damaged requests bring it down', async () => {
    const good = [
      head('GET /healthz HTTP/1.1'),
      head('GET /v1/openapi.json HTTP/1.1', 'Accept-Language: en'),
      `${post}${JSON.stringify({ title: 'x' }).padEnd(50)}`,
      `${head('POST /v1/cases HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}2\r\n{}\r\n0\r\n\r\n`,
    ];
    const damage = fc.tuple(fc.nat(), fc.nat(2), fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }));
    const damaged = fc
      .tuple(fc.constantFrom(...good), fc.array(damage, { minLength: 1, maxLength: 3 }))
      .map(([bytes, places]) =>
        places.reduce((text, [place, length, other]) => {
          const at = place % text.length;
          return text.slice(0, at) + other + text.slice(at + length);
        }, bytes),
      );
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        judge(await exchange(bytes, true));
      }),
      { numRuns: 300 },
    );
    assert.equal(judge(await exchange(good[0]!, false)).status, 200);
  });

  test('none of it counts as a failure of ours', () => {
    assert.deepEqual(failures, []);
  });
});

describe('closing the port', () => {
  const upload = head('POST / HTTP/1.1', 'Content-Length: 4').replace('Connection: close', 'Connection: keep-alive');

  /** A connection that has said `bytes`, and what it heard until it was closed. */
  async function open({ url }: Listening, bytes: string) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
    });
    socket.on('error', () => {});
    const closed = once(socket, 'close').then(() => heard);
    if (bytes) socket.write(bytes);
    return { socket, closed };
  }

  test('what runs is finished; who says nothing, or not all, holds nothing up', async () => {
    let started = () => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const listening = await listen(
      async (request) => {
        started();
        return new Response(`got ${await request.text()}`);
      },
      { port: 0 },
    );
    const silent = await open(listening, '');
    const halfHead = await open(listening, 'POST / HT');
    const halfBody = await open(listening, `${upload}ab`);
    await running;
    const drained = listening.close();
    assert.deepEqual([await silent.closed, await halfHead.closed], ['', '']);
    halfBody.socket.write('cd');
    assert.match(await halfBody.closed, /got abcd/);
    await drained;
  });

  test('who never finishes is cut off in the end', async () => {
    let started = () => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    let read: Promise<string> | undefined;
    const listening = await listen(
      async (request) => {
        read = request.text();
        started();
        return new Response(await read);
      },
      { port: 0, closeTimeout: 1 },
    );
    const never = await open(listening, `${upload}ab`);
    await running;
    const broken = assert.rejects(read!);
    await listening.close();
    assert.ok(!(await never.closed).includes('ab'));
    await broken;
  });
});
