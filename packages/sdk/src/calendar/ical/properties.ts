/** What our files say wrote them. */
export const program = '-//Dan van kheo//Working calendar//VI';

/** What tells days off from days worked in our own files; other programs show them as they show any category. */
export const categories = { holiday: 'HOLIDAY', makeUpDay: 'MAKE-UP-DAY' } as const;

/** The legal basis of a day, as JSON. Programs that do not know the property skip it (RFC 5545, 3.8.8.2). */
export const basisProperty = 'x-dvk-basis';

/** What Exchange, Outlook and Funambol write beside times to say that an event is of whole days. */
export const wholeDayProperties = [
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
  'X-FUNAMBOL-ALLDAY',
] as const;
