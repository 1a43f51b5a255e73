import { searchKey } from '@dvk/sdk/text';
import { and, like, type Column, type SQL } from 'drizzle-orm';

/**
 * Rows whose folded search column holds every word of what somebody typed, in any order. The column was written with
 * `searchKey`, which leaves letters, digits and spaces only: nothing in it means anything to LIKE.
 */
export function matchesSearch(column: Column, typed: string | undefined): SQL | undefined {
  const words = searchKey(typed ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return and(...words.map((word) => like(column, `%${word}%`)));
}
