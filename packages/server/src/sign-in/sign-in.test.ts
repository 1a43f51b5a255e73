import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Session } from '@dvk/sdk/session';
import { pino } from 'pino';
import { createServer, type Server } from '../create-server.ts';
import { listen, type Listening } from '../listen.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { sampleSubmission } from '../testkit/samples.ts';
import { startTestServer, testSecretKey, testTenant, type TestServer } from '../testkit/server.ts';
import type { SignInOptions } from './options.ts';
import { parseSetCookie, TestBrowser } from './testkit/browser.ts';
import { startProvider, type TestProvider } from './testkit/provider.ts';

const origin = 'https://dvk.example';
const portal = 'https://cong.example';
const minute = 60_000;

onBothEngines('sign-in through the server', (_engine, create) => {
  let staff: TestProvider;
  let citizens: TestProvider;
  let server: TestServer;
  /** Another server on the same database. */
  let second: Server;
  let listening: Listening;
  let options: SignInOptions;
  /** Milliseconds by which the clock of the servers is ahead. */
  let ahead = 0;
  const reasons: string[] = [];

  before(async () => {
    // The provider tells this server by its own address that somebody has signed out.
    let reached: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
    listening = await listen((request) => reached(request), { port: 0 });
    const client = {
      client_id: 'dvk',
      client_secret: 'only-for-tests',
      redirect_uris: [`${origin}/auth/signed-in`],
      post_logout_redirect_uris: [`${origin}/auth/signed-out`],
      backchannel_logout_uri: `${listening.url}/auth/back-channel-logout`,
      backchannel_logout_session_required: true,
      id_token_signed_response_alg: 'ES256' as const,
    };
    [staff, citizens] = await Promise.all([startProvider({ clients: [client] }), startProvider({ clients: [client] })]);
    const known = { id: 'dvk', secret: 'only-for-tests' };
    options = {
      address: new URL(`${origin}/`),
      idle: 60,
      lifetime: 720,
      issuers: [
        {
          key: 'can-bo',
          label: 'Tài khoản cán bộ',
          issuer: staff.address,
          signsIn: 'staff',
          roleNames: { 'thu-ky': 'secretariat', 'quan-tri': 'administrator' },
          client: known,
        },
        {
          key: 'nguoi-dan',
          label: 'Tài khoản định danh',
          issuer: citizens.address,
          signsIn: 'citizens',
          namespace: 'nguoi-dan',
          roleNames: { 'quan-tri': 'administrator' },
          client: known,
        },
      ],
    };
    const clock = () => new Date(Date.now() + ahead);
    const log = pino({ level: 'info' }, { write: (line: string) => void reasons.push(line) });
    server = await startTestServer(create, { signIn: options, origins: [portal], clock, log });
    second = createServer({
      database: server.database,
      tenant: testTenant,
      secretKey: testSecretKey,
      signIn: options,
      origins: [portal],
      work: 'apart',
      clock,
      log,
    });
    reached = (request) => server.fetch(request);
  });
  after(async () => {
    staff.close();
    citizens.close();
    await listening.close();
    await server.end();
  });

  const newBrowser = (to: Pick<Server, 'fetch'> = server) =>
    new TestBrowser({ [origin]: (request) => to.fetch(request, { remoteAddress: '192.0.2.1' }) });
  const isBack = (address: string) => address.startsWith(`${origin}/trang`) || address.startsWith(portal);

  /** Goes through the whole sign-in; gives the page at its end, status 204 where it leads back. */
  async function signIn(browser: TestBrowser, name: string, query = 'issuer=can-bo&back=/trang'): Promise<Response> {
    const page = await browser.open(`${origin}/auth/sign-in?${query}`, {}, isBack);
    if (page.status === 204) return page;
    const consent = await browser.submit(page, { login: name, password: 'bất kỳ' }, isBack);
    return consent.status === 200 ? browser.submit(consent, {}, isBack) : consent;
  }
  const sessionOf = async (browser: TestBrowser): Promise<Session> =>
    (await (await browser.request(`${origin}/v1/session`)).json()) as Session;
  const cookieOf = (browser: TestBrowser) => browser.cookiesOf(origin).get('__Host-dvk-session');

  test('somebody signs in, and the API knows them; the browser has a number that says nothing', async () => {
    const browser = newBrowser();
    assert.equal((await signIn(browser, 'thu-ky')).status, 204);
    assert.equal(browser.address, `${origin}/trang`);
    const { subject, name, roles } = await sessionOf(browser);
    assert.deepEqual([subject, name, roles], ['thu-ky', 'Nguyễn Văn A', ['secretariat']]);
    assert.deepEqual([...browser.cookiesOf(origin).keys()], ['__Host-dvk-session']);
    assert.match(cookieOf(browser)!, /^[\w-]{43}$/);
    const rows = await server.database.queries.execute('SELECT * FROM sign_in_session');
    const stored = JSON.stringify(rows.rows.map((row) => Object.values(row).map(String)));
    assert.ok(!stored.includes(cookieOf(browser)!) && !stored.includes('Nguyễn'));
  });

  /** What the log says of the last request of an address. */
  const lastReason = (path: string): string | undefined =>
    reasons
      .map((line) => JSON.parse(line) as { route?: string; reason?: string })
      .findLast(({ route }) => route === path)?.reason;

  test('the cookie is for this host alone, over https alone, and no script reads it', async () => {
    const browser = newBrowser();
    const login = await browser.open(`${origin}/auth/sign-in?issuer=can-bo&back=/trang`);
    const consent = await browser.submit(login, { login: 'thu-ky', password: 'x' });
    const given: string[] = [];
    const seen = new TestBrowser({
      [origin]: async (request) => {
        const response = await server.fetch(request);
        given.push(...response.headers.getSetCookie());
        return response;
      },
    });
    for (const [host, cookies] of browser.cookies) seen.cookies.set(host, cookies);
    seen.address = browser.address;
    await seen.submit(consent, {}, isBack);
    const { name, attributes, isGone } = parseSetCookie(given.at(-1)!);
    assert.deepEqual([name, isGone], ['__Host-dvk-session', false]);
    assert.deepEqual([...attributes].toSorted(), ['httponly', 'path=/', 'samesite=lax', 'secure']);
  });

  test('people of two services are never the same, whatever they are called; a citizen gets no role of staff', async () => {
    const [officer, citizen] = [newBrowser(), newBrowser()];
    await signIn(officer, 'quan-tri');
    await signIn(citizen, 'quan-tri', 'issuer=nguoi-dan&back=/trang');
    const [known, other] = [await sessionOf(officer), await sessionOf(citizen)];
    assert.deepEqual([known.subject, known.roles], ['quan-tri', ['administrator']]);
    assert.deepEqual([other.subject, other.roles], ['~nguoi-dan~quan-tri', ['citizen']]);
    assert.notEqual(known.subjectTag, other.subjectTag);
    // Nobody of the service whose names stay as they are can be called like somebody of the other, or like a program.
    for (const name of ['~nguoi-dan~quan-tri', 'service:01993000-0000-7000-8000-00000000000a']) {
      staff.change = (claims) => ({ ...claims, sub: name });
      const impostor = newBrowser();
      await signIn(impostor, 'quan-tri.khac');
      assert.equal((await sessionOf(impostor)).subject, `~~${name}`);
    }
    staff.change = undefined;
  });

  test('a service for staff signs in nobody without a role of staff; the list of people may give one', async () => {
    const browser = newBrowser();
    await signIn(browser, 'ai-do');
    const refused = await browser.request(`${origin}/v1/session`);
    assert.equal(refused.status, 403);
    assert.match(((await refused.json()) as { detail: string }).detail, /chưa có vai trò nào ở đây/);
  });

  test('where there are several services people choose; names are shown as text', async () => {
    const page = await newBrowser().open(`${origin}/auth/sign-in?back=/trang`);
    const text = await page.text();
    assert.match(text, /Tài khoản cán bộ.*Tài khoản định danh/s);
    assert.match(text, /issuer=can-bo/);
    const style = createHash('sha256')
      .update(/<style>(.*?)<\/style>/s.exec(text)![1]!)
      .digest('base64');
    const policy = page.headers.get('content-security-policy')!;
    assert.ok(policy.includes("default-src 'none'") && policy.includes(`style-src 'sha256-${style}'`), policy);
    assert.equal((await newBrowser().open(`${origin}/auth/sign-in?issuer=khac`)).status, 400);
  });

  test('it leads back to the portals that are named, and nowhere else', async () => {
    for (const back of [
      'https://khac.example/',
      '//khac.example/',
      'https://dvk.example.khac.example/',
      'javascript:1',
    ]) {
      const page = await newBrowser().open(`${origin}/auth/sign-in?issuer=can-bo&back=${encodeURIComponent(back)}`);
      assert.equal(page.status, 400, back);
      assert.match(await page.text(), /Địa chỉ quay về không thuộc cổng này/);
    }
    const browser = newBrowser();
    await signIn(browser, 'thu-ky', `issuer=can-bo&back=${portal}/trang?a=1`);
    assert.equal(browser.address, `${portal}/trang?a=1`);
  });

  test('a wrong state, a cookie of another sign-in, and one that took too long are refused', async () => {
    const callback = (address: string) => address.startsWith(`${origin}/auth/signed-in`);
    async function upToCode(browser: TestBrowser): Promise<URL> {
      const page = await browser.open(`${origin}/auth/sign-in?issuer=can-bo&back=/trang`);
      const consent = await browser.submit(page, { login: 'thu-ky', password: 'x' });
      await browser.submit(consent, {}, callback);
      return new URL(browser.address);
    }
    const [victim, attacker] = [newBrowser(), newBrowser()];
    const address = await upToCode(attacker);
    // A sign-in that somebody else began (login CSRF).
    assert.equal((await victim.open(address.href)).status, 400);
    assert.match(lastReason('/auth/signed-in')!, /^state: this browser has not begun it/);
    assert.equal(cookieOf(victim), undefined);
    const own = await upToCode(victim);
    const mixed = new URL(own);
    mixed.searchParams.set('code', address.searchParams.get('code')!);
    // The code of somebody else fits neither verifier nor nonce.
    assert.equal((await victim.open(mixed.href)).status, 400);
    assert.match(lastReason('/auth/signed-in')!, /does not take the code/);
    assert.match(staff.refused.at(-1)!, /code_verifier does not match/);
    const strange = new URL(own);
    strange.searchParams.set('state', 'x'.repeat(43));
    assert.equal((await victim.open(strange.href)).status, 400);

    const slow = newBrowser();
    const late = await upToCode(slow);
    ahead += 11 * minute;
    assert.equal((await slow.open(late.href)).status, 400);
    ahead -= 11 * minute;
  });

  test('a code is good once, even for who kept the cookie of the sign-in', async () => {
    const browser = newBrowser();
    const page = await browser.open(`${origin}/auth/sign-in?issuer=can-bo&back=/trang`);
    const consent = await browser.submit(page, { login: 'thu-ky', password: 'x' });
    await browser.submit(consent, {}, (address) => address.startsWith(`${origin}/auth/signed-in`));
    const kept = new Map(browser.cookiesOf(origin));
    const callback = browser.address;
    assert.equal((await browser.open(callback, {}, isBack)).status, 204);
    // The cookie is gone with its use; a copy of it does not help.
    assert.equal((await browser.open(callback, {}, isBack)).status, 400);
    const thief = newBrowser();
    thief.cookies.set(new URL(origin).host, kept);
    assert.equal((await thief.open(callback, {}, isBack)).status, 400);
    assert.match(lastReason('/auth/signed-in')!, /does not take the code/);
  });

  test('an ID token that is expired, early, of another audience, nonce or issuer is refused', async () => {
    const seconds = () => Math.floor(Date.now() / 1000);
    const changes: [string, TestProvider['change']][] = [
      ['expired', (claims) => ({ ...claims, exp: seconds() - 31 })],
      ['early', (claims) => ({ ...claims, nbf: seconds() + 40 })],
      ['audience', (claims) => ({ ...claims, aud: 'khac' })],
      ['nonce', (claims) => ({ ...claims, nonce: 'khac' })],
      ['issuer', (claims) => ({ ...claims, iss: citizens.address })],
    ];
    for (const [name, change] of changes) {
      staff.change = change;
      const browser = newBrowser();
      assert.equal((await signIn(browser, 'thu-ky')).status, 400, name);
      assert.equal(cookieOf(browser), undefined, name);
    }
    // Within the tolerance of clocks all is well.
    staff.change = (claims) => ({ ...claims, exp: seconds() - 20, nbf: seconds() + 20, iat: seconds() + 20 });
    assert.equal((await signIn(newBrowser(), 'thu-ky')).status, 204);
    staff.change = undefined;
  });

  test('who breaks off at the service is told so, and may try again', async () => {
    const browser = newBrowser();
    const login = await browser.open(`${origin}/auth/sign-in?issuer=can-bo&back=/trang`);
    const abort = /href="([^"]*abort[^"]*)"/.exec(await login.text())![1]!;
    const page = await browser.open(new URL(abort, browser.address).href);
    assert.equal(page.status, 400);
    const text = await page.text();
    assert.match(text, /Lần đăng nhập này đã bị hủy/);
    assert.match(lastReason('/auth/signed-in')!, /the service says access_denied/);
    const again = /class="choice" href="([^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    assert.equal(new URL(again).searchParams.get('issuer'), 'can-bo');
  });

  test('a service that cannot be reached is our trouble, is said so, and is found again', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const lost = await startProvider({ clients: [] });
    const issuers = [{ ...options.issuers[0]!, issuer: lost.address }];
    lost.isDown = true;
    const alone = createServer({
      database: server.database,
      tenant: testTenant,
      secretKey: testSecretKey,
      signIn: { ...options, issuers },
      work: 'apart',
      log: pino({ level: 'silent' }),
    });
    const page = await newBrowser(alone).open(`${origin}/auth/sign-in?back=/trang`);
    assert.equal(page.status, 503);
    assert.match(await page.text(), /tạm thời không trả lời/);
    lost.isDown = false;
    context.mock.timers.tick(6000);
    const found = await newBrowser(alone).request(`${origin}/auth/sign-in?back=/trang`);
    assert.ok(found.headers.get('location')!.startsWith(lost.address));
    lost.close();
  });

  test('keys that the service has replaced are found', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    assert.equal((await signIn(newBrowser(), 'thu-ky')).status, 204);
    await staff.rotateKeys();
    context.mock.timers.tick(6000);
    assert.equal((await signIn(newBrowser(), 'thu-ky')).status, 204);
  });

  test('the id is new after every sign-in: one that was planted or stolen before opens nothing', async () => {
    const attacker = newBrowser();
    await signIn(attacker, 'thu-ky');
    const planted = cookieOf(attacker)!;
    const victim = newBrowser();
    victim.cookiesOf(origin).set('__Host-dvk-session', planted);
    await signIn(victim, 'quan-tri');
    assert.notEqual(cookieOf(victim), planted);
    assert.equal((await sessionOf(victim)).subject, 'quan-tri');
    assert.equal((await sessionOf(attacker)).subject, null);

    const stolen = cookieOf(victim)!;
    await signIn(victim, 'quan-tri', 'issuer=can-bo&back=/trang&again=1');
    const thief = newBrowser();
    thief.cookiesOf(origin).set('__Host-dvk-session', stolen);
    assert.equal((await sessionOf(thief)).subject, null);
    assert.equal((await sessionOf(victim)).subject, 'quan-tri');
  });

  test('what weighs much needs a sign-in of a short while ago, or a new one', async () => {
    const seconds = () => Math.floor(Date.now() / 1000);
    const browser = newBrowser();
    const invite = async () => {
      const { subjectTag } = await sessionOf(browser);
      return browser.request(`${origin}/v1/people`, {
        method: 'POST',
        from: `${origin}/trang`,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'dvk-expected-subject': subjectTag!,
        },
        body: JSON.stringify({ name: 'Nguyễn Văn B', unitId: null, invitation: crypto.randomUUID() }),
      });
    };
    staff.change = (claims) => ({ ...claims, auth_time: seconds() - 16 * 60 });
    await signIn(browser, 'quan-tri');
    const refused = await invite();
    assert.equal(refused.status, 401);
    assert.equal(((await refused.json()) as { type: string }).type, 'urn:dvk:problem:sign-in-again');
    assert.match(refused.headers.get('www-authenticate')!, /insufficient_user_authentication", max_age="900"/);
    // The service must have asked anew; what it says of the time is checked.
    assert.equal((await signIn(browser, 'quan-tri', 'back=/trang&again=1')).status, 400);
    staff.change = undefined;
    assert.equal((await signIn(browser, 'quan-tri', 'back=/trang&again=1')).status, 204);
    assert.equal((await invite()).status, 201);
    ahead += 16 * minute;
    assert.equal((await invite()).status, 401);
    ahead -= 16 * minute;
    // What weighs less can be done all day.
    staff.change = (claims) => ({ ...claims, auth_time: undefined });
    await signIn(browser, 'quan-tri');
    staff.change = undefined;
    assert.equal((await browser.request(`${origin}/v1/people`)).status, 200);
    assert.equal((await invite()).status, 401);
  });

  test('made-up and malformed cookies are nobody’s', async () => {
    for (const id of ['', 'x', 'x'.repeat(43), '%00'.repeat(20), 'y'.repeat(4000)]) {
      const browser = newBrowser();
      browser.cookiesOf(origin).set('__Host-dvk-session', id);
      assert.equal((await sessionOf(browser)).subject, null, id);
    }
    // Over https only a cookie that no neighbour can set counts.
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    browser.cookiesOf(origin).set('dvk-session', cookieOf(browser)!).delete('__Host-dvk-session');
    assert.equal((await sessionOf(browser)).subject, null);
  });

  test('several servers on one database know the same sessions, and forget them together', async () => {
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    const there = newBrowser(second);
    there.cookiesOf(origin).set('__Host-dvk-session', cookieOf(browser)!);
    assert.equal((await sessionOf(there)).subject, 'thu-ky');
    await browser.open(
      `${origin}/auth/sign-out?back=/trang`,
      { method: 'POST', from: `${origin}/trang` },
      (address) => !address.startsWith(`${origin}/auth/sign-out`),
    );
    assert.equal(cookieOf(browser), undefined);
    assert.equal((await sessionOf(there)).subject, null);
  });

  test('signing out leads through the service and back; no other site can do it', async () => {
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    const forged = await browser.request(`${origin}/auth/sign-out`, { method: 'POST', from: 'https://khac.example/' });
    assert.equal(forged.status, 403);
    assert.equal((await sessionOf(browser)).subject, 'thu-ky');
    assert.equal((await browser.request(`${origin}/auth/sign-out`)).status, 405);
    const page = await browser.open(`${origin}/auth/sign-out?back=${portal}/ra`, {
      method: 'POST',
      from: `${origin}/trang`,
    });
    assert.ok(browser.address.startsWith(staff.address));
    await browser.submit(page, { logout: 'yes' }, isBack);
    assert.equal(browser.address, `${portal}/ra`);
    // The service has forgotten them too, and asks for a name again.
    const next = await browser.open(`${origin}/auth/sign-in?issuer=can-bo&back=/trang`, {}, isBack);
    assert.match(await next.text(), /name="login"/);
  });

  test('who signs out elsewhere is signed out here: the service says so', async () => {
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    const other = newBrowser();
    await signIn(other, 'thu-ky');
    // At the service itself, not here.
    const page = await browser.open(`${staff.address}/session/end`);
    await browser.submit(page, { logout: 'yes' });
    assert.equal((await sessionOf(browser)).subject, null);
    // The session of another browser goes on: the service names the one that ended.
    assert.equal((await sessionOf(other)).subject, 'thu-ky');
  });

  test('a logout token ends all sessions of a person; forged and foreign ones end none', async () => {
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    const seconds = Math.floor(Date.now() / 1000);
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const good = { iss: staff.address, aud: 'dvk', sub: 'thu-ky', iat: seconds, exp: seconds + 120, jti: 'a', events };
    const send = async (token: string) => {
      const body = new URLSearchParams({ logout_token: token });
      const response = await browser.request(`${origin}/auth/back-channel-logout`, { method: 'POST', body });
      assert.equal(response.headers.get('cache-control'), 'no-store');
      return response.status;
    };
    const { events: _, ...withoutEvents } = good;
    const { sub: __, ...ofNobody } = good;
    const bad = [
      '',
      'x',
      await citizens.sign(good),
      await staff.sign({ ...good, iss: citizens.address }),
      await staff.sign({ ...good, aud: 'khac' }),
      await staff.sign({ ...good, nonce: 'x' }),
      await staff.sign({ ...good, exp: seconds - 60 }),
      await staff.sign(withoutEvents),
      await staff.sign(ofNobody),
    ];
    for (const token of bad) assert.equal(await send(token), 400);
    // Of the other service, and of a time before this sign-in.
    assert.equal(await send(await citizens.sign({ ...good, iss: citizens.address })), 200);
    assert.equal(await send(await staff.sign({ ...good, iat: seconds - 3600 })), 200);
    assert.equal((await sessionOf(browser)).subject, 'thu-ky');
    assert.equal(await send(await staff.sign(good, 'logout+jwt')), 200);
    assert.equal((await sessionOf(browser)).subject, null);
  });

  test('a session ends when it is not used, and after its time in any case', async () => {
    const [idle, busy] = [newBrowser(), newBrowser()];
    await signIn(idle, 'thu-ky');
    await signIn(busy, 'thu-ky');
    const before = ahead;
    ahead += 59 * minute;
    assert.equal((await sessionOf(busy)).subject, 'thu-ky');
    ahead += 2 * minute;
    assert.equal((await sessionOf(idle)).subject, null);
    assert.equal((await sessionOf(busy)).subject, 'thu-ky');
    for (let passed = 110; passed < 720; passed += 50) {
      ahead = before + passed * minute;
      assert.equal((await sessionOf(busy)).subject, 'thu-ky', `after ${passed} minutes`);
    }
    ahead = before + 721 * minute;
    assert.equal((await sessionOf(busy)).subject, null);
    ahead = before;
  });

  test('only pages of the portal change something over the cookie, and they say for whom', async () => {
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    const { subjectTag } = await sessionOf(browser);
    const send = async (headers: Record<string, string>) => {
      const response = await browser.request(`${origin}/v1/cases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
        body: JSON.stringify(sampleSubmission()),
      });
      return response.status;
    };
    const tagged = { 'dvk-expected-subject': subjectTag! };
    const ownPages: Record<string, string>[] = [
      { origin },
      { origin, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-origin' },
    ];
    for (const own of ownPages) assert.equal(await send({ ...tagged, ...own }), 201);
    assert.equal(await send({ ...tagged, origin: portal, 'sec-fetch-site': 'same-site' }), 201);
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://khac.example' },
      { origin: 'null' },
      { origin: `${origin}.khac.example` },
      { origin: 'https://khac.example', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
      { origin, 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) assert.equal(await send({ ...tagged, ...headers }), 403, JSON.stringify(headers));
    assert.equal(await send({ origin }), 403);
    assert.match(lastReason('/v1/cases')!, /^csrf: /);
    // The tracker proves what it does by the secret of the case.
    const rate = (headers: Record<string, string>) =>
      browser.request(`${origin}/v1/tracking/PA-1/rating`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
        body: JSON.stringify({ solved: 5, attitude: 5 }),
      });
    assert.equal((await rate({ origin, 'case-secret': 'AAAA' })).status, 404);
    assert.equal((await rate({ origin: 'https://khac.example', 'case-secret': 'AAAA' })).status, 403);
    assert.equal((await rate({ origin })).status, 403);
    // Somebody else's, as a page has it that was opened before.
    assert.equal(await send({ origin, 'dvk-expected-subject': 'x'.repeat(22) }), 409);
    // A visitor has nothing that could be abused.
    const visitor = newBrowser();
    const anonymous = await visitor.request(`${origin}/v1/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(sampleSubmission()),
    });
    assert.equal(anonymous.status, 201);
  });

  test('pages of named portals on other hosts may send the cookie; a token goes before it', async () => {
    const browser = newBrowser();
    await signIn(browser, 'thu-ky');
    const asked = await browser.request(`${origin}/v1/session`, { headers: { origin: portal } });
    assert.equal(asked.headers.get('access-control-allow-origin'), portal);
    assert.equal(asked.headers.get('access-control-allow-credentials'), 'true');
    assert.match(asked.headers.get('vary')!, /Cookie/);
    const strange = await browser.request(`${origin}/v1/session`, { headers: { origin: 'https://khac.example' } });
    assert.equal(strange.headers.get('access-control-allow-origin'), null);
    const authorization = `Bearer ${await server.tokenFor('inspector')}`;
    const withToken = await browser.request(`${origin}/v1/session`, { headers: { authorization } });
    assert.deepEqual(((await withToken.json()) as Session).roles, ['inspector']);
    const withBadToken = await browser.request(`${origin}/v1/session`, { headers: { authorization: 'Bearer x' } });
    assert.equal(withBadToken.status, 401);
  });
});
