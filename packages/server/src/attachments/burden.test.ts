/** What one sender of files can take from the others: disk, memory, turns. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { maxFileSize } from '@dvk/sdk/attachments';
import type { Problem } from '@dvk/sdk/contract';
import sharp from 'sharp';
import { listen, type Listening } from '../listen.ts';
import { memoryStorage } from '../storage/index.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { docx, pdf, png } from '../testkit/files.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';

const mebibyte = 1024 ** 2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('what one sender of files can take', () => {
  let server: TestServer;
  let listening: Listening;
  before(async () => {
    server = await startTestServer(freshDatabase.PGlite, { storage: memoryStorage(), trustedProxies: 1 });
    listening = await listen(server.fetch, { port: 0, closeTimeout: 100 });
  });
  after(async () => {
    await listening.close();
    await server.end();
  });

  const headersOf = (address: string) => ({
    'content-disposition': 'attachment; filename=a',
    'idempotency-key': randomUUID(),
    'x-forwarded-for': address,
  });

  function send(address: string, body: Uint8Array | ReadableStream<Uint8Array>): Promise<Response> {
    const init = { method: 'POST', headers: headersOf(address), body, duplex: 'half' };
    return server.fetch(new Request('http://test/v1/attachments', init as RequestInit));
  }

  /** An upload over the network that announces a size and sends nothing yet. */
  function announce(address: string, size: number): ClientRequest {
    const headers = { ...headersOf(address), 'content-length': String(size) };
    const request = httpRequest(`${listening.url}/v1/attachments`, { method: 'POST', headers });
    request.on('error', () => {});
    request.flushHeaders();
    return request;
  }

  test('an address with many slow uploads is asked to come back, and keeps nobody out', async () => {
    const slow: ClientRequest[] = [];
    const refusal = await new Promise<IncomingMessage>((resolve) => {
      for (let count = 0; count < 40; count += 1) {
        const request = announce('192.0.2.1', maxFileSize);
        request.on('response', resolve);
        slow.push(request);
      }
    });
    assert.equal(refusal.statusCode, 503);
    assert.ok(Number(refusal.headers['retry-after']) > 0);
    const { detail } = (await json(refusal)) as Problem;
    assert.match(detail ?? '', /gửi lại sau/);

    const body = new Uint8Array(pdf());
    const others = await fetch(`${listening.url}/v1/attachments`, {
      method: 'POST',
      headers: headersOf('192.0.2.2'),
      body,
    });
    assert.equal(others.status, 201);
    for (const request of slow) request.destroy();
    // Who went away takes no room any more.
    for (;;) {
      const again = announce('192.0.2.1', body.length);
      again.end(body);
      const [{ statusCode }] = (await once(again, 'response')) as [IncomingMessage];
      if (statusCode === 201) break;
      assert.equal(statusCode, 503);
    }
  });

  test('several addresses with slow uploads keep nobody waiting', async () => {
    let refused = 0;
    const slow = Array.from({ length: 100 }, (_, index) => {
      const request = announce(`198.51.100.${index % 5}`, maxFileSize);
      request.on('response', (answer) => {
        refused += 1;
        answer.resume();
      });
      request.write('%PDF');
      return request;
    });
    // By then all of them have come in.
    const first = await send('192.0.2.4', new Uint8Array(pdf()));
    await once(announce('192.0.2.4', 4).end('none'), 'response');
    const other = await send('192.0.2.5', new Uint8Array(pdf()));
    for (const request of slow) request.destroy();
    assert.deepEqual([first.status, other.status, refused], [201, 201, 0]);
  });

  test('files that are still coming take no memory', async () => {
    const piece = new Uint8Array(mebibyte / 4).fill(32);
    const arrived: Promise<void>[] = [];
    const finish = Promise.withResolvers<void>();
    const uploads = Array.from({ length: 12 }, (_, index) => {
      const all = Promise.withResolvers<void>();
      arrived.push(all.promise);
      let left = maxFileSize - 1;
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            if (left > 0) {
              controller.enqueue(piece.slice(0, left));
              left -= piece.length;
              return;
            }
            all.resolve();
            await finish.promise;
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      return send(`192.0.2.${index + 10}`, body);
    });
    await Promise.all(arrived);
    collectGarbage();
    const { arrayBuffers } = process.memoryUsage();
    assert.ok(arrayBuffers < 100 * mebibyte, `${arrayBuffers / mebibyte} MiB`);
    finish.resolve();
    for (const response of await Promise.all(uploads)) assert.equal(response.status, 415);
  });

  test('large images of one address are refused beyond two, and documents and others’ photos go first', async () => {
    const bomb = await sharp({ create: { width: 8160, height: 6120, channels: 3, background: '#fff' } })
      .toColourspace('b-w')
      .png({ compressionLevel: 9 })
      .toBuffer();
    const order: string[] = [];
    const refused: Response[] = [];
    async function follow(name: string, answer: Promise<Response>): Promise<void> {
      const response = await answer;
      if (response.status === 503) refused.push(response);
      else order.push(`${name} ${response.status}`);
    }
    const bombs = Array.from({ length: 12 }, () => follow('bomb', send('192.0.2.1', new Uint8Array(bomb))));
    const photo = new Uint8Array(await png());
    await Promise.all([
      ...bombs,
      follow('document', send('192.0.2.2', new Uint8Array(docx()))),
      follow('photo', send('192.0.2.3', photo)),
    ]);
    assert.equal(refused.length, 10);
    for (const { headers } of refused) assert.ok(Number(headers.get('retry-after')) > 0);
    assert.deepEqual(order.toSorted(), ['bomb 201', 'bomb 201', 'document 201', 'photo 201']);
    assert.equal(order.at(-1), 'bomb 201');
    assert.ok(order.indexOf('document 201') < order.lastIndexOf('bomb 201'));
    const later = await send('192.0.2.1', photo);
    assert.equal(later.status, 201);
  });
});
