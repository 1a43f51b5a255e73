import { addMonths, msPerDay, weekdayOf, type DayNumber } from '../dates.ts';

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** A repetition in whole days (RFC 5545, 3.3.10). */
export interface Rule {
  frequency: (typeof frequencies)[number];
  interval: number;
  count: number;
  /** As written. */
  until: string | undefined;
  byMonth: number[];
  byMonthDay: number[];
  byYearDay: number[];
  byWeekNumber: number[];
  /** ISO weekday with the number it is of the month or year; 0 for each. */
  byDay: { weekday: number; nth: number }[];
  byPosition: number[];
  /** First day of a week, ISO. */
  weekStart: number;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** The parts of a rule; those of hours, minutes and seconds say nothing of whole days. */
const known: ReadonlySet<string> = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYSETPOS BYHOUR BYMINUTE BYSECOND'.split(
    ' ',
  ),
);
/** Longer than any list of days of a year. */
const longestList = 400;

/** Reads the value of an `RRULE`; `undefined` for one that is no repetition of whole days, or makes no sense. */
export function readRule(value: string): Rule | undefined {
  if (value.length > 4000) return undefined;
  const parts = new Map<string, string>();
  for (const part of value.trim().toUpperCase().split(';')) {
    const [name = '', given = ''] = part.split('=');
    parts.set(name.trim(), given.trim());
  }
  const frequency = frequencies.find((each) => each === parts.get('FREQ'));
  const number = (name: string, otherwise: number) => (parts.has(name) ? whole(parts.get(name)!, 1, 1e12) : otherwise);
  const interval = number('INTERVAL', 1);
  const count = number('COUNT', Number.POSITIVE_INFINITY);
  const list = (name: string, most: number) =>
    parts
      .get(name)
      ?.split(',')
      .map((each) => whole(each, -most, most) || undefined) ?? [];
  const numbers = {
    byMonth: list('BYMONTH', 12),
    byMonthDay: list('BYMONTHDAY', 31),
    byYearDay: list('BYYEARDAY', 366),
    byWeekNumber: list('BYWEEKNO', 53),
    byPosition: list('BYSETPOS', 366),
  };
  const byDay =
    parts
      .get('BYDAY')
      ?.split(',')
      .map((each) => {
        const [, nth = '', weekday = ''] = /^([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)$/.exec(each.trim()) ?? [];
        return weekday ? { weekday: weekdays.indexOf(weekday) + 1, nth: Number(nth) } : undefined;
      }) ?? [];
  const lists = [...Object.values(numbers), byDay];
  if (
    !frequency ||
    !interval ||
    !count ||
    lists.some((each) => each.length > longestList || each.includes(undefined as never))
  )
    return undefined;
  if (numbers.byMonth.some((month) => month! < 1)) return undefined;
  // `RSCALE`, `BYEASTER` and the like: a part that is not known changes what the others mean.
  if ([...parts.keys()].some((name) => name !== '' && !known.has(name))) return undefined;
  return {
    ...(numbers as Record<keyof typeof numbers, number[]>),
    byDay: byDay as Rule['byDay'],
    frequency,
    interval,
    count,
    until: parts.get('UNTIL'),
    weekStart: weekdays.indexOf(parts.get('WKST') ?? 'MO') + 1 || 1,
  };
}

function whole(text: string, least: number, most: number): number | undefined {
  const number = /^[+-]?\d{1,12}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** How much may be looked at, counted down: periods and days. */
export interface Budget {
  left: number;
}

/**
 * The days of a repetition from its start on, in order, up to a last day. Ends early, with `budget.left` below 0, where it would
 * go on for too long.
 */
export function* repeatedDays(rule: Rule, start: DayNumber, last: DayNumber, budget: Budget): Generator<DayNumber> {
  const complete = completed(rule, start);
  let count = 0;
  for (let number = 0; ; number++) {
    const period = periodOf(complete, start, number);
    // The first week of a year may begin before it.
    if (!period || period.from - 6 > last || --budget.left < 0) return;
    let days: DayNumber[] = [];
    for (const day of candidates(complete, period)) {
      if (--budget.left < 0) return;
      if (fits(complete, day)) days.push(day);
    }
    if (complete.byPosition.length > 0) {
      const { byPosition } = complete;
      days = days.filter((_, index) => byPosition.includes(index + 1) || byPosition.includes(index - days.length));
    }
    for (const day of days) {
      if (day < start) continue;
      if (day > last || ++count > complete.count) return;
      yield day;
    }
  }
}

/** What a rule leaves out is as on its first day. */
function completed(rule: Rule, start: DayNumber): Rule {
  const { frequency, byMonth, byMonthDay, byYearDay, byWeekNumber, byDay } = rule;
  const at = new Date(start * msPerDay);
  const sameWeekday = { byDay: [{ weekday: weekdayOf(start), nth: 0 }] };
  if (byMonthDay.length + byYearDay.length + byDay.length > 0 || frequency === 'DAILY') return rule;
  if (frequency === 'WEEKLY' || byWeekNumber.length > 0) return { ...rule, ...sameWeekday };
  const sameMonth = frequency === 'YEARLY' && byMonth.length === 0 ? { byMonth: [at.getUTCMonth() + 1] } : {};
  return { ...rule, ...sameMonth, byMonthDay: [at.getUTCDate()] };
}

interface Period {
  from: DayNumber;
  /** Last day. */
  to: DayNumber;
}

const dayNumber = (year: number, month: number, day: number): DayNumber => Date.UTC(year, month, day) / msPerDay;

function periodOf({ frequency, interval, weekStart }: Rule, start: DayNumber, number: number): Period | undefined {
  const at = new Date(start * msPerDay);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const step = number * interval;
  if (step > 1e7) return undefined;
  switch (frequency) {
    case 'DAILY':
      return { from: start + step, to: start + step };
    case 'WEEKLY': {
      const from = start - ((weekdayOf(start) - weekStart + 7) % 7) + step * 7;
      return { from, to: from + 6 };
    }
    case 'MONTHLY': {
      const from = addMonths(dayNumber(year, month, 1), step);
      return { from, to: addMonths(from, 1) - 1 };
    }
    case 'YEARLY':
      return { from: dayNumber(year + step, 0, 1), to: dayNumber(year + step, 11, 31) };
  }
}

/** The days of a period that need looking at: few where the rule names months and days. */
function* candidates(rule: Rule, { from, to }: Period): Generator<DayNumber> {
  const { byMonth, byMonthDay, byYearDay, byWeekNumber, frequency } = rule;
  const year = new Date(from * msPerDay).getUTCFullYear();
  const byMonths = frequency === 'YEARLY' && byMonth.length > 0 && byYearDay.length === 0 && byWeekNumber.length === 0;
  // The first and last week of a year may reach into its neighbours, and theirs into it.
  if (frequency === 'YEARLY' && byWeekNumber.length > 0) {
    const [first, next] = [year, year + 1].map((each) => firstWeek(each, rule.weekStart));
    return yield* between(first!, next! - 1);
  }
  if (!byMonths) return yield* between(from, to);
  for (const month of [...new Set(byMonth)].sort((a, b) => a - b)) {
    const [first, last] = [dayNumber(year, month - 1, 1), dayNumber(year, month, 0)];
    if (byMonthDay.length === 1 && byMonthDay[0]! > 0)
      yield* between(first + byMonthDay[0]! - 1, Math.min(last, first + byMonthDay[0]! - 1));
    else yield* between(first, last);
  }
}

function* between(first: DayNumber, last: DayNumber): Generator<DayNumber> {
  for (let day = first; day <= last; day++) yield day;
}

function fits(rule: Rule, day: DayNumber): boolean {
  const { byMonth, byMonthDay, byYearDay, byWeekNumber, byDay, weekStart } = rule;
  const at = new Date(day * msPerDay);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const monthEnd = dayNumber(year, month + 1, 0);
  const [yearStart, yearEnd] = [dayNumber(year, 0, 1), dayNumber(year, 11, 31)];
  const has = (list: number[], ...values: number[]) =>
    list.length === 0 || values.some((value) => list.includes(value));
  return (
    has(byMonth, month + 1) &&
    has(byMonthDay, at.getUTCDate(), day - monthEnd - 1) &&
    has(byYearDay, day - yearStart + 1, day - yearEnd - 1) &&
    (byWeekNumber.length === 0 || has(byWeekNumber, ...weekNumbers(day, weekStart))) &&
    (byDay.length === 0 || byDay.some((each) => each.weekday === weekdayOf(day) && isNth(rule, each.nth, day)))
  );
}

/** First day of the first week of a year, which has at least four days of it. */
function firstWeek(year: number, weekStart: number): DayNumber {
  const fourth = dayNumber(year, 0, 4);
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}

/** Number of the week from the beginning and from the end of its year. */
function weekNumbers(day: DayNumber, weekStart: number): [number, number] {
  const monday = day - ((weekdayOf(day) - weekStart + 7) % 7);
  const year = new Date((monday + 3) * msPerDay).getUTCFullYear();
  const total = (firstWeek(year + 1, weekStart) - firstWeek(year, weekStart)) / 7;
  const number = (monday - firstWeek(year, weekStart)) / 7 + 1;
  return [number, number - total - 1];
}

/** Whether a day is the nth of its weekday in the month or year. */
function isNth({ frequency, byMonth, byWeekNumber }: Rule, nth: number, day: DayNumber): boolean {
  if (nth === 0 || frequency === 'DAILY' || frequency === 'WEEKLY' || byWeekNumber.length > 0) return true;
  const at = new Date(day * msPerDay);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const inMonth = frequency === 'MONTHLY' || byMonth.length > 0;
  const [first, last] = inMonth
    ? [dayNumber(year, month, 1), dayNumber(year, month + 1, 0)]
    : [dayNumber(year, 0, 1), dayNumber(year, 11, 31)];
  return nth > 0 ? Math.floor((day - first) / 7) + 1 === nth : Math.floor((last - day) / 7) + 1 === -nth;
}
