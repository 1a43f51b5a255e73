import { countAt, listOf } from '../statistics/check.ts';

/** Counts per period, oldest first, without leaving periods out: `null` where a period was not counted. */
export type Counts = readonly (number | null)[];

/** Refuses what is not a series of counts. */
export function checkCounts(counts: Counts): void {
  listOf(counts, '/counts').forEach((count, i) => count === null || countAt(count, `/counts/${i}`));
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
