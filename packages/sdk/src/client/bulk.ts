import { isProblem } from './errors.ts';
import { newKey } from './new-key.ts';

/** How it went for one of several items. */
export type BulkOutcome<Item, Result> = { item: Item } & ({ ok: true; data: Result } | { ok: false; error: unknown });

export interface BulkConfig<Item, Request, Result> {
  /** What tells an item from the others, also when it is given again later. */
  idOf: (item: Item) => string;
  /** Sends the request of an item, with this key as `idempotencyKey`. */
  send: (request: Request, idempotencyKey: string) => PromiseLike<Result>;
}

export interface BulkRunOptions<Item, Request, Result> {
  /** What is to be sent for an item, e.g. after reading its version; what it throws is the outcome of the item. */
  prepare: (item: Item) => Request | PromiseLike<Request>;
  /** Called after each item. */
  onProgress?: (progress: { done: number; total: number; outcome: BulkOutcome<Item, Result> }) => void;
  /** Ends the run before the next item; those that were not tried have no outcome. */
  signal?: AbortSignal;
}

/** The same change for several items. */
export interface Bulk<Item, Request, Result> {
  /** Makes the change for one item after the other, and resolves to how it went for each. */
  run: (items: readonly Item[], options: BulkRunOptions<Item, Request, Result>) => Promise<BulkOutcome<Item, Result>[]>;
}

/**
 * Makes a change for several items, one after the other: a server has others to serve, too. An item that fails does not stop the
 * others. Run it again with those that failed: where the answer was lost, so that the change may have been made, the same request goes out
 * again with the same key, and the server makes the change only once.
 *
 * @example
 * const accepting = createBulk({
 *   idOf: (summary) => summary.id,
 *   send: ({id, etag}, idempotencyKey) =>
 *     client.cases.transition({params: {id}, body: {action: 'accept'}}, {ifMatch: etag, idempotencyKey}),
 * });
 * const prepare = ({id}) => client.cases.get({params: {id}});
 * const outcomes = await accepting.run(chosen, {prepare, onProgress: ({done, total}) => console.log(`${done}/${total}`)});
 * const failed = outcomes.filter(({ok}) => !ok).map(({item}) => item);
 * await accepting.run(failed, {prepare});
 */
export function createBulk<Item, Request, Result>({
  idOf,
  send,
}: BulkConfig<Item, Request, Result>): Bulk<Item, Request, Result> {
  /** Requests whose answers were lost, by the id of their item. */
  const unanswered = new Map<string, { request: Request; key: string }>();

  async function change(item: Item, prepare: (item: Item) => Request | PromiseLike<Request>): Promise<Result> {
    const id = idOf(item);
    const sent = unanswered.get(id) ?? { request: await prepare(item), key: newKey() };
    unanswered.set(id, sent);
    try {
      const data = await send(sent.request, sent.key);
      unanswered.delete(id);
      return data;
    } catch (error) {
      if (isRefusal(error)) unanswered.delete(id);
      throw error;
    }
  }

  return {
    async run(items, { prepare, onProgress, signal }) {
      const outcomes: BulkOutcome<Item, Result>[] = [];
      for (const item of items) {
        if (signal?.aborted) break;
        const outcome = await change(item, prepare).then(
          (data) => ({ item, ok: true as const, data }),
          (error: unknown) => ({ item, ok: false as const, error }),
        );
        outcomes.push(outcome);
        onProgress?.({ done: outcomes.length, total: items.length, outcome });
      }
      return outcomes;
    },
  };
}

/** Whether the server has said that it did not make the change. */
function isRefusal(error: unknown): boolean {
  return isProblem(error) && error.status < 500 && error.code !== 'request-in-progress';
}
