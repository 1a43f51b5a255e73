import { settingNamesVi } from '@dvk/sdk/settings';

/** Texts of the settings: which there are, who may see them. */
export const settings = {
  title: 'Thiết lập',
  signInFirst: 'Đăng nhập bằng tài khoản quản trị để xem và đổi thiết lập.',
  notAllowed:
    'Tài khoản này không có quyền xem thiết lập. Trang này dành cho quản trị, bộ phận thường trực và người giám sát.',
  names: settingNamesVi,
  /** As the list of settings has them, which has little room. */
  shortNames: {
    ...settingNamesVi,
    topics: 'Lĩnh vực phản ánh',
    'privacy-notice': 'Dữ liệu cá nhân',
    'code-prefixes': 'Chữ đầu của mã',
    'role-source': 'Nguồn vai trò',
    'house-style': 'Cách viết',
  },
  search: 'Tìm thiết lập',
  list: 'Các thiết lập',
  none: 'Không có thiết lập nào khớp. Thử từ khác, ví dụ “ngày nghỉ”.',
  readOnly: 'Chỉ xem. Quản trị hệ thống mới đổi được thiết lập.',
  noSetting: 'Không có thiết lập này. Đường liên kết có thể sai hoặc đã cũ. Chọn một thiết lập trong danh sách.',
  /** What people call what is in each, for the search. */
  words: {
    calendar: 'ngày nghỉ lễ tết làm bù hoán đổi nghỉ bù ngày làm việc cuối tuần iCalendar',
    terms: 'hạn xử lý số ngày gia hạn tạm dừng căn cứ quy định',
    office: 'cơ quan đường dây nóng điện thoại bộ phận tiếp nhận một cửa',
    topics: 'chủ đề nhóm vấn đề ví dụ biểu mẫu phản ánh kiến nghị',
    'privacy-notice': 'đồng ý quyền riêng tư bảo vệ thông tin người gửi ai đọc',
    'code-prefixes': 'tiền tố mã tra cứu ký hiệu PA KN MH',
    'role-source': 'phân quyền đăng nhập tài khoản danh sách người dùng thẻ',
    'house-style': 'chính tả dấu thanh ủy uỷ hòa hoà thể thức văn bản đảng nhà nước quý vị ông bà xưng hô',
    thresholds: 'giới hạn mốc nhắc sắp đến hạn chênh lệch lý do số ngày quá lâu không đăng nhập',
    notices: 'email thư nhắc hạn mẫu thông báo',
  },
};
