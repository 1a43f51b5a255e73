import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { AppEnvironment } from './app-environment.ts';

/** What pages with widgets may do: what they need themselves, from this host alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  'form-action *',
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Gives pages the headers of pages; it stands before what gives every response those of an API. */
export const pageHeaders: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  await next();
  if (c.get('route') !== pagesRoute) return;
  c.header('content-security-policy', policy);
  // Browsers must say which page sends a form.
  c.header('referrer-policy', 'same-origin');
};

const pagesRoute = 'pages';

/** Parts of the widgets have the hash of their content in their names. */
const unchanging = 'public, max-age=31536000, immutable';

/** Serves the files of a folder at all addresses that nothing else answers. No file that is hidden, or in a hidden folder. */
export function serveFolder(app: Hono<AppEnvironment>, folder: string): void {
  const give = serveStatic<AppEnvironment>({ root: folder });
  app.get('*', compress(), etag(), async (c, next) => {
    const { path } = c.req;
    if (path.includes('/.')) return next();
    const response = await give(c, next);
    // What comes after it has no file either, and has answered.
    if (!(response instanceof Response)) return undefined;
    c.set('route', pagesRoute);
    response.headers.set('cache-control', /\/parts\/[^/]+$/.test(path) ? unchanging : 'no-cache');
    return response;
  });
}
