import type { LegalBasis } from '../law/index.ts';

/** `city`: thành phố trực thuộc trung ương · `province`: tỉnh. */
export type ProvinceKind = 'city' | 'province';
/** `ward`: phường · `commune`: xã · `special-zone`: đặc khu · `township`: thị trấn (until 30/6/2025). */
export type CommuneKind = 'ward' | 'commune' | 'special-zone' | 'township';

/** A unit of the upper tier. */
export interface Province {
  level: 'province';
  /** Two digits, a string: `01`. It stays when a tỉnh becomes a thành phố. */
  code: string;
  /** Without the kind: `Hà Nội`. */
  name: string;
  kind: ProvinceKind;
}

/** A unit of the lower tier. */
export interface Commune {
  level: 'commune';
  /** Five digits, a string: `00004`. It stays when a xã becomes a phường. */
  code: string;
  /** Without the kind: `Ba Đình`. */
  name: string;
  kind: CommuneKind;
  /** Code of its province. */
  province: string;
}

/** A commune as it was before the two-tier system of 1/7/2025. */
export interface FormerCommune {
  level: 'former-commune';
  /** Five digits; absent for names that went out of use before 30/6/2025. A code may now be another commune's. */
  code?: string;
  name: string;
  kind: CommuneKind;
  /** With the kind: `Quận Ba Đình`. */
  district: string;
  /** With the kind: `Tỉnh Hòa Bình`. */
  province: string;
  /**
   * Codes of today's communes that took it over. Where one was divided the source often names only the main part, so
   * treat the list as a lead, not as proof.
   */
  now: string[];
}

export type Place = Province | Commune;

/** The places of the country, with every dated change applied. Plain data, to be treated as read-only. */
export interface Places {
  /** All 34, in the order of their codes. */
  provinces: Province[];
  /** All 3,321, by province, then alphabetically. */
  communes: Commune[];
  /** Empty when they were not loaded. */
  former: FormerCommune[];
}

/** A change of kind: the code and the rest of the name stay. */
export interface PlaceChange {
  code: string;
  /** First day of the new kind, `YYYY-MM-DD`. */
  from: string;
  was: ProvinceKind | CommuneKind;
  is: ProvinceKind | CommuneKind;
  basis: LegalBasis;
}

/** The file `communes.json`: the two tiers as they were on `asOf`. */
export interface CommunesFile {
  about: string;
  source: string;
  asOf: string;
  /** Communes as `00004 Phường Ba Đình`. */
  provinces: { code: string; name: string; communes: string[] }[];
}

/** The file `former.json`: the communes as they were the day before the two-tier system. */
export interface FormerFile {
  about: string;
  source: string;
  asOf: string;
  /** Communes as `00001 Phường Phúc Xá > 00097,00004`; `-` where no code is recorded. */
  provinces: { name: string; districts: { name: string; communes: string[] }[] }[];
}
