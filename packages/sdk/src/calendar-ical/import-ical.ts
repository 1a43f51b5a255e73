import ICAL from 'ical.js';
import type { CalendarDay, CalendarLayer } from '../calendar/index.ts';
import { InputError, type Bilingual } from '../errors/index.ts';
import type { LegalBasis } from '../law/index.ts';
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

/** The calendars of a file; a file may hold several. */
function calendarsOf(text: string): ICAL.Component[] {
  if (typeof text !== 'string' || text.length > maxLength) throw notACalendar();
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
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

const dateOf = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * Reads days off and make-up days from an iCalendar file (RFC 5545): whole-day events, also of several days and
 * repeated ones, within the years asked for. Feeds mix days off with feasts, so everything that is not certain comes back
 * as a doubt for a person; nothing is taken over silently.
 *
 * @throws InputError `not-a-calendar`, `bad-years`
 */
export function importIcal(text: string, { id, version, years }: IcalImportOptions): IcalImport {
  const [first, last] = years;
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1900 || last > 2199 || last < first) {
    throw new InputError('bad-years', '/options/years', {
      vi: 'Cần năm đầu và năm cuối, từ 1900 đến 2199',
      en: 'A first and a last year are needed, from 1900 to 2199',
    });
  }
  const doubts: IcalDoubt[] = [];
  const taken = { holiday: new Map<string, CalendarDay>(), 'make-up-day': new Map<string, CalendarDay>() };

  const readEvent = (component: ICAL.Component): void => {
    const name = titleOf(component);
    const doubt = (code: string, date: string | null, used: boolean): void => {
      doubts.push({ code, date, name, used, text: doubtTexts[code]! });
    };
    const event = new ICAL.Event(component);
    const { startDate } = event;
    if (!startDate) return doubt('no-date', null, false);
    const begins = dateOf(startDate);
    if (!startDate.isDate) return doubt('not-a-whole-day', begins, false);
    const kind = kindOf(component, name);
    if (kind === 'observance') return doubt(kind, begins, false);
    const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
    if (length > maxDays) return doubt('too-long', begins, false);
    if (kind === 'guessed-make-up-day') doubt(kind, begins, true);

    const days = taken[kind === 'holiday' ? 'holiday' : 'make-up-day'];
    const take = (start: ICAL.Time): void => {
      const day = start.clone();
      for (let index = 0; index < length; index += 1, day.addDuration(ICAL.Duration.fromSeconds(86_400))) {
        const date = dateOf(day);
        if (day.year < first || day.year > last) continue;
        const before = days.get(date);
        if (!before) days.set(date, { date, name, ...basisOf(component) });
        else if (before.name !== name) doubt('duplicate', date, false);
      }
    };
    if (!event.isRecurring()) return take(startDate);
    const iterator = event.iterator();
    for (let count = 0; ; count += 1) {
      const next = iterator.next();
      if (!next || next.year > last) return;
      if (count >= maxRepetitions) return doubt('endless', begins, true);
      take(event.getOccurrenceDetails(next).startDate);
    }
  };

  let timeZone: string | undefined;
  for (const calendar of calendarsOf(text)) {
    timeZone ??= calendar.getFirstPropertyValue('x-wr-timezone')?.toString();
    for (const component of calendar.getAllSubcomponents('vevent')) {
      // Exceptions to a repetition are reached through the repeated event.
      if (component.hasProperty('recurrence-id')) continue;
      if (component.getFirstPropertyValue('status') === 'CANCELLED') continue;
      try {
        readEvent(component);
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
      ...(timeZone && { timeZone }),
      holidays: sorted(taken.holiday),
      makeUpDays: sorted(taken['make-up-day']),
    },
    doubts,
  };
}
