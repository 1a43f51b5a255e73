import type { Answer } from '@dvk/sdk/assessments';
import type { Criterion } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { scorecard } from './vi.ts';

/** What a person entered for one line, as text in the boxes of its kind: `value`, and `total` for a rate. */
export interface Entry {
  value: string;
  total?: string;
  notApplicable?: boolean;
}

/** The boxes that show an answer. */
export function entryOf(answer: Answer | undefined): Entry {
  if (!answer) return { value: '' };
  if ('notApplicable' in answer) return { value: '', notApplicable: true };
  if ('points' in answer) return { value: String(answer.points) };
  if ('level' in answer) return { value: answer.level };
  if ('met' in answer) return { value: String(answer.met) };
  if ('count' in answer) return { value: String(answer.count) };
  return { value: String(answer.numerator), total: String(answer.denominator) };
}

/** The answer that the boxes hold; `undefined` while it is not one. */
export function answerOf({ kind }: Criterion, { value, total, notApplicable }: Entry): Answer | undefined {
  if (notApplicable) return { notApplicable: true };
  if (value === '') return undefined;
  const number = Number(value);
  switch (kind) {
    case 'range':
      return Number.isInteger(number) ? { points: number } : undefined;
    case 'levels':
      return { level: value };
    case 'yes-no':
    case 'gate':
      return { met: value === 'true' };
    case 'count':
      return Number.isInteger(number) && number >= 0 ? { count: number } : undefined;
    case 'ratio': {
      const denominator = Number(total || 'NaN');
      const whole = Number.isInteger(number) && Number.isInteger(denominator) && number >= 0 && denominator >= 0;
      return whole ? { numerator: number, denominator } : undefined;
    }
    case 'formula':
      return undefined;
  }
}

/** An answer in words, for the column that is only read. */
export function answerText(
  criterion: Criterion,
  answer: Answer | undefined,
  texts: typeof scorecard,
  lang: 'vi' | 'en',
): string {
  if (!answer) return '–';
  if ('notApplicable' in answer) return texts.notApplicable;
  if ('points' in answer) return formatPoints(answer.points, { trim: true });
  if ('met' in answer) return answer.met ? texts.met : texts.notMet;
  if ('count' in answer) return String(answer.count);
  if ('numerator' in answer) return `${answer.numerator}/${answer.denominator}`;
  const level = criterion.kind === 'levels' ? criterion.levels.find(({ id }) => id === answer.level) : undefined;
  return level ? (level.title[lang] ?? level.title.vi) : answer.level;
}
