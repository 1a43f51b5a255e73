/** What the kinds and fields of a model are called. */
export const models = {
  registrantKinds: { collective: 'Tập thể', individual: 'Cá nhân' },
  intakeKinds: { existing: 'Mô hình đang hoạt động', new: 'Mô hình mới' },
  fields: {
    economy: 'Kinh tế',
    'culture-society': 'Văn hóa – xã hội',
    'defence-security': 'Quốc phòng – an ninh',
    'political-system': 'Xây dựng hệ thống chính trị',
  },
};
