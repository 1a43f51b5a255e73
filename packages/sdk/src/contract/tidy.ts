import { normalizePhone, toNfc } from '../text/index.ts';
import { toWellFormed } from '../text/well-formed.ts';

/** The most UTF-16 units that NFC makes one character of. */
const mostUnits = 6;

/**
 * What a person typed, made storable: well-formed Unicode, NFC, no outer white space. Text that is far longer than `max` characters is only
 * trimmed: it is refused for its length anyway.
 */
export function tidy(text: string, max = Infinity): string {
  const trimmed = text.trim();
  return trimmed.length > max * mostUnits ? trimmed : toNfc(toWellFormed(trimmed));
}

const tidiers = new Map<number, (text: string) => string>();

/** {@link tidy} for one length: always the same function, so that it can be recognised in a schema. */
export function tidyWithin(max: number): (text: string) => string {
  const known = tidiers.get(max) ?? ((text: string) => tidy(text, max));
  tidiers.set(max, known);
  return known;
}

/** Whether text reads in the direction it is written in: characters that change it display another text than the one stored. */
export function keepsDirection(text: string): boolean {
  return !/[\u202a-\u202e\u2066-\u2069]/.test(text);
}

const seen = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Co}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether text is empty or has a visible character: spaces, fillers and marks without a letter are not enough. */
export function isSeen(text: string): boolean {
  return text === '' || seen.test(text);
}

/** Whether a `YYYY-MM-DD` names a day that exists. */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** A telephone number in its one stored form; text that is none is returned unchanged and refused by {@link isPhone}. */
export function storedPhone(typed: string): string {
  return normalizePhone(typed) ?? typed;
}

export function isPhone(typed: string): boolean {
  return normalizePhone(typed) !== undefined;
}
