import type { Rubric } from '@dvk/sdk/rubrics';
import type { SheetRow } from './sheet.ts';

/** Widths of the columns in hundredths of the page. */
export const widths = [8, 38, 12, 27, 15];

const illustration = 'Mẫu minh họa – chưa phải văn bản ban hành';

/** The texts above and below the table. */
export function heading(rubric: Rubric): string[] {
  const { number, title, issuer, confidence } = rubric.legalBasis;
  const source = [number, issuer].filter(Boolean).join(', ');
  return [rubric.title.vi, confidence === 'illustrative' ? illustration : source ? `Theo ${source}` : title];
}

/** Numbers and points stand in the middle of their columns, as does every heading. */
export const isCentred = (kind: SheetRow['kind'], column: number) => kind === 'header' || column === 0 || column === 2;
