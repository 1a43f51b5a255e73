/**
 * The settings of the portal against the real server, in a real browser: an administrator swaps a day off, sees what that means
 * before saving, finds it in the history, and a case that is received afterwards is due by it.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { addTerm, isWorkingDay, vietnamCalendar } from '@dvk/sdk/calendar';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Browser, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { dayOf, moveWorkingDay, openYear, saveSettings } from './testkit/settings.ts';
import { createCase, openVisitor, signIn } from './testkit/visitor.ts';

let portal: OpenPortal;
let address: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];

const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const isWorked = (date: string) => isWorkingDay(vietnamCalendar, date);

/** The day that a report is due which is sent now. */
const dueOf = async (title: string): Promise<string> => dateInVietnam((await createCase(page, title)).dueAt);

describe('the settings of the demo portal', () => {
  before(async () => {
    portal = await openPortal();
    ({ address, browser } = portal);
  });
  after(() => portal.close());
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('a day off that an administrator sets moves what is received afterwards, and nothing that is open', async () => {
    page = await openVisitor(browser, faults);
    await signIn(page, address, 'administrator');
    const dueBefore = await dueOf('Nước thải mẫu thứ nhất');
    // A working day within the term, and a Saturday behind its end on which it is made up.
    let off = addDays(dateInVietnam(Date.now()), 1);
    while (!isWorked(off)) off = addDays(off, 1);
    assert.ok(off < dueBefore);
    let makeUp = addDays(dueBefore, 1);
    while (new Date(makeUp).getUTCDay() !== 6 || isWorked(makeUp)) makeUp = addDays(makeUp, 1);

    await page.goto(`${address}/thiet-lap`);
    await moveWorkingDay(page, off, makeUp);
    const effect = page.locator('dvk-settings .effect .notice');
    await effect.getByText(/^Xem \d+ hồ sơ$/).click();
    assert.ok((await effect.locator('tbody tr').count()) > 0);
    await saveSettings(page);

    await page.getByText('Lịch sử thay đổi').click();
    const version = page.locator('dvk-settings .versions > li');
    await version.getByText('15/TB-UBND ngày 01/12/2026').waitFor();
    assert.match((await version.textContent())!, /Phiên bản 1\s+Đang áp dụng/);

    assert.equal(
      await dueOf('Nước thải mẫu thứ hai'),
      addTerm(vietnamCalendar, dueBefore, { amount: 1, unit: 'working-day' }),
    );
    await page.goto(`${address}/thiet-lap`);
    await openYear(page, off.slice(0, 4));
    assert.match((await dayOf(page, off).getAttribute('aria-label'))!, /Nghỉ hoán đổi/);
  });

  test('who supervises sees the settings and changes nothing', async () => {
    page = await openVisitor(browser, faults);
    await signIn(page, address, 'inspector');
    await page.goto(`${address}/thiet-lap#settings=office`);
    await page.getByText('Chỉ xem.').first().waitFor();
    await page.locator('dvk-settings .facts').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Đổi', exact: true }).count(), 0);
  });
});
