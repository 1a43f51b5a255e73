import { refuse } from './say.ts';
import type { Answer, Criterion } from './schema.ts';

/** Marks an answer that carries no points: the line does not apply. */
export const NOT_APPLICABLE = -1;
/** Marks an answer that carries no points: a rate of nothing, 0/0. */
export const NO_DATA = -2;

/**
 * Points of one answer, in hundredths, after the line's own cap; or {@link NOT_APPLICABLE}, {@link NO_DATA}.
 * Throws `InputError` when the answer does not fit the criterion: a typing mistake is told, never cut to size. Only a
 * count may run over the maximum, because counting further is no mistake.
 *
 * @param list pointer of the list the answer stands in, and `at` its position: joined only when something is wrong
 */
export function answerPoints(criterion: Criterion, answer: Answer, list: string, at: number): number {
  const wrong = (code: string, field: string, ...[vi, en, ...values]: [string, string, ...number[]]): never =>
    refuse(code, `${list}/${at}/answer${field}`, vi, en, ...values);
  const natural = (value: number, field: string) =>
    Number.isSafeInteger(value) && value >= 0
      ? value
      : wrong('not-a-count', field, 'Cần là số nguyên không âm', 'Must be a non-negative integer');

  if ('notApplicable' in answer) {
    if (criterion.kind !== 'gate' && criterion.mayNotApply) return NOT_APPLICABLE;
    return wrong(
      'must-apply',
      '',
      'Mục này không được để “không áp dụng”',
      'This line cannot be marked “not applicable”',
    );
  }
  switch (criterion.kind) {
    case 'range': {
      if (!('points' in answer)) break;
      const { min = 0, max, step = 1 } = criterion;
      const points = natural(answer.points, '/points');
      if (points < min || points > max) {
        wrong(
          points > max ? 'above-the-maximum' : 'too-small',
          '/points',
          'Điểm phải từ $0 đến $1',
          'Points must be $0 to $1',
          min,
          max,
        );
      }
      if (points % step !== 0 && points !== max) {
        wrong('wrong-step', '/points', 'Điểm phải là bội số của $0', 'Points must be a multiple of $0', step);
      }
      return points;
    }
    case 'levels': {
      if (!('level' in answer)) break;
      const level = criterion.levels.find(({ id }) => id === answer.level);
      if (level) return Math.min(level.points, criterion.max);
      return wrong('not-an-option', '/level', 'Mức này không có trong bộ tiêu chí', 'The rubric has no such level');
    }
    case 'yes-no':
    case 'gate':
      if (!('met' in answer)) break;
      return answer.met && criterion.kind === 'yes-no' ? criterion.max : 0;
    case 'count': {
      if (!('count' in answer)) break;
      const points = Math.min(natural(answer.count, '/count') * criterion.each, criterion.max);
      return criterion.from === 'zero' ? points : criterion.max - points;
    }
    case 'ratio': {
      if (!('numerator' in answer)) break;
      const numerator = natural(answer.numerator, '/numerator');
      const denominator = natural(answer.denominator, '/denominator');
      if (denominator === 0) return NO_DATA;
      const reached = criterion.thresholds.filter(({ atLeast }) => numerator * 10_000 >= atLeast * denominator);
      const best = reached.reduce((a, b) => (b.atLeast > a.atLeast ? b : a), { atLeast: -1, points: 0 });
      return Math.min(best.points, criterion.max);
    }
    case 'formula':
  }
  return wrong(
    'wrong-answer',
    '',
    'Kiểu trả lời không hợp với loại tiêu chí',
    'This kind of answer does not fit the criterion',
  );
}
