import { refuse, refuseNumber } from './say.ts';
import type { Answer, Criterion } from './schema.ts';

/** Marks an answer that carries no points: the line does not apply. */
export const NOT_APPLICABLE = -1;
/** Marks an answer that carries no points: a rate of nothing, 0/0. */
export const NO_DATA = -2;

type Place = readonly [list: string, at: number];

function pointerOf([list, at]: Place, field: string): string {
  return `${list}/${at}/answer${field}`;
}

function wrong(place: Place, field: string, code: string, vi: string, en: string, ...values: number[]): never {
  refuse(code, pointerOf(place, field), vi, en, ...values);
}

function misfit(place: Place, field: string, code: string): never {
  wrong(place, field, code, 'Trả lời không hợp với tiêu chí này', 'The answer does not fit this criterion');
}

function natural(place: Place, field: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) refuseNumber('not-a-count', pointerOf(place, field));
  return value;
}

/**
 * Points of one answer, in hundredths, after the line's own cap; or {@link NOT_APPLICABLE}, {@link NO_DATA}.
 * Throws `InputError` when the answer does not fit the criterion: a typing mistake is told, never cut to size. Only a
 * count may run over the maximum, because counting further is no mistake.
 *
 * @param place pointer of the list the answer stands in and its position there, joined only when something is wrong
 */
export function answerPoints(criterion: Criterion, answer: Answer, place: Place): number {
  if ('notApplicable' in answer) {
    if (criterion.kind !== 'gate' && criterion.mayNotApply) return NOT_APPLICABLE;
    return misfit(place, '', 'must-apply');
  }
  switch (criterion.kind) {
    case 'range': {
      if (!('points' in answer)) break;
      const { min = 0, max, step = 1 } = criterion;
      const points = natural(place, '/points', answer.points);
      if (points < min || points > max) {
        wrong(
          place,
          '/points',
          points > max ? 'above-the-maximum' : 'too-small',
          'Điểm phải từ $0 đến $1',
          'Points must be $0 to $1',
          min,
          max,
        );
      }
      if (points % step !== 0 && points !== max) {
        wrong(place, '/points', 'wrong-step', 'Điểm phải là bội số của $0', 'Points must be a multiple of $0', step);
      }
      return points;
    }
    case 'levels': {
      if (!('level' in answer)) break;
      const level = criterion.levels.find(({ id }) => id === answer.level);
      if (level) return Math.min(level.points, criterion.max);
      return misfit(place, '/level', 'not-an-option');
    }
    case 'yes-no':
    case 'gate':
      if (!('met' in answer)) break;
      return answer.met && criterion.kind === 'yes-no' ? criterion.max : 0;
    case 'count': {
      if (!('count' in answer)) break;
      const points = Math.min(natural(place, '/count', answer.count) * criterion.each, criterion.max);
      return criterion.from === 'zero' ? points : criterion.max - points;
    }
    case 'ratio': {
      if (!('numerator' in answer)) break;
      const numerator = natural(place, '/numerator', answer.numerator);
      const denominator = natural(place, '/denominator', answer.denominator);
      if (denominator === 0) return NO_DATA;
      const reached = criterion.thresholds.filter(({ atLeast }) => numerator * 10_000 >= atLeast * denominator);
      const best = reached.reduce((a, b) => (b.atLeast > a.atLeast ? b : a), { atLeast: -1, points: 0 });
      return Math.min(best.points, criterion.max);
    }
    case 'formula':
  }
  return misfit(place, '', 'wrong-answer');
}
