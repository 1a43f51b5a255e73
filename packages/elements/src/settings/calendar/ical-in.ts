import type { WorkCalendar } from '@dvk/sdk/calendar';
import { importIcal, type IcalDoubt } from '@dvk/sdk/calendar/ical';
import { kindOfDay } from '@dvk/sdk/settings';
import type { WantedDays } from './edits.ts';

/** What a file says that the calendar does not, and what a person should look at in the file. */
export interface ReadFile {
  days: WantedDays;
  doubts: readonly IcalDoubt[];
}

/**
 * Reads the days of a year from an iCalendar file. Days that are off, or worked, in the calendar already stay as they are.
 *
 * @throws InputError that says in words why the file is none
 */
export function readIcal(file: Uint8Array, calendar: WorkCalendar, year: number): ReadFile {
  const { layer, doubts } = importIcal(file, { id: 'file', version: '1', years: [year, year] });
  const days: Record<string, WantedDays[string]> = {};
  for (const { date, name, basis } of layer.holidays ?? []) {
    const { kind } = kindOfDay(calendar, date);
    const isOff = kind === 'rest' || kind === 'holiday' || kind === 'swapped';
    if (isOff || (kind === 'made-up' && layer.keepsMakeUpDays)) continue;
    days[date] = { kind: 'holiday', name, ...(basis && { basis }) };
  }
  for (const { date, name, basis } of layer.makeUpDays ?? [])
    if (kindOfDay(calendar, date).kind !== 'made-up') days[date] = { kind: 'made-up', name, ...(basis && { basis }) };
  // A day of the weekend that is off changes nothing here.
  return { days, doubts: doubts.filter(({ code }) => code !== 'weekend') };
}
