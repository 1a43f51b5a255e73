import { formatDate } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import type { units } from './vi.ts';

/** What must be said of the days on which a unit exists; `''` where it goes on. */
export function validityOf(
  { validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>,
  on: string,
  texts: typeof units,
): string {
  if (validFrom > on) return texts.begins(formatDate(validFrom));
  if (validTo === null) return '';
  return validTo < on ? texts.ended(formatDate(validTo)) : texts.ends(formatDate(validTo));
}
