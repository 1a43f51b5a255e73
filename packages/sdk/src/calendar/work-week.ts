import { addDays } from '../text/add-days.ts';
import { isWorkingDay } from './terms.ts';
import type { WorkCalendar } from './types.ts';
import { isWorkedIn, type WorkWeek } from './is-worked.ts';

/** So many days before and after the day are told. */
const [before, after] = [31, 92];

/**
 * What a page has to know of a calendar to count the working days around a day, in a few bytes: the week, and the days within a month
 * before and three months after it that depart from it.
 *
 * @param day - `YYYY-MM-DD`
 */
export function workWeekAround(calendar: WorkCalendar, day: string): WorkWeek {
  const weekdays = [...calendar.weekdays];
  const plain = { weekdays, off: [], worked: [] };
  const days = Array.from({ length: before + after + 1 }, (_, at) => addDays(day, at - before));
  const departing = days.filter((each) => isWorkingDay(calendar, each) !== isWorkedIn(plain, each));
  return {
    weekdays,
    off: departing.filter((each) => isWorkedIn(plain, each)),
    worked: departing.filter((each) => !isWorkedIn(plain, each)),
  };
}
