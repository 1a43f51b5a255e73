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
