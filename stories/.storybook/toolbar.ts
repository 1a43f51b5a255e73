/** What each choice of the toolbar does to a story. */
import type { SetupWorker } from 'msw/browser';
import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { paletteFrom, themeCss } from '@dvk/elements/theme';
import blue from '@dvk/elements/themes/blue.css?raw';
import plain from '@dvk/elements/themes/plain.css?raw';
import redGold from '@dvk/elements/themes/red-gold.css?raw';
import { problem, type Reply } from '@dvk/sdk/testing';
import { dropNetwork, restoreNetwork } from '../src/support/network.ts';
import { forceColors } from './forced-colors.ts';

type Globals = Readonly<Record<string, unknown>>;

/** Language and colours hold for the page, of which the elements take them. */
export function dressPage({ locale, theme, brand }: Globals): void {
  document.documentElement.lang = String(locale);
  document.documentElement.dataset['theme'] = String(theme);
  forceColors(theme === 'forced');
  brandSheet.replaceSync(brandCss(String(brand)));
}

const sampleThemes: Readonly<Record<string, string>> = { 'red-gold': redGold, blue, plain };
const brandSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(brandSheet);

/** The name of a sample theme, or a colour as `c9b1c1f`: an address cannot hold a `#`, and takes digits for a number. */
function brandCss(brand: string): string {
  return sampleThemes[brand] ?? (brand === 'none' ? '' : themeCss(paletteFrom(`#${brand.slice(1)}`)));
}

const compacted = new WeakSet<Element>();

/** Density is an attribute of elements; one that the controls have set stays. */
export function setDensity(canvas: HTMLElement, density: unknown): void {
  for (const element of canvas.querySelectorAll('*')) {
    if (!element.localName.includes('-')) continue;
    if (density === 'compact' && !element.hasAttribute('density')) {
      element.setAttribute('density', 'compact');
      compacted.add(element);
    }
    if (density !== 'compact' && compacted.delete(element)) element.removeAttribute('density');
  }
}

const api = '*/api/*';

function answer(reply: Reply): Response {
  if (reply.kind !== 'problem') throw new TypeError(reply.kind);
  return HttpResponse.json(reply.problem, {
    status: reply.problem.status,
    headers: { 'content-type': 'application/problem+json', ...reply.headers },
  });
}

const always = (reply: Reply): HttpHandler => http.all(api, () => answer(reply));
/** What a server says only of what would be changed. */
const onChange = (reply: Reply): HttpHandler =>
  http.all(api, ({ request }) => (request.method === 'GET' ? undefined : answer(reply)));

/** Answers before the story's own do. */
const networks: Readonly<Record<string, HttpHandler>> = {
  slow: http.all(api, () => delay(3000)),
  offline: http.all(api, () => HttpResponse.error()),
  '401': always(problem('unauthenticated')),
  '409': onChange(problem('transition-not-allowed')),
  '412': onChange(problem('precondition-failed')),
  '422': onChange(problem('validation-failed')),
  '429': always(problem('rate-limited', { retryAfter: 60 })),
  '500': always(problem('internal-error')),
};

let dropped = false;

/** From now on: a story is shown, and has played, before anything goes wrong. */
export function setNetwork(worker: SetupWorker, network: unknown): void {
  const handler = networks[String(network)];
  if (handler) worker.use(handler);
  if (network === 'offline') dropNetwork();
  // A story that is offline by itself stays so.
  else if (dropped) restoreNetwork();
  dropped = network === 'offline';
}
