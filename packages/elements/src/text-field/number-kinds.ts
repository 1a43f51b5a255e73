/** How a kind of number is typed, stored and shown. */
export interface NumberKind {
  /** Decimals kept; the stored value is the number × 10^`scale` where `integer` is set. */
  decimals: number;
  /** The value is an integer count of the smallest unit: hundredths of a point, đồng. */
  integer: boolean;
  /** A lone separator before three digits is a thousands mark (money), not a decimal one. */
  grouped: boolean;
}

export const numberKinds = {
  number: { decimals: 6, integer: false, grouped: false },
  points: { decimals: 2, integer: true, grouped: false },
  money: { decimals: 0, integer: true, grouped: true },
} as const satisfies Record<string, NumberKind>;

/**
 * Reads a typed number: comma or dot as decimal mark; for money, marks between groups of three. `undefined` if it is
 * not clearly a number of this kind – it is never guessed.
 *
 * @returns the stored value: canonical decimal (`8.5`), or an integer for points (hundredths) and money (đồng)
 */
export function parseTyped(typed: string, kind: NumberKind): string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]|đ(ồng)?$/giu, '');
  if (kind.grouped) {
    const plain = text.replace(/(?<=^-?\d{1,3}(?:[.,]\d{3})*)[.,](?=\d{3}(?:[.,]\d{3})*$)/g, '');
    return /^-?\d{1,15}$/.test(plain) ? String(Number(plain)) : undefined;
  }
  const [, sign = '', whole = '', fraction = ''] = /^([-−]?)(\d{1,12})(?:[.,](\d+))?$/.exec(text) ?? [];
  if (!whole || fraction.length > kind.decimals) return undefined;
  const negative = sign && Number(whole + fraction) ? '-' : '';
  if (kind.integer) return negative + String(Number(whole + fraction.padEnd(kind.decimals, '0')));
  const tail = fraction.replace(/0+$/, '');
  return negative + String(Number(whole)) + (tail && `.${tail}`);
}

/** A stored value as a person reads it: `8,25`, `1.500.000`. */
export function formatStored(value: string, kind: NumberKind, lang: 'vi' | 'en'): string {
  const number = Number(value) / (kind.integer ? 10 ** kind.decimals : 1);
  return value === '' || Number.isNaN(number)
    ? value
    : number.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB', {
        maximumFractionDigits: kind.decimals,
        useGrouping: kind.grouped,
      });
}
