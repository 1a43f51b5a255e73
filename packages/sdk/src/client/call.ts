import { ClientError, ContractError } from './errors.ts';

/** A whole answer. */
export interface Answer<T> {
  data: T;
  status: number;
  headers: Headers;
  /** Version of what was read or written, quoted: send it back as `ifMatch`. */
  etag: string | undefined;
  /** The server's id of the request. */
  requestId: string | undefined;
}

/** A page of a list. It may be empty and still have a `nextCursor`; `null` means the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

type ItemOf<P> = P extends Page<infer T> ? T : never;

/** What `.safe()` gives: a result to look at instead of an exception to catch. */
export type Safe<T> = { ok: true; data: T } | { ok: false; error: ClientError };

/**
 * A call under way. Await it for the data; or ask for more:
 *
 * @example
 * const model = await client.models.get({params: {id}});
 * const {data, etag} = await client.models.get({params: {id}}).withResponse();
 * const result = await client.models.get({params: {id}}).safe();
 */
export class Call<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Call';
  readonly #answer: Promise<Answer<T>>;

  constructor(answer: Promise<Answer<T>>) {
    this.#answer = answer;
  }

  // Behaves as a promise without being a subclass of one: async functions and Promise.all take any thenable.
  // oxlint-disable-next-line unicorn/no-thenable
  then<A = T, B = never>(
    done?: ((data: T) => A | PromiseLike<A>) | null,
    failed?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => data).then(done, failed);
  }

  catch<B = never>(failed?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, failed);
  }

  finally(done?: (() => void) | null): Promise<T> {
    return this.then().finally(done);
  }

  /** Data with status, headers, `etag` and request id. */
  withResponse(): Promise<Answer<T>> {
    return this.#answer;
  }

  /** Never rejects with a {@link ClientError}; an error of another kind is a bug and still rejects. */
  safe(): Promise<Safe<T>> {
    return this.then(
      (data) => ({ ok: true, data }),
      (error) => {
        if (error instanceof ClientError) return { ok: false, error };
        throw error;
      },
    );
  }
}

/**
 * A call for a list. Await it for the first page, or iterate over all items; pages are fetched as they are needed.
 *
 * @example
 * for await (const item of client.cases.list({query: {status: 'assigned'}})) console.log(item.code);
 */
export class PagedCall<P extends Page<unknown>> extends Call<P> implements AsyncIterable<ItemOf<P>> {
  readonly #next: (cursor: string) => PromiseLike<P>;
  readonly #operation: string;

  constructor(answer: Promise<Answer<P>>, next: (cursor: string) => PromiseLike<P>, operation: string) {
    super(answer);
    this.#next = next;
    this.#operation = operation;
  }

  /** Page by page, until the server says that there is no next one: an empty page is not the end. */
  async *pages(): AsyncGenerator<P, void> {
    const seen = new Set<string>();
    let page: P = await this.then();
    for (;;) {
      const fail = (what: string, pointer: string, code: string) => {
        throw new ContractError(what, [{ pointer, code }], { operation: this.#operation, attempts: seen.size + 1 });
      };
      // What stands between us and the server may answer with anything that is JSON, or with nothing.
      if (!Array.isArray(page?.items)) fail('not a page:', '/items', 'type');
      const cursor = page.nextCursor;
      if (cursor !== null && typeof cursor !== 'string') fail('not a page:', '/nextCursor', 'type');
      yield page;
      if (cursor === null) return;
      // A server that gives a cursor twice would keep us going round for ever.
      if (seen.has(cursor)) fail('the list goes round', '/nextCursor', 'repeated');
      seen.add(cursor);
      page = await this.#next(cursor);
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<P>, void> {
    for await (const page of this.pages()) yield* page.items as ItemOf<P>[];
  }

  /** The first `limit` items in one array; the limit keeps a long list from filling the memory. */
  async toArray({ limit }: { limit: number }): Promise<ItemOf<P>[]> {
    const items: ItemOf<P>[] = [];
    if (limit > 0) for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }
}
