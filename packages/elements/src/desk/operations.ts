import type { DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent, WidgetEvents } from '../events/index.ts';

/** What every record has that takes steps. */
export interface DeskRecord {
  id: string;
  status: string;
  etag: string;
}

/** How many records a list has: in all, and by each value of some of its filters. */
export interface ListCounts {
  asOf: string;
  total: number;
  /** By the name of a filter, and by its value. A filter is counted as if nothing were chosen in it. */
  by: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The operations of a list: those of its area in the client. */
export interface ListOperations<Row> {
  list: (
    request: { query: object },
    options: { signal?: AbortSignal | undefined },
  ) => PromiseLike<{ items: readonly Row[]; nextCursor: string | null }>;
  counts?: (request: { query: object }, options: { signal?: AbortSignal | undefined }) => PromiseLike<ListCounts>;
}

/** The operations of a desk. */
export interface DeskOperations<Row, Open> extends ListOperations<Row> {
  get: (request: { params: { id: string } }) => PromiseLike<Open>;
  transition: (
    request: { params: { id: string }; body: never },
    options: { ifMatch: string; idempotencyKey?: string },
  ) => PromiseLike<Open>;
}

/** What the events of a widget with a list carry. */
export interface DeskEvents<Open> extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Open>;
  'dvk-save': DvkSaveEvent<Open>;
  'dvk-navigate': DvkNavigateEvent;
}
