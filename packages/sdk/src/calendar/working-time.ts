import type { DayNumber } from './dates.ts';
import { dayAt, fromMs, lastMs, msAt, msPerMinute, toMs, type Instant } from './instants.ts';
import { openSince, pausedSpans, without, type Pause, type Span } from './pauses.ts';
import { compiledOf, type Block } from './compiled.ts';
import { fail, failTooLong } from './fail.ts';
import type { WorkCalendar } from './types.ts';

export interface WorkingTimeOptions {
  /** Times during which the term does not run; overlaps count once. */
  readonly pauses?: readonly Pause[];
}

/** Going back ends in the year 53. */
const firstDay = -700_000;

type Hours = (day: DayNumber) => readonly Block[];

/** The stretches of a day that count, in order, without what is paused. */
function counted(calendar: WorkCalendar, day: DayNumber, paused: readonly Span[], hours: Hours): Span[] {
  return hours(day).flatMap(([from, to]) =>
    without({ start: msAt(calendar.timeZone, day, from), end: msAt(calendar.timeZone, day, to) }, paused),
  );
}

/**
 * Lets `duration` milliseconds of working time pass from the moment `from`, backwards if negative. What cannot pass –
 * because a pause has no end, or the calendar no more hours – is `missing`.
 */
export function passTime(
  calendar: WorkCalendar,
  from: number,
  duration: number,
  paused: readonly Span[],
  hours: Hours = compiledOf(calendar).hours,
): { end: number; missing: number } {
  const sign = duration < 0 ? -1 : 1;
  let missing = duration * sign;
  // Nothing is worked after a pause without end.
  const stop = dayAt(calendar.timeZone, Math.max(from, Math.min(lastMs, openSince(paused))));
  // A duration that cannot end before the year 10000 is refused before counting.
  let day = missing > lastMs ? Infinity : dayAt(calendar.timeZone, from);
  for (; missing > 0 && day >= firstDay && day <= stop; day += sign) {
    const spans = counted(calendar, day, paused, hours);
    for (const { start, end } of sign > 0 ? spans : [...spans].reverse()) {
      const begin = sign > 0 ? Math.max(start, from) : Math.min(end, from);
      const rest = sign > 0 ? end - begin : begin - start;
      if (missing <= rest) return { end: begin + sign * missing, missing: 0 };
      missing -= Math.max(0, rest);
    }
  }
  return { end: from, missing };
}

/**
 * The moment at which `minutes` of working time have passed since `instant`: the end of a block rather than the start of
 * the next one. Negative minutes go back – a reminder four working hours before a due moment. With 0 the moment itself.
 *
 * @param minutes working minutes; fractions are kept to the millisecond
 * @returns a moment of the kind given: text in UTC, milliseconds, or a `Date`
 * @throws InputError `not-an-instant`, `not-minutes`, `out-of-range`, `bad-shifts`, `unknown-time-zone`
 * @example
 * addWorkingTime(vietnamCalendar, '2026-02-13T16:00:00+07:00', 90); // 08:00 on 23/02, after Tết
 */
export function addWorkingTime<I extends Instant>(
  calendar: WorkCalendar,
  instant: I,
  minutes: number,
  options?: WorkingTimeOptions,
): I {
  if (!Number.isFinite(minutes))
    fail('not-minutes', '/minutes', minutes, 'Số phút phải là một số hữu hạn', 'Minutes must be a finite number');
  const { end, missing } = passTime(
    calendar,
    toMs(instant, '/instant'),
    Math.round(minutes * msPerMinute),
    pausedSpans(options?.pauses, '/options/pauses'),
  );
  if (missing > 0) failTooLong('/minutes', minutes);
  return fromMs(end, instant);
}

/**
 * Working minutes between two moments, negative when `to` lies before `from`. The exact inverse of
 * {@link addWorkingTime}: `elapsedWorkingTime(c, t, addWorkingTime(c, t, m)) === m` for whole milliseconds.
 *
 * @throws InputError `not-an-instant`, `bad-shifts`, `unknown-time-zone`
 */
export function elapsedWorkingTime(
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
  options?: WorkingTimeOptions,
): number {
  const [start, end] = [toMs(from, '/from'), toMs(to, '/to')];
  // 0 − x, because −x of nothing worked would be negative zero.
  if (start > end) return 0 - elapsedWorkingTime(calendar, to, from, options);
  const paused = pausedSpans(options?.pauses, '/options/pauses');
  const last = dayAt(calendar.timeZone, end);
  let sum = 0;
  for (let day = dayAt(calendar.timeZone, start); day <= last; day += 1) {
    for (const span of counted(calendar, day, paused, compiledOf(calendar).hours)) {
      sum += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
    }
  }
  return sum / msPerMinute;
}
