/** What the kinds, fields and states of a model are called. */
export const models = {
  registrantKinds: { collective: 'Tập thể', individual: 'Cá nhân' },
  intakeKinds: { existing: 'Mô hình đang hoạt động', new: 'Mô hình mới' },
  fields: {
    economy: 'Kinh tế',
    'culture-society': 'Văn hóa – xã hội',
    'defence-security': 'Quốc phòng – an ninh',
    'political-system': 'Xây dựng hệ thống chính trị',
  },
  statuses: {
    registered: 'Đã đăng ký',
    returned: 'Trả lại để bổ sung',
    building: 'Đang xây dựng',
    'self-assessing': 'Đang tự chấm',
    'awaiting-appraisal': 'Chờ thẩm định',
    appraised: 'Đã thẩm định',
    recognised: 'Được công nhận',
    'not-recognised': 'Chưa được công nhận',
    paused: 'Tạm dừng',
    withdrawn: 'Đã rút',
    revoked: 'Bị hủy công nhận',
  },
};
