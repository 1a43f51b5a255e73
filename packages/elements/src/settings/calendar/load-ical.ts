import { loadPart } from '../../internal/load-part.ts';

/** Loads what reads iCalendar files. */
export const loadIcalIn = (): Promise<typeof import('./ical-in.ts')> => loadPart(() => import('./ical-in.ts'));

/** Loads what writes iCalendar files. */
export const loadIcalOut = (): Promise<typeof import('./ical-out.ts')> => loadPart(() => import('./ical-out.ts'));
