import { searchKey } from '@dvk/sdk/text';
import { and, sql, type Column, type SQL } from 'drizzle-orm';

/**
 * Rows whose folded search column holds, for every word of what somebody typed, a word that begins like it, in any order.
 * The column was written with `searchKey`, which leaves letters, digits and spaces only: nothing in it means anything to
 * LIKE. The space before the column is the one that its index has.
 */
export function matchesSearch(column: Column, typed: string | undefined): SQL | undefined {
  const words = searchKey(typed ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return and(...words.map((word) => sql`' ' || ${column} LIKE ${`% ${word}%`}`));
}
