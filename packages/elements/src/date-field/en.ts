import type { dateField as vi } from './vi.ts';

export const dateField: typeof vi = {
  date: 'Not a valid date. Enter day/month/year, for example 15/10/2026',
  datePlaceholder: 'day/month/year',
  dateMin: (date) => `Must be ${date} or later`,
  dateMax: (date) => `Must not be after ${date}`,
  calendar: 'Open the calendar',
};
