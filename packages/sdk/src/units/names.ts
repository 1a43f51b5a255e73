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
