import * as z from 'zod/mini';
import { bilingual, etag, id, instant } from '../contract/shapes.ts';
import { mailWishes } from './mail-wishes.ts';
import { noticeOccasionNames, noticeTopics } from './occasions.ts';

/** What somebody was told, in the list on the portal. Only they read it. */
export const Notice = z.object({
  id,
  /** What happened: the kind of an event, or what a day brought. */
  on: z.enum(noticeOccasionNames),
  topic: z.enum(noticeTopics),
  /** What it is about, `case/<id>`; `null` where it is about several things. */
  subject: z.nullable(z.string()),
  title: bilingual,
  text: bilingual,
  at: instant,
  readAt: z.nullable(instant),
});
export type Notice = z.infer<typeof Notice>;

/** How many notices somebody has not read. */
export const UnreadNotices = z.object({
  unread: z.int(),
  /** When the newest of them came; `null` where there is none. */
  newestAt: z.nullable(instant),
});
export type UnreadNotices = z.infer<typeof UnreadNotices>;

/** Up to when everything has been read: what came later stays unread. */
export const NoticesRead = z.object({ until: instant });
export type NoticesRead = z.infer<typeof NoticesRead>;

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Hours of the day in Vietnam in which no mail is sent, such as 21:00 to 06:00. */
export const QuietHours = z.object({ from: clock, to: clock });
export type QuietHours = z.infer<typeof QuietHours>;

const ofTopic = z.object({ inApp: z.boolean(), mail: z.enum(mailWishes) });
const topics = z.object({
  cases: ofTopic,
  models: ofTopic,
  assessments: ofTopic,
  plans: ofTopic,
  roles: ofTopic,
  system: ofTopic,
});

/** Which notices somebody wishes, and how. */
export const NoticeWishes = z.object({
  topics,
  /** `null` for mail at any hour. */
  quietHours: z.nullable(QuietHours),
  /** The language of their mail. */
  language: z.enum(['vi', 'en']),
});
export type NoticeWishes = z.infer<typeof NoticeWishes>;

/** The wishes of somebody as they are kept. */
export const NoticePreferences = z.object({
  ...NoticeWishes.shape,
  /** Whether mail reaches them: the server sends mail, and the list of people has their address. */
  hasMail: z.boolean(),
  etag,
});
export type NoticePreferences = z.infer<typeof NoticePreferences>;
