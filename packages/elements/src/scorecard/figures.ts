import type { AssessmentResults, ScoredLine } from '@dvk/sdk/assessments';
import type { RubricNode } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { Card, CardLine } from './card.ts';

type Column = 'self' | 'appraised';

/** Points that are taken off stand with a minus. */
const signOf = (part: CardLine['part']): 1 | -1 => (part === 'deduction' ? -1 : 1);

/** Points, or a dash where there are none. */
export const shownPoints = (points: number | undefined): string =>
  points === undefined ? '–' : formatPoints(points, { trim: true }).replace('-', '−');

/** A difference with its sign. */
export const shownDifference = (points: number | undefined): string =>
  points !== undefined && points > 0 ? `+${shownPoints(points)}` : shownPoints(points);

/** The numbers of a sheet beside what was entered: points of lines and groups, differences, what is still open. */
export class Figures {
  readonly card: Card;
  readonly results: AssessmentResults;
  readonly #lines: Readonly<Record<Column, ReadonlyMap<string, ScoredLine>>>;
  readonly #parts: ReadonlyMap<string, CardLine['part']>;

  constructor(card: Card, results: AssessmentResults) {
    this.card = card;
    this.results = results;
    const byId = (lines: readonly ScoredLine[] = []) => new Map(lines.map((line) => [line.criterionId, line]));
    this.#lines = { self: byId(results.self.lines), appraised: byId(results.appraised?.lines) };
    this.#parts = new Map(card.lines.map(({ criterion, part }) => [criterion.id, part]));
  }

  /** Whether the column of the appraiser is shown. */
  get showsAppraised(): boolean {
    return this.card.side === 'appraised' || (this.card.side === 'none' && this.results.appraised !== null);
  }

  /** The column whose lines are being filled in, or were last. */
  get column(): Column {
    return this.showsAppraised ? 'appraised' : 'self';
  }

  /** The points of a line, once it has some. */
  points(id: string, column: Column): number | undefined {
    const line = this.#lines[column].get(id);
    return line?.state === 'scored' ? signOf(this.#parts.get(id)!) * line.points : undefined;
  }

  /** How far the appraiser's points of a line are from the unit's own. */
  differenceOf(id: string): number | undefined {
    return minus(this.points(id, 'appraised'), this.points(id, 'self'));
  }

  /** The sum of a group, cut to its maximum. */
  sum(node: RubricNode, column: Column): number | undefined {
    if (node.kind !== 'group') return this.points(node.id, column);
    const all = node.children.map((child) => this.sum(child, column)).filter((points) => points !== undefined);
    if (all.length === 0) return undefined;
    const sum = all.reduce((total, points) => total + points, 0);
    return Math.max(-node.max, Math.min(node.max, sum));
  }

  /** The sum of what is added to the table, or taken from it. */
  sumOf(part: 'bonus' | 'deduction', column: Column): number | undefined {
    const result = this.results[column];
    // Not −0.
    return result ? signOf(part) * result[part] || 0 : undefined;
  }

  /** Lines that the person at the screen sees. */
  get lines(): readonly CardLine[] {
    return this.card.lines.filter(({ reserved }) => !reserved || this.card.side !== 'self');
  }

  /** Lines that both have scored, and not alike. */
  get differing(): readonly CardLine[] {
    return this.lines.filter(({ criterion }) => (this.differenceOf(criterion.id) ?? 0) !== 0);
  }

  /** Lines that somebody has to score before the sheet can be handed on. */
  get countedLines(): readonly CardLine[] {
    return this.lines.filter(
      ({ criterion, part, reserved }) =>
        part === 'table' && criterion.kind !== 'formula' && !(reserved && this.column === 'self'),
    );
  }

  /** Those of them that are not scored yet. */
  get unscored(): readonly CardLine[] {
    const lines = this.#lines[this.column];
    return this.countedLines.filter(({ criterion }) => {
      const state = lines.get(criterion.id)?.state ?? 'missing';
      const mayNotApply = criterion.kind !== 'gate' && criterion.mayNotApply;
      return state === 'missing' || (state === 'no-data' && !mayNotApply);
    });
  }

  /** Lines whose points ask for more files than there are. */
  get withoutEvidence(): readonly CardLine[] {
    return this.lines.filter(({ criterion, reserved }) => {
      const { evidence: demand, id } = criterion;
      if (!demand || reserved || this.card.files(id).length >= demand.min) return false;
      const value = this.card.valueOf(criterion, 'self');
      if (criterion.kind === 'gate') return value !== undefined && 'met' in value && value.met;
      const points = this.#lines.self.get(id);
      return points?.state === 'scored' && points.points > (demand.above ?? 0);
    });
  }
}

export function minus(points: number | undefined, other: number | undefined): number | undefined {
  return points === undefined || other === undefined ? undefined : points - other;
}
