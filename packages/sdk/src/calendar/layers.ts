import type { WorkCalendar } from './types.ts';

/** The changes of a province or an office to the calendar above it; everything absent is inherited. */
export interface CalendarLayer extends Partial<Omit<WorkCalendar, 'id' | 'version'>> {
  readonly id: string;
  readonly version: string;
  /** Dates that go back to the weekly pattern: neither a holiday nor a make-up day here. */
  readonly ordinaryDays?: readonly string[];
  /** Its holidays remove no make-up day of the calendars below: for days off from an unchecked file. */
  readonly keepsMakeUpDays?: boolean;
}

/**
 * Lays calendars over each other, nation → province → office. On one date the nearer layer decides: its holiday
 * replaces a make-up day from above and the other way round. The result is an ordinary calendar whose version names every
 * layer (`2026.1+79.3+office.2`), so that a stored deadline stays traceable.
 */
export function layerCalendars(base: WorkCalendar, ...layers: readonly CalendarLayer[]): WorkCalendar {
  return layers.reduce<WorkCalendar>((below, { ordinaryDays = [], keepsMakeUpDays = false, ...layer }) => {
    const { holidays = [], makeUpDays = [], basis = [] } = layer;
    const named = new Set([...ordinaryDays, ...makeUpDays.map(({ date }) => date)]);
    const decided = new Set([...named, ...holidays.map(({ date }) => date)]);
    const inherited = <T extends { readonly date: string }>(days: readonly T[], except = decided) =>
      days.filter(({ date }) => !except.has(date));
    return {
      ...below,
      ...layer,
      version: `${below.version}+${layer.version}`,
      holidays: [...inherited(below.holidays), ...holidays],
      makeUpDays: [...inherited(below.makeUpDays, keepsMakeUpDays ? named : decided), ...makeUpDays],
      basis: [...(below.basis ?? []), ...basis],
    };
  }, base);
}
