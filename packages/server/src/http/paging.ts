import type { Session } from '@dvk/sdk/session';
import type { Cursors, Position } from './cursors.ts';

const defaultLimit = 20;

/** The part of a request's context that a page needs. */
export interface PageContext {
  session: Session;
  services: { cursors: Cursors };
}

export interface PageQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * One page of a list. `fetch` gives up to `count` rows after a position, in the list's order; `positionOf` tells a row's
 * place in it. A cursor is good only for the same list, tenant and filters.
 */
export async function pageOf<Row>(
  context: PageContext,
  list: string,
  query: PageQuery,
  fetch: (after: Position | undefined, count: number) => Promise<Row[]>,
  positionOf: (row: Row) => Position,
): Promise<Page<Row>> {
  const { cursor, limit = defaultLimit, ...filters } = query;
  const scope = JSON.stringify([list, context.session.tenant, filters]);
  const after = cursor === undefined ? undefined : context.services.cursors.read(scope, cursor);
  const rows = await fetch(after, limit + 1);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : context.services.cursors.write(scope, positionOf(last)) };
}
