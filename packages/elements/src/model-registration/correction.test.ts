import { assert } from '@open-wc/testing';
import { type ModelRegistration } from '@dvk/sdk/models';
import { problem, reply, sampleModels } from '@dvk/sdk/testing';
import { $, button, control, formOf, keyOf, posts, send, status, text, textOf } from '../testkit/form-widget.ts';
import { make, person, serving, signedIn, type Widget, withOfficer } from '../testkit/registering.ts';
import { readRegistration } from './form.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { registered, registration } = sampleModels;

describe('dvk-model-registration: correcting', () => {
  withOfficer();

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
      button(widget, 'Tải bản mới, giữ các ô đã sửa').click();
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

    it('shows the sheet when the new version can no longer be corrected, and keeps what was typed', async () => {
      const fake = serving({ get: () => registered(), update: problem('precondition-failed') });
      const widget = await make(fake, { modelId });
      await change(widget, 'content/goals', 'Bốn tuyến đường.');
      await send(widget);
      const moved = (status: 'recognised' | 'returned') => registered(registration, { status, etag: '"v2"' });
      fake.answer({ ...signedIn(), models: { get: () => moved('recognised') } });
      button(widget, 'Tải bản mới, giữ các ô đã sửa').click();
      await waitUntil(() => !$(widget, 'form'));
      assert.include(textOf(widget), 'không sửa được nữa');
      assert.equal(widget.shadowRoot!.activeElement, $(widget, '#title'));
      widget.remove();
      fake.answer({ ...signedIn(), models: { get: () => moved('returned') } });
      const after = await make(fake, { modelId });
      await waitUntil(() => $(after, '.theirs'));
      assert.equal(text(after, 'content/goals').value, 'Bốn tuyến đường.');
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

    it('leaves the page as soon as somebody else has signed in, also when nothing can be loaded for them', async () => {
      const widget = await make(serving({ get: () => returned }), { modelId });
      await change(widget, 'content/goals', 'Bốn tuyến đường.');
      person.subject = crypto.randomUUID();
      widget.client = serving({ get: problem('internal-error') }).client;
      await waitUntil(() => $(widget, '[part=failure]'));
      assert.isNull($(widget, 'form'));
      assert.notInclude(textOf(widget), 'Bốn tuyến đường.');
    });

    it('says when there is no such registration', async () => {
      const widget = await make(serving({ get: problem('not-found') }), { modelId });
      assert.include(textOf(widget), 'Không tìm thấy');
    });
  });
});
