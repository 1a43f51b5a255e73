import { and, desc, sql, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { pageOf, type Page, type PageQuery } from '../http/paging.ts';
import type { Context } from '../http/route.ts';
import { visible } from './find.ts';
import { keyOrder } from './key-order.ts';
import { columnOf, type Records, type RecordTable } from './records.ts';

/** So many of the newest records are scanned for a search text; older ones are found by the search index. */
const windowSize = 5000;

interface List<Row> {
  /** The fields of a row that are read: the long texts stay in the database. `id` and `by` are among them. */
  fields: readonly (keyof Row & string)[];
  /** The instant that orders the list. */
  by: keyof Row & string;
  /** The filters of the query. */
  where?: SQL | undefined;
  /** A filter with an index of its own, such as the unit. */
  within?: SQL | undefined;
  /** The text to search for in `searchText`. */
  q?: string | undefined;
}

/** One page of the records that the session may see, newest first. */
export function newestFirst<Table extends RecordTable>(
  records: Records<Table>,
  context: Context,
  query: PageQuery,
  { fields, by, where, within, q }: List<Table['$inferSelect']>,
): Promise<Page<Table['$inferSelect']>> {
  const { db, session } = context;
  const { table, area } = records;
  const columns = Object.fromEntries(fields.map((field) => [field, columnOf(table, field)]));
  const at = columnOf(table, by);
  const order = keyOrder(table, 'descending', [by, 'id']);
  const matching = q === undefined ? undefined : matchesSearch(columnOf(table, 'searchText'), q);

  const select = (chosen: SQL | undefined, limit: number) =>
    db
      .select(columns)
      .from(table as RecordTable)
      .where(chosen)
      .orderBy(...order.orderBy)
      .limit(limit);

  async function fetch(after: Position | undefined, count: number): Promise<Record<string, unknown>[]> {
    const inReach = and(visible(records, session), within, after && order.after(after));
    const chosen = and(inReach, where);
    if (!matching) return select(chosen, count);
    const [edge] = await select(inReach, 1).offset(windowSize);
    if (!edge) return select(and(chosen, matching), count);
    const end = order.positionOf(edge);
    const recent = await select(and(chosen, matching, order.upTo(end)), count);
    if (recent.length === count) return recent;
    // Matches are rare here, since they were rare among the newest, so that all of them can be fetched and sorted. The order
    // is an expression that no index has: with an index the planner might scan it to the end for a text that is not there.
    const older = await db
      .select(columns)
      .from(table as RecordTable)
      .where(and(chosen, matching, order.after(end)))
      .orderBy(sql`${at} + interval '0' DESC`, desc(table.id))
      .limit(count - recent.length);
    return [...recent, ...older];
  }
  return pageOf(context, area, query, fetch, order.positionOf) as Promise<Page<Table['$inferSelect']>>;
}
