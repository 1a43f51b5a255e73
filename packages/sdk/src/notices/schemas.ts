export { NoticeRule } from './rules.ts';
export { Notice, NoticePreferences, NoticesRead, NoticeWishes, QuietHours, UnreadNotices } from './schema.ts';
