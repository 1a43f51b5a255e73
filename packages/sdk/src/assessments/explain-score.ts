import type { Bilingual } from '../errors/input-error.ts';
import type { AnyLineValue } from '../rubrics/line-value.ts';
import { message, type MessageValue } from '../rubrics/message.ts';
import type { Criterion, RubricText, Step } from '../rubrics/schema.ts';
import { withId } from '../rubrics/with-id.ts';
import type { Fraction, ScoreCalculation } from './calculation.ts';

export const NO_LINE_APPLIES: Bilingual = { vi: 'Không có mục nào áp dụng', en: 'No line applies' };

/** The name of a node, with its number. */
function nameOf({ number, title }: { number?: string | undefined; title: RubricText }): Bilingual {
  return same('$1$0', title, number ? `${number}. ` : '');
}

function same(template: string, ...values: MessageValue[]): Bilingual {
  return message(template, template, ...values);
}

/** How the value led to the points; '' where the value is the points. */
function explainValue(
  criterion: Criterion,
  { met, level, count, numerator, denominator }: AnyLineValue = {},
): MessageValue {
  switch (criterion.kind) {
    case 'formula':
      return criterion.expression;
    case 'yes-no':
    case 'gate':
      return met ? message('có', 'yes') : message('không', 'no');
    case 'levels':
      return same('“$0”', withId(criterion.levels, level!)!.title);
    case 'count': {
      const { from, each, max } = criterion;
      return same(from === 'zero' ? '$0 × $1' : '$2 − $0 × $1', String(count), each, max);
    }
    case 'ratio':
      return same('$0 = $1%', `${numerator}/${denominator}`, Math.floor((numerator! * 10_000) / denominator!));
  }
  return '';
}

const withoutScore = {
  missing: message('chưa chấm', 'not scored yet'),
  reserved: message('cấp trên chấm', 'the superior scores'),
  'not-applicable': message('không áp dụng', 'not applicable'),
  'no-data': message('không có dữ liệu', 'no data'),
};

function explainLine({ plan, values, states, points }: ScoreCalculation, at: number): Bilingual {
  const { criterion, max } = plan.lines[at]!;
  const [name, state, worth] = [nameOf(criterion), states[at]!, points[at]!];
  if (state === 'scored') {
    const how = explainValue(criterion, values[at]);
    return message('$0: $1$2 / $3 điểm', '$0: $1$2 / $3 points', name, how && same('$0 → ', how), worth, max);
  }
  const why = withoutScore[state];
  return worth > 0 ? message('$0: $1, tính đủ $2', '$0: $1, in full: $2', name, why, worth) : same('$0: $1', name, why);
}

const partNames = [
  message('Cộng các tiêu chí', 'Sum of the criteria'),
  message('Điểm cộng', 'Bonus'),
  message('Điểm trừ', 'Deduction'),
];

function explainGroup({ plan, sums, uncut, reachable }: ScoreCalculation, at: number): Bilingual {
  const { group, max } = plan.groups[at]!;
  const sum = uncut[at]!;
  const name = group ? nameOf(group) : partNames[at]!;
  const cut = sum > max ? message(' (cộng được $0, tối đa $1)', ' (adds up to $0, at most $1)', sum, max) : '';
  return message('$0: $1 / $2 điểm$3', '$0: $1 / $2 points$3', name, sums[at]!, reachable[at]!, cut);
}

const stepTexts: Readonly<Record<Step, readonly [vi: string, en: string]>> = {
  rescale: [
    'Quy đổi vì có mục không áp dụng: $0 × $2 / $3 = $1',
    'Scaled up for lines that do not apply: $0 × $2 / $3 = $1',
  ],
  bonus: ['Cộng: $0 + $2 = $1', 'Bonus: $0 + $2 = $1'],
  deduction: ['Trừ: $0 − $2 = $1', 'Deduction: $0 − $2 = $1'],
  clamp: ['Giới hạn từ 0 đến $2 điểm: $1', 'Limited to 0 to $2 points: $1'],
  round: ['Làm tròn đến $2: $0 → $1', 'Rounded to $2: $0 → $1'],
};

/** Rounded for display; the computation uses the exact fraction. */
function shown([numerator, denominator]: Fraction): number {
  return Math.round((numerator / denominator) * 1e4) / 1e4;
}

/** The groups in the order of the table, each after those inside it: the sum of the table after its groups. */
function insideOut({ groups }: ScoreCalculation['plan']): number[] {
  const inside = new Map<number, number[]>();
  for (const [at, { parent }] of groups.entries()) inside.set(parent, [...(inside.get(parent) ?? []), at]);
  const withInside = (at: number): number[] => [...(inside.get(at) ?? []).flatMap(withInside), at];
  return (inside.get(-1) ?? []).flatMap(withInside);
}

/** One sentence for each line, each group, each step of the total – a limit only where it cuts –, and the total itself. */
export function explainScore(calculation: ScoreCalculation): Bilingual[] {
  const { plan, steps, reachable, total, outOf } = calculation;
  return [
    ...plan.lines.map((_, at) => explainLine(calculation, at)),
    ...insideOut(plan).flatMap((at) => (plan.groups[at]!.max > 0 ? explainGroup(calculation, at) : [])),
    ...steps
      .filter(({ step, before, after }) => step !== 'clamp' || shown(before) !== shown(after))
      .map(({ step, before, after, by }) =>
        message(...stepTexts[step], shown(before), shown(after), by, reachable[0]!),
      ),
    total === null ? NO_LINE_APPLIES : message('Tổng: $0 / $1 điểm', 'Total: $0 / $1 points', total, outOf),
  ];
}
