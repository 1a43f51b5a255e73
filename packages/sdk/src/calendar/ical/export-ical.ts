import ICAL from 'ical.js';
import { isWorkingDay } from '../terms.ts';
import type { CalendarDay, WorkCalendar } from '../types.ts';
import { InputError } from '../../errors/index.ts';
import { basisProperty, categories, program } from './properties.ts';

export interface IcalExportOptions {
  /** When the file is written (`DTSTAMP`), RFC 3339; this package reads no clock. */
  at: string;
}

/**
 * Writes the days off and make-up days of a calendar as an iCalendar file (RFC 5545), one whole-day event each, so that
 * an office's usual calendar program can show and subscribe to them. {@link importIcal} reads it back with nothing lost
 * but the weekly pattern and the time zone it belongs to, which iCalendar has no place for.
 *
 * @throws InputError `not-an-instant`, and those of a calendar that is wrong in itself: `not-a-date`, `not-a-list`, …
 */
export function exportIcal(calendar: WorkCalendar, { at }: IcalExportOptions): string {
  const written = new Date(at);
  if (Number.isNaN(written.getTime()) || !/(Z|[+-]\d\d:\d\d)$/.test(at)) {
    throw new InputError('not-an-instant', '/options/at', {
      vi: `Không phải thời điểm: “${at}”`,
      en: `Not an instant: “${at}”`,
    });
  }
  // Asking for any day checks the whole calendar: a day that does not exist would be written as another one.
  isWorkingDay(calendar, '2026-01-01');
  const stamp = ICAL.Time.fromJSDate(written, true);
  const file = new ICAL.Component('vcalendar');
  file.addPropertyWithValue('version', '2.0');
  file.addPropertyWithValue('prodid', program);
  file.addPropertyWithValue('calscale', 'GREGORIAN');
  file.addPropertyWithValue('x-wr-calname', calendar.scope?.name ?? calendar.id);
  file.addPropertyWithValue('x-wr-timezone', calendar.timeZone);

  const addDay = (day: CalendarDay, category: string): void => {
    const event = new ICAL.Component('vevent');
    const start = ICAL.Time.fromDateString(day.date);
    const end = start.clone();
    end.adjust(1, 0, 0, 0);
    event.addPropertyWithValue('uid', `${day.date}.${category.toLowerCase()}@${calendar.id}`);
    event.addPropertyWithValue('dtstamp', stamp);
    event.addPropertyWithValue('dtstart', start);
    event.addPropertyWithValue('dtend', end);
    event.addPropertyWithValue('summary', day.name);
    event.addPropertyWithValue('categories', category);
    // A day off does not make people busy; a make-up day does.
    event.addPropertyWithValue('transp', category === categories.holiday ? 'TRANSPARENT' : 'OPAQUE');
    if (day.basis) event.addPropertyWithValue(basisProperty, JSON.stringify(day.basis));
    file.addSubcomponent(event);
  };
  for (const day of calendar.holidays) addDay(day, categories.holiday);
  for (const day of calendar.makeUpDays) addDay(day, categories.makeUpDay);
  // The library counts a folded line without the space it begins with; one less keeps to the 75 octets of the standard.
  const { foldLength } = ICAL;
  ICAL.foldLength = 74;
  try {
    return `${file.toString()}\r\n`;
  } finally {
    ICAL.foldLength = foldLength;
  }
}
