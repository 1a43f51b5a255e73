import { InputError } from '../errors/index.ts';
import { isDate } from '../text/index.ts';
import { placeChanges, twoTierFrom } from './changes.ts';
import type { Commune, FormerCommune, Place, Places } from './types.ts';

interface Lookup {
  current: Map<string, Place>;
  former: Map<string, FormerCommune>;
}

const lookups = new WeakMap<Places, Lookup>();

function lookup(places: Places): Lookup {
  let found = lookups.get(places);
  if (!found) {
    const current = [...places.provinces, ...places.communes].map((place) => [place.code, place] as const);
    const former = places.former.flatMap((place) => (place.code ? [[place.code, place] as const] : []));
    found = { current: new Map<string, Place>(current), former: new Map(former) };
    lookups.set(places, found);
  }
  return found;
}

/**
 * A place as it was called on a date; the newest state without one. `undefined` for an unknown code.
 *
 * Before 1/7/2025 a five-digit code means the commune of the three-tier system (if `former` was loaded), as it stood on
 * 30/6/2025 – the data knows no older state – and two-digit codes are unknown: the 63 provinces are not in it.
 *
 * @throws InputError `not-a-date`
 * @example formatPlace(placeOn(places, '75', '2026-04-29')!) // 'Tỉnh Đồng Nai', from the next day 'Thành phố Đồng Nai'
 */
export function placeOn(places: Places, code: string, date?: string): Place | FormerCommune | undefined {
  const { current, former } = lookup(places);
  if (date !== undefined) assertDate(date);
  if (date !== undefined && date < twoTierFrom) return former.get(code);
  const place = current.get(code);
  return place && atDate(place, date);
}

/** The place with the kind it had on a date of the two-tier system. */
export function atDate<P extends Place>(place: P, date: string | undefined): P {
  if (date === undefined) return place;
  const later = placeChanges.filter(({ code, from }) => code === place.code && from > date);
  if (later.length === 0) return place;
  const next = later.reduce((first, change) => (change.from < first.from ? change : first));
  return { ...place, kind: next.was };
}

/** @throws InputError `not-a-date` */
export function assertDate(date: string): void {
  if (isDate(date)) return;
  throw new InputError('not-a-date', '/date', {
    vi: `“${date}” không phải là ngày có thật dạng năm-tháng-ngày.`,
    en: `“${date}” is not an existing date written YYYY-MM-DD.`,
  });
}

/** The communes of a province, alphabetically, named as on a date (the newest state without one). */
export function communesOf(places: Places, province: string, date?: string): Commune[] {
  return places.communes.filter((commune) => commune.province === province).map((commune) => atDate(commune, date));
}

/**
 * Today's communes for the code of a commune of before 1/7/2025; several when it was divided, none when unknown or not
 * loaded. See {@link FormerCommune.now} for how far to trust it.
 */
export function successorsOf(places: Places, formerCode: string): Commune[] {
  const { current, former } = lookup(places);
  return (former.get(formerCode)?.now ?? []).flatMap((code) => {
    const place = current.get(code);
    return place?.level === 'commune' ? [place] : [];
  });
}

/** The communes of before 1/7/2025 that went into one of today, wholly or in part. */
export function predecessorsOf(places: Places, code: string): FormerCommune[] {
  return places.former.filter(({ now }) => now.includes(code));
}
