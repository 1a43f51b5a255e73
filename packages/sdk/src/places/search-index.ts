import { exactKey, searchKey } from '../text/index.ts';
import { placeChanges, twoTierFrom } from './changes.ts';
import { formatAddress, formatPlace, kindNames, splitName } from './names.ts';
import type { FormerCommune, Place, Places } from './types.ts';

/** One name, current or old, under which a place can be found. */
export interface Entry {
  place: Place;
  /** The old name, written out, when this entry stands for one. */
  former?: string;
  /** Folded, without and with the kind. */
  name: string;
  fullName: string;
  /** All folded words a query may use, a space before and after each: kind, name, district; then what lies above them. */
  words: string;
  /** Length of the part of `words` that is the place's own. */
  own: number;
  /** {@link exactWords} of the whole, joined; made when first asked for. */
  exact: () => string;
}

const indexes = new WeakMap<Places, Entry[]>();

/**
 * Builds what `searchPlaces` needs (some ten milliseconds), which the first search does otherwise: call it when a person
 * is about to type.
 */
export function prepareSearch(places: Places): void {
  indexOf(places);
}

/** All names of the places, made once: provinces, old provinces, communes, old communes, old kinds. */
export function indexOf(places: Places): Entry[] {
  let entries = indexes.get(places);
  if (entries) return entries;
  const communes = new Map(places.communes.map((commune) => [commune.code, commune]));
  const provinces = new Map(places.provinces.map((province) => [province.code, formatPlace(province)]));
  entries = [
    ...places.provinces.map((place) => toEntry(place, place, [])),
    ...oldProvinces(places),
    ...places.communes.map((place) => toEntry(place, place, [provinces.get(place.province) ?? ''])),
    ...places.former.flatMap((former) =>
      former.now.flatMap((code) => {
        const place = communes.get(code);
        return place ? [toEntry(place, former, [former.district, former.province], formatAddress(places, former))] : [];
      }),
    ),
    ...oldKinds(places),
  ];
  indexes.set(places, entries);
  return entries;
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

/** A province that lives on under another's name, told from where its communes went. */
function oldProvinces(places: Places): Entry[] {
  const homes = new Map(places.communes.map(({ code, province }) => [code, province]));
  const heirs = new Map<string, Set<string | undefined>>();
  for (const { province, now } of places.former) {
    const found = heirs.get(province) ?? new Set();
    heirs.set(province, found);
    for (const code of now) found.add(homes.get(code));
  }
  return [...heirs].flatMap(([fullName, codes]) => {
    const old = splitName(fullName, ['city', 'province']);
    const heir = places.provinces.filter(({ code, name }) => codes.has(code) && fold(name) !== fold(old?.name ?? ''));
    return old ? heir.map((place) => toEntry(place, old, [], fullName)) : [];
  });
}

function toEntry(
  place: Place,
  named: Pick<Place | FormerCommune, 'kind' | 'name'>,
  above: string[],
  former?: string,
): Entry {
  const kind = foldedAbove(kindNames[named.kind].vi);
  const name = fold(named.name);
  const district = above.length > 1 ? foldedAbove(above[0]!) : '';
  const own = ` ${kind}${name} ${nickname(name)}${district}`;
  let exact: string | undefined;
  return {
    place,
    ...(former === undefined ? {} : { former }),
    name,
    fullName: `${fold(kindNames[named.kind].vi)} ${name}`,
    words: own + (above.length > 0 ? foldedAbove(above.at(-1)!) : ''),
    own: own.length,
    exact: () => (exact ??= [formatPlace(named), ...above].flatMap(wordsOf).map(exactForms).join('')),
  };
}

function nickname(foldedName: string): string {
  return foldedName.endsWith('ho chi minh') ? 'hcm tphcm ' : '';
}

const abbreviations: Record<string, string> = { 'thanh pho': 'tp', 'thi tran': 'tt', 'thi xa': 'tx' };

// Names are made of few different syllables, and the same districts and provinces come again and again.
const fold = remember((name) => name.split(' ').map(foldWord).filter(Boolean).join(' '));
const foldWord = remember(searchKey);
const exactForms = remember((word) => toneFirst(word) + toneFirst(word).replace(/ .*\|/, ' |'));

/** Folded words with a space after each, the usual abbreviation of a kind beside it. */
const foldedAbove = remember((name) => {
  const key = fold(name);
  const kind = Object.keys(abbreviations).find((long) => key === long || key.startsWith(`${long} `));
  return `${kind ? `${abbreviations[kind]} ` : ''}${key} ${nickname(key)}`;
});

function remember(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    let result = made.get(text);
    if (result === undefined) made.set(text, (result = make(text)));
    return result;
  };
}

/** A word, its tone moved to the front: what begins a word without its tone's place (`hồ`, `hồng`) begins this too. */
function toneFirst(word: string): string {
  const [, letters, tone] = /^(.*?)([\u0300\u0309\u0303\u0301\u0323]?)$/s.exec(exactKey(word).normalize('NFD'))!;
  return ` ${tone}|${letters}`;
}

function wordsOf(text: string): string[] {
  return text
    .replace(/['’‘ʼ`´]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a query that carry marks, in the form in which {@link Entry.exact} has them. */
export function exactWords(query: string): string[] {
  return wordsOf(query)
    .filter((word) => exactKey(word) !== searchKey(word))
    .map(toneFirst);
}
