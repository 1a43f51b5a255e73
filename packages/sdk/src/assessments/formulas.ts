import { InputError } from '../errors/input-error.ts';
import { evaluateFormula, exact, type Exact } from '../rubrics/formula.ts';
import { roundFraction } from '../rubrics/rounding.ts';
import { refuse, refuseUnknown } from '../rubrics/message.ts';
import type { FormulaCriterion, Rounding } from '../rubrics/schema.ts';
import type { LineScores } from './calculation.ts';

/** Points of a formula line in hundredths, rounded once and kept within 0 and its maximum. */
function pointsOf({ numerator, denominator }: Exact, max: number, mode: Rounding['mode']): number {
  if (numerator <= 0n) return 0;
  if (numerator * 100n >= BigInt(max) * denominator) return max;
  return roundFraction(numerator * 100n, denominator, { to: 1, mode });
}

/**
 * Fills in the formula lines of a rubric; pass it to `score` as `formulas`. It is separate because it loads an
 * expression parser. A formula over a line without a score has none either; one that divides by zero has no data.
 *
 * @example
 * score(rubric, lines, { formulas: scoreFormulas })
 */
export function scoreFormulas({ rubric, plan, values, points, states }: LineScores): void {
  const open = new Set<number>();
  const done = new Set<number>();

  const visit = (index: number): void => {
    const { criterion, id, max, pointer: place } = plan.lines[index]!;
    if (criterion.kind !== 'formula' || done.has(index)) return;
    const pointer = `${place}/inputs`;
    if (open.has(index)) {
      refuse(
        'cyclic-formula',
        pointer,
        'Công thức của “$0” tham chiếu vòng quanh',
        'The formula of “$0” refers back to itself',
        id,
      );
    }
    open.add(index);
    compute(criterion, index, max, pointer);
    done.add(index);
  };

  const compute = (criterion: FormulaCriterion, index: number, max: number, pointer: string): void => {
    const inputs = new Map<string, Exact>();
    for (const [name, { line, take = 'points' }] of Object.entries(criterion.inputs)) {
      const read = plan.lineIndex.get(line);
      if (read === undefined) return refuseUnknown('unknown-line', `${pointer}/${name}`, line);
      visit(read);
      const state = states[read]!;
      if (state === 'reserved' && states[index] !== 'reserved') {
        refuse(
          'formula-reads-reserved',
          `${pointer}/${name}`,
          'Dòng “$0” dành cho cấp trên: công thức này cũng phải để cấp trên chấm',
          "Line “$0” is the superior's: so must this formula be",
          line,
        );
      }
      const value = values[read];
      if (take === 'max') inputs.set(name, exact(plan.lines[read]!.max, 100));
      else if (state !== 'scored') {
        if (states[index] !== 'reserved') states[index] = state;
        return;
      } else if (take === 'points') inputs.set(name, exact(points[read]!, 100));
      else if (value && 'numerator' in value) inputs.set(name, exact(value.numerator, value.denominator));
      else if (value && 'count' in value) inputs.set(name, exact(value.count));
      else
        refuse(
          'no-value',
          `${pointer}/${name}`,
          'Dòng “$0” không có số đếm hay tỷ lệ',
          'Line “$0” has no count or rate',
          line,
        );
    }
    if (states[index] === 'reserved') return;
    const value = evaluateFormula(criterion, inputs);
    if (value && 'code' in value)
      throw new InputError(value.code, `${plan.lines[index]!.pointer}/expression`, value.text);
    states[index] = value ? 'scored' : 'no-data';
    if (value) points[index] = pointsOf(value, max, rubric.rounding.mode);
  };

  for (const index of plan.lines.keys()) visit(index);
}
