import { InputError, type Bilingual } from '../errors/index.ts';
import { twoTierFrom } from './changes.ts';
import { formatAddress } from './names.ts';
import { assertDate, atDate } from './on-date.ts';
import {
  exactWords,
  inOneWord,
  otherReadings,
  otherSpelling,
  placeKey,
  withFinalK,
  withoutSpaces,
  writeOutKinds,
} from './place-key.ts';
import { entriesWith, type Entry } from './search-index.ts';
import type { Place, Places } from './types.ts';

export interface SearchPlacesOptions {
  /** Only this province and its communes (code). */
  province?: string;
  /** Only this tier. */
  level?: Place['level'];
  /** Most matches given (default 10). */
  limit?: number;
  /** Names as on this date, from 1/7/2025; the newest without it. */
  on?: string;
}

/** A place found. */
export interface PlaceMatch {
  place: Place;
  /** `phường Hòa Bình, tỉnh Phú Thọ`. */
  label: string;
  /** When the place was found by an old name: that name, and a sentence to show (“trước đây là …”). */
  formerly?: { name: string; note: Bilingual };
}

/**
 * How close a name is to what was asked for: the whole name; the same with other spaces (`Phú Cần`, `Phúc An`); the whole name and
 * the place above it; its beginning; the words in a row; in a row above it; anywhere.
 */
type Closeness = 'whole' | 'joined' | 'address' | 'beginning' | 'row' | 'above' | 'scattered';

// Place in the order by closeness: by its name of today, by an old province's, by an old commune's.
const ranks = {
  current: { whole: 0, joined: 3, address: 4, beginning: 7, row: 9, above: 12, scattered: 13 },
  oldProvince: { whole: 1, joined: 3, address: 5, beginning: 8, row: 10, above: 12, scattered: 14 },
  oldCommune: { whole: 2, joined: 3, address: 6, beginning: 10, row: 11, above: 12, scattered: 15 },
} as const;
const rankCount = 16;
/** No address is longer. */
const longestQuery = 200;
/** From here on ranks are looked at only if nothing closer was found. */
const lastResort = ranks.current.scattered;

/**
 * Finds places by any of their names, with or without marks, in old or new placement of the tone, with or without kind,
 * district or province: `dak lak`, `Đắk Lắk`, `hoà bình`, `phuong ba dinh ha noi`, `phường 7 quận 3`, `tp hcm`. Names of
 * communes and provinces of before 1/7/2025 lead to the places of today. Apostrophes, spaces, `i` for `y` and the last letter of
 * `Đắk` do not matter: `ia hdrai`, `Easup`, `Qui Nhơn`, `Đắc Lắc`; abbreviations are known: `P.`, `X.`, `TPHCM`, `BR-VT`.
 * What finds nothing so is looked for with another kind (`huyện Phú Quốc`), `c` for `k` (`Bắc Cạn`) and by everyday names (`Ban Mê Thuột`).
 *
 * Every word of the query begins a word of the result. First come whole names, alone or with the places above them, then
 * beginnings, then the words in a row inside name, district and province, and only if there is none of these, the words
 * anywhere. A current name comes before an old one as close, a name with the typed marks before others. Where only communes
 * are wanted, the name of a province or district gives its communes after those that have the name themselves. An empty query finds nothing.
 *
 * @throws InputError `not-a-date`; `before-two-tier` for a date before 1/7/2025
 */
export function searchPlaces(places: Places, typed: string, options: SearchPlacesOptions = {}): PlaceMatch[] {
  const query = typed.slice(0, longestQuery);
  const { limit = 10, on } = options;
  if (on !== undefined) assertTwoTier(on);
  const marked = exactWords(query);
  const buckets: Entry[][] = Array.from({ length: rankCount * 2 }, () => []);
  const isCloseFound = () => buckets.slice(0, lastResort * 2).some((entries) => entries.length > 0);
  const look = (asked: string, isClose: boolean) => {
    const words = asked.split(' ').map(beginning);
    for (const entry of entriesWith(places, words)) {
      if (!isWanted(entry.place, options)) continue;
      const rank = rankOf(entry, closenessOf(entry, asked, words), options);
      if (rank === undefined || (isClose && rank >= lastResort)) continue;
      const otherMarks = marked.some((word) => !entry.exact().includes(word));
      buckets[rank * 2 + (otherMarks ? 1 : 0)]!.push(entry);
    }
  };
  const readings = readingsOf(query);
  for (const asked of readings) look(asked, false);
  for (const asked of new Set([...readings].flatMap((each) => [...otherReadings(each)]))) {
    if (isCloseFound()) break;
    look(asked, true);
  }
  const matches = new Map<string, PlaceMatch>();
  for (const [bucket, entries] of buckets.entries()) {
    if (bucket === lastResort * 2 && matches.size > 0) break;
    for (const entry of entries) {
      if (matches.size >= limit) break;
      if (!matches.has(entry.place.code)) matches.set(entry.place.code, toMatch(places, entry, on));
    }
  }
  return [...matches.values()];
}

/** The folded query, and how else its words may be divided: `ia h drai` is `ia hdrai` or `iahdrai`. */
function readingsOf(query: string): Set<string> {
  const readings = new Set<string>();
  for (const written of [query, writeOutKinds(query)]) {
    const asked = placeKey(written);
    const [head = '', ...above] = written.split(/[,;]/).map(placeKey).filter(Boolean);
    readings.add(asked);
    readings.add(asked.replace(/(?<![^ ])([b-df-hj-np-tv-z]) (?=[a-z])/g, '$1'));
    readings.add([inOneWord(head), ...above].join(' '));
  }
  readings.delete('');
  return readings;
}

/** What a word of the query is looked for as. A number is a whole word: "quận 1" is not "quận 11". */
function beginning(words: string): string {
  return /\d$/.test(words) ? ` ${words} ` : ` ${words}`;
}

function rankOf(entry: Entry, closeness: Closeness | undefined, { level }: SearchPlacesOptions): number | undefined {
  const kind = entry.former === undefined ? 'current' : entry.place.level === 'province' ? 'oldProvince' : 'oldCommune';
  // Who types only "hà nội" wants the city, not its 126 communes – unless there can be no city.
  if (closeness === undefined || (closeness === 'above' && (level !== 'commune' || kind !== 'current')))
    return undefined;
  return ranks[kind][closeness];
}

function closenessOf(entry: Entry, asked: string, words: string[]): Closeness | undefined {
  const { name, fullName } = entry;
  if (asked === name || asked === fullName) return 'whole';
  const known = wordsOfName(entry, asked);
  if (known !== undefined) return known < words.length ? 'address' : isSpacedAlike(entry, asked) ? 'whole' : 'joined';
  if (name.startsWith(asked)) return 'beginning';
  const row = entry.words.indexOf(beginning(asked));
  if (row >= 0) return row < entry.own - 1 ? 'row' : 'above';
  const isOwn = (word: string) => entry.words.indexOf(word) < entry.own - 1;
  return words.some(isOwn) ? 'scattered' : undefined;
}

/** `Đắc Lắc` is `Đắk Lắk`, whole. */
function isSpacedAlike({ name, fullName }: Entry, asked: string): boolean {
  const key = withFinalK(asked);
  return key === withFinalK(name) || key === withFinalK(fullName);
}

/** With how many of its first words the query gives the whole name, with the kind or without; `undefined` if it does not. */
function wordsOfName({ name, fullName }: Entry, asked: string): number | undefined {
  const words = asked.split(' ');
  for (const whole of [name, fullName]) {
    const joined = withoutSpaces(whole);
    let joinedSoFar = '';
    for (const [index, word] of words.entries()) {
      joinedSoFar += word;
      if (joinedSoFar.length < joined.length) continue;
      if (joinedSoFar === joined) return index + 1;
      if (joinedSoFar.length > joined.length || joinedSoFar[0] !== joined[0]) break;
      const same = withFinalK(words.slice(0, index + 1).join(' ')) === withFinalK(whole);
      if (same || joinedSoFar === withoutSpaces(otherSpelling(whole) ?? '')) return index + 1;
      break;
    }
  }
  return undefined;
}

function isWanted(place: Place, { province, level }: SearchPlacesOptions): boolean {
  if (level !== undefined && place.level !== level) return false;
  return province === undefined || (place.level === 'commune' ? place.province : place.code) === province;
}

function toMatch(places: Places, { place, former }: Entry, on: string | undefined): PlaceMatch {
  const match: PlaceMatch = { place: atDate(place, on), label: formatAddress(places, place, on) };
  // As of an earlier date, the name may not be old yet.
  if (former !== undefined && former !== match.label) {
    match.formerly = { name: former, note: { vi: `trước đây là ${former}`, en: `formerly ${former}` } };
  }
  return match;
}

function assertTwoTier(date: string): void {
  assertDate(date);
  if (date >= twoTierFrom) return;
  throw new InputError('before-two-tier', '/options/on', {
    vi: 'Chỉ tìm được đơn vị hành chính từ ngày 01/07/2025; tên cũ vẫn tìm được khi bỏ trống ngày.',
    en: 'Places can be searched as of 01/07/2025 or later; old names are found without a date.',
  });
}
