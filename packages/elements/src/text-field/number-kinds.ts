import { formatNumber, formatPoints, parseNumber, parsePoints, plainForm } from '@dvk/sdk/text';

/** How a kind of number is typed, stored and shown. `parse` gives `undefined` for what is not clearly such a number. */
export interface NumberKind {
  readonly inputmode: 'decimal' | 'numeric';
  parse(typed: string): number | undefined;
  format(stored: number): string;
}

/** Without decimals, a lone mark before three digits can only separate thousands. */
function parseWhole(typed: string): number | undefined {
  const read = parseNumber(typed);
  return [read?.value, read?.other].find(Number.isSafeInteger);
}

/** A number without the unit that people write with it. */
function withoutUnit(typed: string, unit: string): string {
  const text = plainForm(typed);
  return text.replace(new RegExp(`^(?:${unit})\\.? ?(?=\\d)|(?<=\\d)(?:,-)? ?(?:${unit})\\.?$|(?<=\\d),-$`, 'giu'), '');
}

const parseMoney = (typed: string) => parseWhole(withoutUnit(typed, '₫|đ|đồng|dong|vnđ|vnd'));
const parsePointsWithUnit = (typed: string) => parsePoints(withoutUnit(typed, 'đ|điểm|diem'));

export const numberKinds: Readonly<Record<string, NumberKind>> = {
  number: { inputmode: 'decimal', parse: (typed) => parseNumber(typed)?.value, format: formatNumber },
  count: { inputmode: 'numeric', parse: parseWhole, format: formatNumber },
  points: {
    inputmode: 'decimal',
    parse: parsePointsWithUnit,
    format: (stored) => formatPoints(stored, { trim: true }),
  },
  money: { inputmode: 'numeric', parse: parseMoney, format: (stored) => formatNumber(stored) },
};
