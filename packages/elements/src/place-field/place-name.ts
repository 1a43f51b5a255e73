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

/** The names of communes without their province, for lists; of those that cannot be had there is none. */
export async function communeNames(codes: Iterable<string>, placesUrl = ''): Promise<ReadonlyMap<string, string>> {
  try {
    const { loadPlaces, placeOn, formatPlace } = await loadSource();
    const places = await loadPlaces(placesUrl ? { from: placesUrl } : {});
    const found = [...codes].map((code) => [code, placeOn(places, code)] as const);
    return new Map(found.flatMap(([code, place]) => (place ? [[code, formatPlace(place)]] : [])));
  } catch {
    return new Map();
  }
}
