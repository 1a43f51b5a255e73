import { refuseTwins, type Identity } from '../auth/index.ts';
import type { Database } from '../database/index.ts';
import { hasExpectedSubject } from '../http/expected-subject.ts';
import type { AccessContext } from '../http/services.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { SignInCookies } from './cookies.ts';
import { defaultIdle, defaultLifetime, type SignInOptions } from './options.ts';
import { notFromHere, OwnPages } from './own-pages.ts';
import { SignInService } from './sign-in-service.ts';
import { SignInSessions } from './sessions.ts';

/** What sign-in needs of the server around it. */
export interface SignInHost {
  database: Database;
  keyring: Keyring;
  /** Awaited before a request touches the database. */
  ready: () => Promise<void>;
  /** Origins of portals on other hosts. */
  origins: readonly string[] | '*';
  tenantOf: (request: Request) => string | undefined;
  /** Whether `tenantOf` tells several apart. */
  manyTenants: boolean;
  clock: () => Date;
}

/** Sign-in through this server, as its addresses and every request share it. */
export class SignIn {
  readonly host: SignInHost;
  readonly sessions: SignInSessions;
  readonly services: readonly SignInService[];
  readonly #address: SignInOptions['address'];

  /** @throws SettingsFault where two services could not be told apart */
  constructor(options: SignInOptions, host: SignInHost) {
    const { issuers, address, idle = defaultIdle, lifetime = defaultLifetime } = options;
    refuseTwins(issuers);
    this.host = host;
    this.#address = address;
    this.services = issuers.map((each) => new SignInService(each));
    this.sessions = new SignInSessions(host.keyring, { idle, lifetime });
  }

  /** Where browsers reach the server. */
  addressOf(tenant: string): URL {
    return typeof this.#address === 'function' ? this.#address(tenant) : this.#address;
  }

  cookiesOf(tenant: string): SignInCookies {
    return new SignInCookies(this.addressOf(tenant));
  }

  pagesOf(tenant: string): OwnPages {
    return new OwnPages(this.addressOf(tenant), this.host.origins);
  }

  serviceOf(issuer: string): SignInService | undefined {
    return this.services.find(({ options }) => options.issuer === issuer);
  }

  /**
   * Who asks by the cookie of a session; `undefined` where there is none that holds. It is looked up for each request, so that
   * one that ended opens nothing from the next one on, on every server.
   *
   * @throws HttpProblem `forbidden` for a change that no page of the portal asks for
   */
  async identityOf(request: Request, tenant: string, context: AccessContext): Promise<Identity | undefined> {
    const id = this.cookiesOf(tenant).session(request);
    if (id === undefined) return undefined;
    await this.host.ready();
    const { database, now, log } = context;
    const found = await this.sessions.find(database.queries, tenant, id, now);
    const service = found && this.serviceOf(found.issuer);
    if (!service) return undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      this.pagesOf(tenant).check(request);
      // Who has the secret of a case needs no cookie: the tracker does not ask who is signed in.
      if (!hasExpectedSubject(request) && !request.headers.has('case-secret'))
        throw notFromHere('csrf: a change by cookie needs Dvk-Expected-Subject');
    }
    try {
      await this.sessions.noteUse(database.queries, tenant, found, now);
    } catch (error) {
      // What may be read can be read on while nothing can be written.
      log.warn({ error }, 'the last use of a session could not be written down');
    }
    return {
      ...service.issuer.identityOf(found.claims, tenant, this.host.manyTenants),
      provenAt: service.provenAt(found),
    };
  }
}
