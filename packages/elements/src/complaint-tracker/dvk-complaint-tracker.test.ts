import { assert, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { offline, problem, sampleCases } from '@dvk/sdk/testing';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkComplaintTracker } from './dvk-complaint-tracker.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { answered, overdue } = sampleCases;

const make = (fake: FakeClient) =>
  fixture<DvkComplaintTracker>(html`<dvk-complaint-tracker .client=${fake.client}></dvk-complaint-tracker>`);
const $ = <T extends Element = HTMLElement>(tracker: DvkComplaintTracker, selector: string) =>
  tracker.shadowRoot!.querySelector<T>(selector);
const field = (tracker: DvkComplaintTracker, name: string) =>
  $<HTMLElementTagNameMap['dvk-text-field']>(tracker, `[name=${name}]`)!;
const textOf = (tracker: DvkComplaintTracker) => tracker.shadowRoot!.textContent!;

async function lookUp(tracker: DvkComplaintTracker, code = 'pa 261123 0042 e', secret = 'abcd-efgh'): Promise<void> {
  field(tracker, 'code').value = code;
  field(tracker, 'secret').value = secret;
  $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
  await tracker.updateComplete;
  await waitUntil(() => $(tracker, '[aria-busy=false]') && $(tracker, '.facts, [role=alert], #summary'));
}

describe('dvk-complaint-tracker', () => {
  expectNoPolicyViolations();

  it('shows steps, due date with its reasons, unit and answer', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    const tracker = await make(fake);
    await lookUp(tracker);
    for (const part of [
      'Rác tồn đọng',
      'Đúng hạn',
      '25/11/2026',
      'Ngày Văn hóa Việt Nam',
      'UBND phường Mẫu',
      'thu gom toàn bộ',
    ])
      assert.include(textOf(tracker), part);
    assert.lengthOf(tracker.shadowRoot!.querySelectorAll('.steps li'), 4);
    assert.equal(tracker.shadowRoot!.activeElement?.id, 'title');
  });

  it('reads the code as people type it and sends the secret in a header only', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    await lookUp(await make(fake), ' pa-261123 0042e ');
    const [request] = fake.requests;
    assert.equal(new URL(request!.url).pathname, '/v1/tracking/PA-261123-0042-E');
    assert.equal(request!.headers.get('case-secret'), 'abcd-efgh');
    assert.notInclude(request!.url, 'abcd');
  });

  it('reads a code pasted with its sentence, and a secret with what Word puts between', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    await lookUp(await make(fake), 'Mã hồ sơ: PA–261123–0042–E.', 'abcd\u2013efgh\u200b\u00a0');
    const [request] = fake.requests;
    assert.equal(new URL(request!.url).pathname, '/v1/tracking/PA-261123-0042-E');
    assert.equal(request!.headers.get('case-secret'), 'abcd-efgh');
  });

  it('says the same of a wrong code and a wrong secret, and keeps both boxes', async () => {
    const fake = fakeClient({ cases: { track: problem('not-found') } });
    const tracker = await make(fake);
    await lookUp(tracker, 'PA-261123-0042-X');
    const first = $(tracker, '[role=alert]')!.textContent;
    assert.include(first!, 'mã tra cứu và mã bí mật');
    await lookUp(tracker, 'PA-261123-0042-E', 'sai');
    assert.equal($(tracker, '[role=alert]')!.textContent, first);
    assert.equal(field(tracker, 'secret').value, 'sai');
  });

  it('counts long waits in minutes', async () => {
    const tracker = await make(fakeClient({ cases: { track: problem('rate-limited', { retryAfter: 3600 }) } }));
    await lookUp(tracker);
    assert.include(textOf(tracker), 'thử lại sau 60 phút');
  });

  it('never sets its two boxes side by side at different heights, whatever wraps above them', async () => {
    const before = { width: window.innerWidth, height: window.innerHeight };
    for (const width of [1280, 900, 320]) {
      await setViewport({ width, height: 800 });
      const tracker = await make(fakeClient({}));
      const [code, secret] = ['code', 'secret'].map((name) =>
        field(tracker, name).shadowRoot!.querySelector('input')!.getBoundingClientRect(),
      );
      assert.isTrue(code!.left === secret!.left || code!.bottom === secret!.bottom, `${width} px`);
    }
    await setViewport(before);
  });

  it('asks for both boxes', async () => {
    const fake = fakeClient({});
    const tracker = await make(fake);
    await lookUp(tracker, '', '');
    assert.lengthOf(tracker.shadowRoot!.querySelectorAll('#summary a'), 2);
    assert.lengthOf(fake.requests, 0);
  });

  it('keeps what was typed without network, and tries again', async () => {
    const fake = fakeClient({ cases: { track: offline() } });
    const tracker = await make(fake);
    await lookUp(tracker);
    assert.include(textOf(tracker), 'Không kết nối được');
    fake.answer({ cases: { track: () => overdue } });
    $<HTMLButtonElement>(tracker, '[role=alert] button')!.click();
    await waitUntil(() => $(tracker, '.facts'));
    assert.include(textOf(tracker), 'Quá hạn');
    assert.include(textOf(tracker), 'đã gia hạn');
    assert.isNull($(tracker, 'form'));
  });

  it('sends a rating', async () => {
    const rated = { ...answered, rating: { solved: 5, attitude: 4 } };
    const fake = fakeClient({ cases: { track: () => answered, rate: ({ body }) => ({ ...rated, rating: body }) } });
    const tracker = await make(fake);
    await lookUp(tracker);
    $<HTMLButtonElement>(tracker, '.actions .primary')!.click();
    await waitUntil(() => $(tracker, '[name=solved]'));
    field(tracker, 'solved').value = '5';
    field(tracker, 'attitude').value = '4';
    $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
    await waitUntil(() => textOf(tracker).includes('5 trên 5'));
    assert.include(textOf(tracker), 'Cảm ơn quý vị');
  });

  it('sends again what could not be sent, and never loses the focus', async () => {
    const rated = { ...answered, rating: { solved: 5, attitude: 4 } };
    const fake = fakeClient({ cases: { track: () => answered, rate: offline() } });
    const tracker = await make(fake);
    await lookUp(tracker);
    const press = (label: string) => {
      const found = [...tracker.shadowRoot!.querySelectorAll('button')].find((b) => b.textContent!.trim() === label)!;
      found.focus();
      found.click();
    };
    press('Đánh giá');
    await waitUntil(() => $(tracker, '[name=solved]'));
    field(tracker, 'solved').value = '5';
    field(tracker, 'attitude').value = '4';
    press('Gửi đánh giá');
    await waitUntil(() => $(tracker, '.danger'));
    fake.answer({ cases: { rate: ({ body }) => ({ ...rated, rating: body }) } });
    press('Thử lại');
    await waitUntil(() => textOf(tracker).includes('5 trên 5'));
    assert.equal(tracker.shadowRoot!.activeElement?.id, 'title', 'where the button to try again was');
    press('Sửa đánh giá');
    await waitUntil(() => $(tracker, 'form'));
    press('Gửi đánh giá');
    await waitUntil(() => tracker.shadowRoot!.activeElement?.textContent?.trim() === 'Sửa đánh giá');
  });

  it('lets the sender give a step up', async () => {
    const tracker = await make(fakeClient({ cases: { track: () => answered } }));
    await lookUp(tracker);
    $<HTMLButtonElement>(tracker, '.actions .primary')!.click();
    await waitUntil(() => $(tracker, '[name=solved]'));
    $<HTMLButtonElement>(tracker, 'form .plain')!.click();
    await waitUntil(() => !$(tracker, 'form'));
    assert.isNotNull($(tracker, '.actions .primary'));
  });

  it('needs a reason to reopen; the server’s own objection stands at the field', async () => {
    const fake = fakeClient({
      cases: {
        track: () => answered,
        reopen: problem('validation-failed', {
          errors: [{ pointer: '/reason', code: 'too-long', params: { max: 2000 } }],
        }),
      },
    });
    const tracker = await make(fake);
    await lookUp(tracker);
    $<HTMLButtonElement>(tracker, '.actions .button:not(.primary)')!.click();
    await waitUntil(() => $(tracker, '[name=reason]'));
    $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
    await waitUntil(() => field(tracker, 'reason').shownError);
    assert.lengthOf(fake.requests, 1);
    field(tracker, 'reason').value = 'Rác vẫn còn';
    $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
    await waitUntil(() => field(tracker, 'reason').shownError === 'Tối đa 2000 ký tự');
    assert.equal(field(tracker, 'reason').value, 'Rác vẫn còn');
  });

  it('forgets the case and the secret on reset', async () => {
    const tracker = await make(fakeClient({ cases: { track: () => answered } }));
    await lookUp(tracker);
    tracker.reset();
    await tracker.updateComplete;
    assert.equal(field(tracker, 'secret').value, '');
    assert.notInclude(textOf(tracker), 'Rác tồn đọng');
  });
});
