import type { NoticeTopic } from './occasions.ts';
import type { MailWish } from './mail-wishes.ts';

/** What notices are about, in Vietnamese. */
export const noticeTopicNames: Readonly<Record<NoticeTopic, string>> = {
  cases: 'Phản ánh, kiến nghị',
  models: 'Mô hình',
  assessments: 'Chấm điểm',
  plans: 'Kế hoạch, nhiệm vụ',
  roles: 'Vai trò của tôi',
  system: 'Vận hành hệ thống',
};

/** How mail comes, in Vietnamese. */
export const mailWishNames: Readonly<Record<MailWish, string>> = {
  'as-usual': 'Như thường lệ',
  daily: 'Gộp mỗi ngày một thư',
  never: 'Không gửi thư',
};
