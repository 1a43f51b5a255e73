import { createLazyClient, type CallOptions, type Client } from '@dvk/sdk/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocaleController } from '../locale/controller.ts';
import type { Connection, GetToken } from './connection.ts';
import { hintAtBaseUrl, hintingFetch } from './developer-hints.ts';
import { loadClients } from './load-client.ts';

/** An element that says how to reach an API. */
interface Host extends Element, ReactiveControllerHost {
  baseUrl: string;
  getToken?: GetToken;
  client?: Client;
}

/**
 * The connection that an element's own properties make: the one place where this package makes a client. The language is that
 * of the element at each request. It connects anew when the page is shown again and somebody else has signed in meanwhile:
 * the tabs of a browser share their cookies.
 */
export class OwnConnection implements ReactiveController {
  readonly #host: Host;
  readonly #locale: LocaleController;
  readonly #use: (connection: Connection | undefined) => void;
  #given: string | null | undefined;
  #current: CheckedConnection | undefined;

  constructor(host: Host, locale: LocaleController, use: (connection: Connection | undefined) => void) {
    this.#host = host;
    this.#locale = locale;
    this.#use = use;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
  }

  /** Connects, anew if there was a connection. */
  readonly make = (): void => {
    const { client, baseUrl } = this.#host;
    this.#current = client
      ? connectionOf(client, this.make)
      : baseUrl
        ? connectionOf(this.#createClient(baseUrl), this.make)
        : undefined;
    this.#use(this.#current);
  };

  readonly #onVisibilityChange = async (): Promise<void> => {
    const current = this.#current;
    if (!current || document.visibilityState !== 'visible') return;
    if ((await current.hasOtherPerson()) && current === this.#current) this.make();
  };

  /** To be called with what has changed of the element. */
  update(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('baseUrl') || changed.has('client')) this.make();
    else if (changed.has('getToken')) void this.#makeForOther();
  }

  /** A framework may give a new function with each drawing: only another token means another person. */
  async #makeForOther(): Promise<void> {
    const { client, baseUrl } = this.#host;
    if (client || !baseUrl) return;
    const given = this.#given;
    const token = await this.#askToken().catch(() => undefined);
    if ((token ?? '') !== (given ?? '')) this.make();
  }

  async #askToken(): Promise<string | null | undefined> {
    return (this.#given = await this.#host.getToken?.());
  }

  #createClient(baseUrl: string): Client {
    const who = `<${this.#host.localName}>`;
    const locale = this.#locale;
    hintAtBaseUrl(who, baseUrl);
    const config = {
      baseUrl,
      fetch: hintingFetch(who, baseUrl),
      getToken: () => this.#askToken(),
      get locale() {
        return locale.lang;
      },
    };
    return createLazyClient(async () => (await loadClients())(config));
  }
}

interface CheckedConnection extends Connection {
  /**
   * Asks again who is signed in: true if it is another person than before. Who has only signed out may come back, and what
   * they typed waits for them.
   */
  hasOtherPerson(): Promise<boolean>;
}

const unlessKnown = () => undefined;

/**
 * A connection over a client that exists, e.g. one a page made or a test faked the network of. Its changes are for the person
 * whom the widgets know to be signed in: the server refuses them if it is somebody else by now.
 *
 * @param renew - connects anew
 */
export function connectionOf(client: Client, renew?: () => void): CheckedConnection {
  let session: Connection['session'] | undefined;
  let subjectTag: string | undefined;
  return {
    client: withHeaders(client, () => ({ 'dvk-expected-subject': subjectTag ?? null })),
    renew,
    get session() {
      if (!session) {
        session = client.session.get().then((known) => {
          subjectTag = known.subjectTag;
          return known;
        });
        // What failed may work the next time somebody asks.
        session.catch(() => (session = undefined));
      }
      return session;
    },
    async hasOtherPerson() {
      const before = await session?.catch(unlessKnown);
      if (!before?.subject) return false;
      const now = await client.session.get().catch(unlessKnown);
      return Boolean(now?.subject) && now!.subject !== before.subject;
    },
  };
}

type Method = (input: unknown, options?: CallOptions) => unknown;

/** A client, or the methods of one area, that send further headers with each request. */
function withHeaders<T extends object>(target: T, headers: () => CallOptions['headers']): T {
  const get = (object: T, key: string | symbol) => {
    const value = object[key as keyof T] as Method | object | undefined;
    if (typeof value !== 'function') return value && withHeaders(value, headers);
    return (input: unknown, options?: CallOptions) =>
      (value as Method)(input, { ...options, headers: { ...headers(), ...options?.headers } });
  };
  return new Proxy(target, { get });
}
