import ICAL from 'ical.js';
import type { CalendarLayer } from '../layers.ts';
import type { CalendarDay } from '../types.ts';
import { InputError, type Bilingual } from '../../errors/index.ts';
import type { LegalBasis } from '../../law/index.ts';
import { basisProperty, categories } from './properties.ts';

/** What a person should look at before the imported days are used. */
export interface IcalDoubt {
  /**
   * `not-a-whole-day`, `observance` (a feast that is not a day off), `guessed-make-up-day`, `too-long`,
   * `endless` (a repetition that was cut), `duplicate`, `no-date`.
   */
  code: string;
  /** First day concerned, `YYYY-MM-DD`, where there is one. */
  date: string | null;
  /** The event's title. */
  name: string;
  /** Whether its days were taken over all the same. */
  used: boolean;
  text: Bilingual;
}

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
const maxDays = 31;
const maxRepetitions = 10_000;
/** In the whole file. */
const maxRepetitionsInAll = 50_000;

const doubtTexts: Record<string, Bilingual> = {
  'not-a-whole-day': { vi: 'Sự kiện không phải cả ngày, đã bỏ qua', en: 'Not a whole day; left out' },
  observance: {
    vi: 'Ngày kỷ niệm, có thể không phải ngày nghỉ, đã bỏ qua',
    en: 'An observance, perhaps not a day off; left out',
  },
  'guessed-make-up-day': { vi: 'Đoán là ngày làm bù theo tên gọi', en: 'Taken for a make-up working day by its title' },
  'too-long': { vi: `Dài hơn ${maxDays} ngày, đã bỏ qua`, en: `Longer than ${maxDays} days; left out` },
  endless: { vi: 'Lặp quá nhiều lần, chỉ đọc một phần', en: 'Repeats too often; read in part' },
  duplicate: {
    vi: 'Trùng ngày với sự kiện khác, giữ sự kiện đầu',
    en: 'On the same day as another; the first was kept',
  },
  'no-date': { vi: 'Sự kiện không có ngày, đã bỏ qua', en: 'Has no date; left out' },
};

function notACalendar(): InputError {
  return new InputError('not-a-calendar', '/text', {
    vi: 'Tệp không phải lịch iCalendar (.ics) đọc được',
    en: 'Not a readable iCalendar (.ics) file',
  });
}

const dateOf = ({ year, month, day }: Pick<ICAL.Time, 'year' | 'month' | 'day'>): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const isCancelled = (event: ICAL.Component): boolean =>
  String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

/** As the file has it: the library turns 30 February into 2 March. */
const isRealDate = (event: ICAL.Component, name: 'dtstart' | 'dtend', { year, month, day }: ICAL.Time): boolean => {
  const written = String((event.getFirstProperty(name)?.toJSON() as unknown[] | undefined)?.[3] ?? '');
  return !written || written.startsWith(dateOf({ year, month, day }));
};

/** Whole days, also as some programs write them: from midnight to midnight of a local zone. */
const isWholeDay = ({ startDate, endDate }: ICAL.Event): boolean =>
  [startDate, endDate].every(
    (time) => time.isDate || (time.hour + time.minute + time.second === 0 && time.zone !== ICAL.Timezone.utcTimezone),
  );

/** The calendars of a file; a file may hold several. */
function calendarsOf(text: string): ICAL.Component[] {
  if (typeof text !== 'string' || text.length > maxLength) throw notACalendar();
  let parsed: unknown;
  try {
    // A byte order mark, and the line ends of old files, are no reason to refuse one.
    parsed = ICAL.parse(text.replace(/^\uFEFF/, '').replaceAll(/\r(?!\n)/g, '\n'));
  } catch {
    throw notACalendar();
  }
  const roots = Array.isArray(parsed) && Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed as unknown[]];
  const found = roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar');
  if (found.length === 0) throw notACalendar();
  return found;
}

/** A title fit to be shown: composed letters, no control characters, not endless. */
function titleOf(event: ICAL.Component): string {
  const title = String(event.getFirstPropertyValue('summary') ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return title.slice(0, 300) || '(không tên)';
}

function basisOf(event: ICAL.Component): { basis?: LegalBasis } {
  try {
    const basis: unknown = JSON.parse(String(event.getFirstPropertyValue(basisProperty)));
    if (typeof basis === 'object' && basis !== null && 'title' in basis && 'confidence' in basis) {
      return { basis: basis as LegalBasis };
    }
  } catch {
    // Not one of ours.
  }
  return {};
}

type Kind = 'holiday' | 'make-up-day' | 'guessed-make-up-day' | 'observance';

/** Our own categories decide; in a foreign feed only the words can. */
function kindOf(event: ICAL.Component, title: string): Kind {
  const stated = event.getAllProperties('categories').flatMap((property) => property.getValues() as string[]);
  if (stated.includes(categories.makeUpDay)) return 'make-up-day';
  if (stated.includes(categories.holiday)) return 'holiday';
  if (/làm\s*(việc\s*)?bù|make-?up|working (satur|sun)?day/i.test(title)) return 'guessed-make-up-day';
  const description = String(event.getFirstPropertyValue('description') ?? '').normalize('NFC');
  return /observance|kỷ niệm/i.test(description) ? 'observance' : 'holiday';
}

/**
 * Reads days off and make-up days from an iCalendar file (RFC 5545): whole-day events, also of several days and
 * repeated ones, within the years asked for. Feeds mix days off with feasts, so everything that is not certain comes back
 * as a doubt for a person; nothing is taken over silently. The time zone a file names is its writer's – public feeds
 * say UTC – and is not taken over: whole days need none, and the calendar below has its own.
 *
 * @throws InputError `not-a-calendar`, `bad-years`
 */
export function importIcal(text: string, { id, version, years }: IcalImportOptions): IcalImport {
  const [first, last] = years ?? [];
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1900 || last > 2199 || last < first) {
    throw new InputError('bad-years', '/options/years', {
      vi: 'Cần năm đầu và năm cuối, từ 1900 đến 2199',
      en: 'A first and a last year are needed, from 1900 to 2199',
    });
  }
  const doubts: IcalDoubt[] = [];
  const taken = { holiday: new Map<string, CalendarDay>(), 'make-up-day': new Map<string, CalendarDay>() };

  let repetitions = 0;

  const readEvent = (component: ICAL.Component, exceptions: ICAL.Component[]): void => {
    const name = titleOf(component);
    const doubt = (code: string, date: string | null, used: boolean): void => {
      doubts.push({ code, date, name, used, text: doubtTexts[code]! });
    };
    // Given, because the library would look through the whole file for the exceptions of each event.
    const event = new ICAL.Event(component, { exceptions });
    const { startDate } = event;
    if (!startDate) return doubt('no-date', null, false);
    const begins = dateOf(startDate);
    if (!isRealDate(component, 'dtstart', startDate) || !isRealDate(component, 'dtend', event.endDate)) {
      return doubt('no-date', null, false);
    }
    if (!isWholeDay(event)) return doubt('not-a-whole-day', begins, false);
    const kind = kindOf(component, name);
    if (kind === 'observance') return doubt(kind, begins, false);
    const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
    if (length > maxDays) return doubt('too-long', begins, false);
    if (kind === 'guessed-make-up-day') doubt(kind, begins, true);

    const days = taken[kind === 'holiday' ? 'holiday' : 'make-up-day'];
    const take = (start: ICAL.Time, source = component): void => {
      const title = titleOf(source);
      const day = start.clone();
      for (let index = 0; index < length; index += 1, day.addDuration(ICAL.Duration.fromSeconds(86_400))) {
        const date = dateOf(day);
        if (day.year < first || day.year > last) continue;
        const before = days.get(date);
        if (!before) days.set(date, { date, name: title, ...basisOf(source) });
        else if (before.name !== title) doubt('duplicate', date, false);
      }
    };
    // Dates that are only listed (RDATE) come after the first one, which a rule would include.
    if (!component.hasProperty('rrule')) take(startDate);
    if (!event.isRecurring()) return;
    const iterator = event.iterator();
    for (let count = 0; ; count += 1) {
      const next = iterator.next();
      if (!next || next.year > last) return;
      if (count >= maxRepetitions || repetitions >= maxRepetitionsInAll) return doubt('endless', begins, true);
      repetitions += 1;
      const { item, startDate: start } = event.getOccurrenceDetails(next);
      if (!isCancelled(item.component)) take(start, item.component);
    }
  };

  for (const calendar of calendarsOf(text)) {
    const events = calendar.getAllSubcomponents('vevent');
    const idOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid'));
    const repeated = new Set(
      events.filter((event) => event.hasProperty('rrule') || event.hasProperty('rdate')).map(idOf),
    );
    const isException = (event: ICAL.Component): boolean =>
      event.hasProperty('recurrence-id') && repeated.has(idOf(event));
    const exceptions = Map.groupBy(events.filter(isException), idOf);
    for (const component of events) {
      // Exceptions to a repetition are reached through the repeated event.
      if (isException(component) || isCancelled(component)) continue;
      try {
        readEvent(component, exceptions.get(idOf(component)) ?? []);
      } catch (error) {
        if (error instanceof InputError) throw error;
        doubts.push({
          code: 'no-date',
          date: null,
          name: titleOf(component),
          used: false,
          text: doubtTexts['no-date']!,
        });
      }
    }
  }
  const sorted = (days: Map<string, CalendarDay>): CalendarDay[] =>
    [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    layer: {
      id,
      version,
      holidays: sorted(taken.holiday),
      makeUpDays: sorted(taken['make-up-day']),
    },
    doubts,
  };
}
