import { seededRandom } from '../statistics/random.ts';
import { cusum, ears, farringtonFlexible, poissonScan, screen, weekdayAdjusted, type Counts } from './index.ts';
import { measure, simulate, type Simulation } from './testkit/simulate.ts';
import type { BenchLine } from '../../../../scripts/bench.ts';

/** Five years of weekly counts with a season, about two a week. */
function weekly(series: number, weeks: number): number[][] {
  const random = seededRandom(1);
  return Array.from({ length: series }, () =>
    Array.from({ length: weeks }, (_, week) => {
      const share = (1 + 0.3 * Math.sin((2 * Math.PI * week) / 52)) / 4;
      let count = 0;
      for (let i = 0; i < 8; i++) count += Number(random() < share);
      return count;
    }),
  );
}

/** The improved method of Noufaily et al. on the newest week. */
const newest = (counts: Counts, years = 4) =>
  farringtonFlexible(counts, {
    frequency: 52,
    start: '2021-11-29',
    years,
    noPeriods: 10,
    pastWeeksNotIncluded: 26,
    thresholdMethod: 'nbPlugin',
    alpha: 0.005,
    range: [counts.length - 1, counts.length - 1],
  });

/** The plainest comparison: mean and standard deviation of the same three weeks either side in earlier years. */
function plain(counts: readonly number[]): boolean {
  let [n, sum, squares] = [0, 0, 0];
  for (let middle = counts.length - 53; middle >= 3; middle -= 52)
    for (let i = middle - 3; i <= middle + 3; i++) {
      n++;
      sum += counts[i]!;
      squares += counts[i]! ** 2;
    }
  return counts.at(-1)! > sum / n + 3 * Math.sqrt((squares - (sum * sum) / n) / (n - 1));
}

function time(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

export async function bench(report: (line: BenchLine) => void): Promise<void> {
  speed(report);
  detection(report);
}

function speed(report: (line: BenchLine) => void): void {
  const [single] = weekly(1, 261);
  time(() => Array.from({ length: 500 }, () => newest(single!)));
  const one = time(() => Array.from({ length: 500 }, () => newest(single!))) / 500;
  report({ name: 'Farrington flexible, one series of 261 weeks, newest week', value: 1000 / one, unit: 'per second' });

  // 3,321 communes × 12 topics; the smaller runs show the growth.
  for (const series of [3985, 11_956, 39_852]) {
    const history = weekly(series, 261);
    const ours = time(() => screen(history, newest));
    const least = time(() => history.map(plain));
    report({
      name: `daily run over ${series} series of 261 weeks, with false-discovery control`,
      value: ours / 1000,
      unit: 's',
      baseline: `mean and deviation of the same weeks (${(least / 1000).toFixed(3)} s)`,
      ratio: ours / least,
    });
  }
  for (const years of [2, 4, 8]) {
    const history = weekly(1000, years * 52 + 53);
    report({
      name: `daily run over 1,000 series, ${years} years back`,
      value: time(() => screen(history, (counts) => newest(counts, years))),
      unit: 'ms',
    });
  }
  const daily = simulate({ mean: 5, overdispersion: 0.15, runs: 2000, seed: 1 });
  report({
    name: 'weekday-adjusted, all 120 days of 2,000 series',
    value: time(() => daily.map((counts) => weekdayAdjusted(counts))),
    unit: 'ms',
  });

  const random = seededRandom(4);
  const cases = Array.from({ length: 100 }, () => Array.from({ length: 28 }, () => Number(random() < 0.3)));
  const coordinates = cases.map((_, i) => [i % 10, Math.floor(i / 10)] as const);
  report({
    name: 'space–time scan, 100 places × 28 days, windows up to 7, 999 replicates',
    value: time(() => poissonScan({ cases, coordinates, windows: 7, seed: 1 })) / 1000,
    unit: 's',
  });
}

/** False alarms and build-ups found, on counts like petitions (see the guide). */
function detection(report: (line: BenchLine) => void): void {
  const usual = (counts: number[]) => counts.slice(0, 42).reduce((sum, count) => sum + count / 42, 0);
  const plainCusum = (counts: number[], reset: boolean) =>
    cusum(counts, { k: 1.04, h: 2.26, reference: usual(counts), transform: 'standard', reset });
  const detectors: Record<string, (counts: number[]) => readonly { alarm: boolean }[]> = {
    C1: (counts) => ears(counts, { method: 'C1' }),
    C2: (counts) => ears(counts, { method: 'C2' }),
    C3: (counts) => ears(counts, { method: 'C3' }),
    'CUSUM without reset': (counts) => plainCusum(counts, false),
    'CUSUM with reset': (counts) => plainCusum(counts, true),
    'weekday-adjusted (ours)': (counts) => weekdayAdjusted(counts),
  };
  const settings: [string, Simulation][] = [
    ['5 a day, overdispersion .15', { mean: 5, overdispersion: 0.15, runs: 400, seed: 8 }],
    ['15 a day, Poisson', { mean: 15, overdispersion: 0, runs: 400, seed: 8 }],
  ];
  for (const [name, setting] of settings) {
    const series = simulate(setting);
    const c2 = measure(series, detectors['C2']!);
    for (const [detector, detect] of Object.entries(detectors)) {
      const { falseAlarms, detected } = measure(series, detect);
      report({
        name: `${detector}: false alarms, ${name}`,
        value: falseAlarms,
        unit: 'per 100 days',
        baseline: 'C2',
        ratio: falseAlarms / c2.falseAlarms,
      });
      report({
        name: `${detector}: build-ups found, ${name}`,
        value: detected,
        unit: 'share',
        baseline: 'C2',
        ratio: detected / c2.detected,
      });
    }
  }
}
