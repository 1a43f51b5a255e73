import type { JobState } from './schema.ts';

/** The states of a background job. */
export const jobStateNamesVi: Readonly<Record<JobState, string>> = {
  waiting: 'Đang chờ',
  running: 'Đang chạy',
  retrying: 'Sẽ chạy lại',
  done: 'Đã xong',
  failed: 'Không thành công',
  'given-up': 'Đã hủy bỏ',
};

/** The background jobs of the server by name. */
export const jobNamesVi = {
  'attachments.remove-unattached': 'Xóa tệp chưa gắn vào hồ sơ nào',
  'attachments.remove-unfinished': 'Xóa tệp tải lên dở dang',
  'attachments.delete-old-charges': 'Xóa số liệu cũ về dung lượng tải lên',
  'cases.hand-over': 'Chuyển hồ sơ đang mở sang đơn vị kế thừa',
  'drafts.delete-old': 'Xóa bản nháp đã lâu không sửa',
  'imports.carry-out': 'Nhập danh sách đơn vị từ tệp',
  'events.announce': 'Thông báo những việc vừa xảy ra',
  'notices.daily': 'Nhắc việc và gộp thư mỗi ngày',
  'notices.delete-old': 'Xóa thông báo cũ',
  'notices.mail': 'Gửi email',
  'webhooks.deliver': 'Báo sự kiện cho hệ thống khác',
  'webhooks.delete-old': 'Xóa danh sách đã báo cho hệ thống khác',
  'database.maintain': 'Bảo trì cơ sở dữ liệu nhúng',
  'audit.check': 'Kiểm tra nhật ký',
  'audit.check-nightly': 'Kiểm tra nhật ký mỗi đêm',
  'ledger.anchor': 'Giữ bằng chứng của nhật ký',
  'session.delete-ended': 'Xóa phiên đăng nhập đã kết thúc',
  'requests.delete-old-limits': 'Xóa số đếm yêu cầu cũ giữ để chống gửi dồn dập',
  'personal-data.remove-files': 'Xóa tệp của hồ sơ đã xóa dữ liệu cá nhân',
  'personal-data.retention': 'Xóa dữ liệu cá nhân đã hết thời hạn lưu',
  'requests.delete-old-responses': 'Xóa câu trả lời cũ giữ để chống gửi trùng',
} as const;

/** The name of a job that this version of the SDK knows. */
export type JobName = keyof typeof jobNamesVi;
