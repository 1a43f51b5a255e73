/** Texts of the forms that are filled in and sent: draft, network, sending. */
export const sending = {
  draftSaved: 'Bản nháp tự lưu trên máy này.',
  draftSavedAt: (time: string) => `Đã lưu nháp trên máy này lúc ${time}.`,
  draftNotSaved: 'Trình duyệt này không lưu được bản nháp: tải lại trang sẽ mất nội dung đã nhập.',
  busy: 'Đang gửi…',
  offline: 'Máy đang mất mạng. Vẫn nhập tiếp được.',
  waiting: 'Máy đang mất mạng. Nội dung sẽ tự gửi khi có mạng lại; vui lòng không đóng trang này.',
  stopWaiting: 'Hủy gửi tự động',
  safeToRepeat: 'Nội dung vẫn được giữ. Gửi lại không tạo bản trùng.',
  discarded: 'Đã xóa bản nháp.',
  undo: 'Khôi phục',
};
