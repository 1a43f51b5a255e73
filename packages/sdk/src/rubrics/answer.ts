import { isInputError } from '../errors/input-error.ts';
import { isPoints, refuse, refuseNumber } from './say.ts';
import type { Answer, Criterion } from './schema.ts';
import { withId } from './with-id.ts';

/** The JSON pointer of `answer`, `answer/points` … of the line; asked for only when something is wrong. */
type PointerOf = (field: string) => string;

function misfit(pointer: string, code: string): never {
  refuse(code, pointer, 'Trả lời không hợp với tiêu chí này', 'The answer does not fit this criterion');
}

function natural(value: number, pointerOf: PointerOf, field: string): number {
  return isPoints(value, 1_000_000_000) ? value : refuseNumber('not-a-count', pointerOf(field));
}

/**
 * Points of one answer, in hundredths, after the line's own cap; or why it has none: `no-data` is a rate of nothing, 0/0.
 * Throws `InputError` when the answer does not fit the criterion: a typing mistake is told, never cut to size. Only a
 * count may run over the maximum, because counting further is no mistake.
 */
export function answerPoints(
  criterion: Criterion,
  answer: Answer,
  pointerOf: PointerOf,
): number | 'not-applicable' | 'no-data' {
  if ('notApplicable' in answer) {
    if (criterion.kind !== 'gate' && criterion.mayNotApply) return 'not-applicable';
    return misfit(pointerOf('answer'), 'must-apply');
  }
  switch (criterion.kind) {
    case 'range': {
      if (!('points' in answer)) break;
      const { min = 0, max, step = 1 } = criterion;
      const points = natural(answer.points, pointerOf, 'answer/points');
      if (points < min || points > max) {
        refuse(
          points > max ? 'above-the-maximum' : 'too-small',
          pointerOf('answer/points'),
          'Điểm phải từ $0 đến $1',
          'Points must be $0 to $1',
          min,
          max,
        );
      }
      if (points % step !== 0 && points !== max) {
        refuse(
          'wrong-step',
          pointerOf('answer/points'),
          'Điểm phải là bội số của $0',
          'Points must be a multiple of $0',
          step,
        );
      }
      return points;
    }
    case 'levels': {
      if (!('level' in answer)) break;
      const level = withId(criterion.levels, answer.level);
      if (level) return Math.min(level.points, criterion.max);
      return misfit(pointerOf('answer/level'), 'not-an-option');
    }
    case 'yes-no':
    case 'gate':
      if (!('met' in answer)) break;
      return answer.met && criterion.kind === 'yes-no' ? criterion.max : 0;
    case 'count': {
      if (!('count' in answer)) break;
      const points = Math.min(natural(answer.count, pointerOf, 'answer/count') * criterion.each, criterion.max);
      return criterion.from === 'zero' ? points : criterion.max - points;
    }
    case 'ratio': {
      if (!('numerator' in answer)) break;
      const numerator = natural(answer.numerator, pointerOf, 'answer/numerator');
      const denominator = natural(answer.denominator, pointerOf, 'answer/denominator');
      if (denominator === 0) return 'no-data';
      let best = { atLeast: -1, points: 0 };
      for (const threshold of criterion.thresholds) {
        const { atLeast } = threshold;
        if (atLeast > best.atLeast && numerator * 10_000 >= atLeast * denominator) best = threshold;
      }
      return Math.min(best.points, criterion.max);
    }
    case 'formula':
  }
  return misfit(pointerOf('answer'), 'wrong-answer');
}

/** Whether an answer can be given to a criterion: of its kind, within its range, in its steps. */
export function fits(criterion: Criterion, answer: Answer): boolean {
  try {
    answerPoints(criterion, answer, () => '');
    return true;
  } catch (error) {
    if (isInputError(error)) return false;
    throw error;
  }
}
