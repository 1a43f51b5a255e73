import { assert, aTimeout, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { api } from '@dvk/sdk/api';
import type { CaseSubmission } from '@dvk/sdk/cases';
import {
  later,
  offline,
  problem,
  sampleCases,
  sampleSettings,
  type MockHandlers,
  type ProblemOptions,
} from '@dvk/sdk/testing';
import type { DvkContext } from '../context/dvk-context.ts';
import type { FormControl } from '../internal/form-control.ts';
import '../context/define.ts';
import '../en.ts';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import {
  $,
  button,
  formOf,
  keyOf,
  network,
  posts,
  send as sendForm,
  status,
  text,
  textOf,
} from '../testkit/form-widget.ts';
import { closeCase, forgetCase, openedCase, rememberedCases } from '../internal/known-cases.ts';
import type { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkCaseForm } from './dvk-case-form.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { receipt, submission } = sampleCases;
type Create = NonNullable<MockHandlers<typeof api>['cases']>['create'];

let subject: string | null = null;
const session = () => ({ subject, name: null, roles: ['citizen' as const], unitId: null, tenant: 'demo' });
const answers = (create: Create): MockHandlers<typeof api> => ({
  session: { get: session },
  cases: { create: create! },
});
const serving = (create: Create = () => receipt): FakeClient => fakeClient(answers(create));

async function make(fake: FakeClient, { lang = 'vi', shared = false } = {}): Promise<DvkCaseForm> {
  const widget = await fixture<DvkCaseForm>(
    html`<dvk-case-form lang=${lang} ?shared-device=${shared} .client=${fake.client}></dvk-case-form>`,
  );
  await waitUntil(() => $(widget, 'form'), 'it opens');
  await widget.updateComplete;
  await aTimeout(0);
  return widget;
}

/** Enters values as if typed: the fields announce the change. */
async function fill(widget: DvkCaseForm, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) text(widget, name).value = value;
  await waitUntil(() => {
    const place = text(widget, 'communeCode') as FormControl;
    return !('communeCode' in values) || place.entries['provinceCode'];
  }, 'the names of places');
  text(widget, 'content').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

const { kind, topic, content, communeCode, address, senderName } = submission;
/** What a citizen enters: no title, which comes from the text. */
const everything = (): Record<string, string> => ({
  kind,
  topic,
  content,
  communeCode,
  address,
  senderName,
  consent: 'yes',
});
const { title: _, ...untitled } = submission;
/** And what who is signed in sends of it. */
const sent: CaseSubmission = { ...untitled, linked: true, consentVersion: '2' };

/** Goes on to the page where everything is checked, or to what is wrong. */
async function check(widget: DvkCaseForm): Promise<void> {
  formOf(widget).requestSubmit();
  await waitUntil(() => $(widget, '.answers, #summary'), 'the check page');
  await widget.updateComplete;
}

/** Goes through the check page and sends. */
async function send(widget: DvkCaseForm): Promise<void> {
  if (!$(widget, '.answers')) await check(widget);
  if ($(widget, '.answers')) await sendForm(widget);
  if (!$(widget, 'form')) await waitUntil(() => $(widget, '.receipt'), 'the receipt');
}

describe('dvk-case-form', () => {
  it('has what a section is for close to its heading, and its fields no farther than fields from each other', async () => {
    const widget = await make(serving());
    const em = parseFloat(getComputedStyle(widget.shadowRoot!.querySelector('.base')!).fontSize);
    const gaps = [...widget.shadowRoot!.querySelectorAll('.fields > h3')].map(
      (head) => (head.nextElementSibling!.getBoundingClientRect().top - head.getBoundingClientRect().bottom) / em,
    );
    // Photos and contact begin with words, the place with what finds it, the matter with a field.
    assert.deepEqual(
      gaps.map((gap) => Number(gap.toFixed(2))),
      [0.5, 1.5, 0.5, 0.5],
    );
  });

  it('offers the topics that it knows where the server names none', async () => {
    const { settings } = sampleSettings;
    const widget = await make(
      fakeClient({ ...answers(() => receipt), settings: { get: () => ({ ...settings, topics: [] }) } }),
    );
    await aTimeout(50);
    await widget.updateComplete;
    assert.isAbove($(widget, '[name=topic]')!.shadowRoot!.querySelectorAll('input').length, 5);
  });

  it('keeps the notice that it has where a server names none', async () => {
    const fake = serving();
    Object.assign(fake.client.settings, { get: () => Promise.resolve({}) });
    const widget = await make(fake);
    await aTimeout(50);
    await check(widget);
    assert.isNotNull($(widget, '[name=consent]'));
    assert.isAbove($(widget, '[name=topic]')!.shadowRoot!.querySelectorAll('input').length, 5);
  });

  expectNoPolicyViolations();
  beforeEach(() => {
    subject = crypto.randomUUID();
  });
  afterEach(() => {
    forgetCase();
    closeCase();
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('sends what the contract wants and shows code, secret and due date', async () => {
    const fake = serving();
    const widget = await make(fake);
    await fill(widget, everything());
    await send(widget);
    assert.deepEqual(await posts(fake)[0]!.json(), sent);
    for (const part of [receipt.code, receipt.secret, 'chỉ hiển thị một lần', '25/11/2026', 'Ngày Văn hóa Việt Nam'])
      assert.include(textOf(widget), part);
    assert.equal(widget.shadowRoot!.activeElement?.id, 'title');
  });

  it('is not sent in the name of who has signed in in another tab, until the person says so', async () => {
    let signedIn: string | null = null;
    const tagOf = (person: string | null) => `tag-of-${person ?? 'visitor'}`;
    const fake = fakeClient({
      session: { get: () => ({ ...session(), subject: signedIn, subjectTag: tagOf(signedIn) }) },
      cases: {
        create: ({ request }) =>
          request.headers.get('dvk-expected-subject') === tagOf(signedIn) ? receipt : problem('subject-mismatch'),
      },
    });
    const widget = await make(fake);
    await fill(widget, everything());
    signedIn = crypto.randomUUID();
    await check(widget);
    await sendForm(widget);
    await waitUntil(() => status(widget).includes('không phải là người đã mở trang này'));
    assert.isNull($(widget, '.sent'));
    button(widget, 'Dùng tài khoản đang đăng nhập').click();
    await waitUntil(() => !status(widget).includes('không phải là người'));
    await send(widget);
    assert.include(textOf(widget), receipt.secret);
    assert.deepEqual(
      posts(fake).map(({ headers }) => headers.get('dvk-expected-subject')),
      [tagOf(null), tagOf(signedIn)],
    );
  });

  it('works for a visitor who is not signed in, also if the session cannot be loaded', async () => {
    subject = null;
    const fake = fakeClient({ session: { get: problem('internal-error') }, cases: { create: () => receipt } });
    const widget = await make(fake);
    await fill(widget, everything());
    await send(widget);
    assert.include(textOf(widget), receipt.code);
  });

  it('keeps it among the cases of who is signed in, unless they say no; asks nobody else', async () => {
    for (const [who, isWished] of [
      ['cong-dan-1', true],
      ['cong-dan-2', false],
      [null, undefined],
    ] as const) {
      subject = who;
      const bodies: CaseSubmission[] = [];
      const widget = await make(
        serving(({ body }) => {
          bodies.push(body);
          return receipt;
        }),
      );
      await fill(widget, everything());
      await check(widget);
      const box = $<HTMLElementTagNameMap['dvk-choice-field']>(widget, '[name=linked]');
      assert.equal(box === null, who === null);
      if (isWished === false) box!.values = [];
      await send(widget);
      assert.equal(bodies[0]!.linked, isWished || undefined);
      widget.remove();
    }
    subject = 'cong-dan-3';
    assert.isNull($(await make(serving(), { shared: true }), '[name=linked]'));
  });

  it('gives the page the code, and never the secret', async () => {
    const widget = await make(serving());
    const events: string[] = [];
    for (const type of ['dvk-submit', 'dvk-save', 'dvk-load', 'dvk-error'])
      widget.addEventListener(type, (event) => events.push(JSON.stringify({ ...event, type })));
    await fill(widget, everything());
    await send(widget);
    assert.lengthOf(events, 2);
    assert.include(events[1]!, receipt.code);
    assert.notInclude(events.join(), receipt.secret);
    assert.notInclude(location.href, receipt.secret);
    assert.notInclude(JSON.stringify(localStorage), receipt.secret, 'nor does the machine keep it unasked');
    assert.notInclude($(widget, '[role=status]:last-child')!.textContent, receipt.secret, 'nor is it read aloud');
  });

  it('names every empty box that must be filled, the consent too, which is not ticked', async () => {
    const fake = serving();
    const widget = await make(fake);
    assert.equal(text(widget, 'consent').value, '');
    await check(widget);
    const links = [...widget.shadowRoot!.querySelectorAll('#summary a')].map(({ textContent }) => textContent);
    assert.deepEqual(links, ['Chọn loại nội dung', 'Chọn lĩnh vực', 'Nhập nội dung', 'Chọn xã, phường, đặc khu']);
    await fill(widget, { ...everything(), consent: '' });
    await check(widget);
    await sendForm(widget);
    assert.equal(text(widget, 'consent').shownError, 'Đánh dấu vào ô đồng ý');
    assert.lengthOf(posts(fake), 0);
  });

  it('takes a phone number as people write it', async () => {
    const fake = serving();
    const widget = await make(fake);
    await fill(widget, { ...everything(), senderPhone: '(028) 3822-1234' });
    await send(widget);
    assert.equal(((await posts(fake)[0]!.json()) as CaseSubmission).senderPhone, '02838221234');
  });

  it('offers the places of the province that the server serves, unless the page names one', async () => {
    const fake = fakeClient({ session: { get: () => ({ ...session(), province: '38' }) } });
    const widget = await make(fake);
    const place = text(widget, 'communeCode') as unknown as DvkPlaceField;
    assert.equal(place.province, '38');
    place.value = '00004';
    await waitUntil(() => !place.checkValidity(), 'another province is refused');
    widget.province = '01';
    await widget.updateComplete;
    assert.equal(place.province, '01');
  });

  it('advises against numbers of persons in the text, but sends them', async () => {
    const fake = serving();
    const widget = await make(fake);
    await fill(widget, everything());
    assert.isNull($(widget, '.advice'));
    await fill(widget, { content: 'Gọi cho tôi theo số 0912 345 678' });
    assert.include($(widget, '.advice')!.textContent, 'để nguyên và gửi');
    assert.equal($(widget, '.quoted')!.textContent, '0912 345 678');
    await send(widget);
    assert.include(((await posts(fake)[0]!.json()) as CaseSubmission).content, '0912 345 678');
  });

  it('says that complaints and denunciations are not taken here', async () => {
    const widget = await make(serving());
    assert.include(textOf(widget), 'không nhận ở đây');
    const kinds = text(widget, 'kind').shadowRoot!.querySelectorAll('[type=radio]');
    assert.deepEqual(
      [...kinds].map((kind) => (kind as HTMLInputElement).value),
      ['report', 'proposal'],
    );
  });

  describe('when sending fails', () => {
    const failures: [string, Create, string][] = [
      ['429', problem('rate-limited', { retryAfter: 60 }), 'Gửi quá nhiều lần'],
      ['500', problem('internal-error'), 'Hệ thống gặp lỗi'],
      ['a lost connection', offline(), 'Không kết nối được'],
      ['401', problem('unauthenticated'), 'Phiên làm việc đã hết'],
    ];
    for (const [name, create, says] of failures) {
      it(`keeps everything after ${name}, and sends the same again with the same key`, async () => {
        const fake = serving(create);
        const widget = await make(fake);
        await fill(widget, everything());
        await send(widget);
        assert.include(status(widget), says);
        assert.include(textOf(widget), 'Gửi lại không tạo bản trùng');
        assert.equal(text(widget, 'content').value, submission.content);
        fake.answer(answers(() => receipt));
        await send(widget);
        assert.include(textOf(widget), receipt.code);
        const [first, second] = posts(fake);
        assert.isOk(keyOf(first));
        assert.equal(keyOf(first), keyOf(second));
        assert.deepEqual(await first!.json(), await second!.json());
      });
    }

    it('puts what the server objects to at its field', async () => {
      const errors: ProblemOptions['errors'] = [
        { pointer: '/senderEmail', code: 'wrong-format' },
        { pointer: '/attachments/0', code: 'unknown' },
      ];
      const widget = await make(serving(problem('validation-failed', { errors })));
      await fill(widget, { ...everything(), senderEmail: 'a@b.c' });
      await send(widget);
      assert.isNotEmpty(text(widget, 'senderEmail').shownError);
      assert.isNotEmpty((text(widget, 'attachments') as FormControl).shownError);
      assert.lengthOf(widget.shadowRoot!.querySelectorAll('#summary a'), 2);
      assert.equal(text(widget, 'content').value, submission.content);
      assert.isNull($(widget, '.answers'), 'both fields are on the first page');
    });

    it('sends by itself when the network is back', async () => {
      const fake = serving();
      const widget = await make(fake);
      await fill(widget, everything());
      network(false);
      await send(widget);
      assert.include(status(widget), 'sẽ tự gửi');
      assert.lengthOf(posts(fake), 0);
      network(true);
      await waitUntil(() => textOf(widget).includes(receipt.code));
      assert.lengthOf(posts(fake), 1);
    });

    it('shows nothing of it to another person who signs in meanwhile, whose draft stays', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const fake = serving(async () => {
        await promise;
        return receipt;
      });
      const widget = await make(fake);
      await fill(widget, everything());
      await check(widget);
      formOf(widget).requestSubmit();
      await waitUntil(() => posts(fake).length === 1);
      subject = crypto.randomUUID();
      const next = serving();
      widget.client = next.client;
      await waitUntil(() => text(widget, 'content')?.value === '');
      await fill(widget, { content: 'Của người khác' });
      await aTimeout(450);
      const heard: Event[] = [];
      widget.addEventListener('dvk-save', (event) => heard.push(event));
      resolve();
      await aTimeout(50);
      await widget.updateComplete;
      assert.notInclude(textOf(widget), receipt.secret);
      assert.lengthOf(heard, 0);
      widget.remove();
      assert.equal(text(await make(next), 'content').value, 'Của người khác');
    });

    it('sends once however often the button is pressed', async () => {
      const fake = serving(later(100, () => receipt));
      const widget = await make(fake);
      await fill(widget, everything());
      await check(widget);
      for (let at = 0; at < 3; at++) formOf(widget).requestSubmit();
      await waitUntil(() => textOf(widget).includes(receipt.code));
      assert.lengthOf(posts(fake), 1);
    });
  });

  describe('the draft', () => {
    it('comes back after a reload with the key of what was sent, but without the consent', async () => {
      const fake = serving(offline());
      const before = await make(fake);
      await fill(before, everything());
      await send(before);
      before.remove();
      const after = await make(fake);
      await waitUntil(() => text(after, 'content').value === submission.content);
      assert.include(textOf(after), 'Đã mở lại bản nháp');
      assert.equal(text(after, 'consent').value, '');
      fake.answer(answers(() => receipt));
      await fill(after, { consent: 'yes' });
      await send(after);
      assert.include(textOf(after), receipt.code);
      const [first, second] = posts(fake);
      assert.equal(keyOf(first), keyOf(second));
      after.reset();
      after.remove();
      assert.equal(text(await make(fake), 'content').value, '', 'what was sent is forgotten');
    });

    it('is forgotten when the page says only later, as a property, that the machine is shared', async () => {
      const fake = serving();
      const before = await make(fake);
      text(before, 'content').value = 'Đường ngập sau mưa';
      formOf(before).dispatchEvent(new Event('input'));
      await aTimeout(600);
      before.remove();
      const opened = await make(fake);
      await waitUntil(() => text(opened, 'content').value !== '');
      opened.sharedDevice = true;
      await waitUntil(() => text(opened, 'content').value === '', 'what somebody else may have typed is gone');
      opened.remove();
      const after = await make(fake);
      await aTimeout(100);
      assert.equal(text(after, 'content').value, '', 'nor is it kept');
    });

    it('goes on, unkept, when the page says so while a person is typing', async () => {
      const fake = serving();
      const widget = await make(fake);
      text(widget, 'content').value = 'Đường ngập sau mưa';
      formOf(widget).dispatchEvent(new Event('input'));
      widget.sharedDevice = true;
      await aTimeout(600);
      assert.equal(text(widget, 'content').value, 'Đường ngập sau mưa');
      widget.remove();
      const after = await make(fake);
      await aTimeout(100);
      assert.equal(text(after, 'content').value, '');
    });

    it('is not kept on a shared machine', async () => {
      const fake = serving();
      const before = await make(fake, { shared: true });
      assert.include(textOf(before), 'Máy dùng chung');
      await fill(before, everything());
      before.remove();
      assert.equal(text(await make(fake, { shared: true }), 'content').value, '');
      assert.equal(text(await make(fake), 'content').value, '');
    });

    it('stays in the form when the page moves the element, also where nothing is kept', async () => {
      const widget = await make(serving(), { shared: true });
      await fill(widget, { content: 'Đèn đường hỏng' });
      document.body.append(widget);
      await aTimeout(50);
      assert.equal(text(widget, 'content').value, 'Đèn đường hỏng');
      widget.remove();
    });

    it('says when it can no longer be kept', async () => {
      const widget = await make(serving());
      assert.include(textOf(widget), 'tự lưu trên máy này');
      await fill(widget, { content: 'Đèn đường' });
      await waitUntil(() => /Đã lưu nháp trên máy này lúc \d\d:\d\d\./.test(textOf(widget)));
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      await fill(widget, { content: 'Đèn đường hỏng' });
      await waitUntil(() => textOf(widget).includes('không lưu được bản nháp')).finally(() => {
        IDBObjectStore.prototype.put = put;
      });
      widget.remove();
    });

    it('is thrown away on demand, and brought back', async () => {
      const widget = await make(serving());
      await fill(widget, everything());
      button(widget, 'Xóa bản nháp').click();
      await waitUntil(() => text(widget, 'content').value === '');
      button(widget, 'Khôi phục').click();
      await waitUntil(() => text(widget, 'content').value === submission.content);
    });

    it('of one person is not shown to another', async () => {
      const fake = serving();
      const before = await make(fake);
      await fill(before, everything());
      before.remove();
      subject = crypto.randomUUID();
      assert.equal(text(await make(fake), 'content').value, '');
    });

    it('goes with a visitor who signs in while writing', async () => {
      const signedIn = subject;
      subject = null;
      const fake = serving();
      const context = await fixture<DvkContext>(
        html`<dvk-context .client=${fake.client}><dvk-case-form></dvk-case-form></dvk-context>`,
      );
      const widget = context.querySelector('dvk-case-form')!;
      await waitUntil(() => $(widget, 'form'));
      await widget.updateComplete;
      await aTimeout(0);
      await fill(widget, everything());
      subject = signedIn;
      context.refresh();
      await aTimeout(300);
      assert.equal(text(widget, 'content').value, submission.content);
      await aTimeout(500);
      context.remove();
      const again = await make(fake);
      await waitUntil(() => text(again, 'content').value === submission.content);
      again.remove();
      subject = null;
      assert.equal(text(await make(fake), 'content').value, '', 'nothing is left for the next visitor');
    });
  });

  describe('the receipt', () => {
    const received = async (): Promise<DvkCaseForm> => {
      const widget = await make(serving());
      await fill(widget, everything());
      await send(widget);
      return widget;
    };
    const clipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

    it('copies code and secret with one button', async () => {
      const widget = await received();
      const texts: string[] = [];
      clipboard(async (text) => void texts.push(text));
      button(widget, 'Sao chép cả hai mã').click();
      await waitUntil(() => textOf(widget).includes('Đã sao chép'));
      assert.deepEqual(texts, [`Mã tra cứu: ${receipt.code}\nMã bí mật: ${receipt.secret}`]);
    });

    it('copies without a clipboard, or says how', async () => {
      const widget = await received();
      clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
      const kept = document.execCommand.bind(document);
      let copied = '';
      const listen = (event: ClipboardEvent) => (copied = event.clipboardData?.getData('text/plain') ?? '');
      document.execCommand = () => {
        const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
        document.dispatchEvent(event);
        listen(event);
        return event.defaultPrevented;
      };
      button(widget, 'Sao chép cả hai mã').click();
      await waitUntil(() => copied);
      assert.include(copied, receipt.secret);
      await waitUntil(() => textOf(widget).includes('Đã sao chép'));
      document.execCommand = () => false;
      button(widget, 'Đã sao chép').click();
      await waitUntil(() => textOf(widget).includes('Chưa sao chép được'));
      document.execCommand = kept;
    });

    it('asks before the secret is gone, with the codes once more, and then begins anew', async () => {
      const widget = await received();
      button(widget, 'Gửi phản ánh, kiến nghị khác').click();
      await widget.updateComplete;
      const dialog = $<HTMLDialogElement>(widget, 'dialog')!;
      assert.include(dialog.textContent, 'Quý vị chưa lưu hai mã');
      assert.include(dialog.textContent, receipt.secret);
      button(widget, 'Ở lại trang này').click();
      await waitUntil(() => !$(widget, 'dialog'));
      assert.include(textOf(widget), receipt.secret);
      await another(widget);
      assert.notInclude(textOf(widget), receipt.secret);
      assert.equal(text(widget, 'content').value, '');
    });

    it('is remembered on this machine only if asked, and forgotten again', async () => {
      const widget = await received();
      assert.deepEqual(rememberedCases(), []);
      const remember = $(widget, '.remember dvk-choice-field')!.shadowRoot!.querySelector('input')!;
      assert.isFalse(remember.checked);
      remember.click();
      await widget.updateComplete;
      assert.deepEqual(
        rememberedCases().map(({ code, secret }) => [code, secret]),
        [[receipt.code, receipt.secret]],
      );
      button(widget, 'Quên đi').click();
      assert.deepEqual(rememberedCases(), []);
      assert.notInclude(JSON.stringify(localStorage), receipt.secret);
    });

    it('has one primary button: to follow the case, or to keep the codes where no page leads on', async () => {
      const widget = await received();
      const primary = () =>
        [...widget.shadowRoot!.querySelectorAll('.primary')].map((each) => each.textContent!.trim());
      assert.deepEqual(primary(), ['Sao chép cả hai mã']);
      button(widget, 'Gửi phản ánh, kiến nghị khác').click();
      await waitUntil(() => $(widget, 'dialog'));
      const inDialog = [...$(widget, 'dialog')!.querySelectorAll('.primary')].map((each) => each.textContent!.trim());
      assert.deepEqual(inDialog, ['Ở lại trang này']);
      button(widget, 'Ở lại trang này').click();
      await waitUntil(() => !$(widget, 'dialog'));
      widget.trackerUrl = '/tra-cuu';
      await widget.updateComplete;
      assert.deepEqual(primary(), ['Theo dõi phản ánh này']);
    });

    it('has a QR code and a picture once there is a tracker to lead to', async () => {
      const widget = await received();
      assert.isNull($(widget, '.receipt-qr'));
      widget.trackerUrl = '/tra-cuu';
      await waitUntil(() => $(widget, '.receipt-qr svg'), 'the QR code');
      const { click } = HTMLAnchorElement.prototype;
      let saved = '';
      HTMLAnchorElement.prototype.click = function () {
        saved = this.download;
      };
      button(widget, 'Lưu ảnh').click();
      await waitUntil(() => saved, 'the picture').finally(() => {
        HTMLAnchorElement.prototype.click = click;
      });
      assert.equal(saved, `${receipt.code}.png`);
    });

    /** What a page does that draws a part of itself anew: another element in the place of this one. */
    const drawAnew = async (widget: DvkCaseForm, fake = serving()): Promise<DvkCaseForm> => {
      const place = widget.parentElement!;
      const next = document.createElement('dvk-case-form');
      next.sharedDevice = widget.sharedDevice;
      next.client = fake.client;
      place.replaceChildren(next);
      await waitUntil(() => $(next, 'form, .receipt'), 'it opens');
      await aTimeout(20);
      await next.updateComplete;
      return next;
    };
    const showAgain = async (widget: DvkCaseForm): Promise<void> => {
      button(widget, 'Xem lại mã').click();
      await widget.updateComplete;
    };
    const another = async (widget: DvkCaseForm): Promise<void> => {
      button(widget, 'Gửi phản ánh, kiến nghị khác').click();
      await widget.updateComplete;
      if ($(widget, 'dialog')) button(widget, 'Rời trang, không lưu mã').click();
      await waitUntil(() => $(widget, 'form'));
      await widget.updateComplete;
    };

    it('can be had again after the next tap, each of several', async () => {
      const second = { ...receipt, code: 'PA-260101-0002-0', secret: 'zzzz-zzzz-zzzz' };
      const widget = await received();
      await another(widget);
      await showAgain(widget);
      assert.include(textOf(widget), receipt.secret);
      widget.client = serving(() => second).client;
      await aTimeout(20);
      await fill(widget, everything());
      await send(widget);
      assert.include(textOf(widget), second.secret);
      await another(widget);
      assert.lengthOf(widget.shadowRoot!.querySelectorAll('.sent li'), 2);
      assert.notInclude(textOf(widget), receipt.secret, 'only when asked for');
      await showAgain(widget);
      assert.include(textOf(widget), receipt.secret);
    });

    it('survives a page that draws this part anew', async () => {
      const widget = await drawAnew(await received());
      assert.include(textOf(widget), receipt.secret);
      await another(widget);
      const next = await drawAnew(widget);
      assert.notInclude(textOf(next), receipt.secret);
      await showAgain(next);
      assert.include(textOf(next), receipt.secret);
      subject = crypto.randomUUID();
      const others = await drawAnew(next);
      assert.isNull($(others, '.sent'), 'but it is nobody else’s');
      subject = null;
      assert.isNull($(await drawAnew(others), '.sent'));
    });

    it('survives also when the response comes after that, or the new element before', async () => {
      const widget = await make(serving(later(300, () => receipt)));
      await fill(widget, everything());
      await check(widget);
      void sendForm(widget).catch(() => {});
      await aTimeout(50);
      const next = await drawAnew(widget);
      await waitUntil(() => `${textOf(next)}`.includes(receipt.secret));
      const before = await make(serving());
      next.remove();
      await waitUntil(() => textOf(before).includes(receipt.secret));
    });

    it('does not go when it cannot be asked who is signed in', async () => {
      const context = await fixture<DvkContext>(
        html`<dvk-context .client=${serving().client}><dvk-case-form></dvk-case-form></dvk-context>`,
      );
      const widget = context.querySelector('dvk-case-form')!;
      await waitUntil(() => $(widget, 'form'));
      await aTimeout(20);
      await fill(widget, everything());
      await send(widget);
      context.client = fakeClient({ session: { get: problem('unauthenticated') } }).client;
      await aTimeout(50);
      assert.include(textOf(widget), receipt.secret);
      subject = null;
      context.client = serving().client;
      await waitUntil(() => !textOf(widget).includes(receipt.secret), 'signed out, it is gone');
    });

    it('warns before the page is left, unless it was noted', async () => {
      const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
      const widget = await received();
      assert.isTrue(asks());
      clipboard(async () => {});
      button(widget, 'Sao chép cả hai mã').click();
      await waitUntil(() => !asks());
      const gone = await received();
      gone.remove();
      assert.isFalse(asks());
    });

    it('on a shared device is gone with the next tap, and survives only what the page does at once', async () => {
      const widget = await make(serving(), { shared: true });
      await fill(widget, everything());
      await send(widget);
      const next = await drawAnew(widget);
      assert.include(textOf(next), receipt.secret);
      await another(next);
      assert.isNull($(next, '.sent'));
      assert.isNull($(await drawAnew(next), '.sent'));
    });

    it('is not there for who goes back to the page on a shared device', async () => {
      const widget = await make(serving(), { shared: true });
      await fill(widget, everything());
      await send(widget);
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await waitUntil(() => $(widget, 'form'));
      await fill(widget, { content: 'Đèn đường hỏng' });
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      assert.equal(text(widget, 'content').value, '');
      assert.notInclude(textOf(widget), receipt.secret);
    });

    it('leads to the tracker of the page, which opens the case', async () => {
      const widget = await received();
      assert.isNull($(widget, '.follow'));
      widget.trackerUrl = '/tra-cuu';
      await widget.updateComplete;
      const follow = $<HTMLAnchorElement>(widget, '.follow')!;
      assert.equal(follow.getAttribute('href'), '/tra-cuu');
      const codes: string[] = [];
      widget.addEventListener('dvk-navigate', (event) => {
        event.preventDefault();
        codes.push(event.recordId);
      });
      follow.click();
      assert.deepEqual(codes, [receipt.code]);
      assert.notInclude(follow.href, receipt.secret);
      assert.deepEqual(openedCase(), { code: receipt.code, secret: receipt.secret });
      assert.isTrue(window.dispatchEvent(new Event('beforeunload', { cancelable: true })), 'nothing is lost');
      closeCase();
      widget.trackerUrl = 'https://tra-cuu.example/xem';
      await widget.updateComplete;
      follow.click();
      assert.equal(follow.href, `https://tra-cuu.example/xem#dvk=${receipt.code}.${receipt.secret}`);
      assert.isUndefined(openedCase());
    });

    it('stays when the page moves the element', async () => {
      const widget = await received();
      document.body.append(widget);
      await widget.updateComplete;
      assert.include(textOf(widget), receipt.secret);
      widget.remove();
    });
  });

  describe('the check page', () => {
    it('shows everything, and leads to each field and back to its row', async () => {
      const widget = await make(serving());
      await fill(widget, everything());
      await check(widget);
      assert.equal(widget.shadowRoot!.activeElement?.id, 'title');
      for (const shown of ['Phản ánh', 'Vệ sinh môi trường', content, address, senderName, 'phường Ba Đình'])
        assert.include($(widget, '.answers')!.textContent, shown);
      assert.lengthOf([...widget.shadowRoot!.querySelectorAll('.primary')], 1);
      $(widget, '[aria-label="Sửa nơi xảy ra"]')!.click();
      await waitUntil(() => widget.shadowRoot!.activeElement === text(widget, 'communeCode'));
      assert.isNull($(widget, '.answers'));
      await check(widget);
      await waitUntil(
        () => widget.shadowRoot!.activeElement?.getAttribute('aria-label') === 'Sửa nơi xảy ra',
        'the row has the focus',
      );
    });

    it('is left when the page takes the element away and puts it back', async () => {
      const widget = await make(serving());
      await fill(widget, everything());
      await check(widget);
      const page = widget.parentElement!;
      widget.remove();
      await aTimeout(0);
      page.append(widget);
      await waitUntil(() => $(widget, 'form') && text(widget, 'content')?.value === content);
      await widget.updateComplete;
      assert.isNull($(widget, '.answers'));
    });

    it('is left by Back, with everything in the form', async () => {
      const widget = await make(serving());
      await fill(widget, everything());
      await check(widget);
      assert.equal((history.state as { dvkCheckOf?: string }).dvkCheckOf, 'dvk-case-form');
      history.back();
      await waitUntil(() => !$(widget, '.answers'), 'the form');
      assert.equal(text(widget, 'content').value, content);
      await check(widget);
      button(widget, 'Quay lại sửa').click();
      await waitUntil(() => !$(widget, '.answers'), 'the form');
    });

    it('takes the title from the text, and another one from the person', async () => {
      const fake = serving();
      const widget = await make(fake);
      await fill(widget, { ...everything(), content: 'Đèn đường hỏng. Đã ba đêm nay.' });
      await check(widget);
      assert.equal($(widget, '.title-row b')!.textContent, 'Đèn đường hỏng');
      $(widget, '[aria-label="Sửa tiêu đề"]')!.click();
      await waitUntil(() => widget.shadowRoot!.activeElement === text(widget, 'title'));
      const box = text(widget, 'title').shadowRoot!.querySelector('input')!;
      box.value = 'Đèn ở ngõ mẫu hỏng';
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await send(widget);
      assert.equal(((await posts(fake)[0]!.json()) as CaseSubmission).title, 'Đèn ở ngõ mẫu hỏng');
    });
  });

  it('moves a number and an address from the text to the contact', async () => {
    const widget = await make(serving());
    await fill(widget, { ...everything(), content: 'Rác ở đầu ngõ. Gọi 0912 345 678 hoặc lan@example.vn nhé.' });
    button(widget, 'Chuyển xuống Liên hệ').click();
    await waitUntil(() => !$(widget, '.advice'), 'nothing is left');
    assert.equal(text(widget, 'senderPhone').data, '0912345678');
    assert.equal(text(widget, 'senderEmail').value, 'lan@example.vn');
    assert.isFalse(text(widget, 'senderEmail').hidden);
    assert.notMatch(text(widget, 'content').value, /0912|lan@/);
  });

  it('asks the device for its place only when the button is pressed', async () => {
    const { geolocation } = navigator;
    let asked = 0;
    let coords = { latitude: 21.033_3, longitude: 105.8, accuracy: 20.4 };
    const getCurrentPosition = (done: (position: { coords: typeof coords }) => void) => {
      asked += 1;
      done({ coords });
    };
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } });
    try {
      const fake = serving();
      const widget = await make(fake);
      assert.equal(asked, 0);
      button(widget, 'Dùng vị trí hiện tại').click();
      await widget.updateComplete;
      assert.include($(widget, '.located')!.textContent, 'Sai số khoảng 20 m');
      coords = { ...coords, latitude: 48.9 };
      button(widget, 'Lấy vị trí mới').click();
      await widget.updateComplete;
      assert.include($(widget, '.location')!.textContent, 'ngoài Việt Nam');
      await fill(widget, everything());
      await send(widget);
      const { location: place } = (await posts(fake)[0]!.json()) as CaseSubmission;
      assert.deepEqual(place, { lat: 21.033_3, lon: 105.8, accuracyMetres: 20.4 });
    } finally {
      Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
    }
  });

  it('offers what was probably meant for a place of another province, and where that one goes', async () => {
    const fake = fakeClient({ session: { get: () => ({ ...session(), province: '80' }) } });
    const widget = await make(fake);
    const place = text(widget, 'communeCode') as unknown as DvkPlaceField;
    place.restoreState(JSON.stringify(['', 'Xã Tân Ninh', null]));
    place.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => $(widget, '.likely'), 'it offers a commune');
    assert.include($(widget, '.likely')!.textContent, 'phường Tân Ninh, tỉnh Tây Ninh');
    assert.include($(widget, '.way-out')!.textContent, 'Cổng Dịch vụ công quốc gia');
    $<HTMLInputElement>(widget, '.likely input')!.click();
    await waitUntil(() => place.checkValidity(), 'it is chosen');
    assert.isNull($(widget, '.way-out'));
  });

  it('shows all communes of the province to who has typed what is none, and gives the focus to the field', async () => {
    const widget = await make(fakeClient({ session: { get: () => ({ ...session(), province: '80' }) } }));
    const place = text(widget, 'communeCode') as unknown as DvkPlaceField;
    place.restoreState(JSON.stringify(['', 'zzzz', null]));
    place.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => $(widget, '.way-out'), 'a way out');
    assert.isNull($(widget, '.likely'));
    const all = button(widget, 'Xem tất cả xã, phường');
    all.focus();
    all.click();
    const items = () => [...place.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')];
    await waitUntil(() => items().length > 50, 'all of them');
    assert.equal(widget.shadowRoot!.activeElement, place);
    assert.equal(place.typed, 'zzzz');
    for (const item of items()) assert.include(item.textContent, 'tỉnh Tây Ninh');
    items()[3]!.click();
    await waitUntil(() => place.checkValidity(), 'it is chosen');
    await waitUntil(() => !$(widget, '.way-out'), 'and right');
  });

  it('is there in English', async () => {
    const widget = await make(serving(), { lang: 'en' });
    assert.include(textOf(widget), 'Send a report or proposal');
    await fill(widget, everything());
    await send(widget);
    assert.include(textOf(widget), 'The secret is shown only once');
  });

  it('shrinks to 320 px with text twice as large', async () => {
    const before = { width: window.innerWidth, height: window.innerHeight };
    await setViewport({ width: 320, height: 800 });
    const widget = await make(fakeClient({}));
    widget.style.setProperty('--dvk-font-size', '32px');
    await widget.updateComplete;
    for (const section of widget.shadowRoot!.querySelectorAll('.fields'))
      assert.isAtMost(section.getBoundingClientRect().right, 320);
    await setViewport(before);
  });
});
