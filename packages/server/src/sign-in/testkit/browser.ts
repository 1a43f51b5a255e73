/** What a browser sends of its own with a request. */
export interface BrowserRequest {
  method?: string;
  body?: string | URLSearchParams;
  headers?: Record<string, string>;
  /** The page that asks; without it the person typed the address. */
  from?: string;
}

/**
 * As much of a browser as signing in needs: cookies by host, redirects, forms. What sends the requests for an address may be
 * given: a server that has no port.
 */
export class TestBrowser {
  /** Cookies by host, then by name. */
  readonly cookies = new Map<string, Map<string, string>>();
  readonly #servers: ReadonlyMap<string, (request: Request) => Promise<Response>>;
  /** The address that was loaded last. */
  address = '';

  /** @param servers what answers for an origin, where that is no port of this machine */
  constructor(servers: Readonly<Record<string, (request: Request) => Promise<Response>>> = {}) {
    this.#servers = new Map(Object.entries(servers));
  }

  cookiesOf(address: string): Map<string, string> {
    const { host } = new URL(address);
    if (!this.cookies.has(host)) this.cookies.set(host, new Map());
    return this.cookies.get(host)!;
  }

  /** One request, without following where it leads. */
  async request(address: string, { method = 'GET', body, headers = {}, from }: BrowserRequest = {}): Promise<Response> {
    const url = new URL(address);
    const sent = new Headers(headers);
    const cookies = [...this.cookiesOf(address)].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookies) sent.set('cookie', cookies);
    if (from !== undefined) {
      const origin = new URL(from).origin;
      if (method !== 'GET') sent.set('origin', origin);
      sent.set('sec-fetch-site', origin === url.origin ? 'same-origin' : 'cross-site');
    }
    const request = new Request(url, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const response = await (this.#servers.get(url.origin) ?? fetch)(request);
    for (const each of response.headers.getSetCookie()) {
      const { name, value, isGone } = parseSetCookie(each);
      if (isGone) this.cookiesOf(address).delete(name);
      else this.cookiesOf(address).set(name, value);
    }
    return response;
  }

  /** Loads an address as a page, and follows redirects until there is one, or until an address that `until` knows. */
  async open(address: string, request: BrowserRequest = {}, until?: (address: string) => boolean): Promise<Response> {
    let [at, sent] = [address, request];
    for (let hops = 0; hops < 12; hops += 1) {
      this.address = at;
      if (until?.(at)) return new Response(null, { status: 204 });
      const response = await this.request(at, sent);
      const location = response.headers.get('location');
      if (location === null) return response;
      [at, sent] = [new URL(location, at).href, {}];
    }
    throw new Error(`Led in a circle: ${at}`);
  }

  /** Fills in the one form of the page that is open, and sends it. */
  async submit(
    page: Response,
    fields: Record<string, string>,
    until?: (address: string) => boolean,
  ): Promise<Response> {
    const text = await page.text();
    const action = /<form[^>]*action="([^"]*)"/.exec(text)?.[1];
    if (action === undefined) throw new Error(`No form on ${this.address}: ${text.slice(0, 300)}`);
    const hidden = [...text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
      ([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''] as const,
    );
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
    return this.open(new URL(action, this.address).href, { method: 'POST', body, from: this.address }, until);
  }
}

/** A `Set-Cookie` header, as far as a test needs it. */
export function parseSetCookie(header: string): {
  name: string;
  value: string;
  attributes: ReadonlySet<string>;
  isGone: boolean;
} {
  const [pair = '', ...rest] = header.split(';').map((part) => part.trim());
  const sign = pair.indexOf('=');
  const attributes = new Set(rest.map((each) => each.toLowerCase()));
  return {
    name: pair.slice(0, sign),
    value: pair.slice(sign + 1),
    attributes,
    isGone: attributes.has('max-age=0') || rest.some((each) => /^expires=.*1970/i.test(each)),
  };
}
