import { sql } from 'drizzle-orm';
import { index, type ExtraConfigColumn, type IndexBuilder } from 'drizzle-orm/pg-core';

interface ListColumns {
  tenant: ExtraConfigColumn;
  id: ExtraConfigColumn;
}

/**
 * An index for lists of a tenant's records, newest first by the column `at`.
 *
 * @param chosen columns by which such a list is narrowed
 */
export function newestFirstIndex(
  name: string,
  { tenant, id }: ListColumns,
  at: ExtraConfigColumn,
  ...chosen: ExtraConfigColumn[]
): IndexBuilder {
  return index(name).on(tenant, ...chosen, at.desc().nullsFirst(), id.desc().nullsFirst());
}

/** The index that `matchesSearch` needs. Search finds new rows at once in it, without going through a list of pending ones. */
export function searchIndex(name: string, column: ExtraConfigColumn): IndexBuilder {
  return index(name)
    .using('gin', sql`(' ' || ${column}) gin_trgm_ops`)
    .with({ fastupdate: 'off' });
}
