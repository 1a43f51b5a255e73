import { InputError } from '../errors/index.ts';
import { placeChanges } from './changes.ts';
import { splitName } from './names.ts';
import type { Commune, CommunesFile, FormerCommune, FormerFile, Places, Province } from './types.ts';

const provinceKinds = ['city', 'province'] as const;
const communeKinds = ['ward', 'commune', 'special-zone', 'township'] as const;
const communeLine = /^(\d{5}) (.+)$/;
const formerLine = /^(\d{5}|-) (.+) > (\d{5}(?:,\d{5})*)$/;

/**
 * Turns the two data files into {@link Places}, with every change of `placeChanges` applied.
 * @throws InputError `not-places-data` when a file has another form, for instance a newer one
 */
export function readPlaces(communes: CommunesFile, former?: FormerFile): Places {
  const places: Places = { provinces: [], communes: [], former: [] };
  const changed = new Map(placeChanges.map(({ code, is }) => [code, is]));
  try {
    for (const { code, name, communes: lines } of communes.provinces) {
      const province = splitName(name, provinceKinds) ?? fail('/communes/provinces', name);
      places.provinces.push({
        level: 'province',
        code,
        ...province,
        kind: (changed.get(code) as Province['kind']) ?? province.kind,
      });
      for (const line of lines) places.communes.push(readCommune(line, code, changed));
    }
    for (const province of former?.provinces ?? []) {
      for (const district of province.districts) {
        for (const line of district.communes) places.former.push(readFormer(line, district.name, province.name));
      }
    }
  } catch (error) {
    // Whatever a wrong file makes fail (a missing list, say) is the file's fault.
    throw error instanceof InputError ? error : fail('/communes', String(error));
  }
  return places;
}

function readCommune(line: string, province: string, changed: Map<string, string>): Commune {
  const [, code = '', fullName = ''] = communeLine.exec(line) ?? [];
  const named = splitName(fullName, communeKinds) ?? fail('/communes/provinces', line);
  return { level: 'commune', code, ...named, kind: (changed.get(code) as Commune['kind']) ?? named.kind, province };
}

function readFormer(line: string, district: string, province: string): FormerCommune {
  const [, code = '', fullName = '', now = ''] = formerLine.exec(line) ?? [];
  const named = splitName(fullName, communeKinds) ?? fail('/former/provinces', line);
  return {
    level: 'former-commune',
    ...(code === '-' ? {} : { code }),
    ...named,
    district,
    province,
    now: now.split(','),
  };
}

function fail(pointer: string, found: string): never {
  throw new InputError('not-places-data', pointer, {
    vi: `Tệp đơn vị hành chính có cấu trúc khác mong đợi, gần “${found.slice(0, 60)}”.`,
    en: `The places file does not have the expected form, near “${found.slice(0, 60)}”.`,
  });
}
