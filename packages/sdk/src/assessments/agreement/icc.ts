import { known, numberTable } from '../../statistics/check.ts';
import { fQuantile, fUpperTail } from '../../statistics/distributions.ts';
import { unitScale } from './scale.ts';

/** One form of the coefficient with its F test (H₀: 0) and 95 % confidence interval; `undefined` where it does not exist. */
export interface IccForm {
  value: number | undefined;
  f: number | undefined;
  df1: number;
  df2: number;
  p: number | undefined;
  lower95: number | undefined;
  upper95: number | undefined;
}

/** The three models: raters drawn anew per subject, the same raters in absolute agreement, the same raters up to a shift. */
export interface IccForms {
  /** ICC(1,·) */
  oneWay: IccForm;
  /** ICC(2,·): a rater who is always two points lower counts against it. Show this one to a council. */
  agreement: IccForm;
  /** ICC(3,·): constant shifts between raters are forgiven. */
  consistency: IccForm;
}

/**
 * Intraclass correlations after Shrout & Fleiss (1979): `single` for one rater's score, `average` for the mean of all
 * raters. Intervals after the same paper and McGraw & Wong (1996).
 *
 * @param ratings subjects × raters, complete: leave out a subject that someone did not rate.
 * @returns values may be negative (raters differ more within a subject than subjects do). Undefined: every value when
 * there are fewer than two subjects or raters or no variation at all; `f`, `p` and the interval also where the
 * residual variation is zero (raters differ by exact constants), as F is then infinite; an average where its denominator
 * is zero (subjects do not differ).
 * @throws InputError `ragged-table`, `not-a-number` (also for `null`).
 */
export function icc(ratings: readonly (readonly number[])[]): { single: IccForms; average: IccForms } {
  const k = numberTable(ratings, '/ratings');
  const n = ratings.length;
  const { between, raters, error, within } = meanSquares(ratings, n, k);
  const [df, dfWithin, dfError] = [n - 1, n * (k - 1), (n - 1) * (k - 1)].map((each) => Math.max(0, each));

  const oneWay = byRatio(between, within, df!, dfWithin!, k);
  const agreement = absolute(between, raters, error, n, k);
  const consistency = byRatio(between, error, df!, dfError!, k);
  return {
    single: { oneWay: oneWay[0], agreement: agreement[0], consistency: consistency[0] },
    average: { oneWay: oneWay[1], agreement: agreement[1], consistency: consistency[1] },
  };
}

/**
 * Two-way mean squares, in the unit of the largest rating so that no square overflows or vanishes. A sum of squares that
 * the rounding of the ratings alone can leave is zero.
 */
function meanSquares(ratings: readonly (readonly number[])[], n: number, k: number) {
  const scale = unitScale(ratings);
  const origin = (ratings[0]?.[0] ?? 0) * scale;
  const rows = new Float64Array(n);
  const columns = new Float64Array(k);
  ratings.forEach((row, i) =>
    row.forEach((value, j) => {
      const x = value * scale - origin;
      rows[i]! += x / k;
      columns[j]! += x / n;
    }),
  );
  const grand = rows.reduce((sum, mean) => sum + mean / n, 0);
  let rest = 0;
  ratings.forEach((row, i) =>
    row.forEach((value, j) => {
      rest += (value * scale - origin - rows[i]! - columns[j]! + grand) ** 2;
    }),
  );
  const squares = (means: Float64Array) => means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const rounding = (4 * Number.EPSILON) ** 2 * n * k * (n + k);
  const real = (sum: number) => (sum > rounding ? sum : 0);
  const [ssBetween, ssRaters, ssError] = [real(k * squares(rows)), real(n * squares(columns)), real(rest)];
  return {
    between: ssBetween / (n - 1),
    raters: ssRaters / (k - 1),
    error: ssError / ((n - 1) * (k - 1)),
    within: (ssRaters + ssError) / (n * (k - 1)),
  };
}

/** For one rater, and for the mean of k. */
type SingleAndAverage = [IccForm, IccForm];

/** The forms that depend on one F = signal/noise only: ICC(1,·) and ICC(3,·). */
function byRatio(signal: number, noise: number, df1: number, df2: number, k: number): SingleAndAverage {
  const test = fTest(signal / noise, df1, df2);
  const low = test.f === undefined ? NaN : test.f / fQuantile(0.025, df1, df2);
  const high = test.f === undefined ? NaN : test.f * fQuantile(0.025, df2, df1);
  const form = (others: number): IccForm => ({
    value: known((signal - noise) / (signal + others * noise)),
    ...test,
    lower95: known((low - 1) / (low + others)),
    upper95: known((high - 1) / (high + others)),
  });
  return [form(k - 1), form(0)];
}

/** ICC(2,·); the intervals use Satterthwaite's degrees of freedom. */
function absolute(b: number, j: number, e: number, n: number, k: number): SingleAndAverage {
  const df1 = Math.max(0, n - 1);
  const test = fTest(b / e, df1, Math.max(0, df1 * (k - 1)));
  const ofOne = k * j + (k * n - k - n) * e;
  const value = (n * (b - e)) / (n * b + ofOne);
  const c = n * (1 + (k - 1) * value) - k * value;
  const a = (k * value * j) / e;
  const df = ((k - 1) * (n - 1) * (a + c) ** 2) / ((n - 1) * a * a + c * c);
  const defined = test.f !== undefined && Number.isFinite(df) && df > 0;
  const low = defined ? fQuantile(0.025, df1, df) : NaN;
  const high = defined ? fQuantile(0.025, df, df1) : NaN;
  // `others` may be negative and cancel the rest but for rounding: no denominator then.
  const over = (above: number, subjects: number, others: number) =>
    known(Math.abs(subjects + others) > 1e-14 * subjects ? (n * above) / (subjects + others) : NaN);
  const form = (others: number): IccForm => ({
    value: over(b - e, n * b, others),
    ...test,
    lower95: over(b - low * e, n * b, low * others),
    upper95: over(high * b - e, n * high * b, others),
  });
  return [form(ofOne), form(j - e)];
}

function fTest(f: number, df1: number, df2: number): Pick<IccForm, 'f' | 'df1' | 'df2' | 'p'> {
  const defined = Number.isFinite(f);
  return { f: defined ? f : undefined, df1, df2, p: defined ? fUpperTail(f, df1, df2) : undefined };
}
