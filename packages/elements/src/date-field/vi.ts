/** Texts of `<dvk-date-field>`. */
export const dateField = {
  date: 'Ngày không hợp lệ. Nhập ngày/tháng/năm, ví dụ 15/10/2026',
  datePlaceholder: 'ngày/tháng/năm',
  dateMin: (date: string) => `Phải từ ngày ${date} trở đi`,
  dateMax: (date: string) => `Không được sau ngày ${date}`,
  calendar: 'Mở lịch',
};
