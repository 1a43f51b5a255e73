/** What an administrator does with the units, for tests in a browser. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Rows that cannot be taken, by their numbers: what stands where a telephone number should. */
const wrong: Readonly<Record<number, string>> = { 40: '12', 77: 'không có', 130: '0900' };

/** A table of 130 units, three of which cannot be taken; its first row is the heading. */
export const unitTable: readonly (readonly string[])[] = [
  ['Mã', 'Tên', 'Loại', 'Hiệu lực từ', 'Điện thoại'],
  ...Array.from({ length: 130 }, (_, at) => {
    const number = at + 1;
    return [`KDC${number}`, `Khu dân cư mẫu ${number}`, 'Khu dân cư', '01/07/2025', wrong[number] ?? ''];
  }),
];

/** Imports a file with {@link unitTable}: the bad rows are named one by one, the others get in. */
export async function importUnits(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<Locator> {
  await page.getByRole('button', { name: 'Nhập Excel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByText(`${file.name}: 130 dòng`).waitFor();
  await dialog.getByText('3 dòng cần kiểm tra lại').waitFor();
  const bad = dialog.getByRole('row').filter({ hasText: 'Khu dân cư mẫu' });
  const words = await bad.allInnerTexts();
  assert.deepEqual(
    words.map((text) =>
      text
        .split(/[\t\n]/)
        .slice(0, 4)
        .join(' | '),
    ),
    [
      '41 | Khu dân cư mẫu 40, KDC40 | Điện thoại | 12',
      '78 | Khu dân cư mẫu 77, KDC77 | Điện thoại | không có',
      '131 | Khu dân cư mẫu 130, KDC130 | Điện thoại | 0900',
    ],
  );
  for (const text of words) assert.match(text, /Số điện thoại/);
  assert.equal(await dialog.getByRole('button', { name: /^Nhập \d/ }).count(), 0, 'nothing before it is decided');
  await dialog.getByRole('radio', { name: /^Nhập các dòng đúng/ }).check();
  await dialog.getByRole('button', { name: 'Nhập 127 dòng' }).click();
  await dialog.getByText('Đã nhập: thêm 127, sửa 0 đơn vị.').waitFor();
  return dialog;
}

/** A unit of the tree. No name is taken for the beginning of another: `mẫu 1` is not `mẫu 10`. */
export const unitNamed = (page: Page, name: string): Locator =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}(?!\\d)`) }).first();

/** Makes one unit of several, from 30/11/2026 on. */
export async function mergeUnits(page: Page, old: readonly string[], { name, code }: { name: string; code: string }) {
  for (const each of old) {
    await unitNamed(page, each).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: `Hợp nhất ${old.length} đơn vị` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên đơn vị mới').fill(name);
  await dialog.getByLabel('Mã đơn vị mới').fill(code);
  await dialog.getByRole('textbox', { name: 'Từ ngày' }).fill('30/11/2026');
  await dialog.getByText('hết hiệu lực 29/11/2026').first().waitFor();
  await dialog.getByText('hồ sơ đang mở').waitFor();
  await dialog.getByLabel('Căn cứ').fill('Quyết định mẫu');
  await dialog.getByLabel('Lý do').fill('Hợp nhất (mẫu).');
  await dialog.getByRole('button', { name: 'Hợp nhất', exact: true }).click();
  await page.locator('dvk-units .detail').getByRole('heading', { name, exact: true }).waitFor();
}
