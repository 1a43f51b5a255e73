import { normalizePhone } from '../text/index.ts';
import { toWellFormed } from '../text/well-formed.ts';

/** What a person typed, made storable: well-formed Unicode, NFC, no outer white space. */
export function tidy(text: string): string {
  return toWellFormed(text).normalize('NFC').trim();
}

/** Whether a `YYYY-MM-DD` names a day that exists. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** A telephone number in its one stored form; what is none stays, to be refused by {@link isPhone}. */
export function storedPhone(typed: string): string {
  return normalizePhone(typed) ?? typed;
}

export function isPhone(typed: string): boolean {
  return normalizePhone(typed) !== undefined;
}
