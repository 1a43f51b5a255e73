/** What an administrator does with a rubric, for tests in a browser. */
import { dateInVietnam, formatDate } from '@dvk/sdk/text';
import type { Page } from 'playwright-core';

/** A rubric as an office issues it. */
export const rubricWordFile = new URL(
  '../../../packages/documents/src/rubrics/fixtures/unit-criteria.docx',
  import.meta.url,
).pathname;

export const rubricTitle = 'Bộ tiêu chí công tác dân vận của đơn vị (mẫu)';
const today = dateInVietnam(Date.now());

/** Reads the rubric of the Word file and fills in what it does not say. */
export async function readRubric(page: Page): Promise<void> {
  const fill = (name: string, text: string) => page.getByRole('textbox', { name }).fill(text);
  await page.getByRole('button', { name: 'Nhập bộ tiêu chí mới' }).click();
  await page.locator('dvk-rubrics dvk-file-field input[type=file]').setInputFiles(rubricWordFile);
  await page.getByText('Đã đọc “unit-criteria.docx”').filter({ visible: true }).first().waitFor();
  await page.getByText('Không có lỗi nào.').waitFor();
  await page.getByRole('button', { name: 'Đúng như văn bản, xem tiếp' }).click();
  await fill('Tên bộ tiêu chí', rubricTitle);
  await fill('Mã bộ tiêu chí', 'don-vi-mau');
  await fill('Ký hiệu phiên bản', today.slice(0, 4));
  await fill('Số, ký hiệu văn bản', '88/QĐ-UBND');
  await fill('Ngày ban hành', formatDate(today));
  await fill('Cơ quan ban hành', 'Ủy ban nhân dân tỉnh');
  await fill('Trích yếu', 'Quyết định ban hành bộ tiêu chí');
  await fill('Áp dụng từ ngày', formatDate(today));
  await fill('Lý do ban hành', 'Cụ thể hóa quy định mới');
}

/** Looks at what it brings about, and publishes it. */
export async function publishRubric(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByText('Không bảng chấm điểm nào bị chuyển tự động').waitFor();
  await page.getByRole('button', { name: /^Ban hành phiên bản/ }).click();
  await page
    .getByText(`Đã ban hành phiên bản ${today.slice(0, 4)}.`)
    .filter({ visible: true })
    .first()
    .waitFor();
  await page.locator('dvk-rubrics .states-line').getByText('Đang áp dụng').waitFor();
}
