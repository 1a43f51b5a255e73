import type { Distance } from './zones.ts';

/** Values per place, per period, or per place and period. */
export type Cells = ArrayLike<number> | readonly ArrayLike<number>[];

/** What `poissonScan` looks at. */
export interface PoissonScanSettings {
  /**
   * Counts: one per place (space), one per period, oldest first (time), or places × periods (space–time). A list is read
   * as places when there are `coordinates`, as periods otherwise.
   */
  cases: Cells;
  /** Expected counts in the same shape, in any unit: they are scaled to the number of cases. */
  expected?: Cells;
  /** Instead: people at risk, one per place or per cell. Neither: every cell is expected to be alike. */
  population?: Cells;
  /** `[x, y]` per place, or `[longitude, latitude]` for `great-circle`. Without them space–time scans single places. */
  coordinates?: readonly (readonly [number, number])[];
  /** Default `planar`. */
  distance?: Distance;
  /** Lengths of the time windows, all ending with the last period: the longest (all from 1), or a list. Default by `maxShare`. */
  windows?: number | readonly number[];
  /** Largest share of the expected cases a circle may hold, and of the periods a window may. Default 0.5. */
  maxShare?: number;
  /** Random data sets to compare with, 9 at least. Default 999. */
  replicates?: number;
  /** Whole number; the same seed gives the same p everywhere. */
  seed: number;
}
