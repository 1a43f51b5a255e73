import { isInputError } from '../errors/input-error.ts';
import { isPoints, refuse } from './message.ts';
import type { LineValue, Criterion } from './schema.ts';
import { withId } from './with-id.ts';

/** A line value of any kind; the kind of its criterion says which field counts. */
export type AnyLineValue = Partial<Record<'points' | 'count' | 'numerator' | 'denominator', number>> & {
  level?: string;
  met?: boolean;
  notApplicable?: boolean;
};

function refuseValue(pointer: string, code: string): never {
  refuse(code, pointer, 'Nội dung nhập không hợp với tiêu chí này', 'The value does not fit this criterion');
}

function checkCount(value: number, pointer: string): number {
  if (isPoints(value, 1_000_000_000)) return value;
  return refuse(
    'not-a-count',
    pointer,
    'Số lượng phải là số nguyên, từ 0 trở lên',
    'A count must be a whole number, 0 or more',
  );
}

/**
 * Points of the value entered for a line, in hundredths, after the line's own cap; or why it has none: `no-data` is a rate of nothing, 0/0.
 * Throws `InputError` when the value does not fit the criterion: a mistyped value is an error and never
 * cut to the range. Only a count may exceed the maximum, because counting further is no mistake.
 *
 * @param line JSON pointer of the line, e.g. `/lines/3`
 */
export function valuePoints(
  criterion: Criterion,
  value: LineValue,
  line: string,
): number | 'not-applicable' | 'no-data' {
  const pointer = `${line}/value`;
  // The fields of every kind at once: a value that has none of them fits no criterion.
  const { notApplicable, points, level, met, count, numerator, denominator } = Object(value) as AnyLineValue;
  if (notApplicable) {
    if (criterion.kind !== 'gate' && criterion.mayNotApply) return 'not-applicable';
    return refuseValue(pointer, 'must-apply');
  }
  switch (criterion.kind) {
    case 'range': {
      if (points === undefined) break;
      const { min = 0, max, step = 1 } = criterion;
      checkCount(points, `${pointer}/points`);
      if (points < min || points > max) {
        refuse(
          points > max ? 'above-the-maximum' : 'too-small',
          `${pointer}/points`,
          'Điểm phải từ $0 đến $1',
          'Points must be $0 to $1',
          min,
          max,
        );
      }
      if (points % step !== 0 && points !== max) {
        refuse(
          'wrong-step',
          `${pointer}/points`,
          'Điểm phải là bội số của $0',
          'Points must be a multiple of $0',
          step,
        );
      }
      return points;
    }
    case 'levels': {
      if (level === undefined) break;
      const chosen = withId(criterion.levels, level);
      if (chosen) return Math.min(chosen.points, criterion.max);
      return refuseValue(`${pointer}/level`, 'not-an-option');
    }
    case 'yes-no':
    case 'gate':
      if (typeof met !== 'boolean') break;
      return met && criterion.kind === 'yes-no' ? criterion.max : 0;
    case 'count': {
      if (count === undefined) break;
      const counted = Math.min(checkCount(count, `${pointer}/count`) * criterion.each, criterion.max);
      return criterion.from === 'zero' ? counted : criterion.max - counted;
    }
    case 'ratio': {
      if (numerator === undefined) break;
      checkCount(numerator, `${pointer}/numerator`);
      if (!checkCount(denominator!, `${pointer}/denominator`)) return 'no-data';
      let best = { atLeast: -1, points: 0 };
      for (const threshold of criterion.thresholds) {
        const { atLeast } = threshold;
        if (atLeast > best.atLeast && numerator * 10_000 >= atLeast * denominator!) best = threshold;
      }
      return Math.min(best.points, criterion.max);
    }
  }
  return refuseValue(pointer, 'wrong-value');
}

/** Whether a value can be entered for a criterion: of its kind, within its range, a multiple of its step. */
export function fits(criterion: Criterion, value: LineValue): boolean {
  try {
    valuePoints(criterion, value, '');
    return true;
  } catch (error) {
    if (isInputError(error)) return false;
    throw error;
  }
}
