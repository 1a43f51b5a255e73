/** Sign-in as the guide describes it: an OpenID provider, the portal's back end, the API with its command line, an officer at a browser. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import * as oidc from 'openid-client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { freePort } from '../../packages/server/src/testkit/free-port.ts';
import { cdnFolder } from '../portal/src/build-cdn.ts';
import { launch, type LaunchedServer } from '../portal/testkit/launch.ts';
import { startIssuer, type Issuer } from './src/issuer.ts';
import { Session } from './src/session.ts';

const audience = 'urn:dvk:api';
const server = path.dirname(createRequire(import.meta.url).resolve('@dvk/server/package.json'));

/** The line that a server wrote about a request. */
async function lineOf(server: LaunchedServer, requestId: string): Promise<string> {
  for (;;) {
    const line = server
      .said()
      .split('\n')
      .find((each) => each.includes(requestId) && each.endsWith('}'));
    if (line !== undefined) return line;
    await wait(20);
  }
}

describe('sign-in through the portal’s back end', () => {
  let data: string;
  let issuer: Issuer;
  let api: LaunchedServer;
  let portal: LaunchedServer;
  let address: string;
  let browser: Browser;
  let page: Page;
  const sent: string[] = [];

  before(async () => {
    await cdnFolder();
    data = await mkdtemp(path.join(tmpdir(), 'dvk-bff-'));
    const PORTAL = `http://127.0.0.1:${await freePort()}`;
    // Shorter than the portal's margin, so that every request needs a new token.
    issuer = await startIssuer({ port: 0, portal: PORTAL, audience, lifetime: 5 });
    const settings = {
      PORT: '0',
      DATABASE_URL: '',
      DVK_DATA: path.join(data, 'data'),
      DVK_ISSUER: issuer.address,
      DVK_AUDIENCE: audience,
      DVK_JWKS_URL: issuer.jwks,
      DVK_ROLE_NAMES: 'thu-ky=secretariat',
      DVK_TRUSTED_PROXIES: '1',
    };
    api = launch(path.join(server, 'src/cli.ts'), settings, /"url":"(http:[^"]+)".*"ready"/, 'serve');
    const environment = { PORTAL, API: await api.ready, ISSUER: issuer.address };
    portal = launch(path.join(import.meta.dirname, 'start.ts'), environment, /Portal: (http:\S+)/);
    address = await portal.ready;
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'vi-VN' });
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => {
      if (request.url().startsWith(address)) sent.push(JSON.stringify(request.headers()));
    });
  });
  after(async () => {
    await browser.close();
    await portal.stop();
    await api.stop();
    issuer.close();
    await rm(data, { recursive: true, force: true });
  });

  async function signIn(name: string): Promise<void> {
    await page.locator('dvk-case-desk').getByRole('button', { name: 'Đăng nhập' }).click();
    await page.locator('[name=login]').fill(name);
    await page.locator('[name=password]').fill('bất kỳ');
    await page.locator('button[type=submit]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  const search = () => page.getByLabel('Tìm mã, nội dung, địa điểm');

  test('the widget asks for it, the issuer asks who it is, and the desk opens where the person was', async () => {
    await page.goto(`${address}/?tu=email`);
    await signIn('thu-ky');
    await search().waitFor();
    assert.equal(page.url(), `${address}/?tu=email`);
  });

  test('no token reaches the browser: the cookie is a number that scripts do not see', async () => {
    const own = await page.context().cookies(address);
    const session = own.find(({ name }) => name === 'portal-session');
    assert.deepEqual([session?.httpOnly, session?.sameSite], [true, 'Lax']);
    const kept = await page.evaluate(() =>
      JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
    );
    for (const text of [kept, JSON.stringify(own), ...sent])
      for (const { access_token, id_token } of issuer.issued)
        assert.ok(!text.includes(access_token) && !text.includes(id_token));
    assert.ok(!kept.includes('portal-session'));
    assert.ok(!sent.some((headers) => headers.includes('"authorization"')));
  });

  test('tokens near their end are renewed and the person notices nothing', async () => {
    const given = issuer.issued.length;
    const statuses = await page.evaluate(() =>
      Promise.all(Array.from({ length: 6 }, async () => (await fetch('/v1/cases')).status)),
    );
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200]);
    assert.ok(issuer.issued.length > given);
    assert.deepEqual(issuer.refused, []);
  });

  test('another site cannot act for the person, nor lead a sign-in away from the portal', async () => {
    const forged = await fetch(`${address}/sign-out`, { method: 'POST', headers: { origin: 'https://khac.example' } });
    assert.equal(forged.status, 403);
    const away = await fetch(`${address}/sign-in?back=https://khac.example/`, { redirect: 'manual' });
    assert.ok(!away.headers.get('location')!.includes('khac.example'));
    const doubled = await page.request.get(`${address}/sign-in?back=//khac.example/`);
    assert.equal(new URL(doubled.url()).origin, address);
    const strange = await fetch(`${address}/signed-in?code=x&state=y`, { redirect: 'manual' });
    assert.equal(strange.status, 400);
    assert.equal(await strange.text(), 'Đăng nhập không thành công. Mời quý vị thử lại.');
  });

  test('an ID token is refused: the log says why, the response does not', async () => {
    const token = issuer.issued[0]!.id_token;
    const answer = await fetch(`${await api.ready}/v1/cases`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 401);
    assert.doesNotMatch(await answer.text(), /aud|DVK_/);
    const id = answer.headers.get('x-request-id')!;
    const line = await lineOf(api, id);
    assert.match((JSON.parse(line) as { reason: string }).reason, /^audience: .* an ID token is for the portal/);
  });

  test('many that ask at one moment share one renewal; a session that ended elsewhere asks to sign in again', async () => {
    const execute = [oidc.allowInsecureRequests];
    const client = await oidc.discovery(new URL(issuer.address), 'portal', 'only-for-trying', undefined, { execute });
    // As a thief would use it: the portal's own is worth nothing from now on.
    const tokens = await oidc.refreshTokenGrant(client, issuer.issued.at(-1)!.refresh_token);
    const given = issuer.issued.length;
    const session = new Session(client, tokens);
    const got = await Promise.all(Array.from({ length: 6 }, () => session.accessToken()));
    assert.equal(issuer.issued.length, given + 1);
    assert.deepEqual(got, Array(6).fill(issuer.issued.at(-1)!.access_token));

    await page.reload();
    await page.locator('dvk-case-desk').getByRole('button', { name: 'Đăng nhập' }).waitFor();
    assert.equal(issuer.refused.length, 1);
    await page.locator('dvk-case-desk').getByRole('button', { name: 'Đăng nhập' }).click();
    // The issuer has seen a token used twice and asks anew.
    await page.getByRole('button', { name: 'Continue' }).click();
    await search().waitFor();
  });

  test('signing out ends the session here and at the issuer', async () => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: /Yes, sign me out/ }).click();
    await page.waitForURL(`${address}/`);
    await page.locator('dvk-case-desk').getByRole('button', { name: 'Đăng nhập' }).click();
    await page.locator('[name=login]').waitFor();
  });
});
