import * as z from 'zod/mini';
import { caseTopics } from '../cases/schema.ts';
import { bilingual, date, key } from '../contract/shapes.ts';
import { HouseStyle } from './house-style.ts';

/** What forms need to know about the system before anybody signs in. It holds nothing that is not meant for everybody. */
export const Settings = z.object({
  /** Code of the province served; absent where it serves several. */
  province: z.optional(z.string().check(z.regex(/^\d{2}$/))),
  /** The office that receives reports and proposals. */
  office: z.object({ name: z.string(), hotline: z.nullable(z.string()) }),
  /** The topics of a report or proposal, in the order in which forms offer them. */
  topics: z.array(
    z.object({
      topic: z.enum(caseTopics),
      name: bilingual,
      icon: z.string(),
      example: bilingual,
      /** Whether the example is a sample, “mẫu minh họa”, and not the office's own words. */
      illustrative: z.boolean(),
    }),
  ),
  files: z.object({
    /** Most files of one record. */
    maxCount: z.int(),
    /** Bytes of one file. */
    maxSize: z.int(),
    /** Media types that are taken. */
    accepts: z.array(z.string()),
  }),
  /** What the sender of a report or proposal agrees to; its version goes with the submission. */
  privacyNotice: z.object({ version: key, consent: bilingual, rights: bilingual, readers: z.array(bilingual) }),
  houseStyle: HouseStyle,
  /** The working days around today: the week, and the days from a month ago to in three months that depart from it. */
  workWeek: z.object({ weekdays: z.array(z.int()), off: z.array(date), worked: z.array(date) }),
  /** Limits that a page says or reckons with. */
  thresholds: z.object({
    dueSoonDays: z.int(),
    roleEndsSoonDays: z.int(),
    idleDays: z.int(),
    /** Hundredths of a point; `null`: the rubric alone. */
    reasonAbove: z.nullable(z.int()),
  }),
});
export type Settings = z.infer<typeof Settings>;
