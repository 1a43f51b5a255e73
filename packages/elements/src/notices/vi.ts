import { mailWishNames, noticeTopicNames } from '@dvk/sdk/notices';

/** Texts of the notices: the bell, the list, the wishes. */
export const notices = {
  title: 'Thông báo',
  signInFirst: 'Đăng nhập để xem thông báo.',
  /** The name of the bell. */
  bell: (unread: number) => (unread === 0 ? 'Thông báo' : `Thông báo, ${unread} chưa đọc`),
  /** On the bell, where there is little room. */
  count: (unread: number) => (unread > 99 ? '99+' : String(unread)),
  isNew: (unread: number) => `Có thông báo mới, ${unread} chưa đọc.`,
  unread: 'Chưa đọc',
  readAll: 'Đánh dấu đã đọc tất cả',
  allRead: 'Đã đánh dấu đọc tất cả.',
  none: 'Chưa có thông báo',
  noneText: 'Khi có việc cần quý vị biết, thông báo hiện ở đây.',
  wishes: 'Tùy chọn',
  wishesTitle: 'Tùy chọn thông báo',
  back: 'Về danh sách',
  inApp: 'Hiện trên cổng',
  mail: 'Email',
  mailOf: (topic: string) => `Email về ${topic}`,
  noMail: 'Hiện chưa gửi thư cho tài khoản này được: máy chủ chưa gửi thư, hoặc danh sách chưa có địa chỉ thư.',
  quiet: 'Không gửi thư trong giờ nghỉ',
  from: 'Từ',
  to: 'Đến',
  language: 'Ngôn ngữ của thư',
  languages: { vi: 'Tiếng Việt', en: 'English' },
  save: 'Lưu tùy chọn',
  saved: 'Đã lưu tùy chọn thông báo.',
  changed: 'Tùy chọn vừa được đổi ở nơi khác.',
  reload: 'Tải bản mới',
  topics: noticeTopicNames,
  mailWishes: mailWishNames,
};
