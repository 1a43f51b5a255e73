import { codeParts, findCode, searchKey } from '@dvk/sdk/text';
import { and, or, sql, type Column, type SQL } from 'drizzle-orm';

/**
 * Rows whose folded search column holds, for every word of what somebody typed, a word that begins like it, in any order.
 * The column was written with `searchKey`, which leaves letters, digits and spaces only: nothing in it means anything to
 * LIKE. The space before the column is the one that its index has.
 *
 * A code is found however it was typed: whole, with whatever stands around it; or a part of it, without its hyphens and with
 * letters for digits.
 */
export function matchesSearch(column: Column, typed: string | undefined): SQL | undefined {
  const begins = (word: string) => sql`' ' || ${column} LIKE ${`% ${word}%`}`;
  return and(
    ...wordsOf(typed ?? '').map((word) => {
      const parts = codeParts(word);
      return parts ? or(begins(word), and(...parts.map(begins))) : begins(word);
    }),
  );
}

function wordsOf(typed: string): string[] {
  return searchKey(findCode(typed)?.code ?? typed)
    .split(' ')
    .filter((word) => word !== '');
}
