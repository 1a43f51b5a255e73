import type { CalendarDay, WorkCalendar } from '@dvk/sdk/calendar';
import { kindOfDay, swapOf, type DayKind, type OwnDay } from '@dvk/sdk/settings';
import { formatDate } from '@dvk/sdk/text';
import { isRecord } from '../../internal/is-record.ts';
import type { settingsCalendar } from '../../locale/settings-calendar/vi.ts';

/** What the person wants a day to be. A swap has its other day in `other`, `''` while it is not chosen yet. */
export interface Wanted {
  kind: DayKind;
  /** Name of a holiday, or of a day from elsewhere. */
  name?: string;
  other?: string;
  /** What the day rests on, where it has a basis of its own. */
  basis?: CalendarDay['basis'];
}

/** What the person wants of days, by date. */
export type WantedDays = Readonly<Record<string, Wanted>>;

export const areWantedDays = (state: unknown): state is WantedDays =>
  isRecord(state) && Object.values(state).every((each) => isRecord(each) && typeof each['kind'] === 'string');

/** What is wanted of days as the calendar says it: a swap is two days, and one that is given up frees its other day. */
export function ownDays(
  wanted: WantedDays,
  before: WorkCalendar,
  texts: typeof settingsCalendar,
): Record<string, OwnDay> {
  const days: Record<string, OwnDay> = {};
  for (const date of Object.keys(wanted)) {
    const other = swapOf(before, date);
    if (other !== undefined) days[other] = { is: 'ordinary' };
  }
  for (const [date, { kind, name, other, basis }] of Object.entries(wanted)) {
    const more = basis ? { basis } : {};
    if (kind === 'working' || kind === 'rest') days[date] = { is: 'ordinary' };
    else if (kind === 'made-up') {
      days[date] = {
        is: 'made-up',
        name: name ?? (other ? texts.names.madeUp(formatDate(other)) : texts.names.plainMadeUp),
        ...more,
      };
      if (other) days[other] = { is: 'holiday', name: texts.names.swapped, ...more };
    } else {
      days[date] = { is: 'holiday', name: name ?? texts.names.swapped, ...more };
      if (other) days[other] = { is: 'made-up', name: texts.names.madeUp(formatDate(date)), ...more };
    }
  }
  return days;
}

/** What keeps what is wanted from being saved, by date, apart from what the rules of calendars say. */
export function faultsOfDays(
  wanted: WantedDays,
  before: WorkCalendar,
  texts: typeof settingsCalendar,
): [date: string, fault: string][] {
  const { faults } = texts;
  return Object.entries(wanted).flatMap(([date, { kind, name, other }]): [string, string][] => {
    if (kind === 'holiday' && !name?.trim()) return [[date, faults.needsName]];
    if (kind !== 'swapped' && kind !== 'made-up') return [];
    if (kind === 'swapped' && name === undefined && !other) return [[date, faults.needsMakeUp]];
    if (!other || swapOf(before, date) === other) return [];
    const { day } = kindOfDay(before, other);
    const twice = Object.entries(wanted).find(
      ([each, { other: its }]) => each !== date && (its === other || each === other),
    );
    const taken = day?.name ?? (twice && texts.choices[twice[1].kind].toLocaleLowerCase('vi'));
    return taken ? [[other, faults.taken(taken)]] : [];
  });
}
