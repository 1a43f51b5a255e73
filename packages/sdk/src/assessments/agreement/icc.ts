import { numberIn, tableOf } from '../../statistics/check.ts';
import { fQuantile, fUpperTail } from '../../statistics/distributions.ts';

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
 * residual variation is zero (raters differ by exact constants), as F is then infinite.
 * @throws InputError `ragged-table`, `not-a-number` (also for `null`).
 */
export function icc(ratings: readonly (readonly number[])[]): { single: IccForms; average: IccForms } {
  const k = tableOf(ratings, '/ratings');
  const n = ratings.length;
  const { between, raters, error, within } = meanSquares(ratings, n, k);
  const [df, dfWithin, dfError] = [n - 1, n * (k - 1), (n - 1) * (k - 1)];

  const oneWay = byRatio(between, within, df, dfWithin, k);
  const consistency = byRatio(between, error, df, dfError, k);
  const agreement = absolute(between, raters, error, n, k);
  return { single: { oneWay, agreement, consistency }, average: averaged({ oneWay, agreement, consistency }, k) };
}

/** Two-way mean squares. What is left by rounding alone (10⁻²⁴ of the total) is zero. */
function meanSquares(ratings: readonly (readonly number[])[], n: number, k: number) {
  const origin = ratings[0]?.[0] ?? 0;
  const rows = Array.from({ length: n }, () => 0);
  const columns = Array.from({ length: k }, () => 0);
  ratings.forEach((row, i) =>
    row.forEach((value, j) => {
      const x = numberIn(value, `/ratings/${i}/${j}`) - origin;
      rows[i]! += x / k;
      columns[j]! += x / n;
    }),
  );
  const grand = rows.reduce((sum, mean) => sum + mean / n, 0);
  let [total, rest] = [0, 0];
  ratings.forEach((row, i) =>
    row.forEach((value, j) => {
      total += (value - origin - grand) ** 2;
      rest += (value - origin - rows[i]! - columns[j]! + grand) ** 2;
    }),
  );
  const squares = (means: number[]) => means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const real = (sum: number) => (sum > total * 1e-24 ? sum : 0);
  const [ssBetween, ssRaters, ssError] = [real(k * squares(rows)), real(n * squares(columns)), real(rest)];
  return {
    between: ssBetween / (n - 1),
    raters: ssRaters / (k - 1),
    error: ssError / ((n - 1) * (k - 1)),
    within: (ssRaters + ssError) / (n * (k - 1)),
  };
}

const known = (value: number) => (Number.isFinite(value) ? value : undefined);

/** The forms that depend on one F = signal/noise only: ICC(1,1) and ICC(3,1). */
function byRatio(signal: number, noise: number, df1: number, df2: number, k: number): IccForm {
  const f = signal / noise;
  const bound = (ratio: number) => known((ratio - 1) / (ratio + k - 1));
  const test = fTest(f, df1, df2);
  return {
    value: known((signal - noise) / (signal + (k - 1) * noise)),
    ...test,
    lower95: test.f === undefined ? undefined : bound(f / fQuantile(0.025, df1, df2)),
    upper95: test.f === undefined ? undefined : bound(f * fQuantile(0.025, df2, df1)),
  };
}

/** ICC(2,1); its interval uses Satterthwaite's degrees of freedom. */
function absolute(b: number, j: number, e: number, n: number, k: number): IccForm {
  const value = (b - e) / (b + (k - 1) * e + (k * (j - e)) / n);
  const test = fTest(b / e, n - 1, (n - 1) * (k - 1));
  const c = n * (1 + (k - 1) * value) - k * value;
  const a = (k * value * j) / e;
  const df = ((k - 1) * (n - 1) * (a + c) ** 2) / ((n - 1) * a * a + c * c);
  const rest = k * j + (k * n - k - n) * e;
  const defined = test.f !== undefined && Number.isFinite(df) && df > 0;
  const low = defined ? fQuantile(0.025, n - 1, df) : NaN;
  const high = defined ? fQuantile(0.025, df, n - 1) : NaN;
  return {
    value: known(value),
    ...test,
    lower95: known((n * (b - low * e)) / (low * rest + n * b)),
    upper95: known((n * (high * b - e)) / (rest + n * high * b)),
  };
}

function fTest(f: number, df1: number, df2: number): Pick<IccForm, 'f' | 'df1' | 'df2' | 'p'> {
  const defined = Number.isFinite(f);
  return { f: defined ? f : undefined, df1, df2, p: defined ? fUpperTail(f, df1, df2) : undefined };
}

/** Spearman–Brown: from one rater to the mean of k. */
function averaged(forms: IccForms, k: number): IccForms {
  const step = (r: number | undefined) => (r === undefined ? undefined : known((k * r) / (1 + (k - 1) * r)));
  const form = (one: IccForm): IccForm => ({
    ...one,
    value: step(one.value),
    lower95: step(one.lower95),
    upper95: step(one.upper95),
  });
  return {
    oneWay: form(forms.oneWay),
    agreement: form(forms.agreement),
    consistency: form(forms.consistency),
  };
}
