import { addWorkingTime } from '@dvk/sdk/calendar';
import type { DemoContext } from './context.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The moment so many days before another. */
export function daysBefore(moment: string, days: number): string {
  return new Date(Date.parse(moment) - days * day).toISOString();
}

/** A moment in working hours, `least` to `most` working hours after another. */
export function afterWorkingHours(
  { deadlines }: DemoContext,
  random: Random,
  moment: string,
  least: number,
  most: number,
): string {
  const minutes = random.integer(Math.round(least * 60), Math.round(most * 60));
  const start = new Date(Date.parse(moment) + random.integer(0, minute - 1)).toISOString();
  return addWorkingTime(deadlines.calendar, start, minutes);
}

/** A moment on the way from one to another; share 0 is the first, 1 the second. */
export function between(first: string, second: string, share: number): string {
  const start = Date.parse(first);
  return new Date(Math.round(start + (Date.parse(second) - start) * share)).toISOString();
}
