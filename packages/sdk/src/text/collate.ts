import { toNfc, toNfd } from './nfc.ts';

// Primary order of Intl.Collator('vi') (CLDR root, tailored for Vietnamese): spaces, punctuation, digits, letters.
// The n-th character here is written as the n-th printable ASCII character from '#', which leaves ' ' and '!' free as
// separators lower than any weight, and '~' for what the table does not know.
const order = ' _-–—,;:!?.·\'"«»()[]{}§@*/\\&#%`^°+×<=>|~$₫0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const firstWeight = 0x23;
const unknownWeight = '~';
const levelSeparator = '!';
const partSeparator = ' ';

// Secondary order: huyền, hỏi, ngã, sắc, nặng, then the marks of other languages written in Việt Nam (Ê-đê, Ba-na …).
const marks = '\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c';
const otherMark = '9';

interface Weights {
  primary: string;
  /** '0' for the letter, then one digit for each mark that is not part of the letter (ă, â, ê, ô, ơ, ư are letters). */
  secondary: string;
  /** '0' small, '1' capital. */
  tertiary: string;
}

const cache = new Map<string, Weights>();

/** A letter with the marks on it, decomposed (NFD). */
function weigh(cluster: string): Weights {
  const [typed = '', ...marksOn] = cluster;
  let letter = typed.toLowerCase().replace(/[ðɖ]/, 'đ').replace(/\s/, ' ');
  const tertiary = typed === typed.toLowerCase() ? '0' : '1';
  let secondary = '0';
  for (const mark of marksOn) {
    const composed = (letter + mark).normalize('NFC');
    const rank = marks.indexOf(mark) + 1;
    if (order.includes(composed)) letter = composed;
    else secondary += rank > 0 ? String(rank) : otherMark;
  }
  return { primary: primaryWeight(letter), secondary, tertiary };
}

function primaryWeight(letter: string): string {
  const at = order.indexOf(letter);
  if (at >= 0) return String.fromCharCode(firstWeight + at);
  return unknownWeight + letter.codePointAt(0)!.toString(16).padStart(6, '0');
}

/** A pattern such as `/0+$/` would look through every run of the character anew from each of its places. */
function withoutEnd(text: string, character: string): string {
  let end = text.length;
  while (text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}

function plain(text: string): string {
  const quotes = text.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replaceAll('…', '...');
  return toNfd(quotes.replace(/\p{Cf}/gu, ''));
}

/**
 * A string of printable ASCII whose plain code-point order is the Vietnamese alphabetical order of the texts: letters
 * a ă â b c d đ e ê … o ô ơ … u ư, then tones ngang, huyền, hỏi, ngã, sắc, nặng, then small before capital. It gives the
 * order of `Intl.Collator('vi')` for Vietnamese text (letters, digits, common punctuation) without needing ICU, so a
 * database column compared by bytes (`COLLATE "C"`) and a browser without Vietnamese data sort alike.
 * Curved quotes count as straight ones; characters outside that set sort after `z`. The text itself cannot be read back from the key.
 */
export function sortKey(text: string): string {
  let primary = '';
  let secondary = '';
  let tertiary = '';
  for (const [cluster] of plain(text).matchAll(/\P{M}\p{M}*/gu)) {
    let weights = cache.get(cluster);
    if (!weights) {
      weights = weigh(cluster);
      if (cache.size < 2000) cache.set(cluster, weights);
    }
    primary += weights.primary;
    secondary += weights.secondary;
    tertiary += weights.tertiary;
  }
  // Texts with equal primaries have equally many letters, so zeros at the end decide nothing and need not be stored.
  const levels = [primary, withoutEnd(secondary, '0'), withoutEnd(tertiary, '0')];
  return withoutEnd(levels.join(levelSeparator), levelSeparator);
}

/**
 * Sort key of a person's full name as Vietnamese lists order it: by Tên (the last word), then Họ (the first), then the
 * words between; capitals do not matter. A one-word name is a Tên without Họ.
 *
 * @example nameSortKey('Trần Thị An') < nameSortKey('Nguyễn Văn Bình')
 */
export function nameSortKey(fullName: string): string {
  const words = toNfc(fullName).toLowerCase().trim().split(/\s+/);
  const given = words.pop() ?? '';
  const [family = '', ...middle] = words;
  return [given, family, middle.join(' ')].map(sortKey).join(partSeparator).trimEnd();
}

/**
 * Comparator for `Array.prototype.sort` in Vietnamese alphabetical order. For long lists compute {@link sortKey} once an
 * item instead.
 */
export function compareVietnamese(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
