import { codeParts, findCode, searchKey } from '@dvk/sdk/text';
import { and, or, sql, type Column, type SQL } from 'drizzle-orm';

/** Each word costs another scan; ten are enough to tell what somebody means, even in a pasted paragraph. */
const mostWords = 10;

/**
 * The words that decide a search: each once, without prefixes of other words – a row with `duong` also has a word that
 * starts with `d` –, and if there are many, the longest, which are the most selective.
 */
export function searchWords(typed: string): string[] {
  // In alphabetical order a word comes right before those that it is a prefix of.
  const words = searchKey(findCode(typed)?.code ?? typed)
    .split(' ')
    .filter(Boolean)
    .sort();
  const telling = words.filter((word, index) => !words[index + 1]?.startsWith(word));
  return telling.sort((a, b) => b.length - a.length).slice(0, mostWords);
}

/**
 * Rows whose folded search column has, for every deciding word ({@link searchWords}), a word that starts with it, in any
 * order. `searchKey` leaves letters, digits and spaces only, so that no character is special to LIKE. The index is on the
 * column with a space before it, and so is the condition.
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
