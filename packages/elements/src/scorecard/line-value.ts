import type { LineValue } from '@dvk/sdk/assessments';
import type { Criterion } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { SheetTexts } from './texts.ts';

/** What a person entered for one line, as text in the boxes of its kind: `value`, and `total` for a rate. */
export interface Entry {
  value: string;
  total?: string;
  notApplicable?: boolean;
}

/** The boxes that show the value of a line. */
export function entryOf(lineValue: LineValue | undefined): Entry {
  if (!lineValue) return { value: '' };
  if ('notApplicable' in lineValue) return { value: '', notApplicable: true };
  if ('points' in lineValue) return { value: String(lineValue.points) };
  if ('level' in lineValue) return { value: lineValue.level };
  if ('met' in lineValue) return { value: String(lineValue.met) };
  if ('count' in lineValue) return { value: String(lineValue.count) };
  return { value: String(lineValue.numerator), total: String(lineValue.denominator) };
}

/** The value of a line that the boxes hold; `undefined` while they hold none. */
export function lineValueOf({ kind }: Criterion, { value, total, notApplicable }: Entry): LineValue | undefined {
  if (notApplicable) return { notApplicable: true };
  if (value === '') return undefined;
  const number = Number(value);
  const isCount = (count: number) => Number.isInteger(count) && count >= 0;
  switch (kind) {
    case 'range':
      return Number.isInteger(number) ? { points: number } : undefined;
    case 'levels':
      return { level: value };
    case 'yes-no':
    case 'gate':
      return { met: value === 'true' };
    case 'count':
      return isCount(number) ? { count: number } : undefined;
    case 'ratio': {
      if (!total) return undefined;
      const denominator = Number(total);
      return isCount(number) && isCount(denominator) ? { numerator: number, denominator } : undefined;
    }
    case 'formula':
      return undefined;
  }
}

/** The value of a line in words, for the column that is only read. */
export function lineValueText(
  criterion: Criterion,
  lineValue: LineValue | undefined,
  texts: SheetTexts,
  lang: 'vi' | 'en',
): string {
  if (!lineValue) return '–';
  if ('notApplicable' in lineValue) return texts.notApplicable;
  if ('points' in lineValue) return formatPoints(lineValue.points, { trim: true });
  if ('met' in lineValue) return lineValue.met ? texts.met : texts.notMet;
  if ('count' in lineValue) return String(lineValue.count);
  if ('numerator' in lineValue) return `${lineValue.numerator}/${lineValue.denominator}`;
  const level = criterion.kind === 'levels' ? criterion.levels.find(({ id }) => id === lineValue.level) : undefined;
  return level ? (level.title[lang] ?? level.title.vi) : lineValue.level;
}
