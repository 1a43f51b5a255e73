import { placeChanges, twoTierFrom } from './changes.ts';
import { formatAddress, formatPlace, kindNames, splitName } from './names.ts';
import { initialsOf, markedWords, otherSpelling, placeKey, toneFirst, withoutSpaces } from './place-key.ts';
import { mayHave, wordBits } from './word-bits.ts';
import type { FormerCommune, Place, Places } from './types.ts';

/** One name, current or old, under which a place can be found. */
export interface Entry {
  place: Place;
  /** The full old name, where this entry is for one. */
  former?: string;
  /** Folded, without and with the kind. */
  name: string;
  fullName: string;
  /** All folded words a query may use, a space before and after each: kind, name, district; then those of the places above. */
  words: string;
  /** Length of the part of `words` that is the place's own. */
  own: number;
  /** The words with their tones in front, joined; made when first asked for. */
  exact: () => string;
}

interface Index {
  entries: Entry[];
  /** The {@link WordBits} of each entry's words, one after the other. */
  bits: Int32Array;
}

/** Names of provinces that had gone out of use before 1/7/2025, which people still write, and the code of today's. */
const olderProvinces: readonly (readonly [string, string])[] = [
  // Thành phố Huế since 1/1/2025 (Nghị quyết 175/2024/QH15).
  ['46', 'Tỉnh Thừa Thiên Huế'],
  // Merged into Hà Nội on 1/8/2008 (Nghị quyết 15/2008/QH12).
  ['01', 'Tỉnh Hà Tây'],
];

const indexes = new WeakMap<Places, Index>();

/**
 * Builds what `searchPlaces` needs (some ten milliseconds), which the first search does otherwise: call it when a person
 * is about to type.
 */
export function prepareSearch(places: Places): void {
  indexOf(places);
}

/** The entries that have a word beginning like each of these (which begin with their space). */
export function* entriesWith(places: Places, words: string[]): Generator<Entry> {
  const { entries, bits } = indexOf(places);
  const asked = wordBits(words.join(''));
  // The longest word is the rarest.
  const rarestFirst = [...words].sort((a, b) => b.length - a.length);
  for (let number = 0; number < entries.length; number++) {
    if (!mayHave(bits, number, asked)) continue;
    const entry = entries[number]!;
    if (rarestFirst.every((word) => entry.words.includes(word))) yield entry;
  }
}

/** All names of the places, made once: provinces, old provinces, communes, old communes, old kinds. */
function indexOf(places: Places): Index {
  let index = indexes.get(places);
  if (index) return index;
  const communes = new Map(places.communes.map((commune) => [commune.code, commune]));
  const provinces = new Map(places.provinces.map((province) => [province.code, formatPlace(province)]));
  const older = olderProvinces.flatMap(([code, name]) => {
    const place = places.provinces.find((province) => province.code === code);
    return place ? [{ place, name }] : [];
  });
  const before = placesBefore(places);
  for (const { code, province } of places.communes)
    for (const { place, name } of older) if (place.code === province) before.get(code)?.add(name);
  const entries = [
    ...places.provinces.map((place) => toEntry(place, place, [])),
    ...oldProvinces(places, older),
    ...places.communes.map((place) =>
      toEntry(place, place, [provinces.get(place.province) ?? '', ...(before.get(place.code) ?? [])]),
    ),
    ...places.former.flatMap((former) =>
      former.now.flatMap((code) => {
        const place = communes.get(code);
        if (!place) return [];
        const above = [former.province, provinces.get(place.province) ?? ''];
        return [toEntry(place, former, above, formatAddress(places, former), former.district)];
      }),
    ),
    ...oldKinds(places),
  ];
  const bits = new Int32Array(entries.length * 3);
  for (const [number, { words }] of entries.entries()) bits.set(wordBits(words), number * 3);
  index = { entries, bits };
  indexes.set(places, index);
  return index;
}

/** What lay above each commune before it was one: people go on writing the old district and province behind the new name. */
function placesBefore(places: Places): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>(places.communes.map(({ code }) => [code, new Set()]));
  for (const { district, province, now } of places.former)
    for (const code of now) before.get(code)?.add(province).add(district);
  return before;
}

/** What is a phường now may still be called the xã it was. */
function oldKinds(places: Places): Entry[] {
  const all = new Map<string, Place>([...places.provinces, ...places.communes].map((place) => [place.code, place]));
  return placeChanges.flatMap(({ code, was }) => {
    const place = all.get(code);
    if (!place) return [];
    const oldName = formatAddress(places, place, twoTierFrom);
    const [, ...above] = oldName.split(', ');
    return [toEntry(place, { kind: was, name: place.name }, above, oldName)];
  });
}

/** Former names of provinces: of those merged into another, as their communes show, and the older ones. */
function oldProvinces(places: Places, older: { place: Place; name: string }[]): Entry[] {
  const provinceOf = new Map(places.communes.map(({ code, province }) => [code, province]));
  const successors = new Map<string, Set<string | undefined>>();
  for (const { province, now } of places.former) {
    const found = successors.get(province) ?? new Set();
    successors.set(province, found);
    for (const code of now) found.add(provinceOf.get(code));
  }
  const merged = [...successors].flatMap(([name, codes]) => {
    const old = splitName(name, ['city', 'province']);
    return places.provinces
      .filter((province) => codes.has(province.code) && fold(province.name) !== fold(old?.name ?? ''))
      .map((place) => ({ place, name }));
  });
  return [...merged, ...older].flatMap(({ place, name }) => {
    const old = splitName(name, ['city', 'province']);
    return old ? [toEntry(place, old, [], formatPlace(old))] : [];
  });
}

function toEntry(
  place: Place,
  named: Pick<Place | FormerCommune, 'kind' | 'name'>,
  above: string[],
  former?: string,
  district = '',
): Entry {
  const fullName = `${kindNames[named.kind].vi} ${named.name}`;
  const initials = place.level === 'province' ? initialsOf(fold(named.name)) : '';
  // "HN" and "TPHN" may be typed for the province itself; behind the name of a commune two letters say too little.
  const short = initials && ` ${initials}${named.kind === 'city' ? ` tp${initials}` : ''}`;
  const own = `${spellingsOf(fullName)}${short}${district && spellingsOf(district)} `;
  let exact: string | undefined;
  return {
    place,
    ...(former === undefined ? {} : { former }),
    name: fold(named.name),
    fullName: fold(fullName),
    words: `${own}${above.map(wordsAbove).join('')}`,
    own: own.length,
    exact: () => (exact ??= [fullName, district, ...above].flatMap(markedWords).map(exactForms).join('')),
  };
}

// Names are made of few different syllables, and the same districts and provinces come again and again.
const foldWord = memoize(placeKey);
const fold = memoize((name) =>
  /['’]/.test(name) ? placeKey(name) : name.split(/[ -]/).map(foldWord).filter(Boolean).join(' '),
);
const exactForms = memoize((word) => toneFirst(word) + toneFirst(word).replace(/ .*\|/, ' |'));

const abbreviations: Record<string, string> = { 'thanh pho': 'tp', 'thi tran': 'tt', 'thi xa': 'tx' };

const kindInFront = /^(?:thành phố|thị trấn|thị xã|đặc khu|\S+) /i;

/** The folded words, a space before each: as written, in one word, in the other spelling, with the abbreviation of the kind. */
const spellingsOf = memoize((fullName) => {
  const name = fullName.replace(kindInFront, '');
  const key = fold(fullName);
  const kind = abbreviations[/^\S+ \S+/.exec(key)?.[0] ?? ''];
  const names = [fold(name), otherSpelling(fold(name)) ?? ''].filter(Boolean);
  const more = names.flatMap((each, at) => [
    ...(at > 0 ? [each] : []),
    ...(each.includes(' ') ? [withoutSpaces(each)] : []),
  ]);
  return ` ${[...(kind ? [kind] : []), key, ...more].join(' ')}`;
});

/** The words of a place above, with its initials where they are three or more. */
const wordsAbove = memoize((fullName) => {
  if (fullName === '') return '';
  const initials = initialsOf(fold(splitName(fullName, ['city', 'province'])?.name ?? ''));
  return `${spellingsOf(fullName).slice(1)} ${initials.length > 2 ? `${initials} tp${initials} ` : ''}`;
});

function memoize(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    let result = made.get(text);
    if (result === undefined) made.set(text, (result = make(text)));
    return result;
  };
}
