import type { Bilingual } from '../errors/index.ts';
import { lowerFirst } from '../text/first-letter.ts';
import { atDate } from './on-date.ts';
import type { CommuneKind, FormerCommune, Place, Places, ProvinceKind } from './types.ts';

/** What a kind of place is called in front of (vi) or after (en) a name. */
export const kindNames: Record<ProvinceKind | CommuneKind, Bilingual> = {
  city: { vi: 'thành phố', en: 'City' },
  province: { vi: 'tỉnh', en: 'Province' },
  ward: { vi: 'phường', en: 'Ward' },
  commune: { vi: 'xã', en: 'Commune' },
  'special-zone': { vi: 'đặc khu', en: 'Special Zone' },
  township: { vi: 'thị trấn', en: 'Township' },
};

/** The full name, as it reads inside a sentence: `phường Ba Đình`, `tỉnh Đắk Lắk`. */
export function formatPlace(place: Pick<Place | FormerCommune, 'kind' | 'name'>): string {
  return `${kindNames[place.kind].vi} ${place.name}`;
}

/**
 * Name and province, as they read inside a sentence: `phường Ba Đình, thành phố Hà Nội`; of a former commune also the district.
 * @param date names as on this date of the two-tier system, `YYYY-MM-DD`; as given without it
 */
export function formatAddress(places: Places, place: Place | FormerCommune, date?: string): string {
  if (place.level === 'former-commune')
    return [formatPlace(place), lowerFirst(place.district), lowerFirst(place.province)].join(', ');
  const name = formatPlace(atDate(place, date));
  if (place.level === 'province') return name;
  const province = places.provinces.find(({ code }) => code === place.province);
  return province ? `${name}, ${formatPlace(atDate(province, date))}` : name;
}

/** Takes `Phường Ba Đình` or `phường Ba Đình` apart; `undefined` when none of the kinds leads. */
export function splitName<K extends ProvinceKind | CommuneKind>(
  fullName: string,
  kinds: readonly K[],
): { kind: K; name: string } | undefined {
  for (const kind of kinds) {
    const prefix = `${kindNames[kind].vi} `;
    if (lowerFirst(fullName).startsWith(prefix)) return { kind, name: fullName.slice(prefix.length) };
  }
  return undefined;
}
