import { assert, aTimeout, fixture, html as page } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../context/define.ts';
import type { DvkContext } from '../context/dvk-context.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import '../text-field/define.ts';
import { translate } from '../locale/controller.ts';
import { define } from './define.ts';
import { formState, readForm, restoreForm } from './form-data.ts';
import { Loader } from './loader.ts';
import { DvkWidget } from './widget.ts';
import { waitUntil } from '../testkit/wait-until.ts';

class WhoAmI extends DvkWidget {
  static override readonly tag: string = 'test-who-am-i';
  shown?: string | null;
  readonly loader = new Loader(
    this,
    () => [],
    async ({ session }) => {
      this.shown = (await session).name;
    },
  );
  protected override renderContent(): TemplateResult {
    return html`${this.renderLoaded(this.loader, () => html`<b>${this.shown}</b>`)}`;
  }
}
define(WhoAmI);

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

/** A fetch that answers from a table of path → status and body, and counts. */
function answering(name: string | null, subject: string | null = 's') {
  const calls: string[] = [];
  const original = window.fetch;
  window.fetch = async (input) => {
    const request = new Request(input);
    if (!request.url.includes('/v1/')) return original(input);
    calls.push(new URL(request.url).pathname);
    const body = { subject, name, roles: ['unit-officer'], unitId: null, tenant: 'demo' };
    return Response.json(body);
  };
  return { calls, restore: () => (window.fetch = original) };
}

const textOf = (element: Element) => element.shadowRoot!.querySelector('b')?.textContent;

describe('DvkWidget', () => {
  expectNoPolicyViolations();

  it('shares the connection of the context around it, and one question who is signed in', async () => {
    const server = answering('Nguyễn Văn A');
    const context = await fixture<DvkContext>(
      page`<dvk-context base-url="/api"><test-who-am-i></test-who-am-i><p><test-who-am-i></test-who-am-i></p></dvk-context>`,
    );
    const [first, second] = context.querySelectorAll('test-who-am-i');
    await waitUntil(() => textOf(first!) && textOf(second!));
    assert.equal(textOf(second!), 'Nguyễn Văn A');
    assert.deepEqual(server.calls, ['/api/v1/session']);
    context.refresh();
    await waitUntil(() => server.calls.length === 2);
    server.restore();
  });

  it('loads anew when the page is shown again and somebody else has signed in, in another tab', async () => {
    const before = answering('Nguyễn Văn A', 'a');
    const inContext = page`<dvk-context base-url="/api"><test-who-am-i></test-who-am-i></dvk-context>`;
    const alone = page`<p><test-who-am-i base-url="/khac"></test-who-am-i></p>`;
    const widgets = [];
    for (const markup of [inContext, alone])
      widgets.push((await fixture(markup)).querySelector<WhoAmI>('test-who-am-i')!);
    for (const widget of widgets) await waitUntil(() => textOf(widget) === 'Nguyễn Văn A');
    before.restore();
    for (const [subject, name, shown] of [
      ['a', 'Nguyễn Văn A (mới)', 'Nguyễn Văn A'],
      [null, null, 'Nguyễn Văn A'],
      ['b', 'Nguyễn Văn B', 'Nguyễn Văn B'],
    ] as const) {
      const server = answering(name, subject);
      document.dispatchEvent(new Event('visibilitychange'));
      await waitUntil(() => server.calls.length >= 2, 'it is asked who is signed in');
      await aTimeout(20);
      for (const widget of widgets) await waitUntil(() => textOf(widget) === shown, `${shown} after ${name}`);
      server.restore();
    }
  });

  it('works alone with its own base-url', async () => {
    const server = answering('Nguyễn Văn B');
    const widget = await fixture(page`<test-who-am-i base-url="/khac"></test-who-am-i>`);
    await waitUntil(() => textOf(widget));
    assert.deepEqual(server.calls, ['/khac/v1/session']);
    server.restore();
  });

  it('asks in the language of the page, also when that changes', async () => {
    translate('en', {}, {});
    const original = window.fetch;
    const langs: (string | null)[] = [];
    window.fetch = async (input) => {
      langs.push(new Request(input).headers.get('accept-language'));
      return Response.json({ subject: 's', name: 'Nguyễn Văn A', roles: [], unitId: null, tenant: 'demo' });
    };
    for (const markup of [
      page`<div><test-who-am-i base-url="/api"></test-who-am-i></div>`,
      page`<div><dvk-context base-url="/api"><test-who-am-i></test-who-am-i></dvk-context></div>`,
    ]) {
      const box = await fixture<HTMLElement>(markup);
      const widget = box.querySelector<WhoAmI>('test-who-am-i')!;
      await waitUntil(() => textOf(widget));
      box.lang = 'en';
      await aTimeout(0);
      await widget.connection!.client.session.get();
    }
    window.fetch = original;
    assert.deepEqual(langs, ['vi', 'en', 'vi', 'en']);
  });

  it('finds a context that is upgraded after it', async () => {
    const server = answering('Nguyễn Văn C');
    const widget = document.createElement('test-who-am-i');
    const holder = document.createElement('dvk-later');
    holder.append(widget);
    document.body.append(holder);
    const { DvkContext: Context } = await import('../context/dvk-context.ts');
    customElements.define('dvk-later', class extends Context {});
    (holder as DvkContext).baseUrl = '/api';
    await waitUntil(() => textOf(widget));
    holder.remove();
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
    assert.include(widget.shadowRoot!.textContent, 'Chức năng này chưa sẵn sàng');
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
