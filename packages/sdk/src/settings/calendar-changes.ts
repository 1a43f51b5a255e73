import * as z from 'zod/mini';
import { date, text } from '../contract/shapes.ts';
import { LegalBasis } from '../law/index.ts';

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const weekday = z.int().check(z.gte(1), z.lte(7));
const shifts = z.array(z.object({ start: clock, end: clock })).check(z.minLength(1), z.maxLength(6));
const days = z.array(z.object({ date, name: text(200), basis: z.optional(LegalBasis) })).check(z.maxLength(400));

/** What a province changes in the national calendar; what is absent stays as it is there. */
export const CalendarChanges = z.object({
  /** Working weekdays, ISO: 1 = Monday … 7 = Sunday. */
  weekdays: z.optional(z.array(weekday).check(z.minLength(1), z.maxLength(7))),
  /** Office hours of every working day, in order. */
  shifts: z.optional(shifts),
  /** Office hours of single weekdays that differ, by weekday. */
  weekdayShifts: z.optional(z.record(z.string().check(z.regex(/^[1-7]$/)), shifts)),
  /** Days off. */
  holidays: days,
  /** Days worked although the week says rest. */
  makeUpDays: days,
  /** Days of the national calendar that are ordinary here: neither off nor made up. */
  ordinaryDays: z.array(date).check(z.maxLength(400)),
  /** Years whose days off are final here; the others stay provisional. */
  announcedYears: z.optional(z.array(z.int().check(z.gte(2020), z.lte(2199))).check(z.maxLength(50))),
});
export type CalendarChanges = z.infer<typeof CalendarChanges>;
