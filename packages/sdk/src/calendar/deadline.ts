import { walkDays, type DayWalk, type SkippedDay } from './day-walk.ts';
import { formatDay, parseDay, type DayNumber } from './dates.ts';
import { checkExtension, type AppliedExtension, type Extension } from './extensions.ts';
import { dayAt, isPlainDate, msAt, msPerMinute, toMs, type Instant } from './instants.ts';
import { checkAmount, failTooLong } from './fail.ts';
import { openSince, pausedSpans, type Pause } from './pauses.ts';
import { compiledOf } from './compiled.ts';
import { ruleInForce, type RuleQuery, type TermRule } from './term-rules.ts';
import { endOfTerm, yearsNotAnnounced } from './terms.ts';
import type { CalendarDay, WorkCalendar } from './types.ts';
import { passTime } from './working-time.ts';

export interface DeadlineRequest extends RuleQuery {
  /** Legal presets (`legalTerms`), and the province's own after them. */
  readonly rules: readonly TermRule[];
  /** The event: an instant, or – where the clock time does not matter – a date `YYYY-MM-DD`. */
  readonly start: Instant;
  readonly pauses?: readonly Pause[];
  /** In the order they were decided. */
  readonly extensions?: readonly Extension[];
  /** Overrides the rule's own choice. */
  readonly rollToWorkingDay?: boolean;
}

/** How a due moment was reached; plain data, to be stored with it. */
export interface DeadlineExplanation {
  /** Day of the start event, not counted. */
  startDate: string;
  /** The start event as it was given. */
  start: Instant;
  /** The rule as it stood on the start date. */
  rule: TermRule;
  /** Length of the term with its extensions, in the rule's unit. */
  amount: number;
  extensions: AppliedExtension[];
  pauses: readonly Pause[];
  /** Days between start and end that were not counted. */
  skipped: SkippedDay[];
  /** Make-up days that were counted. */
  makeUpDays: CalendarDay[];
  /** The days off the end moved over, beginning with the last day of the term itself; empty where it did not move. */
  rolled: SkippedDay[];
  /** What is left while a pause lasts, in the unit of the term (in days for a term in months); else 0. */
  remaining: number;
  calendar: { id: string; version: string; timeZone: string };
  /** Years without announced days off that the result rests on. */
  provisionalYears: number[];
}

export interface Deadline {
  /**
   * The first moment after the term, as UTC text: 24:00 of {@link dueDate} for terms in days and months. Done at or
   * after it is late. `null` while the clock is paused.
   */
  due: string | null;
  /** The last day of the term, `YYYY-MM-DD`. */
  dueDate: string | null;
  /** The result rests on a year whose days off are not announced. */
  provisional: boolean;
  explanation: DeadlineExplanation;
}

const allDay = () => [[0, 1440] as const];

/**
 * Computes when a step is due: chooses the rule in force on the day of the event, leaves that day out, counts, skips
 * what is paused, adds extensions the rule allows, and rolls the end over a day off where that is the policy.
 *
 * Pauses in terms of days: the day of the pause has still been counted, the day of resumption is not yet – a matter
 * paused on Monday and resumed on Wednesday gains two days. Render the result with `explainDeadline`.
 *
 * @throws InputError `no-rule`, `extension-not-allowed`, `extension-too-long`, `extension-too-late`, and those of
 * {@link addTerm} and {@link addWorkingTime}
 * @example
 * const {due, provisional} = deadline(vietnamCalendar, {
 *   rules: legalTerms, matter: 'complaint', step: 'resolve-first', start: '2026-04-01T09:00:00+07:00',
 * });
 */
export function deadline(calendar: WorkCalendar, request: DeadlineRequest): Deadline {
  const { id, version, timeZone } = calendar;
  const { start, pauses = [], extensions = [] } = request;
  const dayOf = (when: Instant, pointer: string): DayNumber =>
    isPlainDate(when) ? parseDay(when, pointer) : dayAt(timeZone, toMs(when, pointer));

  const startDay = dayOf(start, '/request/start');
  const startDate = formatDay(startDay);
  const rule = ruleInForce(request.rules, request, startDate);
  const { unit } = rule;
  let { amount } = rule;
  checkAmount(amount, '/request/rules/amount');
  const inMinutes = unit === 'minute' || unit === 'working-minute';
  const workingOnly = unit === 'working-day' || unit === 'working-minute';
  const roll = !inMinutes && (request.rollToWorkingDay ?? rule.rollToWorkingDay);
  const paused = pausedSpans(pauses, '/request/pauses', inMinutes ? toMs : dayOf);

  const { hours, through } = compiledOf(calendar);
  const run = (total: number): DayWalk & { ms?: number } => {
    if (!inMinutes) {
      const end = endOfTerm(calendar, startDay, total, unit);
      return walkDays(calendar, startDay, workingOnly ? total : end - startDay, workingOnly, paused, roll);
    }
    // Terms in minutes need moments: `toMs` refuses plain dates.
    const { end, missing } = passTime(
      calendar,
      toMs(start, '/request/start'),
      total * msPerMinute,
      paused,
      workingOnly ? hours : allDay,
    );
    if (missing > 0 && openSince(paused) === Infinity) failTooLong('/term/amount', total);
    const day = dayAt(timeZone, end);
    const days = workingOnly ? through(day) - through(startDay) : 0;
    return { ...walkDays(calendar, startDay, days, true, []), day, ms: end, missing: missing / msPerMinute };
  };
  const reasons = new Set<string>();
  const applied = extensions.map((extension, index): AppliedExtension => {
    const decided = dayOf(extension.decidedAt, `/request/extensions/${index}/decidedAt`);
    const soFar = run(amount);
    const isRunning = decided >= startDay && (soFar.missing > 0 || decided <= soFar.day);
    const complexity = checkExtension(rule, extension, index, reasons, isRunning);
    amount += extension.amount;
    return { ...extension, decidedOn: formatDay(decided), complexity };
  });

  const { day, ms, missing, skipped, makeUpDays, rolled } = run(amount);
  // Calendar days rest on the table of days off only where the end may move.
  const years =
    workingOnly || roll ? yearsNotAnnounced(calendar, workingOnly ? startDay : day - rolled.length, day) : [];
  return {
    due: missing > 0 ? null : new Date(ms ?? msAt(timeZone, day, 1440)).toISOString(),
    dueDate: missing > 0 ? null : formatDay(day),
    provisional: years.length > 0,
    explanation: {
      startDate,
      start,
      rule,
      amount,
      extensions: applied,
      pauses,
      skipped,
      makeUpDays,
      rolled,
      remaining: missing,
      calendar: { id, version, timeZone },
      provisionalYears: years,
    },
  };
}
