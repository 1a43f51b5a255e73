import { assert, aTimeout } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { later, offline, problem, sampleModels, sampleSession, sampleUnits } from '@dvk/sdk/testing';
import { formState } from '../internal/form-data.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import {
  $,
  button,
  control,
  formOf,
  keyOf,
  network,
  posts,
  send,
  status,
  text,
  textOf,
} from '../testkit/form-widget.ts';
import { make, fill, person, serving, signedIn, type Handlers, withOfficer } from '../testkit/registering.ts';
import { serverDrafts } from '../testkit/server-drafts.ts';
import { readRegistration } from './form.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { registered, registration } = sampleModels;
const { officer } = sampleSession;
const { unit } = sampleUnits;

describe('dvk-model-registration: sending', () => {
  withOfficer();

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

    it('a response that never comes: says so and keeps everything typed', async () => {
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
      assert.equal(control(widget, 'communeCode').shownError, 'Chưa hợp lệ; kiểm tra lại');
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

    it('leads to a new sign-in where the server wants one, and says so to the page', async () => {
      const widget = await make(serving({ create: problem('sign-in-again') }));
      await fill(widget);
      await send(widget);
      let again: boolean | undefined;
      widget.addEventListener('dvk-sign-in', (event) => (again = event.again));
      button(widget, 'Đăng nhập').click();
      assert.isTrue(again);
    });

    it('never shows one person’s text to the next', async () => {
      const widget = await make(serving());
      await fill(widget);
      const mine = person.subject;
      person.subject = crypto.randomUUID();
      widget.client = serving().client;
      await waitUntil(() => $(widget, 'form') && !text(widget, 'name').value);
      widget.client = fakeClient({
        session: { get: () => ({ ...officer(''), subject: null, roles: ['anonymous'] }) },
      }).client;
      await waitUntil(() => !$(widget, 'form'));
      assert.include(textOf(widget), 'Đăng nhập để đăng ký');
      person.subject = mine;
      widget.client = serving().client;
      await waitUntil(() => $(widget, 'form') && text(widget, 'name').value === registration.name);
    });
  });

  it('saves nothing of one person’s as a draft of the next', async () => {
    const widget = await make(serving());
    await fill(widget);
    person.subject = crypto.randomUUID();
    const server = serverDrafts();
    const next = serving({}, { drafts: server.handlers });
    widget.client = next.client;
    await waitUntil(() => $(widget, 'form') && !text(widget, 'name').value);
    await aTimeout(0);
    const written = next.requests.filter(({ url, method }) => url.includes('/v1/drafts') && method !== 'GET');
    assert.lengthOf(written, 0);
    assert.equal(server.drafts.size, 0);
  });

  describe('while a registration is on its way', () => {
    const slow = () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let isAsked = false;
      const create: NonNullable<Handlers['models']>['create'] = async ({ body }) => {
        isAsked = true;
        await promise;
        return registered(body);
      };
      return { create, resolve, asked: () => waitUntil(() => isAsked) };
    };
    /** Long enough for an answer to have its effect. */
    const settled = () => aTimeout(50);

    it('nobody leaves the form by its buttons', async () => {
      const { create, resolve, asked } = slow();
      const widget = await make(serving({ create }));
      await fill(widget);
      formOf(widget).requestSubmit();
      await asked();
      await widget.updateComplete;
      assert.isTrue(button(widget, 'Mô hình của đơn vị tôi').disabled);
      resolve();
      await waitUntil(() => $(widget, '.sheet'));
    });

    it('a form that the page opens meanwhile keeps what is typed', async () => {
      const { create, resolve, asked } = slow();
      const returned = registered(registration, { status: 'returned', etag: '"v7"' });
      const widget = await make(serving({ create, get: () => returned }));
      await fill(widget);
      formOf(widget).requestSubmit();
      await asked();
      widget.modelId = returned.id;
      await waitUntil(() => $(widget, 'form') && textOf(widget).includes('Sửa'));
      await waitUntil(() => text(widget, 'name').value === registration.name);
      text(widget, 'name').value = 'Đang sửa';
      text(widget, 'name').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      resolve();
      await settled();
      assert.isNull($(widget, '.sheet'));
      assert.equal(text(widget, 'name').value, 'Đang sửa');
      widget.remove();
      const again = await make(serving({ get: () => returned }), { modelId: returned.id });
      await waitUntil(() => text(again, 'name').value === 'Đang sửa');
    });

    it('who signs in meanwhile sees nothing of it', async () => {
      const { create, resolve, asked } = slow();
      const widget = await make(serving({ create }));
      await fill(widget);
      formOf(widget).requestSubmit();
      await asked();
      person.subject = crypto.randomUUID();
      widget.client = serving().client;
      await waitUntil(() => $(widget, 'form') && !text(widget, 'name').value);
      const heard: Event[] = [];
      widget.addEventListener('dvk-save', (event) => heard.push(event));
      resolve();
      await settled();
      assert.isNotNull($(widget, 'form'));
      assert.notInclude(textOf(widget), registered(registration).code);
      assert.lengthOf(heard, 0);
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
      button(widget, 'Hủy gửi tự động').click();
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
      button(widget, 'Xóa bản nháp').click();
      await waitUntil(() => text(widget, 'name').value === '');
      assert.equal(readRegistration(formOf(widget), undefined).unitId, unit.id, 'as it began');
      button(widget, 'Khôi phục').click();
      await waitUntil(() => text(widget, 'name').value === registration.name);
      button(widget, 'Xóa bản nháp').click();
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
});
