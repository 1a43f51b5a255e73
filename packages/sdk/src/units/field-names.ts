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
