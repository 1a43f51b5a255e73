import type { PaperOffice } from '@dvk/documents/templates';
import { profileInForce, type PaperProfile } from '@dvk/documents/profiles';
import type { HouseStyle, SettingValues } from '@dvk/sdk/settings';
import { placeOf } from '@dvk/sdk/text';

/** Whose papers a tenant has, and what they look like on a day. */
export interface PaperHouse {
  office: PaperOffice;
  profile: PaperProfile;
  tones: HouseStyle['tones'];
}

/** The office in the settings; a body above it stands before it, divided by a slash: “Tỉnh ủy Mẫu / Ban Tuyên giáo và Dân vận”. */
export function houseOf(values: Pick<SettingValues, 'office' | 'house-style'>, day: string): PaperHouse {
  const { papers, tones } = values['house-style'];
  return { office: officeNamed(values.office.name), profile: profileInForce(papers, day), tones };
}

/** @param written - the names of the bodies, the one that issues last */
export function officeNamed(written: string): PaperOffice {
  const names = written.split(' / ').map((name) => name.trim());
  const place = [...names].reverse().map(placeOf).find(Boolean);
  return { name: names.at(-1)!, above: names.length > 1 ? names.at(-2) : undefined, place: place ?? '' };
}
