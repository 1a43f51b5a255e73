import type { RequestRunner } from '../internal/request-runner.ts';

interface Page<Row> {
  items: readonly Row[];
  nextCursor: string | null;
}

/** Gets one page of a list. */
export type GetPage<Row> = (query: { limit: number; cursor?: string }, signal?: AbortSignal) => PromiseLike<Page<Row>>;

/** The most rows that the server gives at once. */
const largestPage = 100;

/** The rows of a list that are loaded: the first page with {@link load}, the others when the person asks for more. */
export class LoadedRows<Row extends { id: string }> {
  /** How many come with a page. */
  static readonly pageSize = 20;
  items: readonly Row[] = [];
  #nextCursor: string | null = null;
  #getPage: GetPage<Row> | undefined;
  readonly #requests: RequestRunner;

  constructor(requests: RequestRunner) {
    this.#requests = requests;
  }

  /** Whether the server has more. */
  get hasMore(): boolean {
    return this.#nextCursor !== null;
  }

  /** Loads the first page; with the same function come the others. */
  async load(getPage: GetPage<Row>, signal: AbortSignal): Promise<void> {
    // That more of the list before could not be loaded is no longer of interest.
    if (this.#requests.retry === this.loadMore) this.#requests.forget();
    const page = await getPage({ limit: LoadedRows.pageSize }, signal);
    if (signal.aborted) return;
    this.#getPage = getPage;
    this.items = page.items;
    this.#nextCursor = page.nextCursor;
    this.#requests.stopReading('rows');
  }

  /** Loads the next page. Resolves to whether it has come. */
  readonly loadMore = (): Promise<boolean> => this.#append(LoadedRows.pageSize, () => false);

  /** Loads page after page until so many rows are there, or all. */
  loadUpTo(count: number): Promise<boolean> {
    return this.#append(largestPage, () => this.items.length < count);
  }

  #append(limit: number, more: () => boolean): Promise<boolean> {
    const getPage = this.#getPage;
    if (!getPage || !this.hasMore) return Promise.resolve(false);
    let isStill = true;
    const work = async (signal: AbortSignal) => {
      do {
        const page = await getPage({ limit, cursor: this.#nextCursor! }, signal);
        // Meanwhile another list may have been loaded, or another person may have come.
        isStill = !signal.aborted && getPage === this.#getPage;
        if (!isStill) return;
        this.items = [...this.items, ...page.items];
        this.#nextCursor = page.nextCursor;
      } while (this.hasMore && more());
    };
    return this.#requests.run(work, { retry: this.loadMore, reads: 'rows' }).then((isDone) => isDone && isStill);
  }

  /** Every row of the list, also those that are not loaded, page by page; it starts again at the first. */
  async *pages(signal: AbortSignal): AsyncGenerator<readonly Row[]> {
    const getPage = this.#getPage;
    let cursor: string | null = null;
    do {
      const page: Page<Row> = await getPage!({ limit: largestPage, ...(cursor && { cursor }) }, signal);
      signal.throwIfAborted();
      yield page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }

  /** Shows what is newly known of a record, where it stands in the list. */
  update(latest: { id: string } & Partial<Row>): void {
    this.items = this.items.map((item) => (item.id === latest.id ? { ...item, ...latest } : item));
  }

  clear(): void {
    this.#getPage = undefined;
    this.items = [];
    this.#nextCursor = null;
  }
}
