import type { Bilingual } from '@dvk/sdk/errors';
import { HttpProblem } from '../problems/problem.ts';

const fromElsewhere: Bilingual = {
  vi: 'Yêu cầu này không đến từ trang của cổng nên không được thực hiện.',
  en: 'This request does not come from a page of the portal, so nothing was done.',
};

/** Refuses what no page of the portal asks for. */
export function notFromHere(reason: string): HttpProblem {
  return new HttpProblem('forbidden', { detail: fromElsewhere, reason });
}

/** The pages that may act for who is signed in by a cookie: those of this host and of the portals named. */
export class OwnPages {
  readonly #address: URL;
  readonly #origins: ReadonlySet<string>;

  /** @param origins of portals on other hosts; `*` names none that could be trusted with a cookie */
  constructor(address: URL, origins: readonly string[] | '*') {
    this.#address = address;
    this.#origins = new Set([address.origin, ...(origins === '*' ? [] : origins)]);
  }

  /**
   * Refuses a change that another page makes: browsers send the cookie along whatever page under the same domain asks.
   *
   * @throws HttpProblem `forbidden`
   */
  check({ headers }: Request): void {
    const site = headers.get('sec-fetch-site');
    const origin = headers.get('origin');
    if (origin !== null) {
      if (!this.#origins.has(origin)) throw notFromHere('csrf: the page is of another origin');
      if (site === 'none') throw notFromHere('csrf: no page has asked');
      return;
    }
    if (site !== 'same-origin') throw notFromHere('csrf: neither Origin nor Sec-Fetch-Site says which page asks');
  }

  /** Where somebody came from, if that is a page of these; `undefined` for any other address. */
  back(given: string | undefined): URL | undefined {
    if (given === undefined) return this.#address;
    const address = URL.parse(given, this.#address);
    return address && this.#origins.has(address.origin) ? address : undefined;
  }
}
