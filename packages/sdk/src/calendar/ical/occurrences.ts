import { formatDay, type DayNumber } from '../dates.ts';
import type { EventLines } from './components.ts';
import type { IcalDoubtCode } from './doubts.ts';
import { wholeDayProperties } from './properties.ts';
import { readRule, repeatedDays, type Budget, type Rule } from './repeat.ts';
import { isMidnight, localDay, offsetOf, readLength, readMoment, type Moment } from './when.ts';

/** Days of one event before anything is repeated. */
export interface Span {
  day: DayNumber;
  length: number;
  /** The date was converted from UTC, or a midnight without an end was taken for a whole day. */
  guess?: 'guessed-zone' | 'guessed-whole-day';
}

type Report = (code: IcalDoubtCode, day: DayNumber | undefined, used: boolean) => void;
type Offsets = ReadonlyMap<string, number>;

const saysWholeDay = (event: EventLines): boolean =>
  wholeDayProperties.some((name) => /^(?:true|1)$/i.test(event.get(name)?.value.trim() ?? ''));

/**
 * First day and number of days of a whole-day event: dates, or from midnight to midnight of a local zone, as some programs write
 * them. A doubt's code for anything else.
 */
export function spanOf(event: EventLines, offsets: Offsets): Span | { code: IcalDoubtCode; day?: DayNumber } {
  const start = readMoment(event.get('DTSTART')?.value ?? '');
  if (!start) return { code: 'no-date' };
  const [ended, lasts] = [event.get('DTEND'), event.get('DURATION')];
  const end = ended && readMoment(ended.value);
  const length = lasts && readLength(lasts.value);
  const day = localDay(start, offsetOf(event.get('DTSTART'), offsets));
  if ((ended && !end) || (lasts && length === undefined)) return { code: 'no-date', day };
  // Some programs end a date at midnight of universal time.
  const mixed = start.minutes === undefined && end?.utc === true && end.minutes === 0;
  const whole =
    isMidnight(start) && (!end || isMidnight(end) || mixed) && (length === undefined || Number.isInteger(length));
  const stated = saysWholeDay(event);
  if (!whole && !stated) return { code: 'not-a-whole-day', day };
  const last = mixed ? end.day : end && localDay(end, offsetOf(ended, offsets));
  // A date without an end is its day; a midnight without an end is a moment.
  const days = last === undefined ? Math.round(length ?? (start.minutes === undefined ? 1 : 0)) : last - day;
  if (days < 0) return { code: 'no-date', day };
  // Local midnight is a date wherever it is; universal time is one only by the zone.
  if (mixed || (start.utc && start.minutes !== undefined))
    return { day, length: Math.max(1, days), guess: 'guessed-zone' };
  if (days === 0 && start.minutes !== undefined && !stated) return { day, length: 1, guess: 'guessed-whole-day' };
  return { day, length: Math.max(1, days) };
}

/** The days listed in `RDATE`, `EXDATE` or as `RECURRENCE-ID`; of a period its first. */
function listedDays(event: EventLines, name: string, offsets: Offsets, unread: () => void): Set<DayNumber> {
  const days = new Set<DayNumber>();
  for (const content of event.all(name))
    for (const value of content.value.split(',', 5000)) {
      const [begin = '', end] = value.split('/');
      const moment = readMoment(begin);
      // A period has its own length, which is not read.
      if (end !== undefined) unread();
      if (moment) days.add(localDay(moment, offsetOf(content, offsets)));
      else if (value.trim() !== '') unread();
    }
  return days;
}

/** What an exception changes: the occurrence of which day, and whether all after it too. */
export function changedOccurrence(
  event: EventLines,
  offsets: Offsets,
): { day: DayNumber; onwards: boolean; unread: boolean } | undefined {
  const content = event.get('RECURRENCE-ID');
  const moment = content && readMoment(content.value);
  if (!moment) return undefined;
  const range = content.parameters.get('RANGE') ?? '';
  return {
    day: localDay(moment, offsetOf(content, offsets)),
    onwards: /^THISANDFUTURE$/i.test(range),
    unread: range !== '' && !/^THISANDFUTURE$/i.test(range),
  };
}

/** The last instant of a rule as a day: an occurrence is its midnight in the zone of the event. */
function untilDay(rule: Rule, event: EventLines, offsets: Offsets): DayNumber | undefined {
  if (rule.until === undefined) return Number.POSITIVE_INFINITY;
  const until: Moment | undefined = readMoment(rule.until);
  const start = event.get('DTSTART');
  // A date-only event ends on the date that is written, whatever time of the day a program adds.
  const isDateOnly = readMoment(start?.value ?? '')?.minutes === undefined;
  return until && (isDateOnly ? until.day : localDay(until, offsetOf(start, offsets)));
}

/** First days of the occurrences of an event that repeats, or its one day, up to a last day. */
export function occurrencesOf(
  event: EventLines,
  { day: start }: Span,
  { last, budget, offsets, report }: { last: DayNumber; budget: Budget; offsets: Offsets; report: Report },
): Set<DayNumber> {
  const days = new Set<DayNumber>();
  const rules = event.all('RRULE');
  if (rules.length === 0) days.add(start);
  for (const { value } of rules.slice(0, 10)) {
    const rule = readRule(value);
    const until = rule && untilDay(rule, event, offsets);
    if (!rule || until === undefined) {
      report('unread-rule', start, true);
      days.add(start);
      continue;
    }
    const before = days.size;
    const own: Budget = { left: Math.min(budget.left, mostOfOne) };
    const allowed = own.left;
    let first: DayNumber | undefined;
    for (const day of repeatedDays(rule, start, Math.min(last, until), own)) {
      first ??= day;
      if (days.size - before >= maxRepetitions) {
        own.left = -1;
        break;
      }
      days.add(day);
    }
    budget.left -= allowed - Math.max(0, own.left);
    if (own.left < 0) report('endless', start, true);
    else if (first !== start && start <= last) {
      report('outside-its-rule', start, true);
      days.add(start);
    }
  }
  let unread = event.get('EXRULE') !== undefined;
  const onUnread = () => (unread = true);
  for (const day of listedDays(event, 'RDATE', offsets, onUnread)) days.add(day);
  for (const day of listedDays(event, 'EXDATE', offsets, onUnread)) days.delete(day);
  if (unread) report('unread-rule', start, true);
  return new Set([...days].sort((a, b) => a - b));
}

const maxRepetitions = 10_000;
/** Periods and days looked at for one rule. */
const mostOfOne = 200_000;

export const dateText = (day: DayNumber | undefined): string | null => (day === undefined ? null : formatDay(day));
