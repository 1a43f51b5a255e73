import { codeParts, findCode, searchKey } from '@dvk/sdk/text';
import { and, or, sql, type Column, type SQL } from 'drizzle-orm';

/** Each word is one more look through every row: so many tell what somebody means, whatever else was pasted with them. */
const mostWords = 10;

/**
 * The words that decide a search: each once, without those that only begin another one – what has `duong` has a word
 * beginning like `d` –, and of very many the longest, which tell rows apart best.
 */
export function searchWords(typed: string): string[] {
  // In order of the alphabet a word stands right before those that begin like it.
  const words = searchKey(findCode(typed)?.code ?? typed)
    .split(' ')
    .filter(Boolean)
    .sort();
  const telling = words.filter((word, index) => !words[index + 1]?.startsWith(word));
  return telling.sort((a, b) => b.length - a.length).slice(0, mostWords);
}

/**
 * Rows whose folded search column holds, for every word that decides ({@link searchWords}), a word that begins like it,
 * in any order. The column was written with `searchKey`, which leaves letters, digits and spaces only: nothing in it
 * means anything to LIKE. The space before the column is the one that its index has.
 *
 * A code is found however it was typed: whole, with whatever stands around it; or a part of it, without its hyphens and with
 * letters for digits.
 */
export function matchesSearch(column: Column, typed: string | undefined): SQL | undefined {
  const begins = (word: string) => sql`' ' || ${column} LIKE ${`% ${word}%`}`;
  return and(
    ...searchWords(typed ?? '').map((word) => {
      const parts = codeParts(word);
      return parts ? or(begins(word), and(...parts.map(begins))) : begins(word);
    }),
  );
}
