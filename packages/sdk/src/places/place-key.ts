import { exactKey, searchKey, toNfd } from '../text/index.ts';

const apostrophe = /['’‘‛ʼʹ′`´＇]\s*/g;

/**
 * The form under which two spellings of a place's name are equal: `searchKey`, no space after an apostrophe (`Ia H’ Drai`), and
 * every `y` as `i` (names of the highlands have `Đray`, `Đrai`).
 */
export function placeKey(name: string): string {
  return searchKey(name.replace(apostrophe, '')).replaceAll('y', 'i');
}

/** `Đắc` and `Đắk`, `Pốc` and `Pốk` are one name. For whole words only: `bac` may be the beginning of `bach`. */
export function withFinalK(key: string): string {
  return key.replace(/([aeiou])c(?= |$)/g, '$1k');
}

/** The other spelling of a folded name that people may type, or `undefined`. */
export function otherSpelling(key: string): string | undefined {
  if (!/(?:[aeiou]k|[dl]ac)(?: |$)/.test(key)) return undefined;
  const other = key
    .replace(/([aeiou])k(?= |$)/g, '$1\0')
    .replace(/(^| )([dl]a)c(?= |$)/g, '$1$2k')
    .replaceAll('\0', 'c');
  return other === key ? undefined : other;
}

export function withoutSpaces(key: string): string {
  return key.replaceAll(' ', '');
}

/** `bà rịa vũng tàu` → `brvt`. */
export function initialsOf(key: string): string {
  return key.replace(/(\S)\S* ?/g, '$1');
}

const kinds: Record<string, string> = {
  tp: 'thành phố',
  tt: 'thị trấn',
  ttr: 'thị trấn',
  tx: 'thị xã',
  đk: 'đặc khu',
  t: 'tỉnh',
  p: 'phường',
  f: 'phường',
  x: 'xã',
  q: 'quận',
  h: 'huyện',
};

/** Writes out abbreviated kinds: `P.7, Q3, T.P. HCM`. `h` and `t` without their point may be part of a name (`H Drai`). */
export function writeOutKinds(query: string): string {
  return query
    .replace(/(^|[\s,;])([tđ])\.\s?([ptxk])(?:\.|(?=\s))/giu, '$1$2$3.')
    .replace(/(^|[\s,;.])(tp|ttr?|tx|đk|[pxqht])\.\s*(?=\S)/giu, (_, before: string, kind: string) =>
      written(before, kind),
    )
    .replace(/(^|[\s,;])([pfq])[ .]?(?=\d)/giu, (_, before: string, kind: string) => written(before, kind))
    .replace(/(^\s*|[,;]\s*)(tp|ttr?|tx|đk|[pxq])\s+(?=\S)/giu, (_, before: string, kind: string) =>
      written(before, kind),
    );
}

const written = (before: string, kind: string) => `${before}${kinds[kind.toLowerCase()]} `;

const kindInFront = /^(?:(?:thanh pho|tinh|thi tran|thi xa|phuong|xa|dac khu|quan|huyen) )?/;

/** A folded name with the words after its kind joined: `xa ia h drai` → `xa iahdrai`. */
export function inOneWord(key: string): string {
  const kind = kindInFront.exec(key)![0];
  return kind + withoutSpaces(key.slice(kind.length));
}

/** What a place is called beside its name, folded, and its name. */
const everydayNames: readonly (readonly [RegExp, string])[] = [
  [/(?<![^ ])(?:(?:ban|buon) me thuot|bmt)(?= |$)/g, 'buon ma thuot'],
  [/(?<![^ ])darlac(?= |$)/g, 'dak lak'],
];

/**
 * How else a folded query may be meant, for one that finds nothing: with another kind than the place has (`huyện Phú Quốc`,
 * `tỉnh Hà Nội`), with `c` for `k` or `k` for `c` (`Bắc Cạn`, `Krông Pắk`), by an everyday name (`Ban Mê Thuột`). The
 * likelier come first.
 */
export function otherReadings(key: string): Set<string> {
  const name = everydayNames.reduce((text, [everyday, real]) => text.replace(everyday, real), key);
  const bare = name.replace(/^(?:(?:thanh pho|tinh|thi tran|thi xa|phuong|xa|dac khu|quan|huien|[ht]) )(?=[a-z])/, '');
  const readings = [name, bare, ...withOtherLetters(name), ...withOtherLetters(bare)];
  return new Set(readings.flatMap((each) => [each, inOneWord(each)]).filter((each) => each !== key && each !== ''));
}

/** No place has a name with more words that can be spelled both ways. */
const mostSpellings = 16;

/** Every word with `c` and with `k`, at its beginning and its end. */
function withOtherLetters(key: string): string[] {
  let spellings = [''];
  for (const word of key.split(' ')) {
    const starts = new Set([word, word.replace(/^[ck](?!h)/, swapped)]);
    const words = new Set([...starts, ...[...starts].map((each) => each.replace(/(?<=[aeiou])[ck]$/, swapped))]);
    spellings = spellings.flatMap((before) => [...words].map((each) => `${before} ${each}`)).slice(0, mostSpellings);
  }
  return spellings.map((spelling) => spelling.slice(1));
}

const swapped = (letter: string) => (letter === 'c' ? 'k' : 'c');

/** A word, its tone moved to the front: what begins a word without its tone's place (`hồ`, `hồng`) begins this too. */
export function toneFirst(word: string): string {
  const [, letters, tone] = /^(.*?)([\u0300\u0309\u0303\u0301\u0323]?)$/s.exec(toNfd(exactKey(word)))!;
  return ` ${tone}|${letters!.replaceAll('y', 'i')}`;
}

/** The words of a name or query, each with its marks. */
export function markedWords(text: string): string[] {
  return text
    .replace(apostrophe, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a query that carry marks, in the form in which the index has them. */
export function exactWords(query: string): string[] {
  return markedWords(query)
    .filter((word) => exactKey(word).replace(/y/g, 'i') !== searchKey(word).replace(/y/g, 'i'))
    .map(toneFirst);
}
