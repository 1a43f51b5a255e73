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

/** What is known of a unit, in Vietnamese, by the names of the fields in events. */
export const unitFieldNames: Readonly<Record<string, string>> = {
  name: 'Tên đơn vị',
  code: 'Mã đơn vị',
  kind: 'Loại đơn vị',
  partyParentId: 'Cấp trên về tổ chức đảng',
  administrativeParentId: 'Cấp trên về hành chính',
  validFrom: 'Ngày bắt đầu hiệu lực',
  validTo: 'Ngày kết thúc hiệu lực',
  identificationCode: 'Mã định danh',
  placeCode: 'Địa bàn',
  topics: 'Lĩnh vực phụ trách',
  externalId: 'Mã trong hệ thống khác',
  address: 'Trụ sở',
  phone: 'Điện thoại',
  email: 'Email',
  formerStates: 'Tên và vị trí trước đây',
};
