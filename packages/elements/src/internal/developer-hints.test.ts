/** What the console says to who builds a page, and the page to who uses it. */
import { assert, aTimeout, fixture, html, unsafeStatic } from '@open-wc/testing';
import '../all.ts';
import type { DvkFileField } from '../file-field/dvk-file-field.ts';
import type { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { widgets } from '../testkit/generated/names.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';

/** What no person at a portal should have to read. */
const jargon = /base-url|\/v1|CORS|getToken|client|DVK_|https?:|fetch|token/i;

describe('the console of a page', () => {
  expectNoPolicyViolations();
  const { fetch } = window;
  const { warn } = console;
  let said: string[] = [];
  let requests: string[] = [];
  beforeEach(() => {
    said = [];
    requests = [];
    console.warn = (text: string) => said.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });
  /** As a browser answers: a refused request fails, unless nobody wants to read its answer. */
  // It stays after a test: what is asked again must not go out.
  const network = (answer: (request: Request) => Response | undefined) => {
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.includes('dvk-hint')) return fetch(input, init);
      requests.push(request.url);
      const response = answer(request);
      if (!response) throw new TypeError('Failed to fetch');
      return response;
    };
  };
  const place = async (markup: string) => {
    const box = await fixture<HTMLElement>(html`<div>${html`${unsafeStatic(markup)}`}</div>`);
    return box.firstElementChild as HTMLElement;
  };
  const heard = async (part: string) => {
    await waitUntil(() => said.some((text) => text.includes(part)), `“${part}” among ${said.join()}`);
    return said.find((text) => text.includes(part))!;
  };
  const shown = (element: Element) => element.shadowRoot!.textContent!;

  for (const tag of widgets.map((name) => `dvk-${name}`))
    it(`says that ${tag} has no base-url`, async () => {
      const widget = await place(`<${tag}></${tag}>`);
      assert.include(await heard(`<${tag}>: no base-url`), 'Set base-url');
      assert.notMatch(shown(widget), jargon);
    });

  it('says so of a context, and that a widget in it need not bring its own token', async () => {
    await place('<dvk-context><dvk-case-form></dvk-case-form></dvk-context>');
    await heard('<dvk-context>: no base-url');
    network(() => Response.json({ subject: null, name: null, roles: [], unitId: null, tenant: 'demo' }));
    const context = await place('<dvk-context base-url="/dvk-hint"><dvk-case-form></dvk-case-form></dvk-context>');
    context.querySelector('dvk-case-form')!.getToken = () => 'x';
    await heard('<dvk-case-form>: getToken is not asked');
  });

  it('is silent about a widget whose context or address comes late, and about one that is gone', async () => {
    const late = await place('<dvk-case-desk id="late"></dvk-case-desk>');
    const gone = await place('<dvk-scorecard></dvk-scorecard>');
    gone.remove();
    said = [];
    network(() => Response.json({ subject: null, name: null, roles: [], unitId: null, tenant: 'demo' }));
    late.setAttribute('base-url', '/dvk-hint');
    await aTimeout(1200);
    assert.deepEqual(said, []);
  });

  for (const [baseUrl, advice] of [
    ['/dvk-hint/v1', 'base-url="/dvk-hint"'],
    ['https://dvk-hint.test/api/v1/', 'base-url="https://dvk-hint.test/api"'],
    ['/v1?dvk-hint', 'base-url="/"'],
    ['dvk-hint.gov.vn/api', 'base-url="https://dvk-hint.gov.vn/api"'],
  ] as const)
    it(`says what is wrong with base-url="${baseUrl}"`, async () => {
      network(() => new Response('', { status: 404 }));
      const widget = await place(`<dvk-case-desk base-url="${baseUrl}"></dvk-case-desk>`);
      assert.include(await heard(`base-url="${baseUrl}"`), `Write ${advice}`);
      await waitUntil(() => shown(widget).includes('Thử lại') || widget.shadowRoot!.querySelector('[role=alert]'));
      assert.notMatch(shown(widget), jargon);
    });

  it('distinguishes an API of another origin that refuses the page from one that does not respond', async () => {
    network(({ mode }) => (mode === 'no-cors' ? new Response() : undefined));
    const widget = await place('<dvk-case-form base-url="https://dvk-hint-refusing.test"></dvk-case-form>');
    assert.include(await heard('(CORS)'), `Add ${location.origin} to DVK_ORIGINS`);
    await waitUntil(() => widget.shadowRoot!.querySelector('form'), 'and the form is there');
    assert.notMatch(shown(widget), jargon);
    network(() => undefined);
    await place('<dvk-case-desk base-url="https://dvk-hint-silent.test/api"></dvk-case-desk>');
    assert.include(await heard('nothing answers at https://dvk-hint-silent.test/api'), 'connect-src');
    await place('<dvk-case-desk base-url="/dvk-hint-silent"></dvk-case-desk>');
    await heard(`nothing answers at ${location.origin}/dvk-hint-silent`);
  });

  it('says each once, and asks for the reason once', async () => {
    network(({ mode }) => (mode === 'no-cors' ? new Response() : undefined));
    const two = '<dvk-case-form base-url="https://dvk-hint-once.test"></dvk-case-form>';
    await place(`<div>${two}${two}</div>`);
    await heard('dvk-hint-once.test answers');
    await aTimeout(300);
    assert.lengthOf(
      said.filter((text) => text.includes('dvk-hint-once')),
      1,
    );
    assert.lengthOf(
      requests.filter((url) => !url.includes('/v1')),
      1,
    );
  });

  it('says nothing of a request that was given up, or without network', async () => {
    const context = (await place('<dvk-context base-url="https://dvk-hint-given-up.test"></dvk-context>')) as never as {
      connection: { client: { session: { get: (body: object, options: object) => Promise<unknown> } } };
    };
    window.fetch = (input) =>
      new Promise((_, reject) =>
        (input as Request).signal.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const stop = new AbortController();
    const asked = context.connection.client.session.get({}, { signal: stop.signal }).catch(() => {});
    await aTimeout(20);
    stop.abort();
    await asked;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    network(() => undefined);
    await context.connection.client.session.get({}, { maxRetries: 0 }).catch(() => {});
    Reflect.deleteProperty(navigator, 'onLine');
    await aTimeout(50);
    assert.deepEqual(said, []);
  });

  it('says when a page of the portal responds instead of the API', async () => {
    network(() => new Response('<!doctype html>', { status: 200, headers: { 'content-type': 'text/html' } }));
    const widget = await place('<dvk-case-desk base-url="/dvk-hint-page"></dvk-case-desk>');
    assert.include(await heard('a web page answers (status 200), not the API'), `${location.origin}/dvk-hint-page/v1`);
    await waitUntil(() => widget.shadowRoot!.querySelector('[role=alert]'));
    assert.notMatch(shown(widget), jargon);
  });

  it('says what single fields lack', async () => {
    const unit = (await place('<dvk-unit-field label="Đơn vị"></dvk-unit-field>')) as DvkUnitField;
    const box = unit.shadowRoot!.querySelector('input')!;
    box.value = 'ubnd';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await heard('<dvk-unit-field>: no client');
    const files = (await place('<dvk-file-field label="Tệp"></dvk-file-field>')) as DvkFileField;
    files.addFiles([new File(['x'], 'a.pdf', { type: 'application/pdf' })]);
    await heard('<dvk-file-field>: no upload property');
    await files.updateComplete;
    assert.notMatch(shown(files) + shown(unit), jargon);
  });
});
