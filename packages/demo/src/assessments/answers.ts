import type { LineValue } from '@dvk/sdk/assessments';
import type { Criterion, Rubric, RubricNode } from '@dvk/sdk/rubrics';
import type { Random } from '../support/random.ts';

/** A line of a rubric that somebody fills in. */
export interface DemoLine {
  criterion: Criterion;
  /** Whether the line counts, adds points or takes some off. */
  part: 'criteria' | 'bonus' | 'deduction';
  /** Only the appraising level scores it. */
  reserved: boolean;
}

function linesUnder(nodes: readonly RubricNode[], part: DemoLine['part'], reserved: boolean): DemoLine[] {
  return nodes.flatMap((node) => {
    const isReserved = reserved || node.scoredBy === 'superior';
    if (node.kind === 'group') return linesUnder(node.children, part, isReserved);
    return [{ criterion: node, part, reserved: isReserved }];
  });
}

/** The lines of a rubric that somebody fills in. */
export function linesToFill({ criteria, bonus, deduction }: Rubric): DemoLine[] {
  return [
    ...linesUnder(criteria, 'criteria', false),
    ...linesUnder(bonus?.criteria ?? [], 'bonus', false),
    ...linesUnder(deduction?.criteria ?? [], 'deduction', false),
  ].filter(({ criterion }) => criterion.kind !== 'formula');
}

const rounded = (points: number, step: number) => Math.round(points / step) * step;

/** The value entered by a subject that does as well as `quality` (0 to 1) says. */
export function fillLine({ criterion, part }: DemoLine, random: Random, quality: number): LineValue {
  const good = Math.min(1, Math.max(0, quality + (random.next() - 0.5) * 0.16));
  switch (criterion.kind) {
    case 'range': {
      const { min = 0, max, step = max >= 2000 ? 50 : 25 } = criterion;
      return { points: Math.min(max, Math.max(min, rounded(max * good, step))) };
    }
    case 'levels': {
      const best = criterion.levels.toSorted((a, b) => b.points - a.points);
      // A bonus is the exception.
      const share = part === 'bonus' ? good * 0.35 : good;
      return { level: best[Math.min(best.length - 1, Math.floor((1 - share) * best.length))]!.id };
    }
    case 'yes-no':
      return { met: part === 'deduction' ? random.chance(0.04) : random.chance(0.6 + 0.4 * good) };
    case 'count': {
      const full = Math.max(1, Math.floor(criterion.max / criterion.each));
      if (part !== 'criteria') return { count: random.chance(part === 'bonus' ? 0.3 : 0.1) ? 1 : 0 };
      return { count: criterion.from === 'zero' ? Math.round(full * good) : Math.round(full * (1 - good)) };
    }
    case 'ratio': {
      const denominator = random.integer(12, 300);
      return { numerator: Math.round(denominator * (0.55 + 0.45 * good)), denominator };
    }
    case 'gate':
      return { met: true };
    case 'formula':
      throw new Error('A formula line takes no value');
  }
}
