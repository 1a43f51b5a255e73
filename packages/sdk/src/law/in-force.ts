import type { LegalBasis } from './legal-basis.ts';

/**
 * Whether what rests on it holds on a date, its first and last day included. A bound that is absent holds without end.
 *
 * @param date - `YYYY-MM-DD`
 */
export function isInForce({ from, to }: Pick<LegalBasis, 'from' | 'to'>, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
