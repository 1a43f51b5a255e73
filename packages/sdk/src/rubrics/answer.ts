import { isInputError } from '../errors/input-error.ts';
import { isPoints, refuse, refuseNumber } from './say.ts';
import type { Answer, Criterion } from './schema.ts';
import { withId } from './with-id.ts';

/** An answer of whatever kind, to be read by the kind of its criterion. */
export type AnyAnswer = Partial<Record<'points' | 'count' | 'numerator' | 'denominator', number>> & {
  level?: string;
  met?: boolean;
  notApplicable?: boolean;
};

function misfit(pointer: string, code: string): never {
  refuse(code, pointer, 'Trả lời không hợp với tiêu chí này', 'The answer does not fit this criterion');
}

function natural(value: number, pointer: string): number {
  return isPoints(value, 1_000_000_000) ? value : refuseNumber('not-a-count', pointer);
}

/**
 * Points of one answer, in hundredths, after the line's own cap; or why it has none: `no-data` is a rate of nothing, 0/0.
 * Throws `InputError` when the answer does not fit the criterion: a typing mistake is told, never cut to size. Only a
 * count may run over the maximum, because counting further is no mistake.
 *
 * @param line JSON pointer of the line, e.g. `/lines/3`
 */
export function answerPoints(
  criterion: Criterion,
  answer: Answer,
  line: string,
): number | 'not-applicable' | 'no-data' {
  const pointer = `${line}/answer`;
  // Of every kind of answer at once: what is missing, or no answer at all, fits no criterion.
  const { notApplicable, points, level, met, count, numerator, denominator } = Object(answer) as AnyAnswer;
  if (notApplicable) {
    if (criterion.kind !== 'gate' && criterion.mayNotApply) return 'not-applicable';
    return misfit(pointer, 'must-apply');
  }
  switch (criterion.kind) {
    case 'range': {
      if (points === undefined) break;
      const { min = 0, max, step = 1 } = criterion;
      natural(points, `${pointer}/points`);
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
      return misfit(`${pointer}/level`, 'not-an-option');
    }
    case 'yes-no':
    case 'gate':
      if (typeof met !== 'boolean') break;
      return met && criterion.kind === 'yes-no' ? criterion.max : 0;
    case 'count': {
      if (count === undefined) break;
      const counted = Math.min(natural(count, `${pointer}/count`) * criterion.each, criterion.max);
      return criterion.from === 'zero' ? counted : criterion.max - counted;
    }
    case 'ratio': {
      if (numerator === undefined) break;
      natural(numerator, `${pointer}/numerator`);
      if (!natural(denominator!, `${pointer}/denominator`)) return 'no-data';
      let best = { atLeast: -1, points: 0 };
      for (const threshold of criterion.thresholds) {
        const { atLeast } = threshold;
        if (atLeast > best.atLeast && numerator * 10_000 >= atLeast * denominator!) best = threshold;
      }
      return Math.min(best.points, criterion.max);
    }
  }
  return misfit(pointer, 'wrong-answer');
}

/** Whether an answer can be given to a criterion: of its kind, within its range, in its steps. */
export function fits(criterion: Criterion, answer: Answer): boolean {
  try {
    answerPoints(criterion, answer, '');
    return true;
  } catch (error) {
    if (isInputError(error)) return false;
    throw error;
  }
}
