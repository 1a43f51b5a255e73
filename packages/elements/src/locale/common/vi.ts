/** Texts that several widgets share: states, failures, the error summary. */
export const common = {
  loading: 'Đang tải…',
  retry: 'Thử lại',
  renew: 'Dùng tài khoản đang đăng nhập',
  signIn: 'Đăng nhập',
  empty: 'Chưa có dữ liệu',
  more: 'Tải thêm',
  confirm: (step: string) => `Xác nhận: ${step}`,
  cancel: 'Hủy',
  notConnected: 'Chức năng tạm thời chưa hoạt động.',
  offline: 'Máy đang mất mạng. Nội dung đã nhập vẫn được giữ.',
  network: 'Không kết nối được với hệ thống. Kiểm tra mạng rồi bấm Thử lại.',
  timeout: 'Hệ thống trả lời quá lâu. Vui lòng thử lại.',
  foreign:
    'Trang khác trả lời thay hệ thống, ví dụ trang đăng nhập Wi-Fi. Kiểm tra mạng rồi bấm Thử lại. Nội dung đã nhập vẫn được giữ.',
  tooLarge: 'Nội dung gửi lên lớn hơn mức hệ thống nhận.',
  partFailed:
    'Không tải được một phần của tiện ích. Kiểm tra mạng rồi thử lại; nếu vẫn không được, hãy tải lại trang. Nội dung đã nhập vẫn được giữ.',
  unauthenticated: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Nội dung đã nhập vẫn được giữ.',
  forbidden: 'Tài khoản này không có quyền xem hoặc làm việc ở đây.',
  notFound: 'Không tìm thấy.',
  changed: 'Nội dung đã được người khác sửa. Tải bản mới trước khi gửi tiếp.',
  tooMany: (seconds: number | undefined) =>
    seconds
      ? `Gửi quá nhiều lần. Vui lòng thử lại sau ${seconds < 100 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`}.`
      : 'Gửi quá nhiều lần. Vui lòng chờ rồi thử lại.',
  failed: 'Hệ thống gặp lỗi. Vui lòng thử lại sau ít phút.',
  requestId: (id: string) => `Mã yêu cầu khi cần hỗ trợ: ${id}`,
  errorCount: (n: number) => `Có ${n} mục cần kiểm tra lại`,
  draftRestored: (when: string) => `Đã mở lại bản nháp lưu lúc ${when}.`,
  discardDraft: 'Xóa bản nháp',
};
