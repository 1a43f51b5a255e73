import type { LedgerCheck } from './schema.ts';

/** What events are about, in Vietnamese. */
export const auditAreaNames: Readonly<Record<string, string>> = {
  case: 'Phản ánh, kiến nghị',
  model: 'Mô hình',
  assessment: 'Bảng chấm điểm',
  rubric: 'Bộ tiêu chí',
  unit: 'Đơn vị',
  import: 'Nhập danh sách đơn vị',
  person: 'Người dùng',
  grant: 'Vai trò',
  account: 'Tài khoản dịch vụ',
  setting: 'Thiết lập',
  attachment: 'Tệp đính kèm',
  job: 'Việc nền',
  audit: 'Kiểm tra nhật ký',
  ledger: 'Nhật ký',
  webhook: 'Hệ thống nhận sự kiện',
  'data-request': 'Yêu cầu về dữ liệu cá nhân',
  retention: 'Xóa khi hết thời hạn lưu',
};

/** How far a check of the ledger is, in Vietnamese. */
export const ledgerCheckStateNames: Readonly<Record<LedgerCheck['state'], string>> = {
  waiting: 'Đang chờ',
  running: 'Đang kiểm tra',
  done: 'Đã xong',
};
