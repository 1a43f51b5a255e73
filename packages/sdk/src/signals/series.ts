import { countAt, listOf } from '../statistics/check.ts';

/** Values per period, oldest first: a list or a typed array; `null` for a gap. */
export type Series = ArrayLike<number | null>;

/** Counts per period, oldest first, without leaving periods out: `null` where a period was not counted. */
export type Counts = readonly (number | null)[];

/** A series as a plain list, each value checked; what a sparse list leaves out is refused like any other value. */
export function seriesOf(values: Series, pointer: string, check: (value: unknown, pointer: string) => number): Counts {
  const list = listOf(values as Counts, pointer);
  return Array.from(list, (value, i) => (value === null ? null : check(value, `${pointer}/${i}`)));
}

/** A series of counts; refuses anything else. */
export function countsOf(counts: Series): Counts {
  return seriesOf(counts, '/counts', countAt);
}

/** Number, mean and standard deviation (n − 1) of the counts in `[from, to)` that are there. */
export function summarise(counts: Counts, from: number, to: number): { n: number; mean: number; sd: number } {
  let [n, sum, squares] = [0, 0, 0];
  for (let i = from; i < to; i++)
    if (counts[i] !== null) {
      n++;
      sum += counts[i]!;
    }
  const mean = sum / n;
  for (let i = from; i < to; i++) if (counts[i] !== null) squares += (counts[i]! - mean) ** 2;
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}
