import { assert, aTimeout, fixture, html as page } from '@open-wc/testing';
import { createClient } from '@dvk/sdk/client';
import { translate } from '../locale/controller.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { answering, textOf, type WhoAmI } from '../testkit/who-am-i.ts';
import '../text-field/define.ts';
import './define.ts';
import type { DvkContext } from './dvk-context.ts';

describe('dvk-context', () => {
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

  const lookOf = async (attributes: Record<string, string>) => {
    const context = await fixture<DvkContext>(
      page`<dvk-context><dvk-text-field label="x"></dvk-text-field></dvk-context>`,
    );
    for (const [name, value] of Object.entries(attributes)) context.setAttribute(name, value);
    await context.updateComplete;
    const control = context.querySelector('dvk-text-field')!.shadowRoot!.querySelector<HTMLElement>('#control')!;
    control.focus();
    return { context, control, focus: () => getComputedStyle(control).outlineColor };
  };

  it('gives the elements inside the colours of a brand, and takes them back', async () => {
    const { context, focus } = await lookOf({ brand: '#0f6b5c' });
    await waitUntil(() => focus() === 'rgb(15, 107, 92)');
    context.brand = '';
    await waitUntil(() => focus() === 'rgb(11, 74, 131)');
  });

  it('keeps the colours where the brand is none, and says so on the console', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (text: string) => said.push(text);
    const { focus } = await lookOf({ brand: 'đỏ' });
    await waitUntil(() => said.some((text) => text.includes('brand="đỏ"') && text.includes('write #9b1c1f')));
    console.warn = warn;
    assert.equal(focus(), 'rgb(11, 74, 131)');
  });

  it('makes the elements inside compact, but for those in one that is comfortable', async () => {
    const { context, control } = await lookOf({ density: 'compact' });
    assert.equal(control.offsetHeight, 40);
    const inner = document.createElement('dvk-context');
    inner.density = 'comfortable';
    context.append(inner);
    inner.append(context.querySelector('dvk-text-field')!);
    await inner.updateComplete;
    assert.equal(control.offsetHeight, 48);
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

  for (const own of [true, false])
    it(`says with each request who it is made for, over ${own ? 'its own client' : 'that of the page'}`, async () => {
      const { fetch } = window;
      const sent: (string | null)[] = [];
      let subject = 'a';
      window.fetch = async (input) => {
        sent.push(new Request(input).headers.get('dvk-expected-subject'));
        return Response.json({ subject, subjectTag: `tag of ${subject}`, name: subject, roles: [], tenant: 'demo' });
      };
      const context = await fixture<DvkContext>(
        own
          ? page`<dvk-context base-url="/api"><test-who-am-i></test-who-am-i></dvk-context>`
          : page`<dvk-context .client=${createClient({ baseUrl: '/api' })}><test-who-am-i></test-who-am-i></dvk-context>`,
      );
      const widget = context.querySelector<WhoAmI>('test-who-am-i')!;
      await waitUntil(() => textOf(widget) === 'a');
      subject = 'b';
      await widget.connection!.client.session.get();
      context.connection!.renew!();
      await waitUntil(() => textOf(widget) === 'b');
      await widget.connection!.client.session.get({}, { headers: { 'x-request-id': 'one' } });
      window.fetch = fetch;
      assert.deepEqual(sent, [null, 'tag of a', null, 'tag of b']);
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
});
