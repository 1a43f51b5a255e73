import type { Context } from 'hono';
import type { AppEnvironment } from '../http/app-environment.ts';
import type { OpenPath } from '../http/app.ts';
import { readForm } from '../http/body.ts';
import { negotiateLocale } from '../problems/locale.ts';
import { HttpProblem } from '../problems/problem.ts';
import { namedIssuer } from '../auth/index.ts';
import { startedFor } from './cookies.ts';
import { choicePage, refusalPage } from './pages.ts';
import type { SignIn } from './sign-in.ts';
import { SignInRefused, type SignInService, type Started } from './sign-in-service.ts';

type AppContext = Context<AppEnvironment>;

/** Longer than any token that we take. */
const longestForm = 32 * 1024;

/** What one request for an address of sign-in has. */
interface Asking {
  c: AppContext;
  request: Request;
  tenant: string;
  /** RFC 3339 instant. */
  now: string;
}

/**
 * The addresses of sign-in: pages are led to them, scripts do not call them.
 *
 * @param recent seconds that a sign-in may be old, where a recent one is asked for
 */
export function signInPaths(signIn: SignIn, recent: number): OpenPath[] {
  const { host, sessions } = signIn;
  const { database, keyring } = host;

  /** A handler that knows its tenant, and whose failures are pages. */
  const on =
    (path: string, handle: (asking: Asking) => Promise<Response>) =>
    async (c: AppContext): Promise<Response> => {
      c.set('route', path);
      c.header('cache-control', 'no-store');
      const request = c.req.raw;
      const tenant = host.tenantOf(request);
      if (tenant === undefined) throw new HttpProblem('not-found');
      await host.ready();
      return handle({ c, request, tenant, now: host.clock().toISOString() });
    };

  const localeOf = ({ request }: Asking) => negotiateLocale(request.headers.get('accept-language'));
  const under = (tenant: string, path: string) => new URL(path, signIn.addressOf(tenant));

  function refuse(asking: Asking, why: Parameters<typeof refusalPage>[1], reason: string, again?: string) {
    asking.c.set('reason', reason);
    return asking.c.html(refusalPage(localeOf(asking), why, again), why === 'unavailable' ? 503 : 400);
  }

  /** An address of sign-in with the same wishes. */
  function againAddress(tenant: string, wishes: Record<string, string | undefined>): string {
    const address = under(tenant, 'auth/sign-in');
    for (const [name, value] of Object.entries(wishes)) if (value) address.searchParams.set(name, value);
    return address.href;
  }

  /** The service that is meant; several to choose from where none is. */
  async function serviceFor({ request, tenant, now }: Asking, key: string | undefined): Promise<SignInService[]> {
    if (key !== undefined) return signIn.services.filter(({ options }) => options.key === key);
    const id = signIn.cookiesOf(tenant).session(request);
    const session = id && (await sessions.find(database.queries, tenant, id, now));
    const known = session && signIn.serviceOf(session.issuer);
    return known ? [known] : [...signIn.services];
  }

  async function startSignIn(asking: Asking): Promise<Response> {
    const { c, request, tenant, now } = asking;
    const { issuer: key, back: given, again } = c.req.query();
    const back = signIn.pagesOf(tenant).back(given);
    if (!back) return refuse(asking, 'strangeBack', 'back: the address is of no portal that is named');
    const found = await serviceFor(asking, key);
    const [service] = found;
    if (!service) return refuse(asking, 'strangeIssuer', 'issuer: there is no such key');
    const wishes = { back: back.href, again };
    if (found.length > 1) {
      const choices = found.map(({ options }) => ({
        label: options.label,
        href: againAddress(tenant, { ...wishes, issuer: options.key }),
      }));
      return c.html(choicePage(localeOf(asking), choices));
    }
    const isAgain = again !== undefined;
    const redirect = under(tenant, 'auth/signed-in');
    try {
      const wanted = { redirect, isAgain, maxAge: isAgain ? recent : sessions.lifetime / 1000 };
      const { address, ...secrets } = await service.begin(wanted);
      // Not every service says when somebody signed in, and most never need to.
      const maxAge = isAgain ? recent : undefined;
      const started: Started = { ...secrets, issuer: service.options.key, back: back.href, maxAge, at: now };
      const sealed = keyring.seal('sign-in-started', tenant, JSON.stringify(started)).toString('base64url');
      for (const cookie of signIn.cookiesOf(tenant).keepStarted(request, started.state, sealed))
        c.header('set-cookie', cookie, { append: true });
      return c.redirect(address.href);
    } catch (error) {
      return unavailable(asking, error, againAddress(tenant, { ...wishes, issuer: service.options.key }));
    }
  }

  function unavailable(asking: Asking, error: unknown, again: string): Response | Promise<Response> {
    if (!(error instanceof HttpProblem) || error.code !== 'unavailable') throw error;
    const { cause } = error;
    return refuse(
      asking,
      'unavailable',
      `the sign-in service: ${cause instanceof Error ? cause.message : 'no answer'}`,
      again,
    );
  }

  /** What this browser has begun; `undefined` where it has not, or too long ago. */
  function startedBy({ request, tenant, now }: Asking, state: string): Started | undefined {
    const sealed = signIn.cookiesOf(tenant).started(request, state);
    if (sealed === undefined) return undefined;
    try {
      const text = keyring.open('sign-in-started', tenant, Buffer.from(sealed, 'base64url'));
      const started = JSON.parse(text) as Started;
      const isLate = Date.parse(started.at) + startedFor * 1000 <= Date.parse(now);
      return started.state === state && !isLate ? started : undefined;
    } catch {
      return undefined;
    }
  }

  async function finishSignIn(asking: Asking): Promise<Response> {
    const { c, request, tenant, now } = asking;
    const state = c.req.query('state') ?? '';
    const started = startedBy(asking, state);
    const service = started && signIn.services.find(({ options }) => options.key === started.issuer);
    if (!service) return refuse(asking, 'refused', 'state: this browser has not begun it, or too long ago');
    const cookies = signIn.cookiesOf(tenant);
    const { issuer, back, maxAge } = started;
    const again = againAddress(tenant, { issuer, back, again: maxAge === undefined ? undefined : '1' });
    for (const cookie of cookies.keepStarted(request, state, undefined))
      c.header('set-cookie', cookie, { append: true });
    try {
      const answer = under(tenant, 'auth/signed-in');
      answer.search = new URL(request.url).search;
      const signedIn = await service.finish(answer, started);
      // Whom the server would not know must not have a session.
      service.issuer.identityOf(signedIn.claims, tenant, host.manyTenants);
      const before = cookies.session(request);
      const id = await database.transaction((db) => sessions.begin(db, tenant, signedIn, { now, before }));
      c.header('set-cookie', cookies.keepSession(id), { append: true });
      return c.redirect(back, 303);
    } catch (error) {
      if (error instanceof SignInRefused) return refuse(asking, 'refused', error.message, again);
      if (error instanceof HttpProblem && error.code === 'unauthenticated')
        return refuse(asking, 'refused', error.extras.reason ?? '', again);
      return unavailable(asking, error, again);
    }
  }

  async function signOut(asking: Asking): Promise<Response> {
    const { c, request, tenant } = asking;
    const pages = signIn.pagesOf(tenant);
    pages.check(request);
    const back = pages.back(c.req.query('back')) ?? signIn.addressOf(tenant);
    const cookies = signIn.cookiesOf(tenant);
    const id = cookies.session(request);
    const ended = id === undefined ? undefined : await database.transaction((db) => sessions.end(db, tenant, id));
    c.header('set-cookie', cookies.keepSession(undefined), { append: true });
    const state = keyring.seal('sign-out-back', tenant, back.href).toString('base64url');
    const service = ended && signIn.serviceOf(ended.issuer);
    const elsewhere =
      service && (await service.endAddress({ idToken: ended.idToken, back: under(tenant, 'auth/signed-out'), state }));
    return c.redirect((elsewhere ?? back).href, 303);
  }

  /** Where the service sends somebody who has signed out there. */
  async function signedOut({ c, tenant }: Asking): Promise<Response> {
    const state = Buffer.from(c.req.query('state') ?? '', 'base64url');
    try {
      return c.redirect(keyring.open('sign-out-back', tenant, state), 303);
    } catch {
      return c.redirect(signIn.addressOf(tenant).href, 303);
    }
  }

  /** The service says that somebody has signed out elsewhere. */
  async function backChannelLogout({ c, request, tenant }: Asking): Promise<Response> {
    const token = (await readForm(request, longestForm)).get('logout_token') ?? '';
    const service = signIn.serviceOf(namedIssuer(token) ?? '');
    let ended;
    try {
      ended = await service?.readLogout(token);
    } catch (error) {
      if (!(error instanceof HttpProblem) || error.code !== 'unauthenticated') throw error;
      c.set('reason', error.extras.reason ?? '');
    }
    if (!ended) return c.json({ error: 'invalid_request' }, 400);
    await database.transaction((db) => sessions.endElsewhere(db, tenant, ended));
    return c.body(null, 200);
  }

  const path = (name: string, method: 'GET' | 'POST', handle: (asking: Asking) => Promise<Response>): OpenPath => ({
    path: `/auth/${name}`,
    method,
    limit: 'read',
    handle: on(`/auth/${name}`, handle),
  });
  return [
    path('sign-in', 'GET', startSignIn),
    path('signed-in', 'GET', finishSignIn),
    path('sign-out', 'POST', signOut),
    path('signed-out', 'GET', signedOut),
    path('back-channel-logout', 'POST', backChannelLogout),
  ];
}
