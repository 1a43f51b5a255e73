import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { HistoryEvent } from '@dvk/sdk/contract';
import type { WidgetHost } from '../internal/widget-host.ts';
import { parts } from '../locale/parts/vi.ts';
import { timeline, timelineStyles, type TimelineEvent } from '../parts/timeline.ts';
import { SideRead } from './side-read.ts';

/** So many events are shown; those before are folded away. */
const shownEvents = 5;

export interface RecordHistoryTexts {
  history: string;
  notLoaded: string;
  retry: string;
  noHistory: string;
  moreHistory: string;
}

interface Page {
  items: readonly HistoryEvent[];
  nextCursor: string | null;
}

/** Reads a page of what happened to a record. */
export type ReadHistory = (asked: {
  params: { id: string };
  query: { limit: number; cursor?: string };
}) => PromiseLike<Page>;

/** What happened to the open record; read beside it. */
export class RecordHistory {
  readonly #host: WidgetHost;
  readonly #read: ReadHistory;
  readonly #pages: SideRead<Page>;
  #id = '';

  constructor(host: WidgetHost, read: ReadHistory) {
    this.#host = host;
    this.#read = read;
    this.#pages = new SideRead<Page>(host.element);
    for (const each of timelineStyles.flat(2) as CSSResult[]) host.addStyles(each);
  }

  /** Reads the history of a record; what was read before stays until then. */
  load(id: string): void {
    this.#id = id;
    void this.#pages.load(() => this.#next());
  }

  clear(): void {
    this.#id = '';
    this.#pages.clear();
  }

  async #next(before?: Page): Promise<Page> {
    const cursor = before?.nextCursor;
    const asked = { params: { id: this.#id }, query: { limit: 50, ...(cursor && { cursor }) } };
    const { items, nextCursor } = await this.#read(asked);
    return { items: [...(before?.items ?? []), ...items], nextCursor };
  }

  readonly #onMore = (): void => {
    const before = this.#pages.value;
    void this.#pages.load(() => this.#next(before));
  };

  /** @param describe - the events in words, the latest first */
  render(
    texts: RecordHistoryTexts,
    describe: (events: readonly HistoryEvent[]) => readonly TimelineEvent[],
  ): TemplateResult {
    const { value, isFailed, retry } = this.#pages;
    const events = value && describe(value.items);
    return html`<section aria-labelledby="history-title" aria-busy=${value === undefined && !isFailed}>
      <h4 id="history-title">${texts.history}</h4>
      ${
        isFailed
          ? html`<p class="small">
              ${texts.notLoaded} <button class="link" type="button" @click=${retry}>${texts.retry}</button>
            </p>`
          : events?.length === 0
            ? html`<p class="small">${texts.noHistory}</p>`
            : events &&
              timeline({
                label: texts.history,
                texts: this.#host.locale.texts(parts),
                shown: shownEvents,
                events,
              })
      }
      ${
        value?.nextCursor
          ? html`<button class="link" type="button" @click=${this.#onMore}>${texts.moreHistory}</button>`
          : nothing
      }
    </section>`;
  }
}
