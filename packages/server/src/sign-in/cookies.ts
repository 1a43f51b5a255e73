import { parse, serialize } from 'hono/utils/cookie';

/** How long a sign-in may take, in seconds. */
export const startedFor = 600;
/** So many sign-ins may be under way in one browser; of more the others are given up. */
const mostStarted = 5;
const startedPrefix = 'dvk-sign-in-';

/**
 * The cookies of sign-in. Over https their names begin with `__Host-`: browsers take such a cookie only from this very host, so
 * that no neighbour under the same domain can put one in its place. On http, which is for this machine alone, that is not possible.
 */
export class SignInCookies {
  readonly #secure: boolean;

  /** @param address where browsers reach the server */
  constructor(address: URL) {
    this.#secure = address.protocol === 'https:';
  }

  get #prefix(): string {
    return this.#secure ? '__Host-' : '';
  }

  #read(request: Request): Record<string, string> {
    return parse(request.headers.get('cookie') ?? '');
  }

  #write(name: string, value: string, maxAge?: number): string {
    return serialize(name, value, {
      httpOnly: true,
      secure: this.#secure,
      sameSite: 'Lax',
      path: '/',
      ...(maxAge !== undefined && { maxAge }),
    });
  }

  /** The id of the session. */
  session(request: Request): string | undefined {
    return this.#read(request)[`${this.#prefix}dvk-session`];
  }

  /** A header that keeps a session until the browser is closed, or forgets it. */
  keepSession(id: string | undefined): string {
    return id === undefined
      ? this.#write(`${this.#prefix}dvk-session`, '', 0)
      : this.#write(`${this.#prefix}dvk-session`, id);
  }

  /** Each sign-in has a cookie of its own, so that one in a second tab does not spoil the first. */
  #startedName(state: string): string {
    return `${this.#prefix}${startedPrefix}${state.slice(0, 12)}`;
  }

  /** What is known of a sign-in that this browser began. */
  started(request: Request, state: string): string | undefined {
    return this.#read(request)[this.#startedName(state)];
  }

  /** Headers that keep what is known of a sign-in, or forget it. */
  keepStarted(request: Request, state: string, value: string | undefined): string[] {
    if (value === undefined) return [this.#write(this.#startedName(state), '', 0)];
    const others = Object.keys(this.#read(request)).filter((name) => name.startsWith(this.#prefix + startedPrefix));
    const given = others.length < mostStarted ? [] : others;
    return [...given.map((name) => this.#write(name, '', 0)), this.#write(this.#startedName(state), value, startedFor)];
  }
}
