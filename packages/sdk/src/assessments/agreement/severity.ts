import { listOf, numberIn, tableOf } from '../../statistics/check.ts';
import { aggregate } from './aggregate.ts';

type Ratings = readonly (readonly (number | null)[])[];

/** How one appraiser differs from the colleagues who scored the same lines. For display only; it changes no score. */
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
  const lines = new Int32Array(ratings.length);
  const differences = new Float64Array(ratings.length);
  for (const present of scoredLines(ratings)) {
    const others = present.length - 1;
    if (others < 1) continue;
    const sum = present.reduce((total, { score }) => total + score, 0);
    for (const { rater, score } of present) {
      lines[rater]!++;
      differences[rater]! += score - (sum - score) / others;
    }
  }
  return ratings.map((_, rater) => ({
    rater,
    lines: lines[rater]!,
    meanDifference: lines[rater]! > 0 ? differences[rater]! / lines[rater]! : undefined,
  }));
}

/** Who scored each line, and what. */
function scoredLines(ratings: Ratings): { rater: number; score: number }[][] {
  return Array.from({ length: tableOf(ratings, '/ratings') }, (_, line) =>
    ratings.flatMap((row, rater) => {
      const score = row[line]!;
      return score === null ? [] : { rater, score: numberIn(score, `/ratings/${rater}/${line}`) };
    }),
  );
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
  return scoredLines(ratings).flatMap((present, line) => {
    const most =
      typeof tolerance === 'number'
        ? numberIn(tolerance, '/tolerance', 0)
        : numberIn(listOf(tolerance, '/tolerance')[line], `/tolerance/${line}`, 0);
    const scores = present.map(({ score }) => score);
    // Nobody is further from a median than the lowest score is from the highest.
    if (present.length < 3 || Math.max(...scores) - Math.min(...scores) <= most) return [];
    return present.flatMap(({ rater, score }, own) => {
      const median = aggregate(
        scores.filter((_, other) => other !== own),
        'median',
      )!;
      const difference = score - median;
      return Math.abs(difference) > most ? { line, rater, score, median, difference } : [];
    });
  });
}
