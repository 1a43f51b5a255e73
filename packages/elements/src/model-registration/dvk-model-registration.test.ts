import { assert, aTimeout, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import type { api } from '@dvk/sdk/api';
import { mediaTypes } from '@dvk/sdk/attachments';
import { checkBody, modelsCreate } from '@dvk/sdk/constraints';
import { checkRegistration, type ModelRegistration } from '@dvk/sdk/models';
import { later, offline, problem, reply, sampleModels, type MockHandlers } from '@dvk/sdk/testing';
import type { FormControl } from '../internal/form-control.ts';
import { formState } from '../internal/form-data.ts';
import { acceptedFiles } from '../internal/uploader.ts';
import '../locale/en.ts';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkModelRegistration } from './dvk-model-registration.ts';
import { fillForm, readRegistration, sections } from './form.ts';

const { officer, registered, registration, unit } = sampleModels;
type Widget = DvkModelRegistration;
type Handlers = MockHandlers<typeof api>;

let subject = '';
const signedIn = (): Handlers => ({
  session: { get: () => officer(subject) },
  units: { get: () => unit, list: () => ({ items: [unit], nextCursor: null }) },
});
/** A network with an officer signed in, and what it says to the models. */
const serving = (models: Handlers['models'] = {}, more: Handlers = {}): FakeClient =>
  fakeClient({ ...signedIn(), models: models!, ...more });

const $ = <T extends Element = HTMLElement>(widget: Widget, selector: string) =>
  widget.shadowRoot!.querySelector<T>(selector);
const formOf = (widget: Widget) => $<HTMLFormElement>(widget, 'form')!;
const control = <T extends FormControl = FormControl>(widget: Widget, name: string) =>
  formOf(widget).elements.namedItem(name) as unknown as T;
const text = (widget: Widget, name: string) => control<HTMLElementTagNameMap['dvk-text-field']>(widget, name);
const textOf = (widget: Widget) => widget.shadowRoot!.textContent!.replace(/\s+/g, ' ');
const posts = (fake: FakeClient) => fake.requests.filter(({ method }) => method !== 'GET');
const keyOf = (request: Request | undefined) => request?.headers.get('idempotency-key');
const button = (widget: Widget, label: string) => {
  const found = [...widget.shadowRoot!.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === label,
  );
  assert.exists(found, `button “${label}” among ${textOf(widget)}`);
  return found!;
};
const status = (widget: Widget) => $(widget, '.end [role=alert]')?.textContent.replace(/\s+/g, ' ') ?? '';

async function make(fake: FakeClient, attributes: { modelId?: string; lang?: string } = {}): Promise<Widget> {
  const widget = await fixture<Widget>(
    html`<dvk-model-registration
      lang=${attributes.lang ?? 'vi'}
      model-id=${attributes.modelId ?? ''}
      .client=${fake.client}
    ></dvk-model-registration>`,
  );
  await waitUntil(() => !$(widget, '.loading'), 'it opens');
  await widget.updateComplete;
  return widget;
}

/** Fills everything as if typed: the fields announce the change. */
async function fill(widget: Widget, body: ModelRegistration = registration): Promise<void> {
  const { topics } = widget;
  fillForm(formOf(widget), { model: registered(body), topics: topics.split(', ') });
  await waitUntil(() => readRegistration(formOf(widget), undefined).provinceCode, 'the names of places');
  text(widget, 'name').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

async function send(widget: Widget): Promise<void> {
  formOf(widget).requestSubmit();
  await waitUntil(() => $(widget, '[aria-busy=true]') || !$(widget, 'form') || status(widget) || $(widget, '#summary'));
  await waitUntil(() => $(widget, '[aria-busy=false]'));
  await widget.updateComplete;
}

/** Pretends that the machine has lost, or got back, its network. */
function network(on: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => on });
  window.dispatchEvent(new Event(on ? 'online' : 'offline'));
}

describe('dvk-model-registration', () => {
  expectNoPolicyViolations();
  beforeEach(() => {
    subject = crypto.randomUUID();
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
  });

  describe('a new registration', () => {
    it('goes out as the contract wants it, and the answer is shown with its code', async () => {
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      const heard: string[] = [];
      for (const type of ['dvk-submit', 'dvk-save'] as const) widget.addEventListener(type, () => heard.push(type));
      await fill(widget);
      await send(widget);
      assert.deepEqual(await posts(fake)[0]!.json(), registration);
      assert.equal($(widget, '#title')!.textContent, 'Đã nhận đăng ký');
      assert.equal(widget.shadowRoot!.activeElement?.id, 'title');
      for (const part of [
        'MH-260305-0042-H',
        'Phường Ba Đình, Thành phố Hà Nội',
        '15.000.000',
        '01/04/2026',
        unit.name,
      ])
        assert.include(textOf(widget), part);
      assert.deepEqual(heard, ['dvk-submit', 'dvk-save']);
      button(widget, 'Đăng ký mô hình khác').click();
      await waitUntil(() => $(widget, 'form'));
      await widget.updateComplete;
      assert.equal(text(widget, 'name').value, '');
      assert.isNull($(widget, '.draft'), 'the sent one is forgotten');
    });

    it('is filled in and sent with the keyboard alone', async function () {
      this.timeout(60_000);
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      const press = (...keys: string[]) =>
        keys.reduce((done, key) => done.then(() => sendKeys({ press: key })), Promise.resolve());
      const type = (typed: string) => sendKeys({ type: typed });
      const { content } = registration;
      control(widget, 'registrantKind').focus();
      await press('Space', 'Tab'); // collective; the name of a person is not asked for
      assert.equal(widget.shadowRoot!.activeElement, control(widget, 'unitId'));
      await press('Tab'); // the officer's own unit
      await type(registration.responsiblePerson);
      await press('Tab', 'Space', 'ArrowDown', 'Tab'); // new
      await press('Space', 'ArrowDown', 'Tab'); // culture and society
      for (let at = 0; at < 7; at++) await press(...(at === 3 ? ['Space', 'Tab'] : ['Tab']));
      await type('Đường hoa');
      await press('Tab');
      await type('ba dinh ha noi');
      await waitUntil(() => control(widget, 'communeCode').shadowRoot!.querySelector('[role=option]'));
      await press('Enter', 'Tab');
      await type(registration.address!);
      await press('Tab');
      for (const words of [
        registration.name,
        content.situation,
        content.goals,
        content.activities,
        content.beneficiaries,
        content.forces,
        content.resources,
        '15.000.000',
        content.schedule,
      ]) {
        await type(words);
        await press('Tab');
      }
      for (const date of ['1/4/2026', '15.11.2026', '31122026']) {
        await type(date);
        await press('Tab', 'Tab'); // over the calendar button
      }
      await type(content.outputs);
      await press('Tab');
      await type(content.sustainability);
      await press('Tab', 'Tab');
      assert.equal(widget.shadowRoot!.activeElement?.textContent.trim(), 'Gửi đăng ký');
      await press('Enter');
      await waitUntil(() => !$(widget, 'form'));
      assert.deepEqual(await posts(fake)[0]!.json(), registration);
    });

    it('takes a unit that is typed, and asks a person’s name only of an individual', async () => {
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      const { unitId: _, ...rest } = registration;
      const person = {
        ...rest,
        unitName: 'Chi hội mẫu',
        registrantKind: 'individual',
        registrantName: 'Trần Thị B',
      } as const;
      await fill(widget);
      assert.isTrue(text(widget, 'registrantName').hidden);
      await fill(widget, person);
      await widget.updateComplete;
      assert.isFalse(text(widget, 'registrantName').hidden);
      await send(widget);
      assert.deepEqual(await posts(fake)[0]!.json(), person);
    });

    it('lists what is missing, each a link to its field, and says how much each part lacks', async () => {
      const fake = serving();
      const widget = await make(fake);
      formOf(widget).requestSubmit();
      await widget.updateComplete;
      const links = [...widget.shadowRoot!.querySelectorAll('#summary a')].map((link) => link.textContent);
      assert.include(links, 'Nhập tên mô hình');
      assert.include(links, 'Chọn xã, phường, đặc khu');
      assert.equal(widget.shadowRoot!.activeElement?.id, 'summary');
      assert.lengthOf(posts(fake), 0);
      const parts = () => [...widget.shadowRoot!.querySelectorAll('.contents small')].map((part) => part.textContent);
      assert.deepEqual(parts(), ['còn 3 ô', 'còn 2 ô', 'còn 6 ô', 'còn 5 ô', 'còn 2 ô', 'đã đủ']);
      await fill(widget);
      assert.deepEqual(new Set(parts()), new Set(['đã đủ']));
      $(widget, '.contents a[href="#content"]')!.click();
      assert.equal(widget.shadowRoot!.activeElement?.id, 'content');
    });

    it('lets nothing through that the contract or its rules refuse', async () => {
      const widget = await make(serving());
      const bad: Partial<ModelRegistration>[] = [
        { name: 'x'.repeat(301) },
        { responsiblePerson: 'x'.repeat(201) },
        { content: { ...registration.content, goals: 'x'.repeat(5001) } },
        { budget: 1_000_000_000_000_001 },
        { endDate: '2026-03-31' },
        { assessmentDate: '2026-03-31' },
        { assessmentDate: '2027-01-01' },
      ];
      await fill(widget);
      assert.isTrue(formOf(widget).checkValidity());
      const body = readRegistration(formOf(widget), undefined);
      assert.deepEqual([...checkBody(modelsCreate, body), ...checkRegistration(body)], []);
      for (const change of bad) {
        const wrong = { ...registration, ...change };
        assert.isNotEmpty([...checkBody(modelsCreate, wrong), ...checkRegistration(wrong)]);
        await fill(widget, wrong);
        await Promise.all([...formOf(widget).elements].map((element) => (element as FormControl).updateComplete));
        assert.isFalse(formOf(widget).checkValidity(), JSON.stringify(change));
      }
    });

    it('offers a field for everything the contract has', () => {
      const names = Object.values<readonly string[]>(sections).flat();
      const { content, ...fields } = modelsCreate.fields;
      const all = [...Object.keys(fields), ...Object.keys(content.fields).map((name) => `content/${name}`)];
      assert.sameMembers([...names, 'unitName', 'provinceCode'], [...all, 'otherTags']);
      assert.lengthOf(
        acceptedFiles.split(',').filter((kind) => kind !== '.jpeg'),
        mediaTypes.length,
      );
    });

    it('uploads files and sends their ids', async () => {
      const file = {
        id: '01890000-0000-7000-8000-0000000000f1',
        name: 'tờ trình.pdf',
        mediaType: 'application/pdf',
        size: 8,
        sha256: '0'.repeat(64),
        uploadedAt: '2026-03-05T02:00:00Z',
      } as const;
      const fake = serving(
        { create: ({ body }) => registered(body, { attachments: [file] }) },
        { attachments: { upload: () => file } },
      );
      const widget = await make(fake);
      await fill(widget);
      // Without XMLHttpRequest the client uploads by fetch, which is faked here.
      const { XMLHttpRequest } = window;
      Object.assign(window, { XMLHttpRequest: undefined });
      const files = control<HTMLElementTagNameMap['dvk-file-field']>(widget, 'attachments');
      files.addFiles([new File(['%PDF-1.7'], file.name, { type: file.mediaType })]);
      await waitUntil(() => files.value.length === 1);
      Object.assign(window, { XMLHttpRequest });
      await send(widget);
      const body = (await posts(fake).at(-1)!.json()) as ModelRegistration;
      assert.deepEqual(body.attachments, [file.id]);
      assert.include(textOf(widget), file.name);
    });

    it('can be kept from being sent by the page', async () => {
      const fake = serving();
      const widget = await make(fake);
      await fill(widget);
      widget.addEventListener('dvk-submit', (event) => event.preventDefault());
      formOf(widget).requestSubmit();
      await aTimeout(20);
      assert.lengthOf(posts(fake), 0);
      assert.isTrue(formOf(widget).checkValidity());
    });
  });

  describe('when sending fails', () => {
    const cases: [string, Handlers['models'], string][] = [
      ['401', { create: problem('unauthenticated') }, 'Phiên làm việc đã hết'],
      ['403', { create: problem('forbidden') }, 'không có quyền'],
      ['409', { create: problem('conflict', { detail: 'Đơn vị đã đăng ký mô hình này.' }) }, 'Đơn vị đã đăng ký'],
      ['429', { create: problem('rate-limited', { retryAfter: 30 }) }, 'sau 30 giây'],
      ['500', { create: problem('internal-error') }, 'Hệ thống gặp lỗi'],
      ['503', { create: problem('unavailable') }, 'Hệ thống gặp lỗi'],
      ['a broken connection', { create: offline() }, 'Không kết nối được'],
    ];
    for (const [what, models, words] of cases)
      it(`${what}: says so and keeps everything typed`, async () => {
        const fake = serving(models);
        const widget = await make(fake);
        const heard: Event[] = [];
        widget.addEventListener('dvk-error', (event) => heard.push(event));
        await fill(widget);
        const before = formState(formOf(widget));
        await send(widget);
        assert.include(status(widget), words);
        assert.deepEqual(formState(formOf(widget)), before);
        assert.lengthOf(heard, 1);
        assert.isFalse(formOf(widget).querySelector('.sections')!.hasAttribute('inert'));
        fake.answer({ ...signedIn(), models: { create: ({ body }) => registered(body) } });
        await send(widget);
        assert.isNull($(widget, 'form'));
        const [first, second] = posts(fake);
        assert.equal(keyOf(first), keyOf(second), 'sent twice, created once');
      });

    it('an answer that never comes: says so and keeps everything typed', async () => {
      const fake = serving({ create: later('infinite', () => registered()) });
      const { models } = fake.client;
      const client = {
        ...fake.client,
        models: {
          ...models,
          create: (...[input, options]: Parameters<typeof models.create>) =>
            models.create(input, { ...options, timeout: 50 }),
        },
      };
      const widget = await make({ ...fake, client });
      await fill(widget);
      await send(widget);
      assert.include(status(widget), 'trả lời quá lâu');
      assert.isTrue(formOf(widget).checkValidity());
    });

    it('shows the server’s field errors at their fields', async () => {
      const fake = serving({
        create: problem('validation-failed', {
          errors: [
            { pointer: '/unitName', code: 'unknown' },
            { pointer: '/content/goals', code: 'control-characters' },
            { pointer: '/tags/1', code: 'too-long', params: { max: 50 } },
            { pointer: '/provinceCode', code: 'wrong-format' },
            { pointer: '/somethingNew', code: 'required' },
          ],
        }),
      });
      const widget = await make(fake);
      await fill(widget);
      await send(widget);
      assert.equal(control(widget, 'unitId').shownError, 'Không có trong hệ thống');
      assert.include(control(widget, 'content/goals').shownError, 'ký tự điều khiển');
      assert.equal(control(widget, 'tags').shownError, 'Tối đa 50 ký tự');
      assert.equal(control(widget, 'communeCode').shownError, 'Không đúng dạng');
      assert.lengthOf(widget.shadowRoot!.querySelectorAll('#summary li'), 5);
      assert.include($(widget, '#summary')!.textContent, 'Đơn vị: Không có trong hệ thống');
      assert.equal(widget.shadowRoot!.activeElement?.id, 'summary');
    });

    it('asks to sign in, and goes on with the same form afterwards', async () => {
      const fake = serving({ create: problem('unauthenticated') });
      const widget = await make(fake);
      await fill(widget);
      await send(widget);
      let asked = false;
      widget.addEventListener('dvk-sign-in', () => (asked = true));
      button(widget, 'Đăng nhập').click();
      assert.isTrue(asked);
      const again = serving({ create: ({ body }) => registered(body) });
      widget.client = again.client;
      await waitUntil(() => !status(widget));
      await send(widget);
      assert.equal(keyOf(posts(again)[0]), keyOf(posts(fake)[0]));
    });

    it('never shows one person’s text to the next', async () => {
      const widget = await make(serving());
      await fill(widget);
      const mine = subject;
      subject = crypto.randomUUID();
      widget.client = serving().client;
      await waitUntil(() => $(widget, 'form') && !text(widget, 'name').value);
      widget.client = fakeClient({
        session: { get: () => ({ ...officer(''), subject: null, roles: ['anonymous'] }) },
      }).client;
      await waitUntil(() => !$(widget, 'form'));
      assert.include(textOf(widget), 'Đăng nhập để đăng ký');
      subject = mine;
      widget.client = serving().client;
      await waitUntil(() => $(widget, 'form') && text(widget, 'name').value === registration.name);
    });
  });

  describe('without network', () => {
    it('goes out by itself when the network is back, because the person pressed send', async () => {
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      await fill(widget);
      network(false);
      formOf(widget).requestSubmit();
      await waitUntil(() => status(widget).includes('tự gửi khi có mạng'));
      assert.lengthOf(posts(fake), 0);
      network(true);
      await waitUntil(() => !$(widget, 'form'));
      assert.lengthOf(posts(fake), 1);
    });

    it('does not send by itself what was changed since, or was called off', async () => {
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      await fill(widget);
      network(false);
      formOf(widget).requestSubmit();
      await waitUntil(() => status(widget));
      button(widget, 'Không tự gửi').click();
      network(true);
      await aTimeout(50);
      assert.lengthOf(posts(fake), 0);

      network(false);
      formOf(widget).requestSubmit();
      await waitUntil(() => status(widget));
      text(widget, 'name').focus();
      await sendKeys({ type: '!' });
      network(true);
      await aTimeout(50);
      assert.lengthOf(posts(fake), 0);
    });

    it('opens once there is network', async () => {
      const fake = fakeClient({ session: { get: offline() } });
      const widget = await make(fake);
      assert.include(textOf(widget), 'Không kết nối được');
      fake.answer(signedIn());
      network(true);
      await waitUntil(() => $(widget, 'form'));
    });
  });

  describe('the draft', () => {
    it('comes back after the page is left, with the key of the request under way', async () => {
      const fake = serving({ create: offline() });
      const before = await make(fake);
      await fill(before);
      text(before, 'budget').restoreState('mười triệu');
      text(before, 'budget').dispatchEvent(new Event('input', { bubbles: true }));
      before.remove();
      const middle = await make(fake);
      assert.include($(middle, '.draft')!.textContent, 'Đã mở lại bản nháp');
      assert.equal(text(middle, 'budget').typed, 'mười triệu', 'also what is no value yet');
      text(middle, 'budget').value = '15000000';
      await send(middle);
      middle.remove();
      const after = await make(fake);
      fake.answer({ ...signedIn(), models: { create: ({ body }) => registered(body) } });
      await send(after);
      const [first, second] = posts(fake);
      assert.deepEqual(await second!.json(), registration);
      assert.equal(keyOf(first), keyOf(second));
      after.remove();
      const last = await make(fake);
      assert.isNull($(last, '.draft'));
      assert.equal(text(last, 'name').value, '');
    });

    it('is thrown away on demand, and can be brought back', async () => {
      const fake = serving();
      const widget = await make(fake);
      await fill(widget);
      button(widget, 'Bỏ bản nháp').click();
      await waitUntil(() => text(widget, 'name').value === '');
      assert.equal(readRegistration(formOf(widget), undefined).unitId, unit.id, 'as it began');
      button(widget, 'Lấy lại').click();
      await waitUntil(() => text(widget, 'name').value === registration.name);
      button(widget, 'Bỏ bản nháp').click();
      await aTimeout(50);
      widget.remove();
      const again = await make(fake);
      assert.equal(text(again, 'name').value, '');
      assert.isNull($(again, '.draft'));
    });

    it('leaves a composition in a field alone', async () => {
      const widget = await make(serving());
      const name = text(widget, 'name');
      const box = name.shadowRoot!.querySelector('input')!;
      name.focus();
      box.dispatchEvent(new CompositionEvent('compositionstart'));
      for (const typed of ['D', 'DD', 'Đ', 'Đu', 'Đuo', 'Đươ']) {
        box.value = typed;
        box.setSelectionRange(typed.length, typed.length);
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
        await widget.updateComplete;
        await name.updateComplete;
        assert.equal(box.value, typed);
        assert.equal(box.selectionStart, typed.length);
      }
    });
  });

  describe('who may', () => {
    it('asks a visitor to sign in', async () => {
      const widget = await make(
        fakeClient({ session: { get: () => officer('', { subject: null, roles: ['anonymous'] }) } }),
      );
      assert.include(textOf(widget), 'Đăng nhập để đăng ký mô hình');
      assert.isNull($(widget, 'form'));
    });

    it('tells a citizen that it is not for them', async () => {
      const widget = await make(
        fakeClient({ session: { get: () => officer('c', { roles: ['citizen'], unitId: null }) } }),
      );
      assert.include(textOf(widget), 'không được đăng ký mô hình');
      assert.isNull($(widget, 'form'));
    });
  });

  describe('a correction', () => {
    const returned = registered(registration, { status: 'returned', statusReason: 'Thiếu mục tiêu đo được' });
    const modelId = returned.id;
    const better = { ...registration, content: { ...registration.content, goals: 'Bốn tuyến đường.' } };
    const change = async (widget: Widget, name: string, value: string): Promise<void> => {
      text(widget, name).restoreState(value);
      text(widget, name).dispatchEvent(new Event('input', { bubbles: true }));
      await widget.updateComplete;
    };

    it('starts from the registration, says why it came back, and hands it in again', async () => {
      const saved = registered(better, { status: 'returned', etag: '"v2"' });
      const fake = serving({
        get: () => returned,
        update: ({ request }) => (request.headers.get('if-match') === '"v1"' ? saved : problem('precondition-failed')),
        transition: ({ request, body }) =>
          request.headers.get('if-match') === '"v2"' && body.action === 'resubmit'
            ? registered(better, { etag: '"v3"' })
            : problem('transition-not-allowed'),
      });
      const widget = await make(fake, { modelId });
      assert.include(textOf(widget), 'Thiếu mục tiêu đo được');
      assert.deepEqual(readRegistration(formOf(widget), returned), registration);
      await change(widget, 'content/goals', 'Bốn tuyến đường.');
      button(widget, 'Lưu và gửi lại').click();
      await waitUntil(() => !$(widget, 'form'));
      const [put] = posts(fake);
      assert.deepEqual(await put!.json(), better);
      assert.equal($(widget, '#title')!.textContent, 'Đã gửi lại đăng ký');
    });

    it('reads the same text before and after the names of places have come', async () => {
      const widget = await make(serving({ get: () => returned }), { modelId });
      const place = control(widget, 'communeCode');
      const { communeCode, provinceCode } = registration;
      const [before, after] = [undefined, provinceCode].map((known) => {
        Object.defineProperty(place, 'entries', { configurable: true, value: { communeCode, provinceCode: known } });
        return JSON.stringify(readRegistration(formOf(widget), returned));
      });
      assert.equal(before, after);
    });

    it('does not write twice when only handing in has failed', async () => {
      const saved = registered(better, { status: 'returned', etag: '"v2"' });
      const fake = serving({ get: () => returned, update: () => saved, transition: problem('internal-error') });
      const widget = await make(fake, { modelId });
      await change(widget, 'content/goals', 'Bốn tuyến đường.');
      await send(widget);
      assert.include(status(widget), 'Hệ thống gặp lỗi');
      fake.answer({ ...signedIn(), models: { transition: () => registered(better, { etag: '"v3"' }) } });
      await send(widget);
      await waitUntil(() => posts(fake).length === 3);
      assert.deepEqual(
        posts(fake).map(({ method }) => method),
        ['PUT', 'POST', 'POST'],
      );
      assert.equal(keyOf(posts(fake)[1]), keyOf(posts(fake)[2]));
    });

    it('takes the version of somebody who was faster and keeps what was typed', async () => {
      const theirs = registered(
        { ...registration, address: 'Ngõ 14', content: { ...registration.content, goals: 'Năm tuyến đường.' } },
        { etag: '"v2"' },
      );
      let current = registered();
      const fake = serving({
        get: () => current,
        update: ({ request, body }) =>
          request.headers.get('if-match') === current.etag
            ? registered(body, { etag: '"v3"' })
            : problem('precondition-failed'),
      });
      const widget = await make(fake, { modelId });
      current = theirs;
      await change(widget, 'content/goals', 'Bốn tuyến đường.');
      await change(widget, 'responsiblePerson', 'Trần Thị B');
      await send(widget);
      assert.include(status(widget), 'Người khác vừa sửa');
      assert.equal(text(widget, 'content/goals').value, 'Bốn tuyến đường.');
      button(widget, 'Lấy bản mới, giữ các ô tôi đã sửa').click();
      await waitUntil(() => $(widget, '.theirs'));
      assert.equal(text(widget, 'content/goals').value, 'Bốn tuyến đường.');
      assert.equal(text(widget, 'responsiblePerson').value, 'Trần Thị B');
      assert.equal(text(widget, 'address').value, 'Ngõ 14');
      assert.deepEqual(
        [...widget.shadowRoot!.querySelectorAll('.theirs dd')].map((row) => row.textContent),
        ['Năm tuyến đường.'],
      );
      await send(widget);
      const body = (await posts(fake).at(-1)!.json()) as ModelRegistration;
      assert.deepEqual(
        [body.address, body.content.goals, body.responsiblePerson],
        ['Ngõ 14', 'Bốn tuyến đường.', 'Trần Thị B'],
      );
      assert.equal($(widget, '#title')!.textContent, 'Đã lưu thay đổi');
    });

    it('says so when a draft was begun on an older version', async () => {
      const fake = serving({ get: () => registered() });
      const before = await make(fake, { modelId });
      await change(before, 'content/goals', 'Bốn tuyến đường.');
      before.remove();
      fake.answer({ ...signedIn(), models: { get: () => registered(registration, { etag: '"v2"' }) } });
      const after = await make(fake, { modelId });
      await waitUntil(() => $(after, '.theirs'));
      assert.equal(text(after, 'content/goals').value, 'Bốn tuyến đường.');
      assert.include($(after, '.theirs')!.textContent, registration.content.goals);
    });

    it('only shows what can no longer be corrected', async () => {
      const widget = await make(serving({ get: () => reply(registered(registration, { status: 'recognised' })) }), {
        modelId,
      });
      assert.isNull($(widget, 'form'));
      assert.include(textOf(widget), 'không sửa được nữa');
      assert.include(textOf(widget), registration.content.outputs);
    });

    it('says when there is no such registration', async () => {
      const widget = await make(serving({ get: problem('not-found') }), { modelId });
      assert.include(textOf(widget), 'Không tìm thấy');
    });
  });

  it('speaks English', async () => {
    const widget = await make(serving({ create: ({ body }) => registered(body) }), { lang: 'en' });
    assert.equal($(widget, '#title')!.textContent, 'Register a “Dân vận khéo” model');
    formOf(widget).requestSubmit();
    await widget.updateComplete;
    assert.include($(widget, '#summary')!.textContent, 'Enter name of the model');
    await fill(widget);
    await send(widget);
    assert.equal($(widget, '#title')!.textContent, 'Registration received');
  });

  it('has no fault that axe finds: empty, with errors, received', async () => {
    const widget = await make(serving({ create: ({ body }) => registered(body) }));
    const check = async () => {
      const { violations } = await axe.run(widget);
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
        [],
      );
    };
    await check();
    formOf(widget).requestSubmit();
    await widget.updateComplete;
    await check();
    await fill(widget);
    await send(widget);
    await check();
  });
});
