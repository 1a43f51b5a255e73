import { html, nothing, type TemplateResult } from 'lit';
import type { RequestRunner } from './request-runner.ts';

interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** Gets one page of a list. */
type GetPage<Item> = (query: { limit: number; cursor?: string }, signal?: AbortSignal) => PromiseLike<Page<Item>>;

export interface PagedListView<Item> {
  /** What the list holds, for screen readers. */
  label: string;
  /** The button that loads the next page. */
  more: string;
  /** What stands there when there is nothing. */
  empty: TemplateResult;
  /** One line. */
  row: (item: Item) => TemplateResult;
}

/** A list of records that comes page by page: the first with {@link load}, the others when the person asks for more. */
export class PagedList<Item extends { id: string }> {
  items: readonly Item[] = [];
  #nextCursor: string | null = null;
  #getPage: GetPage<Item> | undefined;
  readonly #requests: RequestRunner;

  constructor(requests: RequestRunner) {
    this.#requests = requests;
  }

  /** Loads the first page; with the same function come the others. */
  async load(getPage: GetPage<Item>, signal: AbortSignal): Promise<void> {
    // That more of the list before could not be loaded is no longer of interest.
    if (this.#requests.retry === this.#loadMore) this.#requests.forget();
    const page = await getPage({ limit: 20 }, signal);
    if (signal.aborted) return;
    this.#getPage = getPage;
    this.items = page.items;
    this.#nextCursor = page.nextCursor;
  }

  readonly #loadMore = (): void => {
    const getPage = this.#getPage!;
    const work = async () => {
      const page = await getPage({ limit: 20, cursor: this.#nextCursor! });
      // Meanwhile another list may have been loaded, or another person may have come.
      if (getPage !== this.#getPage) return;
      this.items = [...this.items, ...page.items];
      this.#nextCursor = page.nextCursor;
    };
    void this.#requests.run(work, { retry: this.#loadMore });
  };

  /** Shows what is newly known of a record, where it stands in the list. */
  update(latest: { id: string } & Partial<Item>): void {
    this.items = this.items.map((item) => (item.id === latest.id ? { ...item, ...latest } : item));
  }

  clear(): void {
    this.#getPage = undefined;
    this.items = [];
    this.#nextCursor = null;
  }

  render({ label, more, empty, row }: PagedListView<Item>): TemplateResult {
    const isLast = this.#nextCursor === null;
    if (isLast && this.items.length === 0) return empty;
    return html`<ul class="rows" aria-label=${label}>
        ${this.items.map((item) => html`<li>${row(item)}</li>`)}
      </ul>
      ${
        isLast
          ? nothing
          : html`<div class="actions">
              <button class="button" type="button" ?disabled=${this.#requests.busy} @click=${this.#loadMore}>
                ${more}
              </button>
            </div>`
      }`;
  }
}
