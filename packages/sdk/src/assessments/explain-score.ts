import type { Bilingual } from '../errors/input-error.ts';
import { formatPoints } from '../rubrics/points.ts';
import type { Criterion, RubricText, Step } from '../rubrics/schema.ts';
import type { Answer } from './schema.ts';
import type { Fraction, TakenStep, Working } from './working.ts';

type Locale = 'vi' | 'en';
/** A sentence, given the language and the number format of that language. */
type Sentence = (locale: Locale, points: (hundredths: number) => string) => string;

function both(sentence: Sentence): Bilingual {
  return {
    vi: sentence('vi', (value) => formatPoints(value)),
    en: sentence('en', (value) => formatPoints(value, 'en')),
  };
}

/** The name of a node in a language; Vietnamese where nobody has translated it. */
export function titleOf({ number, title }: { number?: string | undefined; title: RubricText }, locale: Locale): string {
  return `${number ? `${number}. ` : ''}${(locale === 'en' && title.en) || title.vi}`;
}

function pick(locale: Locale, vi: string, en: string): string {
  return locale === 'vi' ? vi : en;
}

/** How the answer led to the points. */
function how(
  criterion: Criterion,
  answer: Answer | undefined,
  locale: Locale,
  points: (hundredths: number) => string,
): string {
  if (criterion.kind === 'formula') return `${criterion.expression} → `;
  if (!answer) return '';
  if ('met' in answer) return answer.met ? pick(locale, 'có → ', 'yes → ') : pick(locale, 'không → ', 'no → ');
  if ('level' in answer && criterion.kind === 'levels') {
    const level = criterion.levels.find(({ id }) => id === answer.level);
    return level ? `“${titleOf(level, locale)}” → ` : '';
  }
  if ('count' in answer && criterion.kind === 'count') {
    const product = `${answer.count} × ${points(criterion.each)}`;
    return criterion.from === 'zero' ? `${product} → ` : `${points(criterion.max)} − ${product} → `;
  }
  if ('numerator' in answer && answer.denominator > 0) {
    return `${answer.numerator}/${answer.denominator} = ${points(Math.floor((answer.numerator * 10_000) / answer.denominator))} % → `;
  }
  return '';
}

function explainLine({ plan, rubric, answers, states, points }: Working, at: number): Bilingual {
  const { criterion, max, inTable } = plan.lines[at]!;
  return both((locale, format) => {
    const name = titleOf(criterion, locale);
    const full = inTable && rubric.notApplicable === 'full-marks' && points[at]! > 0;
    const granted = full ? pick(locale, `, tính đủ ${format(max)} điểm`, `, counted in full: ${format(max)}`) : '';
    switch (states[at]) {
      case 'missing':
        return `${name}: ${pick(locale, 'chưa chấm', 'not scored yet')}`;
      case 'reserved':
        return `${name}: ${pick(locale, 'dành cho cấp trên chấm', 'reserved to the superior')}`;
      case 'not-applicable':
        return `${name}: ${pick(locale, 'không áp dụng', 'not applicable')}${granted}`;
      case 'no-data':
        return `${name}: ${pick(locale, 'không có dữ liệu', 'no data')}${granted}`;
      default: {
        const reason = how(criterion, answers[at], locale, format);
        if (criterion.kind === 'gate') return `${name}: ${reason.replace(' → ', '')}`;
        return `${name}: ${reason}${format(points[at]!)} / ${format(max)} ${pick(locale, 'điểm', 'points')}`;
      }
    }
  });
}

function explainGroup({ plan, sums, capped, room }: Working, at: number): Bilingual {
  const { group, max } = plan.groups[at]!;
  return both((locale, format) => {
    const name = group
      ? titleOf(group, locale)
      : pick(
          locale,
          ['Cộng các tiêu chí', 'Điểm cộng', 'Điểm trừ'][at]!,
          ['Sum of the criteria', 'Bonus', 'Deduction'][at]!,
        );
    const cut =
      sums[at]! > max
        ? pick(
            locale,
            ` (cộng được ${format(sums[at]!)}, tính tối đa ${format(max)})`,
            ` (adds up to ${format(sums[at]!)}, at most ${format(max)} count)`,
          )
        : '';
    return `${name}: ${format(capped[at]!)} / ${format(room[at]!)} ${pick(locale, 'điểm', 'points')}${cut}`;
  });
}

function explainStep({ step, before, after, by }: TakenStep, room: number): Bilingual | undefined {
  const changed = before[0] * after[1] !== after[0] * before[1];
  return both((locale, format) => {
    const value = ([numerator, denominator]: Fraction) =>
      denominator === 1 ? format(numerator) : `≈ ${format(Math.round((numerator / denominator) * 100) / 100)}`;
    const [was, is] = [value(before), value(after)];
    const texts: Record<Step, () => string> = {
      rescale: () =>
        pick(
          locale,
          `Quy đổi vì có mục không áp dụng: ${was} × ${format(by)} / ${format(room)} = ${is}`,
          `Scaled up for lines that do not apply: ${was} × ${format(by)} / ${format(room)} = ${is}`,
        ),
      bonus: () => `${pick(locale, 'Điểm cộng', 'Bonus')}: ${was} + ${format(by)} = ${is}`,
      deduction: () => `${pick(locale, 'Điểm trừ', 'Deduction')}: ${was} − ${format(by)} = ${is}`,
      clamp: () =>
        changed
          ? pick(
              locale,
              `Giới hạn từ 0 đến ${format(by)}: ${was} → ${is}`,
              `Kept within 0 to ${format(by)}: ${was} → ${is}`,
            )
          : pick(locale, `Nằm trong khung 0 đến ${format(by)}: ${is}`, `Within 0 to ${format(by)}: ${is}`),
      round: () =>
        pick(locale, `Làm tròn đến ${format(by)}: ${was} → ${is}`, `Rounded to ${format(by)}: ${was} → ${is}`),
    };
    return texts[step]();
  });
}

/** One sentence for each line, each group, each step of the total, and the total itself. */
export function explainScore(working: Working): Bilingual[] {
  const { plan, steps, room, total, outOf } = working;
  const sentences: Bilingual[] = plan.lines.map((_, at) => explainLine(working, at));
  // Inside out, the table's own sum last.
  for (let at = plan.groups.length - 1; at >= 3; at--) sentences.push(explainGroup(working, at));
  const { bonus, deduction } = working.rubric;
  for (const at of [0, ...(bonus ? [1] : []), ...(deduction ? [2] : [])]) sentences.push(explainGroup(working, at));
  for (const step of steps) {
    const sentence = explainStep(step, room[0]!);
    if (sentence) sentences.push(sentence);
  }
  sentences.push(
    both((locale, format) =>
      total === null
        ? pick(
            locale,
            'Không có mục nào áp dụng: không có gì để tính điểm',
            'No line applies: there is nothing to score',
          )
        : pick(
            locale,
            `Tổng: ${format(total)} / ${format(outOf)} điểm`,
            `Total: ${format(total)} / ${format(outOf)} points`,
          ),
    ),
  );
  return sentences;
}
