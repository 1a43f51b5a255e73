import { InputError } from '../errors/index.ts';
import { plainForm } from './plain-form.ts';

/** A number as typed. */
export interface ParsedNumber {
  value: number;
  /**
   * The other possible reading when the text has two, such as `1.000` (1000, or 1 with three decimals) and `1,000` (1, or
   * 1000 in English notation): show `value` and ask.
   */
  other?: number;
}

interface Decimal {
  /** As JavaScript writes it. */
  plain: string;
  other?: string;
}

const nonBreakingSpace = '\u00a0';

/**
 * `1234567.5` → `1.234.567,5`. Needs no ICU data.
 * @param decimals most decimals shown (default 3); trailing zeros are dropped unless `fixed`
 * @throws InputError `not-a-number` for NaN, infinities and magnitudes from 1e21
 */
export function formatNumber(value: number, { decimals = 3, fixed = false } = {}): string {
  if (!(Math.abs(value) < 1e21)) {
    throw new InputError('not-a-number', '/value', {
      vi: 'Giá trị không phải là số viết được.',
      en: 'The value is not a number that can be written out.',
    });
  }
  const [whole = '', fraction = ''] = value.toFixed(decimals).split('.');
  return join(whole, fixed ? fraction : fraction.replace(/0+$/, ''));
}

/**
 * `88.4` → `88,4%`, without a space, as official documents write it.
 * @param percent hundredths of the whole: 100 is all of it
 * @param decimals most decimals shown (default 1)
 * @throws InputError `not-a-number`
 */
export function formatPercent(percent: number, { decimals = 1 } = {}): string {
  return `${formatNumber(percent, { decimals })}%`;
}

/**
 * Reads a number typed with `,` or `.` as decimal mark: `8,5`, `8.5`, `1.234,5`, `1 234,5`, `1,234.5`. Where one mark
 * alone could also separate thousands, the Vietnamese reading is `value` and the second is stated in `other`.
 * `undefined` when the text is not a number (also for wrong grouping such as `12.34.5`).
 */
export function parseNumber(typed: string): ParsedNumber | undefined {
  const decimal = readDecimal(typed);
  if (!decimal) return undefined;
  const value = Number(decimal.plain) + 0;
  return decimal.other === undefined ? { value } : { value, other: Number(decimal.other) };
}

/**
 * Points in hundredths for the screen: `8750` → `87,50`; `{trim: true}` → `87,5`.
 * @throws InputError `not-points` unless an integer
 */
export function formatPoints(hundredths: number, { trim = false } = {}): string {
  if (!Number.isSafeInteger(hundredths)) {
    throw new InputError('not-points', '/hundredths', {
      vi: 'Điểm phải là số nguyên tính theo phần trăm điểm (87,5 điểm là 8750).',
      en: 'Points are an integer count of hundredths (87.5 points is 8750).',
    });
  }
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const fraction = digits.slice(-2);
  return join((hundredths < 0 ? '-' : '') + digits.slice(0, -2), trim ? fraction.replace(/0+$/, '') : fraction);
}

/**
 * Points as typed (`87,5`, `87.50`, `87`) to an integer count of hundredths, without ever passing through a binary
 * fraction. `undefined` for anything else, for more than two decimals, and for text with two readings (`1.000`).
 */
export function parsePoints(typed: string): number | undefined {
  const decimal = readDecimal(typed);
  if (!decimal || decimal.other !== undefined) return undefined;
  const [whole = '', fraction = ''] = decimal.plain.split('.');
  if (fraction.length > 2) return undefined;
  const hundredths = Number(whole + fraction.padEnd(2, '0'));
  return Number.isSafeInteger(hundredths) ? hundredths + 0 : undefined;
}

/**
 * An amount in đồng: `7700000000` → `7.700.000.000 ₫` (with a no-break space).
 * @throws InputError `not-money` unless an integer
 */
export function formatMoney(dong: number | bigint): string {
  if (typeof dong === 'number' && !Number.isSafeInteger(dong)) {
    throw new InputError('not-money', '/dong', {
      vi: 'Số tiền phải là số đồng nguyên.',
      en: 'An amount is a whole number of đồng.',
    });
  }
  return `${join(String(dong), '')}${nonBreakingSpace}₫`;
}

function join(whole: string, fraction: string): string {
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length);
  // The first group is what is left over of groups of three.
  const first = digits.length % 3 || 3;
  const grouped = sign + digits.slice(0, first) + digits.slice(first).replace(/\d{3}/g, '.$&');
  // Rounding and hundredths can leave "-0", which nobody writes.
  const text = fraction ? `${grouped},${fraction}` : grouped;
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

function readDecimal(typed: string): Decimal | undefined {
  const [, minus = '', body = ''] = /^([+-]?) ?(.*)$/.exec(plainForm(typed)) ?? [];
  if (!/^(?:\d+|(?=[.,]))(?:[., ]\d+)*$/.test(body) || body === '') return undefined;
  const sign = minus === '' || minus === '+' ? '' : '-';
  const marks = body.match(/\D/g) ?? [];
  const groups = body.split(/\D/);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined) return { plain: sign + body };
  const onlyMark = marks.length === 1;
  const decimalMark = /[.,]/.test(last!) && (onlyMark || last !== first);
  const fraction = decimalMark ? groups.pop()! : '';
  const separators = decimalMark ? marks.slice(0, -1) : marks;
  if (separators.some((separator) => separator !== first)) return undefined;
  if (separators.length > 0 && !isGrouped(groups)) return undefined;
  const whole = groups.join('') || '0';
  const plain = sign + (decimalMark ? `${whole}.${fraction}` : whole);
  // One mark before exactly three digits: decimals or thousands, nobody can tell. "0.125" has no second reading.
  if (decimalMark && onlyMark && isGrouped([whole, fraction]) && !whole.startsWith('0')) {
    const thousands = sign + whole + fraction;
    return last === '.' ? { plain: thousands, other: plain } : { plain, other: thousands };
  }
  return { plain };
}

function isGrouped(groups: string[]): boolean {
  return groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
}
