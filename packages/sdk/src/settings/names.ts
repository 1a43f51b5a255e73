import type { SettingName } from './values.ts';

/** The settings, in Vietnamese. */
export const settingNamesVi: Readonly<Record<SettingName, string>> = {
  calendar: 'Lịch làm việc',
  terms: 'Thời hạn xử lý',
  office: 'Nơi tiếp nhận',
  topics: 'Lĩnh vực phản ánh, kiến nghị',
  'privacy-notice': 'Thông báo về dữ liệu cá nhân',
  'code-prefixes': 'Chữ đầu của mã hồ sơ',
  'role-source': 'Nguồn vai trò của người dùng',
  'house-style': 'Cách viết của cơ quan',
  notices: 'Thông báo gửi đi',
  thresholds: 'Ngưỡng và mốc nhắc',
  retention: 'Thời hạn lưu dữ liệu cá nhân',
  'processing-register': 'Sổ đăng ký hoạt động xử lý dữ liệu cá nhân',
};
