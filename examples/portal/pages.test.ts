/** The portal's own pages: readable by everyone, at 320 px and in high contrast. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type * as axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { layoutShifts } from './testkit/layout-shift.ts';
import { signIn } from './testkit/visitor.ts';
import { pages } from './src/site-map.ts';

declare const window: { axe: typeof axe };

/** Pages of widgets that a role may not use. */
const refused = [
  ['/ban-xu-ly', 'citizen'],
  ['/dang-ky-mo-hinh', 'appraiser'],
] as const;

let portal: OpenPortal;
let address: string;
let browser: Browser;
let axeSource: string;

describe("the portal's pages", () => {
  before(async () => {
    axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    portal = await openPortal();
    ({ address, browser } = portal);
  });
  after(() => portal.close());

  async function onEveryPage(width: number, check: (page: Page, at: string) => Promise<void>): Promise<void> {
    // The policy would keep axe out; it is tested by the journeys.
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    for (const at of [...pages.map((each) => each.path), '/khong-co']) {
      await page.goto(address + at, { waitUntil: 'networkidle' });
      await check(page, at);
    }
    await context.close();
  }

  async function audit(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    return page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
      // A spoken command names what is seen.
      const rules = { 'label-content-name-mismatch': { enabled: true } };
      const { violations } = await window.axe.run({ runOnly: tags, rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
  }

  test('have nothing that axe objects to, light, dark, in high contrast and in forced colours', async () => {
    await onEveryPage(1280, async (page, at) => {
      assert.deepEqual(await audit(page), [], at);
      await page.click('#contrast');
      assert.deepEqual(await audit(page), [], `${at} in high contrast`);
      await page.click('#contrast');
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await audit(page), [], `${at} in the dark`);
      await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
      assert.deepEqual(await audit(page), [], `${at} in forced colours`);
      await page.emulateMedia({ forcedColors: null });
    });
  });

  test('have nothing that axe objects to for those who are signed in, with a list and with something open', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
    for (const { role, at, openers } of [
      { role: 'secretariat', at: '/ban-xu-ly', openers: [page.locator('dvk-case-desk .row .opener').first()] },
      { role: 'unit-officer', at: '/dang-ky-mo-hinh', openers: [button('Đăng ký mô hình mới')] },
      { role: 'unit-leader', at: '/cham-diem', openers: [button('Lập bảng chấm điểm mới')] },
      {
        role: 'administrator',
        at: '/don-vi',
        openers: [page.getByRole('treeitem').first(), button('Đổi tên, chuyển cấp trên')],
      },
      {
        role: 'administrator',
        at: '/nguoi-dung',
        openers: [button('Mời người dùng')],
      },
      { role: 'administrator', at: '/nhat-ky', openers: [page.locator('dvk-audit .row .opener').first()] },
      {
        role: 'administrator',
        at: '/thiet-lap',
        openers: [
          page.getByText('Lịch sử thay đổi'),
          page.locator('dvk-settings [data-date="2026-12-31"]'),
          page.getByText('Nghỉ hoán đổi', { exact: true }),
        ],
      },
      {
        role: 'administrator',
        at: '/bo-tieu-chi',
        openers: [page.locator('dvk-rubrics .row .opener').first(), button('Rút khỏi áp dụng')],
      },
      { role: 'administrator', at: '/bo-tieu-chi', openers: [button('Nhập bộ tiêu chí mới')] },
      {
        role: 'administrator',
        at: '/thiet-lap',
        openers: [button('Nơi tiếp nhận'), button('Đổi')],
      },
    ]) {
      await signIn(page, address, role);
      await page.goto(address + at, { waitUntil: 'networkidle' });
      assert.deepEqual(await audit(page), [], at);
      for (const [step, opener] of openers.entries()) {
        await opener.click();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await audit(page), [], `${at}, opened ${step + 1}`);
      }
    }
    await context.close();
  });

  test('do not move while they load on a slow phone, signed in or not', async () => {
    const staff = { '/ban-xu-ly': 'secretariat', '/cham-diem': 'unit-officer', '/dang-ky-mo-hinh': 'unit-officer' };
    const visits = [...pages.map((page) => [page.path, ''] as const), ...Object.entries(staff), ...refused];
    const moving: string[] = [];
    const visit = async () => {
      for (let next = visits.shift(); next; next = visits.shift()) {
        const [at, role] = next;
        const shifts = await layoutShifts(browser, address + at, role);
        const sum = shifts.reduce((all, { value }) => all + value, 0);
        // Below 0.1 is good by the Web Vitals; a widget in a page that is not ours should add nearly nothing.
        if (sum > 0.02) moving.push(`${at} ${role} moves by ${sum}: ${JSON.stringify(shifts)}`);
      }
    };
    await Promise.all([visit(), visit(), visit()]);
    assert.deepEqual(moving, []);
  });

  test('leave no empty room below a widget that asks to sign in, or that the person may not use', async () => {
    const asking = [['/ban-xu-ly'], ['/cham-diem'], ['/dang-ky-mo-hinh']] as const;
    for (const [at, role] of [...asking, ...refused]) {
      for (const width of [1280, 360]) {
        const context = await browser.newContext({ viewport: { width, height: 800 } });
        const page = await context.newPage();
        if (role) await signIn(page, address, role);
        await page.goto(address + at, { waitUntil: 'networkidle' });
        const widget = `:is(dvk-case-desk, dvk-scorecard, dvk-model-registration)`;
        await page.locator(`${widget} [part=refusal]`).waitFor();
        const bottomOf = async (part: string) => {
          const { y, height } = (await page.locator(part).boundingBox())!;
          return y + height;
        };
        const room = (await bottomOf(widget)) - (await bottomOf(`${widget} .panel`));
        assert.ok(room < 48, `${at} ${role} at ${width}: ${room} px`);
        await context.close();
      }
    }
  });

  test('fit 320 px, also with the largest letters', async () => {
    await onEveryPage(320, async (page, at) => {
      const width = () => page.evaluate('document.documentElement.scrollWidth');
      assert.equal(await width(), 320, at);
      for (let step = 0; step < 3; step += 1) await page.click('#font-plus');
      assert.equal(await width(), 320, `${at} with larger letters`);
      for (let step = 0; step < 3; step += 1) await page.click('#font-minus');
    });
  });

  test('print what a person came for: no navigation, no samples, no advice for the screen', async () => {
    await onEveryPage(1280, async (page, at) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of ['#mainnav', '.col-side', '#footer', '.page-widget p.intro', '.box-examples']) {
        for (const found of await page.locator(part).all())
          assert.equal(await found.isVisible(), false, `${at} ${part}`);
      }
      // A sheet has a heading of its own.
      const isSheet = pages.find((each) => each.path === at)?.sheet === true;
      assert.equal(await page.locator('.site-title').isVisible(), !isSheet, at);
      // Browsers leave backgrounds out: what stands on one in white would not be seen.
      for (const words of await page.locator('.motto p, .box-title span, .tbl th').all())
        assert.equal(await words.evaluate((each) => getComputedStyle(each).color), 'rgb(0, 0, 0)', at);
      await page.emulateMedia({ media: 'screen' });
    });
  });

  test('print no empty sheet after what a desk shows', async () => {
    const page = await browser.newPage();
    await signIn(page, address, 'unit-officer');
    await page.goto(`${address}/thiet-lap`, { waitUntil: 'networkidle' });
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal(printed.match(/\/Type\s*\/Page\b/g)?.length, 1);
    await page.close();
  });

  test('open a sample case at one press', async () => {
    const page = await browser.newPage();
    await page.goto(`${address}/tra-cuu`, { waitUntil: 'networkidle' });
    const sample = page.locator('.box-examples tbody a').last();
    const title = (await sample.textContent())!;
    await sample.click();
    await page.locator('dvk-complaint-tracker').getByRole('heading', { name: title }).waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the codes are taken out of the address');
    await page.close();
  });

  test('take over high contrast from the system until a person chooses', async () => {
    const context = await browser.newContext({ contrast: 'more' });
    const page = await context.newPage();
    const isHigh = () => page.locator('html.high-contrast').count();
    await page.goto(address);
    assert.equal(await isHigh(), 1);
    await page.click('#contrast');
    await page.reload();
    assert.equal(await isHigh(), 0);
    await context.close();
  });

  test('open their navigation at 320 px and keep the chosen size of letters', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(address);
    const link = page.locator('#nav-list a[href="/tra-cuu"]');
    assert.equal(await link.isVisible(), false);
    await page.click('#nav-toggle');
    await page.click('#font-plus');
    await link.click();
    await page.waitForURL('**/tra-cuu');
    assert.match((await page.getAttribute('html', 'class')) ?? '', /font-step-1/);
    await page.close();
  });
});
