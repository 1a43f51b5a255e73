/**
 * A rubric from the Word file of a decision to the scorecard of a unit, against the real server in a real browser: an administrator
 * imports it, sees what it brings about, publishes it; a unit is offered it; the administrator withdraws it.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openPortal, type OpenPortal } from './testkit/open-portal.ts';
import { publishRubric, readRubric, rubricTitle } from './testkit/rubrics.ts';
import { openVisitor, signIn } from './testkit/visitor.ts';

let portal: OpenPortal;
let address: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const box = (name: string) => page.getByRole('textbox', { name });

/** What a unit may be scored with this year. */
async function offered(): Promise<string[]> {
  await signIn(page, address, 'unit-leader');
  await page.goto(`${address}/cham-diem`);
  await page.getByRole('button', { name: 'Lập bảng chấm điểm mới' }).click();
  const select = page.locator('dvk-scorecard dvk-choice-field[name=rubric] select');
  await select.waitFor();
  return select.locator('option').allTextContents();
}

describe('the rubrics of the demo portal', () => {
  before(async () => {
    portal = await openPortal();
    ({ address, browser } = portal);
  });
  after(() => portal.close());
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(faults.splice(0), []);
  });

  test('a Word file becomes a rubric in force, with which a unit is scored, until it is withdrawn', async () => {
    page = await openVisitor(browser, faults);
    await signIn(page, address, 'administrator');
    await page.goto(`${address}/bo-tieu-chi`);
    await readRubric(page);
    // What was read and typed outlives a reload.
    await page.waitForTimeout(1000);
    await page.reload();
    await page
      .getByText(/^Đã mở lại bản nháp/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await page.waitForFunction(() => {
      const field = document.querySelector('dvk-rubrics')?.shadowRoot?.querySelector('[name=reason]');
      return (field as { value?: string } | null | undefined)?.value === 'Cụ thể hóa quy định mới';
    });

    await publishRubric(page);
    assert.match(page.url(), /#rubrics=don-vi-mau%2F\d{4}$/);
    assert.ok((await offered()).some((each) => each.includes(rubricTitle)));

    await signIn(page, address, 'administrator');
    await page.goto(`${address}/bo-tieu-chi`);
    await page.getByRole('link', { name: rubricTitle }).click();
    await page.getByRole('button', { name: 'Rút khỏi áp dụng' }).click();
    await page.getByText('không còn phiên bản nào được áp dụng').waitFor();
    await box('Lý do rút').fill('Ban hành nhầm tệp');
    await page.getByRole('button', { name: 'Rút khỏi áp dụng' }).click();
    await page.locator('dvk-rubrics .states-line').getByText('Đã rút').waitFor();
    assert.ok(!(await offered()).some((each) => each.includes(rubricTitle)));
  });

  test('who supervises reads the rubrics and publishes none', async () => {
    page = await openVisitor(browser, faults);
    await signIn(page, address, 'inspector');
    await page.goto(`${address}/bo-tieu-chi`);
    await page.locator('dvk-rubrics .row .opener').first().click();
    await page.locator('dvk-rubrics .score-table').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Rút khỏi áp dụng' }).count(), 0);
  });
});
