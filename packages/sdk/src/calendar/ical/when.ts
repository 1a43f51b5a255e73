import { isDate } from '../../text/index.ts';
import { parseDay, type DayNumber } from '../dates.ts';
import type { ContentLine } from './content-lines.ts';

/** A date, or a date with a time of the day, as written. */
export interface Moment {
  day: DayNumber;
  /** Minutes of the day; `undefined` for a date alone. */
  minutes?: number;
  utc: boolean;
}

/** Việt Nam: the default for a file that does not define its time zone. */
const vietnam = 7 * 60;

/**
 * Reads `20190101`, with or without `VALUE=DATE`, `20190101T000000`, `20190101T000000Z`; `undefined` for anything else and for days
 * that do not exist.
 */
export function readMoment(value: string): Moment | undefined {
  const [, year, month, day, hours, minutes, , utc] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?(Z?)$/i.exec(value.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!year || !isDate(date)) return undefined;
  return {
    day: parseDay(date, '/text'),
    ...(hours === undefined ? {} : { minutes: Number(hours) * 60 + Number(minutes) }),
    utc: utc !== undefined && utc !== '',
  };
}

/** Minutes east of Greenwich of the zone that a property names. */
export function offsetOf(content: ContentLine | undefined, offsets: ReadonlyMap<string, number>): number {
  return offsets.get(content?.parameters.get('TZID') ?? '') ?? vietnam;
}

/** The date in a zone. */
export function localDay({ day, minutes, utc }: Moment, offset: number): DayNumber {
  return utc && minutes !== undefined ? day + Math.floor((minutes + offset) / (24 * 60)) : day;
}

export const isMidnight = ({ minutes, utc }: Moment): boolean => minutes === undefined || (minutes === 0 && !utc);

/** Whole days of `P1W`, `P3D`, `PT24H`; `undefined` for what is no such length. Lengths beyond a century are all one. */
export function readLength(value: string): number | undefined {
  const [whole, , weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^\+?(P)(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(value.trim()) ?? [];
  if (whole === undefined || !/\d/.test(whole)) return undefined;
  const total =
    Number(weeks) * 7 + Number(days) + (Number(hours) * 60 + Number(minutes) + Number(seconds) / 60) / (24 * 60);
  return Math.min(total, 36_525);
}
