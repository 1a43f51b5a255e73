import type { UnitKind } from './schema.ts';

/** The kinds of unit, in Vietnamese. */
export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  'party-committee': 'Cấp ủy',
  'party-cell': 'Chi bộ',
  department: 'Sở, ban, ngành',
  'commune-committee': 'Ủy ban nhân dân cấp xã',
  'public-service-unit': 'Đơn vị sự nghiệp công lập',
  enterprise: 'Doanh nghiệp',
  'fatherland-front': 'Mặt trận Tổ quốc',
  'mass-organisation': 'Đoàn thể, hội quần chúng',
  'residential-area': 'Khu dân cư',
  'armed-force': 'Lực lượng vũ trang',
  'central-unit': 'Đơn vị của trung ương trên địa bàn',
};

/** The kinds of unit, in English. */
export const unitKindNamesEn: Readonly<Record<UnitKind, string>> = {
  'party-committee': 'Party committee',
  'party-cell': 'Party cell',
  department: 'Department of the province',
  'commune-committee': 'People’s committee of a commune',
  'public-service-unit': 'Public service unit',
  enterprise: 'Enterprise',
  'fatherland-front': 'Fatherland Front',
  'mass-organisation': 'Mass organisation',
  'residential-area': 'Residential area',
  'armed-force': 'Armed force',
  'central-unit': 'Unit of the central government',
};
