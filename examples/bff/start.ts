/**
 * `node start.ts`: a portal of one page with sign-in. `node issuer.ts` starts a sign-in service to try it with.
 *
 * | variable | meaning |
 * |---|---|
 * | `PORTAL` | the portal's own address, `http://127.0.0.1:8090` |
 * | `API` | where `@dvk/server` listens, `http://127.0.0.1:8080` |
 * | `ISSUER`, `CLIENT_ID`, `CLIENT_SECRET` | the sign-in service, and who the portal is there |
 * | `SCOPE` | what the issuer is asked for, `openid offline_access` |
 * | `RESOURCE` | the audience that the token shall have, for issuers that want to be told so (RFC 8707) |
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { allowInsecureRequests, discovery } from 'openid-client';
import { createBff } from './src/bff.ts';

const {
  PORTAL = 'http://127.0.0.1:8090',
  API = 'http://127.0.0.1:8080',
  ISSUER = 'http://127.0.0.1:8091',
  CLIENT_ID = 'portal',
  CLIENT_SECRET = 'only-for-trying',
  SCOPE = 'openid offline_access',
  RESOURCE = '',
} = process.env;

const issuer = new URL(ISSUER);
// TLS may be left out on one's own machine, nowhere else.
const insecure = ['127.0.0.1', 'localhost'].includes(issuer.hostname) ? { execute: [allowInsecureRequests] } : {};
const client = await discovery(issuer, CLIENT_ID, CLIENT_SECRET, undefined, insecure);
const portal = new URL(PORTAL);
const ask = { scope: SCOPE, ...(RESOURCE ? { resource: RESOURCE } : {}) };
const bff = createBff({ client, portal, api: new URL(API), ask });

const elements = path.dirname(createRequire(import.meta.url).resolve('@dvk/elements/package.json'));
const under = (root: string, prefix: string) =>
  serveStatic({ root, rewriteRequestPath: (asked) => asked.slice(prefix.length) });
bff.get('/dvk/*', under(path.join(elements, 'dist/cdn'), '/dvk'));
bff.get('/*', under(path.join(import.meta.dirname, 'pages'), ''));

serve({ fetch: bff.fetch, port: Number(portal.port), hostname: portal.hostname }, () =>
  console.log(`Portal: ${PORTAL}`),
);
