/** Texts of the fields that suggest what to choose. */
export const combobox = {
  fromList: 'Chọn một dòng trong danh sách',
  noMatch: 'Không tìm thấy',
  noMatchFree: 'Không có trong danh sách; nội dung đã nhập vẫn được nhận',
  matches: (n: number) => `${n} kết quả, dùng phím lên xuống để chọn`,
  searching: 'Đang tìm…',
  searchFailed: 'Chưa tải được danh sách. Nhập lại để thử lần nữa.',
};
