import * as z from 'zod/mini';
import { key, text } from '../contract/shapes.ts';
import { mailTimes } from './mail-wishes.ts';
import { noticeAudiences, noticeOccasionNames } from './occasions.ts';

const texts = (max: number) => z.object({ vi: text(max), en: text(max) });

/** Who is told of what, by which channel, in which words. */
export const NoticeRule = z.object({
  id: key,
  on: z.enum(noticeOccasionNames),
  to: z.enum(noticeAudiences),
  /** Whether it stands in the list on the portal. */
  inApp: z.boolean(),
  mail: z.enum(mailTimes),
  /** One line, the subject of mail: without names and without content. `{code}` and the like are filled in. */
  title: texts(150),
  text: texts(1000),
  /** Whether the text is a sample, “mẫu minh họa”, and not the office's own words. */
  illustrative: z.boolean(),
});
export type NoticeRule = z.infer<typeof NoticeRule>;

/** The rules of a province; empty where nobody is told anything. */
export const NoticeRules = z.array(NoticeRule).check(z.maxLength(100));
