import { refuse } from '../../statistics/check.ts';
import type { Counts } from '../series.ts';

/** Which past periods a period is compared with. */
export interface ReferenceSettings {
  /** Periods per year: 52 for weeks, 12 for months, 365 for days. */
  frequency: number;
  /** Date of the first period, `YYYY-MM-DD`: the calendar then counts (years of 53 weeks, leap days, lengths of months). */
  start?: string;
  /** Years to look back. */
  years: number;
  /** Periods on either side of the same time in earlier years. */
  halfWindow: number;
  /** 1: only those windows. More: the rest of the year as well, in this many seasonal groups. */
  noPeriods: number;
  /** The most recent periods to leave out. */
  pastWeeksNotIncluded: number;
}

/** The reference periods of one point, gaps left out: counts, times (distance to the first) and seasonal groups. */
export interface Reference {
  y: number[];
  time: number[];
  group: number[];
  /** Time of the point itself; its group is `noPeriods − 1`. */
  now: number;
  /** Reference periods without a count. */
  gaps: number;
}

const day = 86_400_000;

/** Milliseconds of a calendar date; refuses a date that does not exist. */
export function dateOf(text: string, pointer: string): number {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
    ? at
    : refuse(
        'not-a-date',
        pointer,
        'Ngày phải có thật và viết dạng NNNN-TT-NN.',
        'Expected an existing date, YYYY-MM-DD.',
      );
}

/**
 * The same time in earlier years, nearest first: the same weekday nearest to the same date for weeks, the same date for
 * days (29 February becomes 1 March), whole years of `frequency` otherwise.
 */
export function sameTimes(index: number, settings: ReferenceSettings): number[] {
  const { frequency, start, years } = settings;
  const step = frequency === 52 ? 7 * day : frequency === 365 ? day : 0;
  const first = start === undefined || !step ? undefined : dateOf(start, '/options/start');
  return Array.from({ length: years }, (_, i) => {
    if (first === undefined) return index - (i + 1) * frequency;
    const now = new Date(first + index * step);
    const then = Date.UTC(now.getUTCFullYear() - i - 1, now.getUTCMonth(), now.getUTCDate());
    return index - Math.round((now.getTime() - then) / step);
  });
}

/** A period's place on the time axis: its index, but for months with a date in days, as they are not equally long. */
function timeOf(index: number, { frequency, start }: ReferenceSettings): number {
  if (start === undefined || frequency !== 12) return index;
  const first = new Date(start);
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, first.getUTCDate()) / day;
}

/** The reference of one point, or `undefined` where the series does not reach back far enough. */
export function referenceOf(counts: Counts, index: number, settings: ReferenceSettings): Reference | undefined {
  const { halfWindow, noPeriods, pastWeeksNotIncluded } = settings;
  const times = [index, ...sameTimes(index, settings)];
  const first = times.at(-1)! - halfWindow;
  if (first < 0) return undefined;
  const zero = timeOf(first, settings);
  const reference: Reference = { y: [], time: [], group: [], now: timeOf(index, settings) - zero, gaps: 0 };
  const end = index - pastWeeksNotIncluded;
  const add = (i: number, group: number) => {
    if (i >= end) return;
    if (counts[i] === null) return void reference.gaps++;
    reference.y.push(counts[i]!);
    reference.time.push(timeOf(i, settings) - zero);
    reference.group.push(group);
  };
  for (let year = settings.years; year >= 0; year--) {
    const middle = times[year]!;
    for (let i = middle - halfWindow; i <= middle + halfWindow && i <= index; i++) add(i, noPeriods - 1);
    if (noPeriods === 1 || year === 0) continue;
    // Between two windows: noPeriods − 1 groups as equal as can be, longer ones first.
    const from = middle + halfWindow + 1;
    const length = times[year - 1]! - halfWindow - from;
    const groups = noPeriods - 1;
    const [short, longer] = [Math.floor(length / groups), length % groups];
    for (let group = 0, i = from; group < groups; group++)
      for (let left = short + Number(group < longer); left > 0; left--) add(i++, group);
  }
  return reference;
}
