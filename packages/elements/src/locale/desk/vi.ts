/** Texts of every desk: finding, opening, taking a step. */
export const desk = {
  search: 'Tìm theo nội dung',
  status: 'Trạng thái',
  anyStatus: 'Mọi trạng thái',
  find: 'Tìm',
  back: 'Về danh sách',
  refresh: 'Tải lại',
  handling: 'Xử lý',
  noSteps: 'Ở trạng thái này, tài khoản của bạn không có bước nào cần làm.',
  done: (step: string, name: string) => `Đã ghi nhận: ${step} – ${name}.`,
};
