import { unitsOf } from '@dvk/sdk/session';
import { and, eq, or, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { pageOf, type Page, type PageQuery } from '../http/paging.ts';
import type { Context } from '../http/route.ts';
import { visibleByUnit } from '../policy/index.ts';
import { firstInOrder } from './in-order.ts';
import { keyOrder } from './key-order.ts';
import { partsOfUnit, rowsOfUnits } from './parts.ts';
import { columnOf, type Records, type RecordTable } from './records.ts';

/** A part of a list with an order of its own, such as what is due before what has ended. */
export interface Section<Row> {
  /** What orders it: an instant, or a number that none of its rows is without. */
  by: keyof Row & string;
  direction: 'ascending' | 'descending';
  /** The rows of this section; no row is in two of them. */
  where?: SQL | undefined;
  /** The part of that which an index in this order knows. */
  within?: SQL | undefined;
  /** Whether the records of each unit have an index in this order. */
  byUnit?: boolean;
  /** A filter of the query, as parts that have no row in common, each with an index in this order. */
  parts?: readonly SQL[] | undefined;
}

export interface List<Row> {
  /** The fields of a row that are read: the long texts stay in the database. `id` and those of the order are among them. */
  fields: readonly (keyof Row & string)[];
  /** The sections, the first one first. */
  sections: readonly Section<Row>[];
  /** The filters of the query, but for those that are parts of each section. */
  where?: SQL | undefined;
  /** The unit to whose records the list is narrowed, by any of the fields by which they belong to units. */
  unitId?: string | undefined;
  /** The text to search for in `searchText`. */
  q?: string | undefined;
}

/** The order of a list whose newest records stand first. */
export function newestFirst<Row>(
  by: keyof Row & string,
  more: Pick<Section<Row>, 'byUnit' | 'parts'> = {},
): readonly Section<Row>[] {
  return [{ by, direction: 'descending', ...more }];
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
  { fields, sections, where, unitId, q }: List<Table['$inferSelect']>,
): Promise<Page<Table['$inferSelect']>> {
  const { db, session } = context;
  const { table, area, policy, only } = records;
  const columns = Object.fromEntries(fields.map((field) => [field, columnOf(table, field)]));
  const matching = q === undefined ? undefined : matchesSearch(columnOf(table, 'searchText'), q);
  const orders = sections.map(({ by, direction }) => keyOrder(table, direction, [by, 'id']));
  const unitColumns = policy.unitFields.map((field) => columnOf(table, field));
  const isVisible = visibleByUnit(session, ...unitColumns);
  const isOfUnit = unitId === undefined ? undefined : or(...unitColumns.map((column) => eq(column, unitId)));
  const ownUnit = isVisible && unitsOf(session).length === 1 ? unitsOf(session)[0] : undefined;

  // Words are found by their index.
  const source = matching || unitId !== undefined ? undefined : rowsOfUnits(records, session);

  function fetchSection(index: number, after: Position | undefined, count: number): Promise<Found['row'][]> {
    const { by, direction, where: ofSection, within, byUnit, parts } = sections[index]!;
    const unit = byUnit ? (unitId ?? ownUnit) : undefined;
    return firstInOrder(
      db,
      {
        table,
        columns,
        direction,
        by: [by, 'id'],
        within: and(eq(table.tenant, session.tenant), only?.(session), within, after && orders[index]!.after(after)),
        parts: unit === undefined ? parts : partsOfUnit(records, unit),
        where: and(
          unit !== undefined && unit === ownUnit ? undefined : isVisible,
          unit === undefined ? isOfUnit : undefined,
          unit === undefined ? undefined : parts && or(...parts),
          ofSection,
          where,
          matching,
        ),
        source,
      },
      count,
    );
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
