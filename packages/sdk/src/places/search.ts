import { InputError, type Bilingual } from '../errors/index.ts';
import { searchKey } from '../text/index.ts';
import { twoTierFrom } from './changes.ts';
import { formatAddress } from './names.ts';
import { assertDate, atDate } from './on-date.ts';
import { exactWords, indexOf, type Entry } from './search-index.ts';
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
  /** `Phường Hòa Bình, Tỉnh Phú Thọ`. */
  label: string;
  /** When the place was found by an old name: that name, and a sentence to show (“trước đây là …”). */
  formerly?: { name: string; note: Bilingual };
}

// Place in the order by closeness (see below): by its name of today, by an old province's, by an old commune's.
const ranks = { current: [0, 2, 4, 7], oldProvince: [1, 3, 5, 8], oldCommune: [3, 5, 6, 9] } as const;
const scattered = 7;

/**
 * Finds places by any of their names, with or without marks, in old or new placement of the tone, with or without kind,
 * district or province: `dak lak`, `Đắk Lắk`, `hoà bình`, `phuong ba dinh ha noi`, `phường 7 quận 3`, `tp hcm`. Names of
 * communes and provinces of before 1/7/2025 lead to the places of today.
 *
 * Every word of the query begins a word of the result. First come whole names, then beginnings, then the words in a row
 * inside name, district and province, and only if there is none of these, the words anywhere. A current name comes
 * before an old one as close, a name with the typed marks before others. An empty query finds nothing.
 *
 * @throws InputError `not-a-date`; `before-two-tier` for a date before 1/7/2025
 */
export function searchPlaces(places: Places, query: string, options: SearchPlacesOptions = {}): PlaceMatch[] {
  const { limit = 10, on } = options;
  if (on !== undefined) assertTwoTier(on);
  const asked = searchKey(query);
  if (asked === '') return [];
  const words = asked.split(' ').map(beginning);
  const marked = exactWords(query);
  const buckets: Entry[][] = Array.from({ length: 20 }, () => []);
  for (const entry of indexOf(places)) {
    if (!words.every((word) => entry.words.includes(word)) || !isWanted(entry.place, options)) continue;
    const rank = rankOf(entry, asked, words);
    if (rank === undefined) continue;
    const otherMarks = marked.some((word) => !entry.exact().includes(word));
    buckets[rank * 2 + (otherMarks ? 1 : 0)]!.push(entry);
  }
  const matches = new Map<string, PlaceMatch>();
  for (const [bucket, entries] of buckets.entries()) {
    if (bucket === scattered * 2 && matches.size > 0) break;
    for (const entry of entries) {
      if (matches.size >= limit) break;
      if (!matches.has(entry.place.code)) matches.set(entry.place.code, toMatch(places, entry, on));
    }
  }
  return [...matches.values()];
}

/** What a word of the query is looked for as. A number is a whole word: "quận 1" is not "quận 11". */
function beginning(words: string): string {
  return /\d$/.test(words) ? ` ${words} ` : ` ${words}`;
}

function rankOf(entry: Entry, asked: string, words: string[]): number | undefined {
  const closeness = closenessOf(entry, asked, words);
  if (closeness === undefined) return undefined;
  if (entry.former === undefined) return ranks.current[closeness];
  return ranks[entry.place.level === 'province' ? 'oldProvince' : 'oldCommune'][closeness];
}

/** 0 the whole name · 1 its beginning · 2 the words in a row · 3 the words anywhere · `undefined` only what lies above. */
function closenessOf(entry: Entry, asked: string, words: string[]): 0 | 1 | 2 | 3 | undefined {
  if (asked === entry.name || asked === entry.fullName) return 0;
  if (entry.name.startsWith(asked)) return 1;
  const own = (word: string) => {
    const at = entry.words.indexOf(word);
    return at >= 0 && at < entry.own - 1;
  };
  if (own(beginning(asked))) return 2;
  // Who types only "hà nội" wants the city, not its 126 communes.
  return words.some(own) ? 3 : undefined;
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
