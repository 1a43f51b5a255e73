export { addTerm, countWorkingDays, isWorkingDay, provisionalYears } from './terms.ts';
export { layerCalendars, type CalendarLayer } from './layers.ts';
export type {
  CalendarDay,
  CalendarScope,
  MakeUpDay,
  Shift,
  Term,
  TermOptions,
  TermUnit,
  WorkCalendar,
} from './types.ts';
export { vietnamCalendar } from './vietnam.ts';
