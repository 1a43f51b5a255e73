import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Position } from '../http/cursors.ts';
import { columnOf } from './records.ts';

/** An order of rows by columns that together name one row, so that a list can go on behind any of them. */
export interface KeyOrder {
  orderBy: SQL[];
  positionOf(row: object): Position;
  /** Rows behind a position. */
  after(position: Position): SQL;
  /** Rows up to a position, and the one at it. */
  upTo(position: Position): SQL;
}

/** The order of these fields of a table, all in one direction, so that one index gives it. */
export function keyOrder(table: PgTable, direction: 'ascending' | 'descending', fields: readonly string[]): KeyOrder {
  const columns = fields.map((field) => columnOf(table, field));
  const key = sql`(${sql.join(columns, sql`, `)})`;
  const at = (position: Position) =>
    sql`(${sql.join(
      position.map((value) => sql`${value}`),
      sql`, `,
    )})`;
  const ascending = direction === 'ascending';
  return {
    orderBy: columns.map((column) => (ascending ? asc(column) : desc(column))),
    positionOf: (row) => fields.map((field) => (row as Record<string, string>)[field]!),
    after: (position) => (ascending ? sql`${key} > ${at(position)}` : sql`${key} < ${at(position)}`),
    upTo: (position) => (ascending ? sql`${key} <= ${at(position)}` : sql`${key} >= ${at(position)}`),
  };
}
