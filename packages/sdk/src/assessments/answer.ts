import { InputError } from '../errors/input-error.ts';
import type { Criterion } from '../rubrics/schema.ts';
import type { Answer } from './schema.ts';

/** Marks an answer that carries no points: the line does not apply. */
export const NOT_APPLICABLE = -1;
/** Marks an answer that carries no points: a rate of nothing, 0/0. */
export const NO_DATA = -2;

/** Where an answer stands: the list's pointer and the position in it; joined only when something is wrong. */
type Place = readonly [list: string, at: number];

function refuse(code: string, [list, at]: Place, field: string, vi: string, en: string): never {
  throw new InputError(code, `${list}/${at}/answer${field}`, { vi, en });
}

function natural(value: number, place: Place, field: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    refuse('not-a-count', place, field, 'Cần là số nguyên không âm', 'Must be a non-negative integer');
  }
  return value;
}

/**
 * Points of one answer, in hundredths, after the line's own cap; or {@link NOT_APPLICABLE}, {@link NO_DATA}.
 * Throws `InputError` when the answer does not fit the criterion: a typing mistake is told, never cut to size. Only a
 * count may run over the maximum, because counting further is no mistake.
 */
export function answerPoints(criterion: Criterion, answer: Answer, ...place: Place): number {
  if ('notApplicable' in answer) {
    if (criterion.kind === 'gate' || !criterion.mayNotApply) {
      refuse(
        'must-apply',
        place,
        '',
        'Mục này không được để “không áp dụng”',
        'This line cannot be marked “not applicable”',
      );
    }
    return NOT_APPLICABLE;
  }
  switch (criterion.kind) {
    case 'range': {
      if (!('points' in answer)) break;
      const points = natural(answer.points, place, '/points');
      if (points > criterion.max || points < (criterion.min ?? 0)) {
        refuse(
          points > criterion.max ? 'above-the-maximum' : 'too-small',
          place,
          '/points',
          `Điểm phải từ ${(criterion.min ?? 0) / 100} đến ${criterion.max / 100}`,
          `Points must be ${(criterion.min ?? 0) / 100} to ${criterion.max / 100}`,
        );
      }
      if (points % (criterion.step ?? 1) !== 0 && points !== criterion.max) {
        refuse(
          'wrong-step',
          place,
          '/points',
          `Điểm phải là bội số của ${criterion.step! / 100}`,
          `Points must be a multiple of ${criterion.step! / 100}`,
        );
      }
      return points;
    }
    case 'levels': {
      if (!('level' in answer)) break;
      const level = criterion.levels.find(({ id }) => id === answer.level);
      if (!level)
        refuse('not-an-option', place, '/level', 'Mức này không có trong bộ tiêu chí', 'The rubric has no such level');
      return Math.min(level.points, criterion.max);
    }
    case 'yes-no':
    case 'gate':
      if (!('met' in answer)) break;
      return answer.met && criterion.kind === 'yes-no' ? criterion.max : 0;
    case 'count': {
      if (!('count' in answer)) break;
      const points = Math.min(natural(answer.count, place, '/count') * criterion.each, criterion.max);
      return criterion.from === 'zero' ? points : criterion.max - points;
    }
    case 'ratio': {
      if (!('numerator' in answer)) break;
      const numerator = natural(answer.numerator, place, '/numerator');
      const denominator = natural(answer.denominator, place, '/denominator');
      if (denominator === 0) return NO_DATA;
      let best = -1;
      let points = 0;
      for (const threshold of criterion.thresholds) {
        if (threshold.atLeast > best && numerator * 10_000 >= threshold.atLeast * denominator) {
          best = threshold.atLeast;
          points = Math.min(threshold.points, criterion.max);
        }
      }
      return points;
    }
    case 'formula':
      refuse(
        'computed-line',
        place,
        '',
        'Dòng này do công thức tính, không nhập',
        'This line is computed, not entered',
      );
  }
  return refuse(
    'wrong-answer',
    place,
    '',
    'Kiểu trả lời không hợp với loại tiêu chí',
    'This kind of answer does not fit the criterion',
  );
}
