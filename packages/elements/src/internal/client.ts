import { createClient, type Client } from '@dvk/sdk/client';
import type { LocaleController } from '../locale/controller.ts';
import type { Connection, GetToken } from './connection.ts';
import { hintAtBaseUrl, hintingFetch } from './developer-hints.ts';

/** An element that says how to reach an API. */
interface Host extends Element {
  baseUrl: string;
  getToken?: GetToken;
  client?: Client;
}

/**
 * The connection that an element's own properties make: the one place where this package makes a client. The language is that
 * of the element at each request.
 */
export class OwnConnection {
  readonly #host: Host;
  readonly #locale: LocaleController;
  readonly #use: (connection: Connection | undefined) => void;
  #given: string | null | undefined;

  constructor(host: Host, locale: LocaleController, use: (connection: Connection | undefined) => void) {
    this.#host = host;
    this.#locale = locale;
    this.#use = use;
  }

  /** Connects, anew if there was a connection. */
  make(): void {
    const { client, baseUrl } = this.#host;
    this.#use(client ? connectionOf(client) : baseUrl ? connectionOf(this.#createClient(baseUrl)) : undefined);
  }

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
    return createClient({
      baseUrl,
      fetch: hintingFetch(who, baseUrl),
      getToken: () => this.#askToken(),
      get locale() {
        return locale.lang;
      },
    });
  }
}

/** A connection over a client that exists, e.g. one a page made or a test faked the network of. */
export function connectionOf(client: Client): Connection {
  let session: Connection['session'] | undefined;
  return {
    client,
    get session() {
      if (!session) {
        session = client.session.get().then();
        // What failed may work the next time somebody asks.
        session.catch(() => (session = undefined));
      }
      return session;
    },
  };
}
