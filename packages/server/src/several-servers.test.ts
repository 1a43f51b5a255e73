/** Several servers and a worker on one PostgreSQL, behind a proxy that knows no sessions: they come and go while people work. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server as NodeServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { CaseReceipt } from '@dvk/sdk/cases';
import { createClient, fileHeaders, isProblem, type Client } from '@dvk/sdk/client';
import { illustrativeUnit } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from './database/index.ts';
import { TestBrowser } from './sign-in/testkit/browser.ts';
import { startProvider, type TestProvider } from './sign-in/testkit/provider.ts';
import { addressOf, runCli, startCli, type CliProcess } from './testkit/cli-process.ts';
import { freshDatabase, type TestDatabase } from './testkit/engines.ts';
import { pdf } from './testkit/files.ts';
import { freePort } from './testkit/free-port.ts';
import { startProxy, type TestProxy } from './testkit/proxy.ts';
import { sampleSubmission } from './testkit/samples.ts';
import { whenWritten } from './testkit/script-process.ts';
import { testSecretKey } from './testkit/server.ts';

const reports = 96;
const senders = 8;
/** Every so many reports have a file. */
const withFile = 8;
/** The load of which one server is killed, and another is told to stop. */
const [killAt, stopAt] = [24, 54];
/** Seconds, in which a busy machine too sees that a server is not ready. */
const longDrain = '5';
const titleOf = (number: number) => `Phản ánh số ${number}`;

interface Running {
  process: CliProcess;
  url: string;
}

describe('several servers on one database', () => {
  let files: TestDatabase;
  let database: Database;
  let folder: string;
  let environment: Record<string, string>;
  let provider: TestProvider;
  let proxy: TestProxy;
  let receiver: NodeServer;
  let worker: CliProcess;
  const servers: Running[] = [];
  /** What another system was told, by the id of the message. */
  const told = new Map<string, string>();

  async function serve(drain = '1'): Promise<Running> {
    const child = startCli(['serve'], { ...environment, PORT: String(await freePort()), DVK_DRAIN: drain });
    const running = { process: child, url: await addressOf(child) };
    servers.push(running);
    proxy.add(running.url);
    return running;
  }
  async function work(): Promise<CliProcess> {
    const child = startCli(['work'], environment);
    await whenWritten(child, /(ready for jobs)/);
    return child;
  }
  async function end({ process: child }: Pick<Running, 'process'>, signal: NodeJS.Signals): Promise<unknown[]> {
    const gone = once(child, 'exit');
    child.kill(signal);
    return gone;
  }

  const tokenOf = (name: string, role: string) => {
    const now = Math.floor(Date.now() / 1000);
    return provider.sign({ iss: provider.address, aud: 'dvk', sub: name, roles: [role], iat: now, exp: now + 3600 });
  };
  /** Somebody who tries again for as long as it takes. */
  const clientFor = (token?: string, baseUrl = proxy.url): Client =>
    createClient({ baseUrl, maxRetries: 60, timeout: 120_000, ...(token !== undefined && { getToken: () => token }) });

  before(async () => {
    files = await freshDatabase.PostgreSQL();
    if (!('url' in files.options)) throw new Error('PostgreSQL has an address');
    database = await openDatabase(files.options);
    folder = await mkdtemp(join(tmpdir(), 'dvk-servers-'));
    receiver = createServer(async (request, response) => {
      const { data } = JSON.parse(await text(request)) as { data: { subject: string } };
      told.set(request.headers['webhook-id'] as string, data.subject);
      response.writeHead(204).end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    proxy = await startProxy();
    provider = await startProvider({
      clients: [
        {
          client_id: 'dvk',
          client_secret: 'only-for-tests',
          redirect_uris: [`${proxy.url}/auth/signed-in`],
          post_logout_redirect_uris: [`${proxy.url}/auth/signed-out`],
          id_token_signed_response_alg: 'ES256',
        },
      ],
    });
    environment = {
      DATABASE_URL: files.options.url,
      DVK_SECRET_KEY: testSecretKey,
      DVK_STORAGE_DIR: join(folder, 'files'),
      DVK_TRUSTED_PROXIES: '1',
      DVK_PUBLIC_URL: proxy.url,
      DVK_ISSUER: provider.address,
      DVK_AUDIENCE: 'dvk',
      DVK_CLIENT_ID: 'dvk',
      DVK_CLIENT_SECRET: 'only-for-tests',
      DVK_ROLE_NAMES: 'thu-ky=secretariat,quan-tri=administrator',
      DVK_WEBHOOK_HOSTS: '127.0.0.1',
      DVK_WORK: 'apart',
    };
    [worker] = await Promise.all([work(), serve(), serve()]);
    const administrator = clientFor(await tokenOf('ruler', 'quan-tri'));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/dvk`;
    await administrator.webhooks.create({ body: { name: 'Mẫu', url, kinds: ['case.received', 'case.accepted'] } });
  });
  after(async () => {
    for (const { process: child } of servers) child.kill('SIGKILL');
    worker.kill('SIGKILL');
    await proxy.close();
    provider.close();
    receiver.closeAllConnections();
    receiver.close();
    await database.close();
    await files.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const isBack = (address: string) => address.startsWith(`${proxy.url}/trang`);
  async function signIn(name: string): Promise<{ browser: TestBrowser; session: Session }> {
    const browser = new TestBrowser();
    const page = await browser.open(`${proxy.url}/auth/sign-in?back=/trang`, {}, isBack);
    const consent = await browser.submit(page, { login: name, password: 'bất kỳ' }, isBack);
    if (consent.status === 200) await browser.submit(consent, {}, isBack);
    const session = (await (await browser.request(`${proxy.url}/v1/session`)).json()) as Session;
    return { browser, session };
  }

  /** What was acknowledged, by number of the report. */
  const receipts = new Map<number, CaseReceipt>();
  /** Ids of cases that an officer was told to have accepted, as often as that. */
  const accepted = new Map<string, number>();
  const attached = new Map<string, Buffer>();
  const statusesOfSession = new Set<string>();
  const byCookie: CaseReceipt[] = [];

  test('one is killed, one is told to stop, a third begins, and nobody notices', async (t) => {
    const officers = await Promise.all(['a', 'b'].map((name) => tokenOf(`thu-ky.${name}`, 'thu-ky')));
    const { browser, session } = await signIn('thu-ky');
    assert.deepEqual(session.roles, ['secretariat']);
    const over = new AbortController();
    const isOver = () => over.signal.aborted;

    let next = 0;
    const citizen = async () => {
      const client = clientFor();
      while (next < reports) {
        const number = next++;
        const headers = { 'x-forwarded-for': `10.0.${number >> 6}.${number & 63}` };
        const attachments: string[] = [];
        if (number % withFile === 0) {
          const content = Buffer.concat([pdf(), Buffer.from(`\n%${number}`)]);
          const body = new Blob([new Uint8Array(content)]);
          const key = randomUUID();
          const { id } = await client.attachments.upload(
            { headers: fileHeaders('tệp.pdf'), body },
            { headers, idempotencyKey: key },
          );
          attachments.push(id);
          attached.set(id, content);
        }
        const body = sampleSubmission({ title: titleOf(number), attachments });
        receipts.set(number, await client.cases.create({ body }, { headers, idempotencyKey: `report-${number}` }));
      }
    };
    /** Each tries to accept each case, from the version seen: one of them can. */
    const officer = async (token: string) => {
      const client = clientFor(token);
      const done = new Set<string>();
      while (!isOver() || done.size < reports) {
        const { items } = await client.cases.list({ query: { status: ['received'], limit: 20 } });
        const todo = items.filter(({ id }) => !done.has(id));
        if (todo.length === 0 && isOver()) break;
        if (todo.length === 0) await setTimeout(200);
        for (const { id } of todo) {
          done.add(id);
          const { etag } = await client.cases.get({ params: { id } });
          const step = { params: { id }, body: { action: 'accept' } } as const;
          try {
            await client.cases.transition(step, { ifMatch: etag });
            accepted.set(id, (accepted.get(id) ?? 0) + 1);
          } catch (error) {
            if (!isProblem(error, 'precondition-failed') && !isProblem(error, 'transition-not-allowed')) throw error;
          }
        }
      }
    };
    /** Reads and writes by the cookie of a session, whatever server it comes to. */
    const atScreen = async () => {
      while (!isOver()) {
        const read = await browser.request(`${proxy.url}/v1/session`, { from: proxy.url });
        statusesOfSession.add(`${read.status} ${((await read.json()) as Session).subject}`);
        const headers = {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'dvk-expected-subject': session.subjectTag!,
        };
        const body = JSON.stringify(sampleSubmission({ title: 'Phản ánh từ phiên đăng nhập' }));
        const send = () => browser.request(`${proxy.url}/v1/cases`, { method: 'POST', headers, body, from: proxy.url });
        let sent = await send();
        // As the client does: the server that was killed may still hold the key, until the database has noticed.
        while ([409, 502, 503].includes(sent.status)) {
          await setTimeout(200);
          sent = await send();
        }
        assert.equal(sent.status, 201);
        byCookie.push((await sent.json()) as CaseReceipt);
        await setTimeout(700);
      }
    };

    const [first, second] = servers as [Running, Running];
    const comeAndGo = async () => {
      while (receipts.size < killAt) await setTimeout(10);
      assert.deepEqual(await end(first, 'SIGKILL'), [null, 'SIGKILL']);
      await serve();
      while (receipts.size < stopAt) await setTimeout(10);
      const [ended] = await Promise.all([end(second, 'SIGTERM'), end({ process: worker }, 'SIGTERM')]);
      assert.deepEqual(ended, [0, null], 'it stopped in good order');
      [worker] = await Promise.all([work(), serve(longDrain)]);
      // Nobody is without work until the last one serves.
      while (proxy.upstreams.at(-1)!.answered === 0) await setTimeout(10);
    };
    const working = Promise.all([comeAndGo(), ...Array.from({ length: senders }, citizen)]).finally(() => {
      over.abort();
    });
    await Promise.all([working, ...officers.map(officer), atScreen()]);

    assert.equal(receipts.size, reports);
    assert.deepEqual([...statusesOfSession], ['200 thu-ky'], 'nobody was signed out');
    assert.ok(
      proxy.upstreams.every(({ answered }) => answered > 0),
      'each server had its share',
    );
    assert.ok(proxy.sentAgain > 0, 'the kill interrupted something');
    t.diagnostic(
      `${proxy.sentAgain} sent again; ${proxy.upstreams.map(({ answered }) => answered).join(', ')} answered`,
    );
  });

  test('what was acknowledged is there once, each step was taken once, and all chains hold', async () => {
    const { rows } = await database.queries.execute<{ id: string; code: string; title: string; steps: number }>(sql`
      SELECT c.id, c.code, c.title,
        (SELECT count(*) FROM event WHERE subject = 'case/' || c.id AND kind = 'case.accepted')::int AS steps
      FROM citizen_case c`);
    const expected = [
      ...[...receipts].map(([number, { code }]) => `${code} ${titleOf(number)}`),
      ...byCookie.map(({ code }) => `${code} Phản ánh từ phiên đăng nhập`),
    ];
    assert.deepEqual(rows.map(({ code, title }) => `${code} ${title}`).toSorted(), expected.toSorted());
    const taken = rows.filter(({ steps }) => steps > 0);
    assert.ok(taken.length >= reports);
    for (const { id, steps } of taken) assert.deepEqual([steps, accepted.get(id)], [1, 1], id);
    const { code, output } = await runCli(['audit', 'verify'], environment);
    assert.equal(code, 0, output);
  });

  test('every file is whole on every server', async () => {
    const token = await tokenOf('thu-ky.a', 'thu-ky');
    for (const { url } of proxy.upstreams.slice(-2)) {
      for (const [id, content] of attached) {
        const response = await fetch(new URL(`/v1/attachments/${id}`, url), {
          headers: { authorization: `Bearer ${token}` },
        });
        assert.equal(response.status, 200);
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), content);
      }
    }
    assert.equal(attached.size, reports / withFile);
  });

  test('every job has had its effect, once', async () => {
    for (;;) {
      const { rows } = await database.queries.execute(
        sql`SELECT 1 FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND start_after <= now()`,
      );
      if (rows.length === 0) break;
      await setTimeout(200);
    }
    const { rows } = await database.queries.execute<{ subject: string }>(
      sql`SELECT subject FROM event WHERE kind IN ('case.received', 'case.accepted')`,
    );
    assert.deepEqual([...told.values()].toSorted(), rows.map(({ subject }) => subject).toSorted());
  });

  /** Those that still run. */
  const two = () => servers.slice(-2) as [Running, Running];

  test('a change of settings holds on the other server at once', async () => {
    const [here, there] = two();
    const token = await tokenOf('ruler', 'quan-tri');
    const [a, b] = [clientFor(token, here.url), clientFor(token, there.url)];
    for (const [replaces, name] of ['Một', 'Hai', 'Ba', 'Bốn'].entries()) {
      // Both have read it before.
      await Promise.all([a.settings.get(), b.settings.get()]);
      const value = { name, hotline: null };
      const terms = {
        validFrom: '2026-01-01',
        validTo: null,
        basis: null,
        reason: 'Mẫu',
        provisional: false,
        replaces,
      };
      await (replaces % 2 === 0 ? a : b).settings.change({ body: { name: 'office', value, ...terms } });
      const seen = await Promise.all([a, b].map((client) => client.settings.get()));
      assert.deepEqual(
        seen.map(({ office }) => office.name),
        [name, name],
      );
    }
  });

  test('so does a rubric that is put in force, and one that is taken out', async () => {
    const [here, there] = two();
    const token = await tokenOf('ruler', 'quan-tri');
    const [a, b] = [clientFor(token, here.url), clientFor(token, there.url)];
    const statesAt = async (client: Client) =>
      (await client.rubrics.list({ query: { limit: 100 } })).items.map(({ id, version, state }) => [
        id,
        version,
        state,
      ]);
    assert.deepEqual(await Promise.all([statesAt(a), statesAt(b)]), [[], []]);
    const rubric = { ...illustrativeUnit, version: '2026' };
    const { id, version } = rubric;
    await a.rubrics.publish({ body: { rubric, validFrom: '2026-01-01', validTo: null, reason: 'Mẫu' } });
    assert.deepEqual(await statesAt(b), [[id, version, 'in-force']]);
    assert.deepEqual(
      await b.rubrics.get({ params: { id, version } }),
      await a.rubrics.get({ params: { id, version } }),
    );
    await b.rubrics.withdraw({ params: { id, version }, body: { reason: 'Mẫu' } });
    assert.deepEqual(await statesAt(a), [[id, version, 'withdrawn']]);
  });

  test('who signs out on one is signed out on the other; no other page acts for them on any', async () => {
    const { browser, session } = await signIn('thu-ky');
    const cookie = [...browser.cookiesOf(proxy.url)].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = async ({ url }: Running) => {
      const response = await fetch(new URL('/v1/session', url), { headers: { cookie } });
      return ((await response.json()) as Session).subject;
    };
    const [here, there] = two();
    assert.deepEqual([await ask(here), await ask(there)], ['thu-ky', 'thu-ky']);
    for (const { url } of two()) {
      const response = await fetch(new URL('/v1/cases', url), {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'dvk-expected-subject': session.subjectTag!,
          origin: 'https://elsewhere.example',
        },
        body: JSON.stringify(sampleSubmission()),
      });
      assert.equal(response.status, 403);
    }
    const headers = { cookie, origin: new URL(proxy.url).origin };
    const ended = await fetch(new URL('/auth/sign-out', here.url), { method: 'POST', headers, redirect: 'manual' });
    assert.equal(ended.status, 303);
    assert.deepEqual([await ask(there), await ask(here)], [null, null]);
  });

  test('who is told to stop says so first, and finishes what has begun', async () => {
    const [, { process: child, url }] = two();
    const body = JSON.stringify(sampleSubmission());
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const slow = request(new URL('/v1/cases', url), { method: 'POST', headers });
    slow.write(body.slice(0, 20));
    const answered = once(slow, 'response') as Promise<[IncomingMessage]>;
    const gone = end({ process: child }, 'SIGTERM');
    while ((await fetch(new URL('/readyz', url))).status === 200) await setTimeout(20);
    const late = await fetch(new URL('/v1/units', url));
    assert.deepEqual([late.status, late.headers.get('connection')], [200, 'close']);
    assert.equal((await fetch(new URL('/readyz', url))).status, 503);
    await whenWritten(child, /(stopping)/);
    slow.end(body.slice(20));
    const [response] = await answered;
    assert.equal(response.statusCode, 201);
    response.resume();
    assert.deepEqual(await gone, [0, null], child.output());
  });
});
