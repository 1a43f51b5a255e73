import { refuse, settingsOf, wholeIn } from '../../statistics/check.ts';
import { seededRandom } from '../../statistics/random.ts';
import { readGrid, type Grid } from './grid.ts';
import { poissonLogLikelihoodRatio } from './log-likelihood.ts';
import { multinomial } from './multinomial.ts';
import type { PoissonScanSettings } from './settings.ts';
import { circlesAround, type Circles } from './zones.ts';

/** A zone with more cases than expected. */
export interface ScanCluster {
  /** 0-based places, centre first; empty for a scan in time only. */
  places: number[];
  /** First and last period, 0-based; `null` for a scan in space only. */
  window: readonly [number, number] | null;
  cases: number;
  expected: number;
  /** Log-likelihood ratio. */
  llr: number;
  /** Monte-Carlo p: rank among the replicates, (1 + how many were as extreme) / (replicates + 1). */
  p: number;
  /** p of a Gumbel distribution fitted to the replicates' maxima: digits beyond 1/(replicates + 1); p if they do not vary. */
  gumbelP: number;
  /** Once in how many periods chance alone would show as much: 1/p, by the Monte-Carlo p. */
  recurrenceInterval: number;
}

/** The most likely cluster and further ones that do not overlap it. */
export interface ScanResult {
  /** `null` where no zone has more cases than expected (also: no cases at all). */
  cluster: ScanCluster | null;
  /** Further clusters, by falling likelihood ratio, that share no cell with a better one. At most ten. */
  secondary: ScanCluster[];
}

/**
 * Kulldorff's scan for a local excess: circles around places, windows up to now, or both; the likelihood ratio of the best
 * zone is compared with the best zones of random data sets with the same total, which takes care of having looked at many.
 *
 * @throws InputError for bad counts, shapes that differ, cases where none are expected, no zone as small as `maxShare`, or an
 * option out of range.
 * @remarks Work: replicates × (cases + places² × windows). Space–time with 300 places and 8 windows takes seconds.
 * @see Kulldorff (1997, 2001); Abrams, Kleinman & Kulldorff, Int. J. Health Geographics 9:61 (2010) for Gumbel.
 */
export function poissonScan(settings: PoissonScanSettings): ScanResult {
  const read = settingsOf(settings, '/settings');
  const { coordinates } = settings;
  const replicates = read.whole('replicates', 999, 9, 1e6);
  const maxShare = read.number('maxShare', 0.5, 0, 1);
  const distance = read.word('distance', ['planar', 'great-circle'], 'planar');
  const random = seededRandom(settings.seed, '/settings/seed');
  const grid = readGrid(settings);
  const { places, periods, cases, expected, total } = grid;
  if (total === 0) return { cluster: null, secondary: [] };
  const temporal = !coordinates || periods > 1;

  const perPlace = Float64Array.from({ length: places }, (_, place) => {
    let sum = 0;
    for (let t = 0; t < periods; t++) sum += expected[place * periods + t]!;
    return sum;
  });
  const circles: Circles = coordinates
    ? circlesAround(coordinates, perPlace, maxShare, distance)
    : { order: Array.from(perPlace, (_, i) => Int32Array.of(i)), stops: Array.from(perPlace, () => Int32Array.of(1)) };
  const lengths = temporal ? windowLengths(settings.windows, periods, maxShare) : [1];
  if (!lengths.length || circles.stops.every((stops) => !stops.length))
    refuse('no-zone', '/settings', 'Không có vùng đủ nhỏ để so sánh.', 'No zone is small enough.');
  const scan = scanner(circles, lengths, grid);
  const found = scan.all(cases);
  if (!found.length) return { cluster: null, secondary: [] };

  const maxima = new Float64Array(replicates);
  const draw = multinomial(expected, random);
  const simulated = new Float64Array(cases.length);
  for (let i = 0; i < replicates; i++) {
    draw(total, simulated);
    maxima[i] = scan.best(simulated);
  }
  const rank = (llr: number) => (1 + maxima.filter((maximum) => maximum >= llr).length) / (replicates + 1);
  const gumbel = gumbelTail(maxima) ?? rank;
  const clusters = withoutOverlap(found, circles).map(({ centre, inside, length, count, mean, llr }) => {
    const p = rank(llr);
    return {
      places: coordinates || places > 1 ? Array.from(circles.order[centre]!.slice(0, inside)) : [],
      window: temporal ? ([periods - length, periods - 1] as const) : null,
      cases: count,
      expected: mean,
      llr,
      p,
      gumbelP: gumbel(llr),
      recurrenceInterval: 1 / p,
    };
  });
  return { cluster: clusters[0]!, secondary: clusters.slice(1) };
}

function windowLengths(windows: PoissonScanSettings['windows'], periods: number, maxShare: number): number[] {
  if (typeof windows === 'object')
    return windows.map((length, i) => wholeIn(length, `/settings/windows/${i}`, 1, periods)).sort((a, b) => a - b);
  const most = windows ?? Math.max(1, Math.floor(periods * maxShare));
  return Array.from({ length: wholeIn(most, '/settings/windows', 1, periods) }, (_, i) => i + 1);
}

interface Zone {
  centre: number;
  inside: number;
  length: number;
  count: number;
  mean: number;
  llr: number;
}

/** Walks all zones; sums grow with the circle, so that each zone costs one addition per window. */
function scanner({ order, stops }: Circles, lengths: number[], { places, periods, expected, total }: Grid) {
  const windows = lengths.length;
  /** Place × window: sum of the last `length` periods. */
  const windowed = (values: Float64Array) => {
    const sums = new Float64Array(places * windows);
    for (let place = 0; place < places; place++) {
      let [sum, taken] = [0, 0];
      lengths.forEach((length, w) => {
        while (taken < length) sum += values[(place + 1) * periods - ++taken]!;
        sums[place * windows + w] = sum;
      });
    }
    return sums;
  };
  const means = windowed(expected);
  const count = new Float64Array(windows);
  const mean = new Float64Array(windows);

  function walk(values: Float64Array, visit: (centre: number, stop: number, w: number, llr: number) => void): void {
    const sums = windowed(values);
    for (let centre = 0; centre < order.length; centre++) {
      count.fill(0);
      mean.fill(0);
      let taken = 0;
      for (const stop of stops[centre]!) {
        for (; taken < stop; taken++) {
          const at = order[centre]![taken]! * windows;
          for (let w = 0; w < windows; w++) {
            count[w]! += sums[at + w]!;
            mean[w]! += means[at + w]!;
          }
        }
        for (let w = 0; w < windows; w++)
          if (count[w]! > mean[w]!) visit(centre, stop, w, poissonLogLikelihoodRatio(count[w]!, mean[w]!, total));
      }
    }
  }

  return {
    best(values: Float64Array): number {
      let best = 0;
      walk(values, (_centre, _stop, _w, llr) => {
        if (llr > best) best = llr;
      });
      return best;
    },
    /** The best zone of each centre, most likely first. */
    all(values: Float64Array): Zone[] {
      const zones: Zone[] = [];
      walk(values, (centre, inside, w, llr) => {
        if (llr > (zones[centre]?.llr ?? 0))
          zones[centre] = { centre, inside, length: lengths[w]!, count: count[w]!, mean: mean[w]!, llr };
      });
      return zones.filter(Boolean).sort((a, b) => b.llr - a.llr || a.centre - b.centre);
    },
  };
}

function withoutOverlap(zones: Zone[], { order }: Circles): Zone[] {
  const kept: Zone[] = [];
  // Windows all end with the last period, so that zones overlap exactly when they share a place.
  const taken = new Set<number>();
  for (const zone of zones) {
    const inside = order[zone.centre]!.slice(0, zone.inside);
    if (kept.length > 10 || inside.some((place) => taken.has(place))) continue;
    inside.forEach((place) => taken.add(place));
    kept.push(zone);
  }
  return kept;
}

/**
 * P(maximum ≥ x) of a Gumbel distribution with the mean and variance of the maxima (method of moments); `undefined` where
 * they are all the same, as with a single case.
 */
function gumbelTail(maxima: Float64Array): ((x: number) => number) | undefined {
  const n = maxima.length;
  const mean = maxima.reduce((sum, x) => sum + x / n, 0);
  const scale = Math.sqrt((maxima.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1)) * 6) / Math.PI;
  if (scale < 1e-9) return undefined;
  const mode = mean - 0.5772156649015329 * scale;
  return (x) => -Math.expm1(-Math.exp(-(x - mode) / scale));
}
