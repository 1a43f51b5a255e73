import { ClientError, ContractError } from './errors.ts';

/** A response with its parsed body. */
export interface CallResponse<T> {
  data: T;
  status: number;
  headers: Headers;
  /** Version of the record, with its quotation marks: send it back as `ifMatch`. */
  etag: string | undefined;
  /** The id that the server gave the request. */
  requestId: string | undefined;
}

/** A page of a list. It may be empty and still have a `nextCursor`; `null` means the end. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

type ItemOf<P> = P extends Page<infer T> ? T : never;

/** What `.safe()` resolves to: a result instead of an exception. */
export type Safe<T> = { ok: true; data: T } | { ok: false; error: ClientError };

/**
 * A call in progress. Await it to get the data, or use one of its methods:
 *
 * @example
 * const model = await client.models.get({params: {id}});
 * const {data, etag} = await client.models.get({params: {id}}).withResponse();
 * const result = await client.models.get({params: {id}}).safe();
 */
export class Call<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Call';
  readonly #response: Promise<CallResponse<T>>;

  constructor(response: Promise<CallResponse<T>>) {
    this.#response = response;
  }

  // A thenable is enough for `await` and `Promise.all`; a subclass of Promise is not needed.
  // oxlint-disable-next-line unicorn/no-thenable
  then<A = T, B = never>(
    done?: ((data: T) => A | PromiseLike<A>) | null,
    failed?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#response.then(({ data }) => data).then(done, failed);
  }

  catch<B = never>(failed?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, failed);
  }

  finally(done?: (() => void) | null): Promise<T> {
    return this.then().finally(done);
  }

  /** The data together with status, headers, `etag` and request id. */
  withResponse(): Promise<CallResponse<T>> {
    return this.#response;
  }

  /** Resolves to the error instead of rejecting with a {@link ClientError}; any other error is a bug and still rejects. */
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
 * A call that returns a list. Await it to get the first page, or iterate over all items; pages are fetched when needed.
 *
 * @example
 * for await (const item of client.cases.list({query: {status: 'assigned'}})) console.log(item.code);
 */
export class PagedCall<P extends Page<unknown>> extends Call<P> implements AsyncIterable<ItemOf<P>> {
  readonly #next: (cursor: string) => PromiseLike<P>;
  readonly #operation: string;

  constructor(response: Promise<CallResponse<P>>, next: (cursor: string) => PromiseLike<P>, operation: string) {
    super(response);
    this.#next = next;
    this.#operation = operation;
  }

  /** Yields all pages. Only `nextCursor: null` is the end: an empty page may have another one after it. */
  async *pages(): AsyncGenerator<P, void> {
    const seen = new Set<string>();
    let page: P = await this.then();
    for (;;) {
      const fail = (what: string, pointer: string, code: string) => {
        throw new ContractError(what, [{ pointer, code }], { operation: this.#operation, attempts: seen.size + 1 });
      };
      // A proxy may respond in place of the server, with any JSON or with nothing.
      if (!Array.isArray(page?.items)) fail('not a page:', '/items', 'type');
      const cursor = page.nextCursor;
      if (cursor !== null && typeof cursor !== 'string') fail('not a page:', '/nextCursor', 'type');
      yield page;
      if (cursor === null) return;
      // A server that repeats a cursor would otherwise make this loop endless.
      if (seen.has(cursor)) fail('the list repeats a cursor:', '/nextCursor', 'repeated');
      seen.add(cursor);
      page = await this.#next(cursor);
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<P>, void> {
    for await (const page of this.pages()) yield* page.items as ItemOf<P>[];
  }

  /** The first `limit` items as an array; the limit keeps a long list from using up the memory. */
  async toArray({ limit }: { limit: number }): Promise<ItemOf<P>[]> {
    const items: ItemOf<P>[] = [];
    if (limit > 0) for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }
}
