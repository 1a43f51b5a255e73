import { layerCalendars } from '../calendar/layers.ts';
import { isWorkingDay } from '../calendar/terms.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import type { CalendarChanges } from './calendar-changes.ts';

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
