export { fillNotice, type NoticeValues } from './fill.ts';
export {
  isNoticeOccasion,
  noticeAudiences,
  noticeOccasionNames,
  noticeOccasions,
  noticeTopics,
  noticeVariables,
  type NoticeAudience,
  type NoticeOccasion,
  type NoticeOccasionName,
  type NoticeTopic,
  type NoticeVariable,
} from './occasions.ts';
export { mailTimes, mailWishes, type MailTime, type MailWish } from './mail-wishes.ts';
export { mailWishNamesEn, noticeTopicNamesEn } from './names-en.ts';
export { mailWishNames, noticeTopicNames } from './names.ts';
export { presetNoticeRules } from './preset-rules.ts';
export { checkNoticeRules, titleVariables } from './check-rules.ts';
export { NoticeRule } from './rules.ts';
export { Notice, NoticePreferences, NoticesRead, NoticeWishes, QuietHours, UnreadNotices } from './schema.ts';
export { channelsFor, usualWishes, whenQuietEnds, withoutMail } from './wishes.ts';
export { endpoints as notices } from './contract.ts';
