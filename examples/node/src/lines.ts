import type { LineValue, SelfLine } from '@dvk/sdk/assessments';
import type { Criterion, Rubric, RubricNode } from '@dvk/sdk/rubrics';
import { fold, parsePoints } from '@dvk/sdk/text';

/** The lines a unit scores itself: what is reserved to the superior, and what is computed, is left out. */
function* ownCriteria(nodes: readonly RubricNode[]): Generator<Criterion> {
  for (const node of nodes) {
    if (node.scoredBy === 'superior' || node.kind === 'formula') continue;
    if (node.kind === 'group') yield* ownCriteria(node.children);
    else yield node;
  }
}

function lineValueOf(criterion: Criterion, cell: string): LineValue | undefined {
  if (fold(cell) === fold('không áp dụng')) return { notApplicable: true };
  switch (criterion.kind) {
    case 'range': {
      const points = parsePoints(cell);
      return points === undefined ? undefined : { points };
    }
    case 'levels': {
      const level = criterion.levels.find(({ title }) => fold(title.vi) === fold(cell));
      return level && { level: level.id };
    }
    case 'yes-no':
    case 'gate': {
      const met = new Map([
        ['co', true],
        ['khong', false],
      ]).get(fold(cell));
      return met === undefined ? undefined : { met };
    }
    case 'count':
      return /^\d+$/.test(cell) ? { count: Number(cell) } : undefined;
    case 'ratio': {
      const [, numerator, denominator] = /^(\d+) *\/ *(\d+)$/.exec(cell) ?? [];
      return denominator === undefined ? undefined : { numerator: Number(numerator), denominator: Number(denominator) };
    }
    case 'formula':
      return undefined;
  }
}

/**
 * The scores of one line of the file: a column for each criterion, headed by its id. An empty cell is a line not scored yet.
 *
 * @returns the lines to send, and the columns that cannot be read
 */
export function selfLines(
  rubric: Rubric,
  cells: Readonly<Record<string, string>>,
): { lines: SelfLine[]; unreadable: string[] } {
  const lines: SelfLine[] = [];
  const unreadable: string[] = [];
  const roots = [...rubric.criteria, ...(rubric.bonus?.criteria ?? []), ...(rubric.deduction?.criteria ?? [])];
  for (const criterion of ownCriteria(roots)) {
    const cell = cells[criterion.id] ?? '';
    if (cell === '') continue;
    const value = lineValueOf(criterion, cell);
    if (value) lines.push({ criterionId: criterion.id, value });
    else unreadable.push(criterion.id);
  }
  return { lines, unreadable };
}
