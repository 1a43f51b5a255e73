import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { proxy } from 'hono/proxy';
import * as oidc from 'openid-client';
import { Session, SessionEnded } from './session.ts';

export interface BffOptions {
  /** The portal as the issuer knows it: the result of `discovery`. */
  client: oidc.Configuration;
  /** The portal's own address, as browsers see it. */
  portal: URL;
  /** Where the API listens. */
  api: URL;
  /** What the issuer is asked for: `scope`, and whatever makes it issue a token for the API. */
  ask: Readonly<Record<string, string>>;
}

/** Nobody works for so long without a request; in milliseconds. */
const longestIdle = 8 * 60 * 60 * 1000;

/**
 * Signs people in and speaks for them to the API, on the portal's own address. The browser keeps the number of a session in a
 * cookie that no script can read; no token ever reaches it.
 */
export function createBff({ client, portal, api, ask }: BffOptions): Hono {
  const sessions = new Map<string, Session>();
  const cookie = { httpOnly: true, sameSite: 'Lax', secure: portal.protocol === 'https:', path: '/' } as const;
  const bff = new Hono();
  // Whatever carries the cookie and changes something must come from a page of this portal.
  bff.use(csrf({ origin: portal.origin }));

  bff.get('/sign-in', async (c) => {
    const started = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), back: c.req.query('back') };
    setCookie(c, 'portal-sign-in', JSON.stringify(started), { ...cookie, maxAge: 600 });
    const address = oidc.buildAuthorizationUrl(client, {
      ...ask,
      redirect_uri: new URL('/signed-in', portal).href,
      state: started.state,
      code_challenge: await oidc.calculatePKCECodeChallenge(started.verifier),
      code_challenge_method: 'S256',
    });
    return c.redirect(address.href);
  });

  bff.get('/signed-in', async (c) => {
    const { verifier, state, back } = JSON.parse(getCookie(c, 'portal-sign-in') ?? '{}');
    deleteCookie(c, 'portal-sign-in', cookie);
    const answer = new URL(`/signed-in${new URL(c.req.url).search}`, portal);
    const checks = { pkceCodeVerifier: verifier, expectedState: state, idTokenExpected: true };
    forgetIdle(sessions);
    const id = randomUUID();
    sessions.set(id, new Session(client, await oidc.authorizationCodeGrant(client, answer, checks)));
    setCookie(c, 'portal-session', id, cookie);
    return c.redirect(onPortal(back, portal));
  });

  bff.post('/sign-out', (c) => {
    const id = deleteCookie(c, 'portal-session', cookie) ?? '';
    const address = sessions.get(id)?.endAddress(portal) ?? portal;
    sessions.delete(id);
    return c.redirect(address.href, 303);
  });

  bff.all('/v1/*', async (c) => {
    const token = await tokenOf(getCookie(c, 'portal-session') ?? '');
    const { pathname, search } = new URL(c.req.url);
    return proxy(new URL(pathname + search, api), {
      ...c.req,
      headers: {
        ...c.req.header(),
        cookie: undefined,
        authorization: token && `Bearer ${token}`,
        'x-forwarded-for': forwardedFor(c),
      },
    });
  });

  /** The token for the API; nothing for a visitor. */
  async function tokenOf(id: string): Promise<string | undefined> {
    try {
      return await sessions.get(id)?.accessToken();
    } catch (error) {
      if (!(error instanceof SessionEnded)) throw error;
      sessions.delete(id);
      return undefined;
    }
  }

  bff.onError((error, c) => {
    // Cancelled, too late, begun in another browser: nothing the person could do but try again.
    if (c.req.path === '/signed-in') return c.text('Đăng nhập không thành công. Mời quý vị thử lại.', 400);
    if ('getResponse' in error) return error.getResponse();
    console.error(error);
    return c.text('Dịch vụ tạm thời gián đoạn.', 503, { 'retry-after': '5' });
  });
  return bff;
}

function forgetIdle(sessions: Map<string, Session>): void {
  for (const [id, { usedAt }] of sessions) if (usedAt < Date.now() - longestIdle) sessions.delete(id);
}

/** Back to where the person was, but only ever on this portal. */
function onPortal(back: string | undefined, portal: URL): string {
  const address = URL.parse(back ?? '/', portal);
  return address?.origin === portal.origin ? address.href : portal.href;
}

/** The API counts its limits by visitor, not by portal: tell it who asked (`DVK_TRUSTED_PROXIES`). */
function forwardedFor(c: Context): string | undefined {
  const hops = [c.req.header('x-forwarded-for'), getConnInfo(c).remote.address];
  return hops.filter(Boolean).join(', ') || undefined;
}
