import { InputError } from '../../errors/index.ts';
import { formatDay, parseDay, weekdayOf, type DayNumber } from '../dates.ts';
import type { CalendarLayer } from '../layers.ts';
import type { CalendarDay } from '../types.ts';
import { readComponents, textOf, withInherited, type CalendarFile, type EventLines } from './components.ts';
import { basisOf, dayKindOf } from './day-kind.ts';
import { decodeFile } from './decode.ts';
import { addDoubt, maxDays, type IcalDoubt, type IcalDoubtCode } from './doubts.ts';
import { changedOccurrence, dateText, occurrencesOf, spanOf, type Span } from './occurrences.ts';
import { program } from './properties.ts';
import type { Budget } from './repeat.ts';

export interface IcalImportOptions {
  id: string;
  version: string;
  /** First and last year to read; repetitions are written out between them. */
  years: readonly [first: number, last: number];
}

export interface IcalImport {
  /** To be laid over a calendar with `layerCalendars`, once the doubts are settled. */
  layer: CalendarLayer;
  doubts: IcalDoubt[];
}

const maxLength = 5_000_000;
/** Periods and days looked at for all rules of a file. */
const mostSteps = 2_000_000;
/** Days written out for all events of a file. */
const mostDays = 200_000;

/** An exception to a repetition, and whether an occurrence was found for it. */
interface Exception {
  event: EventLines;
  day: DayNumber;
  onwards: boolean;
  applied: boolean;
}

/** What the reading of one file shares. */
interface Reading {
  file: CalendarFile;
  first: DayNumber;
  last: DayNumber;
  ours: boolean;
  budget: Budget;
  daysLeft: number;
  doubts: IcalDoubt[];
  holidays: Map<string, CalendarDay>;
  makeUpDays: Map<string, CalendarDay>;
}

/**
 * Reads days off and make-up days from an iCalendar file (RFC 5545, or vCalendar 1.0): whole-day events, also of several days and
 * repeated ones, within the years asked for. Feeds mix days off with feasts and with days worked in their place, so everything
 * that is not certain is a doubt with its line and `UID`, for a person to check. The time zone a file
 * names is that of the program that wrote it – UTC in public feeds – and is not imported: whole days need none, and the calendar below has
 * its own. Days off of files from other programs never remove a make-up day of the calendar below (`keepsMakeUpDays`).
 *
 * @param file the text, or the bytes, whose encoding is then found out
 * @throws InputError `not-a-calendar`, `bad-years`
 */
export function importIcal(file: string | Uint8Array, { id, version, years }: IcalImportOptions): IcalImport {
  const [first, last] = years ?? [];
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1900 || last > 2199 || last < first) {
    throw new InputError('bad-years', '/options/years', {
      vi: 'Cần năm đầu và năm cuối, từ 1900 đến 2199',
      en: 'A first and a last year are needed, from 1900 to 2199',
    });
  }
  const doubts: IcalDoubt[] = [];
  const calendar = open(file, doubts);
  const reading: Reading = {
    file: calendar,
    first: parseDay(`${first}-01-01`, '/options/years'),
    last: parseDay(`${last}-12-31`, '/options/years'),
    ours: calendar.program.trim() === program,
    budget: { left: mostSteps },
    daysLeft: mostDays,
    doubts,
    holidays: new Map(),
    makeUpDays: new Map(),
  };
  readEvents(reading);
  const { holidays, makeUpDays, ours } = reading;
  for (const [date, { name }] of holidays)
    if (makeUpDays.has(date)) addDoubt(doubts, { code: 'contradiction', date, name, used: true });
  if (holidays.size + makeUpDays.size + doubts.length === 0)
    addDoubt(doubts, { code: 'no-days', date: null, used: false });
  return {
    layer: {
      id,
      version,
      holidays: sorted(holidays),
      makeUpDays: sorted(makeUpDays),
      ...(ours ? {} : { keepsMakeUpDays: true }),
    },
    doubts,
  };
}

function open(file: string | Uint8Array, doubts: IcalDoubt[]): CalendarFile {
  if (!(typeof file === 'string' || file instanceof Uint8Array))
    refuse('Cần văn bản hoặc các byte của tệp lịch (.ics)', 'The text or the bytes of a calendar (.ics) are needed');
  if (file.length > maxLength)
    refuse(
      `Tệp lịch quá lớn, chỉ nhận tối đa ${maxLength / 1e6} triệu ký tự: hãy xuất lại ít năm hơn`,
      `The calendar is too large, at most ${maxLength / 1e6} million characters are taken: export fewer years`,
    );
  const { text, guessed } = decodeFile(file);
  const calendar = readComponents(text);
  if (!calendar.found)
    refuse(
      'Tệp không phải lịch iCalendar (.ics): không có dòng BEGIN:VCALENDAR. Hãy xuất lại lịch thành tệp .ics',
      'Not an iCalendar file (.ics): it has no line BEGIN:VCALENDAR. Export the calendar as an .ics file',
    );
  if (calendar.cutAt !== undefined && calendar.events.length === 0)
    refuse(
      'Tệp lịch bị cắt trước sự kiện đầu tiên: hãy tải lại hoặc xuất lại',
      'The calendar is cut off before its first event: download or export it again',
    );
  if (guessed) addDoubt(doubts, { code: 'guessed-encoding', date: null, used: true });
  if (calendar.cutAt !== undefined) addDoubt(doubts, { code: 'cut-off', date: null, used: true, line: calendar.cutAt });
  if (calendar.unclosedAt !== undefined)
    addDoubt(doubts, { code: 'unclosed', date: null, used: true, line: calendar.unclosedAt });
  if (calendar.withdrawn) addDoubt(doubts, { code: 'withdrawn', date: null, used: false });
  return calendar;
}

function refuse(vi: string, en: string): never {
  throw new InputError('not-a-calendar', '/text', { vi, en });
}

const isCancelled = (event: EventLines): boolean => /^cancell?ed$/i.test(event.get('STATUS')?.value.trim() ?? '');

const sequenceOf = (event: EventLines): number => Number.parseInt(event.get('SEQUENCE')?.value ?? '', 10) || 0;

/** Whether an event replaces another version of itself; between versions of the same age the later one does. */
const isNewer = (event: EventLines, known: EventLines | undefined): boolean =>
  known === undefined || sequenceOf(event) >= sequenceOf(known);

function readEvents(reading: Reading): void {
  const { events, offsets } = reading.file;
  // Events whose UID is missing have none in common.
  const idOf = ({ uid, line }: EventLines): string => uid || `line ${line}`;
  /** Newest state of each event: a file may hold older ones. */
  const masters = new Map<string, EventLines>();
  const exceptions = new Map<string, Map<DayNumber, Exception>>();
  for (const event of events) {
    const change = changedOccurrence(event, offsets);
    const id = idOf(event);
    if (!change) {
      if (isNewer(event, masters.get(id))) masters.set(id, event);
      continue;
    }
    const known = exceptions.get(id) ?? new Map<DayNumber, Exception>();
    if (known.size === 0) exceptions.set(id, known);
    if (isNewer(event, known.get(change.day)?.event)) known.set(change.day, { ...change, event, applied: false });
  }
  for (const [id, changes] of exceptions) {
    const master = masters.get(id);
    for (const change of changes.values()) if (master) change.event = withInherited(change.event, master);
  }
  for (const event of events) {
    const id = idOf(event);
    const isException = changedOccurrence(event, offsets) !== undefined;
    if (isException ? masters.has(id) : !isNewer(event, masters.get(id))) continue;
    const changes = isException ? undefined : exceptions.get(id);
    if (!isCancelled(event)) readEvent(reading, event, changes ?? new Map());
    else for (const exception of changes?.values() ?? []) exception.applied = true;
  }
  for (const [id, strays] of exceptions) {
    const master = masters.get(id);
    if (!master) continue;
    for (const { event, day, applied } of strays.values()) {
      // An exception to an older state, whose occurrence the newer one has not.
      if (applied || isCancelled(event) || !isNewer(event, master)) continue;
      const span = usableSpan(reading, event);
      if (!span) continue;
      if (day >= reading.first && day <= reading.last) doubtOf(reading, event)('stray-exception', day, true);
      addDays(reading, event, span);
    }
  }
}

const nameOf = (event: EventLines): string => textOf(event, 'SUMMARY') || '(không tên)';

const doubtOf =
  ({ doubts }: Reading, event: EventLines) =>
  (code: IcalDoubtCode, day: DayNumber | undefined, used: boolean): void =>
    addDoubt(doubts, {
      code,
      date: dateText(day),
      used,
      name: nameOf(event),
      line: event.line,
      uid: event.uid || null,
    });

/** Whether an event has two first days, two ends, or an end and a length. */
const hasTwoValues = (event: EventLines): boolean =>
  ['DTSTART', 'DTEND', 'DURATION'].some((name) => new Set(event.all(name).map(({ value }) => value)).size > 1) ||
  (event.get('DTEND') !== undefined && event.get('DURATION') !== undefined);

/** The days of an event, if it is of whole days and not too long; else a doubt is added. */
function usableSpan(reading: Reading, event: EventLines): Span | undefined {
  const doubt = doubtOf(reading, event);
  const span = spanOf(event, reading.file.offsets);
  if ('code' in span) doubt(span.code, span.day, false);
  else if (span.length > maxDays) doubt('too-long', span.day, false);
  else {
    if (span.guess) doubt(span.guess, span.day, true);
    if (hasTwoValues(event)) doubt('said-twice', span.day, true);
    if (/^tentative$/i.test(event.get('STATUS')?.value.trim() ?? '')) doubt('tentative', span.day, true);
    if (changedOccurrence(event, reading.file.offsets)?.unread) doubt('unread-rule', span.day, true);
    return span;
  }
  return undefined;
}

function readEvent(reading: Reading, event: EventLines, changes: ReadonlyMap<DayNumber, Exception>): void {
  const { last, budget, file } = reading;
  const report = doubtOf(reading, event);
  const span = usableSpan(reading, event);
  if (!span) return;
  const days = occurrencesOf(event, span, { last, budget, offsets: file.offsets, report });
  let onwards: { by: number; span: Span; event: EventLines } | 'cancelled' | undefined;
  for (const day of days) {
    const change = changes.get(day);
    if (change) {
      change.applied = true;
      const moved = isCancelled(change.event) ? undefined : usableSpan(reading, change.event);
      if (moved) addDays(reading, change.event, moved);
      if (change.onwards) {
        doubtOf(reading, change.event)('moved-from-here-on', day, moved !== undefined);
        onwards = moved ? { by: moved.day - day, span: moved, event: change.event } : 'cancelled';
      }
    } else if (onwards === undefined) addDays(reading, event, { ...span, day });
    else if (onwards !== 'cancelled') addDays(reading, onwards.event, { ...onwards.span, day: day + onwards.by });
  }
}

/** Adds the days of one occurrence. */
function addDays(reading: Reading, event: EventLines, { day: start, length }: Span): void {
  const { first, last, ours } = reading;
  if (start + length <= first || start > last) return;
  const name = nameOf(event);
  const doubt = doubtOf(reading, event);
  const reported = new Set<IcalDoubtCode>();
  for (let day = Math.max(start, first); day < Math.min(start + length, last + 1); day++) {
    if (--reading.daysLeft < 0) return doubt('endless', day, true);
    const weekend = weekdayOf(day) > 5;
    const kind = dayKindOf(event, name, { ours, weekend });
    if (kind === 'half-day' || kind === 'observance' || kind === 'unclear-swap') {
      if (!reported.has(kind)) doubt(kind, day, false);
      reported.add(kind);
      continue;
    }
    const isWorked = kind === 'make-up-day' || kind === 'guessed-make-up-day';
    const days = isWorked ? reading.makeUpDays : reading.holidays;
    const date = formatDay(day);
    const before = days.get(date);
    if (before && before.name !== name) {
      doubt('duplicate', day, false);
      continue;
    }
    if (before) continue;
    days.set(date, { date, name, ...basisOf(event) });
    if (kind === 'guessed-make-up-day' || kind === 'guessed-day-off') doubt(kind, day, true);
    else if (weekend && !isWorked && !ours) doubt('weekend', day, true);
  }
}

const sorted = (days: Map<string, CalendarDay>): CalendarDay[] =>
  [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
