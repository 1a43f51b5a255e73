import { assert, aTimeout, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { trackingLink, type PublicCase, type PublicFile } from '@dvk/sdk/cases';
import { offline, problem, sampleCases, sampleSession } from '@dvk/sdk/testing';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { closeCase, forgetCase, openCase, rememberedCases } from '../internal/known-cases.ts';
import './define.ts';
import { loadScan } from './load-parts.ts';
import type { DvkComplaintTracker } from './dvk-complaint-tracker.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { answered, overdue, receipt } = sampleCases;
const keys = { code: receipt.code, secret: receipt.secret };
const address = location.href;

const make = (fake: FakeClient) =>
  fixture<DvkComplaintTracker>(html`<dvk-complaint-tracker .client=${fake.client}></dvk-complaint-tracker>`);
const $ = <T extends Element = HTMLElement>(tracker: DvkComplaintTracker, selector: string) =>
  tracker.shadowRoot!.querySelector<T>(selector);
const field = (tracker: DvkComplaintTracker, name: string) =>
  $<HTMLElementTagNameMap['dvk-text-field']>(tracker, `[name=${name}]`)!;
const textOf = (tracker: DvkComplaintTracker) => tracker.shadowRoot!.textContent!;

async function lookUp(tracker: DvkComplaintTracker, code = 'pa 261123 0042 e', secret = keys.secret): Promise<void> {
  field(tracker, 'code').value = code;
  field(tracker, 'secret').value = secret;
  $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
  await tracker.updateComplete;
  await waitUntil(() => $(tracker, '[aria-busy=false]') && $(tracker, '.found, [role=alert], #summary'));
}

/** How many drafts are on the machine. */
async function countDrafts(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('dvk-drafts', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: ['form', 'tab'] });
    opening.onsuccess = () => resolve(opening.result);
  });
  const counting = database.transaction('drafts').objectStore('drafts').count();
  await new Promise((done) => (counting.onsuccess = done));
  database.close();
  return counting.result;
}

describe('dvk-complaint-tracker', () => {
  expectNoPolicyViolations();
  afterEach(async () => {
    forgetCase();
    closeCase();
    history.replaceState(null, '', address);
    fixtureCleanup();
    const forgetting = indexedDB.deleteDatabase('dvk-drafts');
    await new Promise((done) => (forgetting.onsuccess = done));
  });

  it('shows stages, unit and answer', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    const tracker = await make(fake);
    await lookUp(tracker);
    for (const part of ['Rác tồn đọng', 'Đúng hạn', 'UBND phường Mẫu', 'thu gom toàn bộ'])
      assert.include(textOf(tracker), part);
    assert.deepEqual(
      [...tracker.shadowRoot!.querySelectorAll('.stepper > li')].map(({ className }) => className),
      ['done', 'done', 'done', 'now', 'next'],
    );
    assert.equal(tracker.shadowRoot!.activeElement?.id, 'title');
  });

  it('has all steps of a closed case done', async () => {
    const tracker = await make(fakeClient({ cases: { track: () => ({ ...answered, status: 'closed' }) } }));
    await lookUp(tracker);
    const steps = [...tracker.shadowRoot!.querySelectorAll('.stepper > li')];
    assert.deepEqual(
      steps.map(({ className }) => className),
      ['done', 'done', 'done', 'done', 'done'],
    );
    assert.isNull($(tracker, '[aria-current=step]'));
  });

  it('has one chip for a case that is overdue, and its state beside it in words', async () => {
    const late: PublicCase = { ...overdue, status: 'reopened', due: { class: 'overdue', workingDays: -3 } };
    const tracker = await make(fakeClient({ cases: { track: () => late } }));
    await lookUp(tracker);
    assert.include($(tracker, '.head')!.textContent, 'Đang xử lý lại');
    const chips = [...tracker.shadowRoot!.querySelectorAll('.found .chip:not(.plain)')];
    assert.deepEqual(
      chips.map(({ className }) => className),
      ['chip danger'],
    );
  });

  it('reads the code as people type it and sends the secret in a header only', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    await lookUp(await make(fake), ' pa-261123 0042e ');
    const [request] = fake.requests;
    assert.equal(new URL(request!.url).pathname, '/v1/tracking/PA-261123-0042-E');
    assert.equal(request!.headers.get('case-secret'), keys.secret);
    assert.notInclude(request!.url, 'K7QM');
  });

  it('reads a code pasted with its sentence, and a secret with what Word puts between', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    await lookUp(await make(fake), 'Mã hồ sơ: PA–261123–0042–E.', 'k7qm\u20133txa 9fhd\u20132wve\u200b\u00a0');
    const [request] = fake.requests;
    assert.equal(new URL(request!.url).pathname, '/v1/tracking/PA-261123-0042-E');
    assert.equal(request!.headers.get('case-secret'), keys.secret);
  });

  it('says the same of a wrong code and a wrong secret, and keeps both boxes', async () => {
    const fake = fakeClient({ cases: { track: problem('not-found') } });
    const tracker = await make(fake);
    await lookUp(tracker, 'PA-261123-0042-X');
    const first = $(tracker, '[role=alert]')!.textContent;
    assert.include(first!, 'mã tra cứu và mã bí mật');
    await lookUp(tracker, 'PA-261123-0042-E', 'AAAA-BBBB-CCCC-DDDD');
    assert.equal($(tracker, '[role=alert]')!.textContent, first);
    assert.equal(field(tracker, 'secret').value, 'AAAA-BBBB-CCCC-DDDD');
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

  it('breaks words of any length', async () => {
    const long = 'Nghiêng'.repeat(40);
    for (const found of [answered, overdue]) {
      const record = { ...found, title: long, content: long, unitName: long, officeName: long, address: long };
      if (record.answer) record.answer = { ...record.answer, text: long };
      const steps = found.steps.map((step) => ({ ...step, note: long }));
      const tracker = await make(fakeClient({ cases: { track: () => ({ ...record, steps }) } }));
      tracker.style.inlineSize = '320px';
      await lookUp(tracker);
      assert.isAtMost(tracker.scrollWidth, 320, found.status);
      tracker.remove();
      closeCase();
    }
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
    await waitUntil(() => $(tracker, '.found'));
    assert.include(textOf(tracker), 'Quá 2 ngày làm việc');
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
    $<HTMLButtonElement>(tracker, '.not-done .button')!.click();
    await waitUntil(() => $(tracker, '[name=reason]'));
    $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
    await waitUntil(() => field(tracker, 'reason').shownError);
    assert.isEmpty(fake.requests.filter(({ url }) => url.includes('reopening')));
    field(tracker, 'reason').value = 'Rác vẫn còn';
    $<HTMLFormElement>(tracker, 'form')!.requestSubmit();
    await waitUntil(() => field(tracker, 'reason').shownError === 'Tối đa 2000 ký tự');
    assert.equal(field(tracker, 'reason').value, 'Rác vẫn còn');
  });

  it('counts what is missing of the secret before it asks', async () => {
    const fake = fakeClient({});
    const tracker = await make(fake);
    await lookUp(tracker, keys.code, 'K7QM-3TXA-9FHD');
    await waitUntil(() => field(tracker, 'secret').shownError);
    assert.equal(field(tracker, 'secret').shownError, 'Mã bí mật có 16 chữ và số. Quý vị mới nhập 12.');
    await lookUp(tracker, keys.code, `${keys.secret}-2`);
    assert.include(field(tracker, 'secret').shownError, 'đã nhập 17');
    assert.lengthOf(fake.requests, 0);
  });

  it('says when an answer is due and how that was worked out, in words and as a table of days', async () => {
    const running = { ...overdue, due: { class: 'in-time', workingDays: 4 }, timeliness: 'running' } as const;
    const tracker = await make(fakeClient({ cases: { track: () => running } }));
    await lookUp(tracker);
    for (const part of [
      '25/11/2026 (thứ Tư)',
      'Còn 4 ngày làm việc',
      'Ngày Văn hóa Việt Nam',
      'Bộ phận tiếp nhận gia hạn',
    ])
      assert.include(textOf(tracker), part);
    const texts = (selector: string) =>
      [...tracker.shadowRoot!.querySelectorAll(selector)].map((cell) =>
        cell.textContent!.replaceAll(/\s+/g, ' ').trim(),
      );
    assert.deepEqual(texts('.term .off'), ['21 nghỉ', '22 nghỉ', '24 nghỉ']);
    assert.deepEqual(texts('.term .working b > [aria-hidden]'), ['1', '2', '3', '4', '5', '6']);
    assert.deepEqual(texts('.term .last'), ['25 , ngày làm việc thứ 66 , ngày cuối']);
    assert.deepEqual(texts('.term .start'), ['16 gửi']);
  });

  it('shows what was sent, and the place before and after', async () => {
    const file = (id: string, name: string, mediaType: PublicFile['mediaType'] = 'image/png') =>
      ({
        id: `01890000-0000-7000-8000-00000000000${id}`,
        name,
        mediaType,
        size: 2000,
        uploadedAt: answered.receivedAt,
      }) as const;
    const found = {
      ...answered,
      attachments: [file('1', 'rác.png'), file('2', 'đơn.pdf', 'application/pdf')],
      answer: { ...answered.answer!, attachments: [file('3', 'đã dọn.png')] },
    };
    const picture = () => new Blob([], { type: 'image/png' });
    const tracker = await make(
      fakeClient({ cases: { track: () => found, thumbnail: () => picture(), downloadFile: () => picture() } }),
    );
    await lookUp(tracker);
    assert.deepEqual(
      [...tracker.shadowRoot!.querySelectorAll('figcaption')].map((each) =>
        each.textContent!.replaceAll(/\s+/g, ' ').trim(),
      ),
      ['Trước 16/11/2026quý vị gửi', 'Sau 16/11/2026UBND phường Mẫu gửi'],
    );
    const folded = $<HTMLDetailsElement>(tracker, '.sent')!.closest('details')!;
    assert.include(folded.textContent!, 'Xem nội dung, địa điểm, 1 ảnh, 1 tệp');
    for (const part of [answered.content, 'Đầu ngõ mẫu', 'đơn.pdf', 'Chỉ người có mã bí mật'])
      assert.include(folded.textContent!, part);
  });

  it('shows a case that is handled again: the new due date, the sender’s reason, the round before in one line', async () => {
    const at = '2026-11-20T02:15:00Z';
    const reopened = {
      ...answered,
      status: 'reopened',
      timeliness: 'running',
      dueAt: '2026-11-30T16:59:59.999Z',
      due: { class: 'in-time', workingDays: 5 },
      termStartedAt: at,
      daysOff: ['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-28', '2026-11-29'],
      steps: [
        ...answered.steps,
        { action: 'reopen', status: 'reopened', at, by: 'sender', unitName: null, note: 'Rác lại đầy.' },
      ],
      earlierTerms: [
        {
          startedAt: answered.receivedAt,
          dueAt: answered.dueAt,
          extended: false,
          answer: answered.answer,
          timeliness: 'on-time',
        },
      ],
      actions: [],
    } satisfies PublicCase;
    const tracker = await make(fakeClient({ cases: { track: () => structuredClone(reopened) } }));
    await lookUp(tracker);
    const order = [
      'Hạn xử lý mới',
      'Hết ngày 30/11/2026 (thứ Hai)',
      'Quý vị báo chưa được giải quyết',
      '“Rác lại đầy.”',
      'Trả lời lại',
      'Lần xử lý trước: đã trả lời 18/11/2026, đúng hạn',
    ];
    const text = textOf(tracker);
    assert.deepEqual(
      order.map((part) => text.indexOf(part)),
      order.map((part) => text.indexOf(part)).sort((a, b) => a - b),
    );
    for (const part of order) assert.include(text, part);
    assert.lengthOf(tracker.shadowRoot!.querySelectorAll('.answered'), 0, 'the former answer is not the present one');
  });

  it('opens by itself from a link, takes the codes out of the address, and is there after a reload', async () => {
    history.replaceState(null, '', trackingLink(`${address.split('#')[0]}#muc`, keys));
    const fake = fakeClient({ cases: { track: () => answered } });
    const tracker = await make(fake);
    assert.equal(location.hash, '#muc');
    await waitUntil(() => $(tracker, '.found'));
    assert.equal(fake.requests[0]!.headers.get('case-secret'), keys.secret);
    assert.notInclude(fake.requests[0]!.url, keys.secret);
    tracker.remove();
    const again = await make(fake);
    await waitUntil(() => $(again, '.found'));
    again.reset();
    again.remove();
    assert.isNotNull($(await make(fake), 'form'));
  });

  it('keeps nothing on a shared machine', async () => {
    openCase(keys, true);
    const fake = fakeClient({ cases: { track: () => answered } });
    const shared = () =>
      fixture<DvkComplaintTracker>(
        html`<dvk-complaint-tracker shared-device .client=${fake.client}></dvk-complaint-tracker>`,
      );
    const tracker = await shared();
    await waitUntil(() => $(tracker, '.found'));
    assert.isNull($(tracker, '.remember'));
    tracker.remove();
    assert.isNotNull($(await shared(), 'form'));
  });

  it('remembers a case when its sender asks for it, lists it, and forgets it', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    const tracker = await make(fake);
    await lookUp(tracker);
    assert.deepEqual(rememberedCases(), []);
    $(tracker, '.remember dvk-choice-field')!.shadowRoot!.querySelector('input')!.click();
    await waitUntil(() => $(tracker, '.forget'));
    assert.equal(rememberedCases()[0]!.secret, keys.secret);
    // The switch shows it: nothing moves, and screen readers are told.
    assert.isNull($(tracker, '.notices'));
    assert.include($(tracker, '[role=status]')!.textContent!, 'Đã nhớ');
    tracker.reset();
    await waitUntil(() => $(tracker, '.known'));
    assert.include($(tracker, '.known')!.textContent!, 'Đã trả lời');
    assert.deepEqual(await axe(tracker), []);
    $(tracker, '.known')!.click();
    await waitUntil(() => $(tracker, '.forget'));
    assert.deepEqual(await axe(tracker), []);
    $(tracker, '.forget')!.click();
    await waitUntil(() => !$(tracker, '.forget'));
    assert.deepEqual(rememberedCases(), []);
  });

  it('keeps the loaded copy without network, with its time', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    const tracker = await make(fake);
    await lookUp(tracker);
    fake.answer({ cases: { track: offline() } });
    $(tracker, '.links .button')!.click();
    await waitUntil(() => $(tracker, '.offline'));
    assert.match($(tracker, '.offline')!.textContent!, /Bản đã tải lúc \d\d:\d\d ngày/);
    assert.include(textOf(tracker), 'Rác tồn đọng');
  });

  it('brings a half-written reopening back', async () => {
    const fake = fakeClient({ cases: { track: () => answered } });
    const tracker = await make(fake);
    await lookUp(tracker);
    $(tracker, '.not-done .button')!.click();
    await waitUntil(() => $(tracker, '[name=reason]'));
    const box = field(tracker, 'reason').shadowRoot!.querySelector('textarea')!;
    box.value = 'Tối qua rác lại đầy';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await waitUntil(async () => (await countDrafts()) === 1);
    tracker.remove();
    await waitUntil(async () => (await navigator.locks.query()).held!.every(({ name }) => !name!.includes(keys.code)));
    const again = await make(fake);
    await waitUntil(() => $(again, '[name=reason]') && field(again, 'reason').value);
    assert.equal(field(again, 'reason').value, 'Tối qua rác lại đầy');
    $<HTMLButtonElement>(again, '.not-done form .plain')!.click();
  });

  it('reads the QR code of a receipt with the camera, which is off again at once', async () => {
    let seen = 'https://vi.example/khac';
    class FakeReader {
      static getSupportedFormats = () => Promise.resolve(['qr_code']);
      detect = () => Promise.resolve([{ rawValue: seen }]);
    }
    const stream = document.createElement('canvas').captureStream();
    const { getUserMedia } = navigator.mediaDevices;
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(stream);
    Object.assign(globalThis, { BarcodeDetector: FakeReader });
    try {
      const tracker = await make(fakeClient({ cases: { track: () => answered } }));
      await waitUntil(() => $(tracker, '.lookup .soft'));
      $(tracker, '.lookup .soft')!.click();
      await waitUntil(() => $(tracker, 'dialog')?.textContent!.includes('không phải của phiếu'));
      seen = trackingLink('https://vi.example/tra-cuu', keys);
      await waitUntil(() => $(tracker, '.found'));
      assert.isTrue(stream.getTracks().every(({ readyState }) => readyState === 'ended'));
      assert.isNull($(tracker, 'dialog'));
    } finally {
      Object.assign(globalThis, { BarcodeDetector: undefined });
      navigator.mediaDevices.getUserMedia = getUserMedia;
    }
  });

  for (const [policy, count] of [
    ['forbids', 0],
    ['allows', 1],
  ] as const)
    it(`offers to scan ${count ? '' : 'nothing '}where the page ${policy} cameras`, async () => {
      const getSupportedFormats = () => Promise.resolve(['qr_code']);
      const Reader = Object.assign(function Reader() {}, { getSupportedFormats });
      const allowsFeature = (feature: string) => feature !== 'camera' || policy === 'allows';
      Object.defineProperty(document, 'featurePolicy', { value: { allowsFeature }, configurable: true });
      Object.assign(globalThis, { BarcodeDetector: Reader });
      try {
        const tracker = await make(fakeClient({ cases: { track: () => answered } }));
        await loadScan();
        await aTimeout(0);
        await tracker.updateComplete;
        assert.lengthOf([...tracker.shadowRoot!.querySelectorAll('.lookup .soft')], count);
      } finally {
        Object.assign(globalThis, { BarcodeDetector: undefined });
        Reflect.deleteProperty(document, 'featurePolicy');
      }
    });

  describe('for who is signed in', () => {
    const own = { ...answered, due: null, answeredAt: null };
    const citizen = (subject: string) => ({
      ...sampleSession.officer('demo'),
      subject,
      roles: ['citizen' as const],
      unitId: null,
    });
    const makeOwn = (fake: FakeClient) =>
      fixture<DvkComplaintTracker>(
        html`<dvk-complaint-tracker own-cases .client=${fake.client}></dvk-complaint-tracker>`,
      );
    const listed = (tracker: DvkComplaintTracker) =>
      [...tracker.shadowRoot!.querySelectorAll<HTMLElement>('.own .known')].map(({ textContent }) => textContent!);

    it('lists their cases page by page, and opens one without a secret', async () => {
      const asked: (string | null)[] = [];
      const fake = fakeClient({
        session: { get: () => citizen('a') },
        cases: {
          mine: ({ query }) =>
            query.cursor
              ? { items: [{ ...own, code: 'PA-261122-0007-X', title: 'Đèn đường hỏng' }], nextCursor: null }
              : { items: [own], nextCursor: 'more' },
          track: ({ headers }) => {
            asked.push(headers['case-secret'] ?? null);
            return { ...answered, linked: true };
          },
        },
      });
      const tracker = await makeOwn(fake);
      await waitUntil(() => listed(tracker).length === 1);
      assert.include(listed(tracker)[0], 'Rác tồn đọng');
      await axe(tracker);
      $(tracker, '.own > .button')!.click();
      await waitUntil(() => listed(tracker).length === 2);
      assert.isNull($(tracker, '.own > .button'));
      $(tracker, '.own .known')!.click();
      await waitUntil(() => $(tracker, '.found'));
      assert.deepEqual(asked, [null]);
      // Nothing that this machine could remember, and no request holds a secret.
      assert.notInclude(textOf(tracker), 'Nhớ trên máy này');
      // After a reload it opens by itself.
      fixtureCleanup();
      const again = await makeOwn(fake);
      await waitUntil(() => $(again, '.found'));
      assert.deepEqual(asked, [null, null]);
    });

    it('links a case that was opened with its secret, and lets it go again', async () => {
      const links: boolean[] = [];
      const fake = fakeClient({
        session: { get: () => citizen('a') },
        cases: {
          mine: () => ({ items: [], nextCursor: null }),
          track: () => answered,
          link: ({ body }) => void links.push(body.linked),
        },
      });
      const tracker = await makeOwn(fake);
      await lookUp(tracker);
      await waitUntil(() => tracker.shadowRoot!.querySelectorAll('.remember').length === 2);
      const box = $<HTMLElementTagNameMap['dvk-choice-field']>(tracker, '.remember dvk-choice-field')!;
      assert.deepEqual(box.values, []);
      for (const isOn of [true, false]) {
        box.shadowRoot!.querySelector('input')!.click();
        await waitUntil(() => links.at(-1) === isOn && $(tracker, '[aria-busy=false]'));
        await tracker.updateComplete;
        assert.deepEqual(box.values, isOn ? ['yes'] : []);
      }
      assert.deepEqual(links, [true, false]);
    });

    it('asks before one is let go that has no secret here', async () => {
      const fake = fakeClient({
        session: { get: () => citizen('a') },
        cases: {
          mine: () => ({ items: [own], nextCursor: null }),
          track: () => ({ ...answered, linked: true }),
          link: () => undefined,
        },
      });
      const tracker = await makeOwn(fake);
      await waitUntil(() => listed(tracker).length === 1);
      $(tracker, '.own .known')!.click();
      await waitUntil(() => $(tracker, '.unlink'));
      $(tracker, '.unlink')!.click();
      await waitUntil(() => $<HTMLDialogElement>(tracker, 'dialog')?.open);
      assert.include($(tracker, 'dialog')!.textContent, 'mã bí mật trên phiếu');
      $(tracker, 'dialog .primary')!.click();
      await waitUntil(() => !$(tracker, '.found'));
      assert.include(textOf(tracker), 'Không còn trong');
    });

    it('shows nothing of one person to the next, nor to a visitor, nor on a shared machine', async () => {
      let subject: string | null = 'a';
      const fake = fakeClient({
        session: { get: () => ({ ...citizen(subject ?? ''), subject }) },
        cases: {
          mine: () => ({ items: subject === 'a' ? [own] : [], nextCursor: null }),
          track: () => ({ ...answered, linked: true }),
        },
      });
      const tracker = await makeOwn(fake);
      await waitUntil(() => listed(tracker).length === 1);
      $(tracker, '.own .known')!.click();
      await waitUntil(() => $(tracker, '.found'));
      subject = 'b';
      tracker.client = fakeClient({
        session: { get: () => citizen('b') },
        cases: { mine: () => ({ items: [], nextCursor: null }) },
      }).client;
      await waitUntil(() => !$(tracker, '.found'));
      assert.isNull($(tracker, '.own'));
      subject = null;
      tracker.client = fake.client;
      await waitUntil(() => !$(tracker, '.own'));
      subject = 'a';
      const shared = await fixture<DvkComplaintTracker>(
        html`<dvk-complaint-tracker own-cases shared-device .client=${fake.client}></dvk-complaint-tracker>`,
      );
      await aTimeout(50);
      assert.isNull($(shared, '.own'));
    });

    it('says that the list could not be loaded, and tries again; the two boxes work all the same', async () => {
      let isDown = true;
      const fake = fakeClient({
        session: { get: () => citizen('a') },
        cases: {
          mine: () => {
            if (isDown) throw new TypeError('no network');
            return { items: [own], nextCursor: null };
          },
          track: () => answered,
        },
      });
      const tracker = await makeOwn(fake);
      await waitUntil(() => $(tracker, '.own .notice'));
      isDown = false;
      $(tracker, '.own .link')!.click();
      await waitUntil(() => listed(tracker).length === 1);
      isDown = true;
      await lookUp(tracker);
      assert.isNotNull($(tracker, '.found'));
    });
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
