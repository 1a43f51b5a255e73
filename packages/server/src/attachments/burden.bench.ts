/** How much one caller can cost: the largest request of each kind against an ordinary one, and many uploads at once. */
import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { maxFileSize } from '@dvk/sdk/attachments';
import { strToU8 } from 'fflate';
import sharp from 'sharp';
import { memoryStorage } from '../storage/index.ts';
import { addressOf, startCli } from '../testkit/cli-process.ts';
import { freshDatabase } from '../testkit/engines.ts';
import { docx, docxParts, pdf } from '../testkit/files.ts';
import { globalSetup, globalTeardown } from '../testkit/global-setup.ts';
import { sampleRegistration, sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, type TestServer } from '../testkit/server.ts';
import { findTemplates } from '../testkit/templates.ts';

type Report = (line: { name: string; value: number; unit: string; baseline?: string; ratio?: number }) => void;

const mebibyte = 1024 ** 2;
const wide = { width: 8160, height: 6120 };

/** Of this size at most, in bytes; noise that nothing packs. */
function largePdf(): Buffer {
  const file = pdf();
  const filler = Buffer.from(randomBytes(maxFileSize / 2 - 1000).toString('hex'), 'latin1');
  return Buffer.concat([file.subarray(0, 9), Buffer.from('%'), filler, Buffer.from('\n'), file]);
}

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a8' }, limitInputPixels: false });
const noisy = (width: number, height: number) => {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#fff', noise } });
};

/** A document whose every tag has to be judged. */
function costlyDocx(): Buffer {
  const piece = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const text = `<w:document xmlns:w="w"><w:body>${piece.repeat((31 * mebibyte) / piece.length)}</w:body></w:document>`;
  return docx({ ...docxParts(), 'word/a.xml': strToU8(text) });
}

/** Milliseconds of the processor, in all threads, of one run; the middle of some. */
async function costOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let run = -5; run < runs; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (run >= 0) costs.push((user + system) / 1000);
  }
  return costs.sort((a, b) => a - b)[costs.length >> 1]!;
}

async function benchCosts(server: TestServer, report: Report): Promise<void> {
  const upload = async (body: Uint8Array) => {
    const headers = {
      'content-disposition': 'attachment; filename=a',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${await server.tokenFor('secretariat')}`,
    };
    const init = { method: 'POST', headers, body: new Uint8Array(body) };
    const { status } = await server.fetch(new Request('http://test/v1/attachments', init));
    if (status !== 201) throw new Error(`${status}`);
  };
  const post = (url: string, body: unknown, expected: number) => async () => {
    const { status } = await server.call('POST', url, { body, as: 'secretariat' });
    if (status !== expected) throw new Error(`${url}: ${status}`);
  };
  const search = (words: string) => async () => {
    const { status } = await server.call('GET', `/v1/cases?q=${encodeURIComponent(words)}`, { as: 'secretariat' });
    if (status !== 200) throw new Error(`search: ${status}`);
  };
  // Composed it is as long as allowed; as it comes it takes all the work there is to compose it.
  const long = (length: number) => 'ấp Đồng Tiến '.normalize('NFD').repeat(length).slice(0, length);
  const content = Object.fromEntries(
    Object.keys(sampleRegistration().content).map((name) => [name, long(5000)]),
  ) as typeof sampleRegistration extends () => { content: infer C } ? C : never;

  const photo = await noisy(4000, 3000).jpeg({ quality: 60 }).toBuffer();
  const pairs: [name: string, ordinary: () => Promise<unknown>, largest: () => Promise<unknown>][] = [
    [
      'report of a citizen',
      post('/v1/cases', sampleSubmission(), 201),
      post('/v1/cases', sampleSubmission({ title: long(300), content: long(10_000), address: long(300) }), 201),
    ],
    [
      'report refused, a body of 1 MiB',
      post('/v1/cases', sampleSubmission(), 201),
      post('/v1/cases', sampleSubmission({ content: 'a\u0301\u0323'.repeat(200_000) }), 422),
    ],
    [
      'registration of a model',
      post('/v1/models', sampleRegistration(), 201),
      post('/v1/models', sampleRegistration({ content, name: long(300) }), 201),
    ],
    ['search of cases', search('rác'), search('a b c d e f g h i k l m n o p q r s t u v x y '.repeat(2).trim())],
  ];
  const files: [name: string, ordinary: Uint8Array, largest: Uint8Array][] = [
    ['PDF', pdf(), largePdf()],
    ['Word file', docx(), costlyDocx()],
    [
      'JPEG, 50 Mpx of noise, against a photo of 12 Mpx',
      photo,
      await noisy(wide.width, wide.height).jpeg({ quality: 75 }).toBuffer(),
    ],
    ['JPEG of one colour, 50 Mpx', photo, await flat(wide.width, wide.height).jpeg({ progressive: true }).toBuffer()],
    ['PNG of one colour, 50 Mpx', photo, await flat(wide.width, wide.height).png({ compressionLevel: 9 }).toBuffer()],
    ['WebP of one colour, 25 Mpx', photo, await flat(5800, 4400).webp({ lossless: true }).toBuffer()],
  ];
  for (const [name, ordinary, largest] of files) {
    if (largest.length > maxFileSize) throw new Error(`${name}: ${largest.length} bytes`);
    pairs.push([`upload: ${name}`, () => upload(ordinary), () => upload(largest)]);
  }
  for (const [name, ordinary, largest] of pairs) {
    const usual = await costOf(15, ordinary);
    const value = await costOf(3, largest);
    const baseline = `an ordinary one (${usual.toFixed(1)} ms)`;
    report({ name: `cost of the largest ${name}`, value, unit: 'ms CPU', baseline, ratio: value / usual });
  }
}

/** Bytes that a process has in memory. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) * 1024;
}

/** 50 uploads at once, each from an address of its own, sent again when told to come back. */
async function benchMemory(name: string, file: Uint8Array, report: Report): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dvk-bench-'));
  // Made before, because making one takes more memory than what is measured.
  await cp(findTemplates().directory, path.join(directory, 'database'), { recursive: true });
  const environment = {
    DVK_DATA: directory,
    DVK_SECRET_KEY: testSecretKey,
    DVK_TRUSTED_PROXIES: '1',
    PORT: '0',
  };
  const server = startCli(['serve'], environment);
  try {
    const url = `${await addressOf(server)}/v1/attachments`;
    let sentAgain = 0;
    const send = async (address: string, body: Uint8Array) => {
      const headers = {
        'content-disposition': 'attachment; filename=a',
        'idempotency-key': randomUUID(),
        'x-forwarded-for': address,
        connection: 'close',
      };
      for (;;) {
        const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
        await response.arrayBuffer();
        if (response.status === 201) return;
        if (response.status !== 503) throw new Error(`${response.status}`);
        sentAgain += 1;
        await setTimeout(Number(response.headers.get('retry-after')) * 1000);
      }
    };
    await send('192.0.2.250', pdf());
    await setTimeout(2000);
    const idle = await memoryOf(server.pid!);
    let most = 0;
    const finished = new AbortController();
    const watching = (async () => {
      while (!finished.signal.aborted) {
        most = Math.max(most, await memoryOf(server.pid!));
        await setTimeout(10);
      }
    })();
    const started = performance.now();
    await Promise.all(Array.from({ length: 50 }, (_, index) => send(`192.0.2.${index + 1}`, file)));
    const seconds = (performance.now() - started) / 1000;
    finished.abort();
    await watching;
    const value = (most - idle) / mebibyte;
    const baseline = `the bar of 400 MiB (idle ${Math.round(idle / mebibyte)} MiB; all kept within ${seconds.toFixed(0)} s, ${sentAgain} sent again)`;
    report({ name: `memory over idle: 50 at once, ${name}`, value, unit: 'MiB', baseline, ratio: value / 400 });
  } finally {
    server.kill();
    await rm(directory, { recursive: true, force: true });
  }
}

export async function bench(report: Report): Promise<void> {
  await globalSetup();
  try {
    const quota = { caller: 100 * 1024 * mebibyte, tenant: 1000 * 1024 * mebibyte };
    const server = await startTestServer(freshDatabase.PGlite, {
      storage: memoryStorage(),
      uploadQuotas: { staff: quota },
    });
    await benchCosts(server, report);
    await server.end();
    // The other system tells the memory of another process in other ways.
    if (process.platform !== 'linux') return;
    await benchMemory('PDF of 15 MiB', largePdf(), report);
    await benchMemory('JPEG of 50 Mpx', await noisy(wide.width, wide.height).jpeg({ quality: 75 }).toBuffer(), report);
  } finally {
    await globalTeardown();
  }
}
