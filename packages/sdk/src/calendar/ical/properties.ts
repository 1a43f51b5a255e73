/** The program that our files name as their writer. */
export const program = '-//Dan van kheo//Working calendar//VI';

/** Categories that distinguish days off from make-up days in our own files. */
export const categories = { holiday: 'HOLIDAY', makeUpDay: 'MAKE-UP-DAY' } as const;

/** The legal basis of a day, as JSON. Programs that do not know the property skip it (RFC 5545, 3.8.8.2). */
export const basisProperty = 'x-dvk-basis';

/** Properties by which Exchange, Outlook and Funambol mark an event with times as a whole-day event. */
export const wholeDayProperties = [
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
  'X-FUNAMBOL-ALLDAY',
] as const;
