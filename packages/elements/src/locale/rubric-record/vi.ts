/** Texts of an open version of a rubric. */
export const rubricRecord = {
  criteria: 'Tiêu chí, thang điểm',
  validity: 'Áp dụng',
  basis: 'Căn cứ',
  source: 'Xem nguồn',
  scale: 'Thang điểm',
  scaleOf: (points: string, count: number) => `${points} điểm, ${count} tiêu chí`,
  published: 'Ban hành',
  installed: 'Có sẵn khi cài đặt hệ thống',
  withdrawal: 'Rút khỏi áp dụng',
  compare: (version: string) => `So với phiên bản trước (${version})`,
  differences: { added: 'Thêm', removed: 'Bỏ', changed: 'Sửa', moved: 'Chuyển chỗ' },
  noDifferences: 'Nội dung hai phiên bản như nhau.',
  notCompared: 'Chưa tải được phiên bản trước.',
  print: 'In',
  withdraw: 'Rút khỏi áp dụng',
  withdrawAsk: (version: string) => `Rút phiên bản ${version} là việc không hoàn tác được.`,
  withdrawNext: (version: string, number: string | undefined, from: string | undefined) =>
    `${from ? `Từ ${from}` : 'Ngay sau đó'}, phiên bản ${version}${number ? ` (${number})` : ''} được áp dụng.`,
  withdrawNone: (from: string | undefined) =>
    `${from ? `Từ ${from}` : 'Ngay sau đó'}, bộ tiêu chí này không còn phiên bản nào được áp dụng: đơn vị không lập được bảng chấm điểm mới theo bộ này.`,
  withdrawNothing: 'Phiên bản này hiện không được áp dụng; phiên bản đang áp dụng giữ nguyên.',
  withdrawStays: 'Bảng chấm điểm đã lập theo phiên bản này giữ nguyên, vẫn chấm tiếp và in được.',
  reason: 'Lý do rút',
  reasonHint: 'Ví dụ: văn bản đã bị bãi bỏ, ban hành nhầm tệp. Người xem lịch sử đọc được lý do này.',
  withdrawn: (version: string) => `Đã rút phiên bản ${version} khỏi áp dụng.`,
};
