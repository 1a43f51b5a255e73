/** What an administrator does with people, and how these sign in, for tests in a browser. */
import type { Page } from 'playwright-core';

/** Invites somebody by an address, and gives them a role in the whole system. */
export async function invite(page: Page, person: { name: string; address: string; role: string }): Promise<void> {
  await page.getByRole('button', { name: 'Mời người dùng' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill(person.name);
  await dialog.getByRole('textbox', { name: 'Địa chỉ đăng nhập' }).fill(person.address);
  await dialog.getByRole('button', { name: 'Mời', exact: true }).click();
  await page.getByText(`Đã mời ${person.name}.`).filter({ visible: true }).first().waitFor();
  await page.getByRole('button', { name: 'Giao vai trò', exact: true }).first().click();
  await dialog.getByRole('radio', { name: person.role }).check();
  await dialog.getByRole('radio', { name: 'Toàn hệ thống', exact: true }).check();
  await dialog.getByRole('textbox', { name: 'Căn cứ, lý do' }).fill('Quyết định mẫu');
  await dialog.getByRole('button', { name: 'Giao vai trò', exact: true }).click();
  await page.getByText(`cho ${person.name}.`).filter({ visible: true }).first().waitFor();
}

/** Signs in at an OpenID provider that takes any password, and agrees to what it asks. */
export async function signInAtProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).first().click();
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('bất kỳ');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]').click();
  await page.locator('#sign-out').waitFor();
}
