import { loadSource } from './load-source.ts';

/** Commune and province in words; the code where the names cannot be had. They are loaded with the first question. */
export async function placeName(communeCode: string, placesUrl = ''): Promise<string> {
  try {
    const { loadPlaces, placeOn, formatAddress } = await loadSource();
    const places = await loadPlaces(placesUrl ? { from: placesUrl } : {});
    return formatAddress(places, placeOn(places, communeCode)!);
  } catch {
    return communeCode;
  }
}

/**
 * The names, without their province, of all communes of the provinces in which these lie, for lists and their filters; of those
 * that cannot be had there is none.
 */
export async function communeNames(codes: Iterable<string>, placesUrl = ''): Promise<ReadonlyMap<string, string>> {
  try {
    const { communesOf, loadPlaces, placeOn, formatPlace } = await loadSource();
    const places = await loadPlaces(placesUrl ? { from: placesUrl } : {});
    const found = [...codes].flatMap((code) => placeOn(places, code) ?? []);
    const provinces = new Set(found.flatMap((place) => ('province' in place ? [place.province] : [])));
    const all = [...[...provinces].flatMap((province) => communesOf(places, province)), ...found];
    return new Map(all.flatMap((place) => (place.code ? [[place.code, formatPlace(place)]] : [])));
  } catch {
    return new Map();
  }
}
