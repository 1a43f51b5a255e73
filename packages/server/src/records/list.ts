import { and, asc, desc, sql, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { pageOf, type Page, type PageQuery } from '../http/paging.ts';
import type { Context } from '../http/route.ts';
import { visible } from './find.ts';
import { keyOrder } from './key-order.ts';
import { columnOf, type Records, type RecordTable } from './records.ts';

/** So many of the first records of a section are scanned for a search text; the others are found by the search index. */
const windowSize = 5000;

/** A part of a list with an order of its own, such as what is due before what has ended. */
export interface Section<Row> {
  /** What orders it: an instant, or a number that none of its rows is without. */
  by: keyof Row & string;
  direction: 'ascending' | 'descending';
  /** The rows of this section; no row is in two of them. */
  where?: SQL | undefined;
}

interface List<Row> {
  /** The fields of a row that are read: the long texts stay in the database. `id` and those of the order are among them. */
  fields: readonly (keyof Row & string)[];
  /** The sections, the first one first. */
  sections: readonly Section<Row>[];
  /** The filters of the query. */
  where?: SQL | undefined;
  /** A filter with an index of its own, such as the unit. */
  within?: SQL | undefined;
  /** The text to search for in `searchText`. */
  q?: string | undefined;
}

/** The order of a list whose newest records stand first. */
export function newestFirst<Row>(by: keyof Row & string): readonly Section<Row>[] {
  return [{ by, direction: 'descending' }];
}

interface Found {
  section: number;
  row: Record<string, unknown>;
}

/**
 * One page of the records that the session may see. A page goes on behind the place at which the last one ended, so that
 * records that come and go in between neither hide others nor show them twice.
 */
export async function listRecords<Table extends RecordTable>(
  records: Records<Table>,
  context: Context,
  query: PageQuery,
  { fields, sections, where, within, q }: List<Table['$inferSelect']>,
): Promise<Page<Table['$inferSelect']>> {
  const { db, session } = context;
  const { table, area } = records;
  const columns = Object.fromEntries(fields.map((field) => [field, columnOf(table, field)]));
  const matching = q === undefined ? undefined : matchesSearch(columnOf(table, 'searchText'), q);
  const orders = sections.map(({ by, direction }) => keyOrder(table, direction, [by, 'id']));

  async function fetchSection(index: number, after: Position | undefined, count: number): Promise<Found['row'][]> {
    const { by, direction, where: ofSection } = sections[index]!;
    const order = orders[index]!;
    const select = (chosen: SQL | undefined, limit: number) =>
      db
        .select(columns)
        .from(table as RecordTable)
        .where(chosen)
        .orderBy(...order.orderBy)
        .limit(limit);
    const inReach = and(visible(records, session), within, ofSection, after && order.after(after));
    const chosen = and(inReach, where);
    if (!matching) return select(chosen, count);
    const [edge] = await select(inReach, 1).offset(windowSize);
    if (!edge) return select(and(chosen, matching), count);
    const end = order.positionOf(edge);
    const first = await select(and(chosen, matching, order.upTo(end)), count);
    if (first.length === count) return first;
    // Matches are rare here, since they were rare among the first, so that all of them can be fetched and sorted. The order
    // is an expression that no index has: with an index the planner might scan it to the end for a text that is not there.
    const inOrder = direction === 'ascending' ? asc : desc;
    const others = await db
      .select(columns)
      .from(table as RecordTable)
      .where(and(chosen, matching, order.after(end)))
      .orderBy(inOrder(sql`coalesce(${columnOf(table, by)}, ${columnOf(table, by)})`), inOrder(table.id))
      .limit(count - first.length);
    return [...first, ...others];
  }

  async function fetch(after: Position | undefined, count: number): Promise<Found[]> {
    const [from = 0, ...key] = after ?? [];
    const found: Found[] = [];
    for (let section = Number(from); section < sections.length && found.length < count; section += 1) {
      const begin = section === from && key.length > 0 ? key : undefined;
      const rows = await fetchSection(section, begin, count - found.length);
      found.push(...rows.map((row) => ({ section, row })));
    }
    return found;
  }

  const positionOf = ({ section, row }: Found) => [section, ...orders[section]!.positionOf(row)];
  const { items, nextCursor } = await pageOf(context, area, query, fetch, positionOf);
  return { items: items.map(({ row }) => row), nextCursor };
}
