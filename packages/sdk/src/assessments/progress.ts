import type { Rubric } from '../rubrics/schema.ts';
import { planOf, type PlanLine } from './plan.ts';
import type { ScoredLine, ScoreResult } from './schema.ts';

/** How many lines of a side are scored, of those that have to be before it can hand the table on. */
export interface Progress {
  scored: number;
  lines: number;
}

/** Whether a line has to be scored and is not. Bonus and deduction lines may stay empty; formula lines are worked out. */
export function isOpenLine({ inTable, mayNotApply, criterion }: PlanLine, state: ScoredLine['state']): boolean {
  const isOpen = inTable && (state === 'missing' || (state === 'no-data' && !mayNotApply));
  return isOpen && criterion.kind !== 'formula';
}

/** How far one side has come with a table. */
export function progressOf(rubric: Rubric, { lines }: Pick<ScoreResult, 'lines'>): Progress {
  const { lines: planned, lineIndex } = planOf(rubric);
  const counted = lines.flatMap(({ criterionId, state }) => {
    const line = planned[lineIndex.get(criterionId) ?? -1];
    return line && isOpenLine(line, 'missing') && state !== 'reserved' ? [isOpenLine(line, state)] : [];
  });
  return { scored: counted.filter((isOpen) => !isOpen).length, lines: counted.length };
}

/** How far both sides have come, as lists show it. */
export function assessmentProgress(
  rubric: Rubric,
  { self, appraised }: { self: ScoreResult; appraised: ScoreResult | null },
) {
  const own = progressOf(rubric, self);
  const given = appraised ? progressOf(rubric, appraised) : { scored: 0, lines: ofAppraiser(rubric) };
  return { selfScored: own.scored, selfLines: own.lines, appraisedScored: given.scored, appraisedLines: given.lines };
}

const ofAppraiser = (rubric: Rubric) => planOf(rubric).lines.filter((line) => isOpenLine(line, 'missing')).length;
