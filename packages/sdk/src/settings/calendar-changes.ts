import * as z from 'zod/mini';
import { layerCalendars } from '../calendar/layers.ts';
import { isWorkingDay } from '../calendar/terms.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
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

/** Nothing is changed. */
export const noCalendarChanges: CalendarChanges = { holidays: [], makeUpDays: [], ordinaryDays: [] };

/** The calendar of a tenant: the national one with its changes over it. Its version names both. */
export function calendarWith(
  national: WorkCalendar,
  changes: CalendarChanges,
  { version, code }: { version: number; code?: string | undefined },
): WorkCalendar {
  const { weekdayShifts, announcedYears, ...rest } = changes;
  return layerCalendars(national, {
    ...rest,
    id: code ? `${national.id}-${code}` : national.id,
    version: String(version),
    scope: { level: 'province', ...(code && { code }) },
    ...(weekdayShifts && { weekdayShifts: weekdayShifts as NonNullable<WorkCalendar['weekdayShifts']> }),
    ...(announcedYears && { announcedYears: [...new Set([...(national.announcedYears ?? []), ...announcedYears])] }),
  });
}

/** The week alone, without days that depart from it. */
const plainWeek = (calendar: WorkCalendar): WorkCalendar => ({ ...calendar, holidays: [], makeUpDays: [] });

/**
 * What contradicts itself in the changes: a day given twice, a day made up although it is worked, hours that overlap.
 *
 * @returns one issue for each place, with pointers into the changes
 */
export function checkCalendarChanges(national: WorkCalendar, changes: CalendarChanges): FieldIssue[] {
  const week = plainWeek({ ...national, weekdays: changes.weekdays ?? national.weekdays });
  const seen = new Set<string>();
  const twice = (list: string, dates: readonly string[], suffix = ''): FieldIssue[] =>
    dates.flatMap((day, index) => {
      if (!seen.has(day)) {
        seen.add(day);
        return [];
      }
      return [{ pointer: `/${list}/${index}${suffix}`, code: 'given-twice' as const }];
    });
  const dates = (list: readonly { date: string }[]) => list.map((day) => day.date);
  return [
    ...twice('holidays', dates(changes.holidays), '/date'),
    ...twice('makeUpDays', dates(changes.makeUpDays), '/date'),
    ...twice('ordinaryDays', changes.ordinaryDays),
    ...changes.makeUpDays.flatMap(({ date: day }, index): FieldIssue[] =>
      isWorkingDay(week, day) ? [{ pointer: `/makeUpDays/${index}/date`, code: 'already-worked' }] : [],
    ),
    ...(changes.shifts ? checkShifts(changes.shifts, '/shifts') : []),
    ...Object.entries(changes.weekdayShifts ?? {}).flatMap(([day, own]) => checkShifts(own, `/weekdayShifts/${day}`)),
  ];
}

function checkShifts(list: readonly { start: string; end: string }[], pointer: string): FieldIssue[] {
  return list.flatMap(({ start, end }, index): FieldIssue[] => {
    if (end <= start) return [{ pointer: `${pointer}/${index}/end`, code: 'end-before-start' }];
    const before = list[index - 1];
    return before && start < before.end ? [{ pointer: `${pointer}/${index}/start`, code: 'hours-overlap' }] : [];
  });
}
