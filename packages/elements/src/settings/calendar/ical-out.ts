import type { WorkCalendar } from '@dvk/sdk/calendar';
import { exportIcal } from '@dvk/sdk/calendar/ical';
import { saveFile } from '../../parts/save-file.ts';
import { yearOf } from './days.ts';

/** Saves the special days of a year as an iCalendar file. */
export function saveIcal(calendar: WorkCalendar, year: number): void {
  const ofYear = <T extends { date: string }>(days: readonly T[]) => days.filter(({ date }) => yearOf(date) === year);
  const { holidays, makeUpDays } = calendar;
  const text = exportIcal(
    { ...calendar, holidays: ofYear(holidays), makeUpDays: ofYear(makeUpDays) },
    { at: new Date().toISOString() },
  );
  saveFile(new Blob([text], { type: 'text/calendar' }), `lich-lam-viec-${year}.ics`);
}
