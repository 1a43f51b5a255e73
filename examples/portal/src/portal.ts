import path from 'node:path';
import type { SampleCase } from '@dvk/demo';
import type { RequestInfo, Server } from '@dvk/server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { renderPage } from './pages.ts';
import { pageHeaders } from './security.ts';
import { cookieFor, signedInPerson } from './sign-in.ts';
import { notFound, outOfOrder, pages, unreadable, type Page } from './site-map.ts';

export interface PortalOptions {
  /** The API, mounted at `/v1` of the portal's own address. */
  api: Server;
  /** Folder of the built CDN files. */
  cdn: string;
  /** Cases that a visitor may follow. */
  examples: () => Promise<SampleCase[]>;
}

/** Forms of the portal have two fields; in bytes. */
const longestForm = 16 * 1024;

type Environment = { Bindings: RequestInfo };

/** The portal and the API behind it, on one address. */
export function createPortal({ api, cdn, examples }: PortalOptions): Hono<Environment> {
  const portal = new Hono<Environment>();

  for (const place of ['/v1/*', '/healthz', '/readyz', '/metrics']) {
    portal.all(place, (c) => api.fetch(c.req.raw, c.env));
  }

  portal.use('/portal/*', compress());
  portal.use('/cdn/*', compress());
  portal.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value);
  });

  async function show(
    c: Context<Environment>,
    page: Page,
    status: 200 | 400 | 404 | 413 | 500 = 200,
  ): Promise<Response> {
    const person = signedInPerson(c.req.header('cookie') ?? null);
    // Without a database the page says so by its widget; only the examples to try are missing.
    const cases = page.examples ? await examples().catch(() => []) : [];
    return c.html(renderPage(page, person, cases), status, { 'cache-control': 'no-store' });
  }
  for (const page of pages) portal.get(page.path, (c) => show(c, page));

  /** Back to where the form was; only ever to a page of this portal. */
  async function changeSignIn(c: Context<Environment>, key: (form: FormData) => string | undefined): Promise<Response> {
    const origin = c.req.header('origin');
    if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')) return c.text('Từ chối', 403);
    const form = await c.req.formData().catch(() => undefined);
    if (!form) return show(c, unreadable, 400);
    const back = pages.find((page) => page.path === form.get('back'))?.path ?? '/';
    c.header('set-cookie', cookieFor(key(form)));
    return c.redirect(back, 303);
  }
  const short = bodyLimit({ maxSize: longestForm, onError: (c) => show(c, unreadable, 413) });
  portal.post('/dang-nhap', short, (c) => changeSignIn(c, (form) => form.get('role')?.toString()));
  portal.post('/dang-xuat', short, (c) => changeSignIn(c, () => undefined));

  const home = path.join(import.meta.dirname, '..');
  const under = (prefix: string) => ({ rewriteRequestPath: (asked: string) => asked.slice(prefix.length) });
  portal.get('/portal/*', serveStatic({ root: path.join(home, 'public'), ...under('/portal') }));
  portal.get('/cdn/*', serveStatic({ root: cdn, ...under('/cdn') }));
  portal.get('/nhung-don-gian/*', serveStatic({ root: path.join(home, '../plain-html'), ...under('/nhung-don-gian') }));

  portal.notFound((c) => show(c, notFound, 404));
  portal.onError((error, c) => {
    console.error(error);
    return show(c, outOfOrder, 500);
  });
  return portal;
}
