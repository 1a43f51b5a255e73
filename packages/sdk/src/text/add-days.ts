import { checkedDate } from './checked-date.ts';

/**
 * A date, `YYYY-MM-DD`, so many days later, or earlier.
 *
 * @throws InputError `not-a-date`
 */
export function addDays(date: string, days: number): string {
  const day = new Date(`${checkedDate(date)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
