/** What an administrator does with the working calendar, for tests in a browser. */
import { formatDate } from '@dvk/sdk/text';
import type { Locator, Page } from 'playwright-core';

/** A day of the calendar that is open. */
export const dayOf = (page: Page, date: string): Locator => page.locator(`dvk-settings [data-date="${date}"]`);

/** Shows a year. */
export async function openYear(page: Page, year: string): Promise<void> {
  const choice = page.locator('dvk-settings .page-actions select');
  await choice.waitFor();
  await choice.selectOption(year);
}

/** Moves a working day to a Saturday; what that brings about for open cases is shown, and nothing is saved yet. */
export async function moveWorkingDay(page: Page, off: string, makeUp: string): Promise<void> {
  await openYear(page, off.slice(0, 4));
  await dayOf(page, off).click();
  await page.getByRole('radio', { name: 'Nghỉ hoán đổi' }).check();
  await page.getByRole('textbox', { name: 'Làm bù vào' }).fill(formatDate(makeUp));
  await page.getByRole('textbox', { name: 'Căn cứ' }).fill('15/TB-UBND ngày 01/12/2026');
  await page
    .locator('dvk-settings .effect')
    .getByText(/Không hồ sơ nào bị đổi tự động\.|Không có hồ sơ nào đang mở\./)
    .waitFor();
}

export async function saveSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await page.getByText('Đã lưu phiên bản 1.').filter({ visible: true }).first().waitFor();
}
