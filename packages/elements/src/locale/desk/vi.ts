/** Texts of every desk: finding, opening, taking a step. */
export const desk = {
  search: 'Tìm theo nội dung',
  status: 'Trạng thái',
  back: 'Về danh sách',
  asOf: (when: string) => `cập nhật lúc ${when}`,
  position: (at: string, total: string) => `${at} trong ${total}`,
  previous: 'Hồ sơ trước',
  next: 'Hồ sơ sau',
  notNow: 'Trạng thái hiện tại không cho phép bước này.',
  noRecord:
    'Không tìm thấy hồ sơ này. Đường liên kết có thể sai hoặc đã cũ, hoặc tài khoản này không được xem. Vui lòng tìm trong danh sách.',
  close: 'Đóng hồ sơ',
  copyCode: (code: string) => `Sao chép mã ${code}`,
  copyLink: 'Sao chép liên kết',
  copied: 'Đã sao chép.',
  notCopied: 'Trình duyệt không cho sao chép.',
  refresh: 'Tải bản mới',
  handling: 'Xử lý',
  noSteps: 'Ở trạng thái này, quý vị không có bước nào cần làm.',
  /** Who signs a printed record. */
  recordSigners: ['Người lập phiếu', 'Lãnh đạo đơn vị'],
  done: (step: string, name: string) => `Đã ghi nhận: ${step} – ${name}.`,
};
