/** What a person does at the portal, for tests in a browser. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';

/** A new person with an empty browser. Violations of the policy and errors of scripts are added to `faults`. */
export async function openVisitor(browser: Browser, faults: string[]): Promise<Page> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 900 },
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`POLICY ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (message.text().startsWith('POLICY')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return page;
}

/** Signs in with one of the roles of the demonstration, whoever was signed in before. */
export async function signIn(page: Page, address: string, role: string): Promise<void> {
  await page.goto(`${address}/gioi-thieu`);
  const out = page.locator('#sign-out');
  if (await out.count()) await out.click();
  await page.selectOption('#sign-in-role', role);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.locator('#sign-out').waitFor();
}

/** Types into a combobox as a person does and takes the first match. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await box.pressSequentially(text, { delay: 10 });
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
}

/** Fills in a report: its title is the first sentence of the text. */
export async function fillReport(page: Page, text: string): Promise<void> {
  await page.getByRole('radio', { name: /Phản ánh/ }).check();
  await page.getByText('Vệ sinh môi trường').click();
  await page.getByLabel('Chuyện gì đang xảy ra?').fill(text);
  await choose(page, 'Xã, phường, đặc khu', 'tan ninh');
}

/** Goes to the check page and agrees there. */
export async function toCheckPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra lại trước khi gửi' }).click();
  await page.getByRole('checkbox', { name: /đồng ý/ }).check();
}

/** Sends a report and returns its codes: its title is the first sentence of the text. */
export async function sendReport(page: Page, text: string): Promise<{ code: string; secret: string }> {
  await fillReport(page, text);
  return checkAndSend(page);
}

/** Sends a report from a page of the portal without the form, where that is another test's business. */
export async function createCase(
  page: Page,
  title: string,
  more: { senderName?: string; senderPhone?: string } = {},
): Promise<{ code: string; dueAt: string }> {
  const { status, body } = await page.evaluate(
    async ([title, more]) => {
      const response = await fetch('/v1/cases', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({
          kind: 'report',
          topic: 'environment',
          title,
          content: 'Nước đen, mùi hôi cả ngày.',
          provinceCode: '80',
          communeCode: '25459',
          consent: true,
          ...more,
        }),
      });
      return { status: response.status, body: (await response.json()) as { code: string; dueAt: string } };
    },
    [title, more] as const,
  );
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Goes through the check page, sends, and returns the codes of the receipt. */
export async function checkAndSend(page: Page): Promise<{ code: string; secret: string }> {
  await toCheckPage(page);
  await page.getByRole('button', { name: 'Gửi phản ánh', exact: true }).click();
  return codesOf(page);
}

/** Code and secret as the receipt shows them. */
export async function codesOf(page: Page): Promise<{ code: string; secret: string }> {
  const codes = page.locator('dvk-case-form .codes').first();
  await codes.waitFor();
  const [code, secret] = await codes.locator('dd').allTextContents();
  return { code: code!.trim(), secret: secret!.trim() };
}

/** Fills in what a registration asks for after kind and name. */
export async function fillRestOfModel(page: Page): Promise<void> {
  for (const label of [
    '2. Thực trạng, lý do',
    '3. Mục tiêu, tiêu chí',
    '4. Nội dung, cách thức',
    '5. Địa bàn, đối tượng',
    '6. Lực lượng thực hiện',
    '7a. Nguồn lực',
    '7b. Thời gian, tiến độ',
    '8. Sản phẩm, kết quả đầu ra',
    '9. Khả năng duy trì, nhân rộng',
  ])
    await page.getByLabel(label).fill(`Nội dung mẫu của mục ${label}.`);
  await page.getByRole('radio', { name: /Văn hóa/ }).check();
  await choose(page, 'Xã, phường, đặc khu', 'tan ninh');
  if (!(await page.getByRole('combobox', { name: 'Đơn vị' }).inputValue())) await choose(page, 'Đơn vị', 'tan ninh');
  await page.getByLabel('Người phụ trách').fill('Nguyễn Văn A');
  for (const [label, date] of [
    ['Ngày bắt đầu', '01/12/2026'],
    ['Ngày đánh giá', '15/10/2027'],
    ['Ngày kết thúc', '31/12/2027'],
  ] as const)
    await page.getByRole('textbox', { name: label }).fill(date);
}
