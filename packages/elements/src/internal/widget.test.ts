import { assert, aTimeout, fixture, html as page } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../context/define.ts';
import type { DvkContext } from '../context/dvk-context.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import '../text-field/define.ts';
import { define } from './define.ts';
import { formState, readForm, restoreForm } from './form-data.ts';
import { DvkWidget } from './widget.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { answering, textOf, type WhoAmI } from '../testkit/who-am-i.ts';

class TwoFields extends DvkWidget {
  static override readonly tag: string = 'test-two-fields';
  declare readonly summary: DvkWidget['summary'];
  get form(): HTMLFormElement {
    return this.shadowRoot!.querySelector('form')!;
  }
  protected override renderContent(): TemplateResult {
    return html`${this.summary.render()}
      <form novalidate>
        <dvk-text-field name="title" label="Tên mô hình" required></dvk-text-field>
        <dvk-text-field name="place/detail" label="Địa bàn" required></dvk-text-field>
        <dvk-text-field name="budget" type="money" label="Kinh phí"></dvk-text-field>
      </form>`;
  }
}
define(TwoFields);

describe('DvkWidget', () => {
  expectNoPolicyViolations();

  it('works alone with its own base-url', async () => {
    const server = answering('Nguyễn Văn B');
    const widget = await fixture(page`<test-who-am-i base-url="/khac"></test-who-am-i>`);
    await waitUntil(() => textOf(widget));
    assert.deepEqual(server.calls, ['/khac/v1/session']);
    server.restore();
  });

  it('says in words what failed, and tries again', async () => {
    const original = window.fetch;
    let status = 403;
    window.fetch = async () =>
      Response.json({ type: 'urn:dvk:problem:forbidden', title: 'Không có quyền', status }, { status });
    const widget = await fixture<WhoAmI>(page`<test-who-am-i base-url="/api"></test-who-am-i>`);
    await waitUntil(() => widget.shadowRoot!.querySelector('[role=alert]'));
    assert.include(widget.shadowRoot!.textContent, 'không có quyền');
    assert.isNull(widget.shadowRoot!.querySelector('button'), 'trying again would not help');
    window.fetch = original;
  });

  it('leaves what the page has put inside its tag until it has content, and below a failure', async () => {
    const { fetch } = window;
    let respond!: () => void;
    const responding = new Promise<void>((resolve) => (respond = resolve));
    window.fetch = async () => {
      await responding;
      return Response.json({ type: 'urn:dvk:problem:forbidden', title: 'Không', status: 403 }, { status: 403 });
    };
    const widget = await fixture<WhoAmI>(
      page`<test-who-am-i base-url="/api"><p>Gọi 1900 0000</p><i slot="paper-heading"></i></test-who-am-i>`,
    );
    const isShown = () => widget.querySelector('p')!.checkVisibility();
    const find = (selector: string) => widget.shadowRoot!.querySelector(selector);
    assert.isTrue(isShown());
    assert.isNull(find('.loading'));
    assert.equal(find('[role=status]')!.textContent, 'Đang tải…');
    respond();
    await waitUntil(() => find('[role=alert]'));
    assert.isTrue(isShown(), 'what helps stays below the failure');
    window.fetch = fetch;
    const server = answering('Nguyễn Văn B');
    void widget.loader.run();
    await waitUntil(() => textOf(widget) === 'Nguyễn Văn B');
    assert.isFalse(isShown());
    void widget.loader.run();
    await waitUntil(() => find('.loading') ?? textOf(widget));
    assert.isFalse(isShown(), 'it is not for later');
    server.restore();
  });

  it('asks again who is signed in after that failed', async () => {
    const original = window.fetch;
    window.fetch = async () => Response.json({}, { status: 403 });
    const widget = await fixture<WhoAmI>(page`<test-who-am-i base-url="/api"></test-who-am-i>`);
    await waitUntil(() => widget.shadowRoot!.querySelector('[role=alert]'));
    window.fetch = original;
    const server = answering('Nguyễn Văn D');
    void widget.loader.run();
    await waitUntil(() => textOf(widget) === 'Nguyễn Văn D');
    server.restore();
  });

  it('says when it is not connected, in words for who reads the page', async () => {
    const widget = await fixture(page`<test-who-am-i></test-who-am-i>`);
    assert.include(widget.shadowRoot!.textContent, 'Chức năng tạm thời chưa hoạt động');
    assert.notInclude(widget.shadowRoot!.textContent, 'base-url');
  });

  for (const tag of ['test-who-am-i', 'dvk-context'])
    it(`asks anew when ${tag} gets a getToken later, or one of another person, but not for each new function`, async () => {
      const { fetch } = window;
      const asked: (string | null)[] = [];
      window.fetch = async (input) => {
        const token = new Request(input).headers.get('authorization');
        asked.push(token);
        return Response.json({ subject: token, name: token ?? 'khách', roles: [], unitId: null, tenant: 'demo' });
      };
      const box = await fixture<HTMLElement>(page`<div></div>`);
      const outer = document.createElement(tag) as WhoAmI | DvkContext;
      outer.setAttribute('base-url', '/api');
      const widget = tag === 'dvk-context' ? document.createElement('test-who-am-i') : outer;
      if (widget !== outer) outer.append(widget);
      box.append(outer);
      await waitUntil(() => textOf(widget) === 'khách');
      outer.getToken = () => 'A';
      await waitUntil(() => textOf(widget) === 'Bearer A');
      outer.getToken = async () => 'A';
      await aTimeout(50);
      assert.lengthOf(asked, 2, 'the same person is still there');
      outer.getToken = () => 'B';
      await waitUntil(() => textOf(widget) === 'Bearer B');
      delete outer.getToken;
      outer.getToken = () => null;
      await waitUntil(() => textOf(widget) === 'khách', 'signed out');
      window.fetch = fetch;
    });
});

describe('a form of a widget', () => {
  expectNoPolicyViolations();
  const make = () => fixture<TwoFields>(page`<test-two-fields></test-two-fields>`);
  const field = (widget: TwoFields, name: string) =>
    widget.form.elements.namedItem(name) as HTMLElementTagNameMap['dvk-text-field'];

  it('is read into JSON by pointers', async () => {
    const widget = await make();
    field(widget, 'title').value = 'Đường hoa';
    field(widget, 'place/detail').value = ' Tổ 5 ';
    field(widget, 'budget').value = '1500000';
    assert.deepEqual(readForm(widget.form), { title: 'Đường hoa', place: { detail: 'Tổ 5' }, budget: 1_500_000 });
  });

  it('lists what is wrong and moves the focus to the list, each entry a link to its field', async () => {
    const widget = await make();
    assert.isFalse(widget.summary.check(widget.form));
    await widget.updateComplete;
    const root = widget.shadowRoot!;
    assert.equal(root.activeElement?.id, 'summary');
    assert.deepEqual(
      [...root.querySelectorAll('#summary a')].map((link) => link.textContent),
      ['Nhập tên mô hình', 'Nhập địa bàn'],
    );
    root.querySelectorAll<HTMLAnchorElement>('#summary a')[1]!.click();
    assert.equal(root.activeElement, field(widget, 'place/detail'));
  });

  it('goes straight to the field when only one is wrong', async () => {
    const widget = await make();
    field(widget, 'title').value = 'x';
    widget.summary.check(widget.form);
    await widget.updateComplete;
    await aTimeout(0);
    assert.equal(widget.shadowRoot!.activeElement, field(widget, 'place/detail'));
  });

  it('shows the server’s errors at their fields, and those without a field in the list', async () => {
    const widget = await make();
    widget.summary.showServerErrors(widget.form, [
      { pointer: '/place/detail/0', code: 'unknown', detail: 'Không có trong hệ thống' },
      { pointer: '/attachmentIds', code: 'too-many', detail: 'Tối đa 10 mục' },
    ]);
    await widget.updateComplete;
    assert.equal(field(widget, 'place/detail').shownError, 'Không có trong hệ thống');
    assert.deepEqual(
      [...widget.shadowRoot!.querySelectorAll('#summary li')].map((line) => line.textContent.trim()),
      ['Địa bàn: Không có trong hệ thống', 'Tối đa 10 mục'],
    );
  });

  it('gives back a draft, also text that is not right yet', async () => {
    const widget = await make();
    field(widget, 'budget').restoreState('một triệu');
    const kept = formState(widget.form);
    const again = await make();
    restoreForm(again.form, kept);
    assert.equal(field(again, 'budget').typed, 'một triệu');
    assert.isFalse(field(again, 'budget').checkValidity());
  });
});
