import { numberIn, tableOf } from '../../statistics/check.ts';
import { aggregate } from './aggregate.ts';

type Ratings = readonly (readonly (number | null)[])[];

/** How one appraiser differs from the colleagues who scored the same lines. Shown, never silently applied. */
export interface Severity {
  /** 0-based row of the ratings. */
  rater: number;
  /** Lines this appraiser and at least one colleague scored. */
  lines: number;
  /** Mean of own score minus the colleagues' mean: negative is severe, positive lenient; `undefined` without such lines. */
  meanDifference: number | undefined;
}

/**
 * Severity of each appraiser.
 *
 * @param ratings appraisers × lines, in points; `null` where not scored.
 * @throws InputError `ragged-table`, `not-a-number`.
 */
export function appraiserSeverity(ratings: Ratings): Severity[] {
  tableOf(ratings, '/ratings');
  return ratings.map((row, rater) => {
    const differences = row.map((score, line) => {
      const others = aggregate(colleagues(ratings, rater, line), 'mean');
      return score === null || others === undefined ? null : numberIn(score, `/ratings/${rater}/${line}`) - others;
    });
    return {
      rater,
      lines: differences.filter((difference) => difference !== null).length,
      meanDifference: aggregate(differences, 'mean'),
    };
  });
}

/** A score far from the colleagues' on one line: a matter for moderation, not for deletion. */
export interface OutlierLine {
  /** 0-based column of the ratings. */
  line: number;
  rater: number;
  score: number;
  /** Median of the colleagues' scores. */
  median: number;
  /** `score − median`, in points. */
  difference: number;
}

/**
 * Lines on which someone differs from the median of the colleagues by more than the tolerance, in the order of lines.
 * Lines with fewer than three scores are left out: with two, nobody can say who is off.
 *
 * @param ratings appraisers × lines, in points.
 * @param tolerance in points: one for all lines, or one per line.
 * @throws InputError `ragged-table`, `not-a-number`, `out-of-range`.
 */
export function outlierLines(ratings: Ratings, tolerance: number | readonly number[]): OutlierLine[] {
  return Array.from({ length: tableOf(ratings, '/ratings') }, (_, line) => {
    const most =
      typeof tolerance === 'object'
        ? numberIn(tolerance[line], `/tolerance/${line}`, 0)
        : numberIn(tolerance, '/tolerance', 0);
    return ratings.flatMap((row, rater) => {
      const others = colleagues(ratings, rater, line);
      const score = row[line]!;
      if (score === null || others.filter((other) => other !== null).length < 2) return [];
      const median = aggregate(others, 'median')!;
      const difference = numberIn(score, `/ratings/${rater}/${line}`) - median;
      return Math.abs(difference) > most ? [{ line, rater, score, median, difference }] : [];
    });
  }).flat();
}

function colleagues(ratings: Ratings, rater: number, line: number): (number | null)[] {
  return ratings.filter((_, other) => other !== rater).map((row) => row[line]!);
}
