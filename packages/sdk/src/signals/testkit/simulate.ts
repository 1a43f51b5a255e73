import { seededRandom } from '../../statistics/random.ts';

/** Daily counts like petitions: a weekday pattern, more spread than Poisson, and a rise over the last six days. */
export interface Simulation {
  /** Mean per day while all is usual. */
  mean: number;
  /** Variance = mean + overdispersion × mean². */
  overdispersion: number;
  runs: number;
  seed: number;
}

/** Busy Mondays, quiet weekends; mean 1. */
const weekdays = [1.25, 1.2, 1.2, 1.15, 1.15, 0.6, 0.45];
export const days = 120;
/** The build-up: extra cases in shares of the usual mean. */
const buildUp = [0.2, 0.4, 0.6, 0.8, 1.0, 1.2];
/** First day of the build-up. */
export const onset = days - buildUp.length;

/** Series with their build-up at the end; the weekday of the first day varies. */
export function simulate({ mean, overdispersion, runs, seed }: Simulation): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: runs }, () => {
    const shift = Math.floor(random() * 7);
    return Array.from({ length: days }, (_, day) => {
      const extra = day >= onset ? buildUp[day - onset]! : 0;
      return draw(mean * (weekdays[(day + shift) % 7]! + extra), overdispersion, random);
    });
  });
}

/** One count by inversion: negative binomial, Poisson without overdispersion. */
function draw(mean: number, overdispersion: number, random: () => number): number {
  let left = random();
  let p = overdispersion > 0 ? (1 + overdispersion * mean) ** (-1 / overdispersion) : Math.exp(-mean);
  let y = 0;
  while (left > p && p > 1e-15) {
    left -= p;
    y++;
    p *=
      overdispersion > 0
        ? ((y - 1 + 1 / overdispersion) / y) * ((overdispersion * mean) / (1 + overdispersion * mean))
        : mean / y;
  }
  return y;
}

/** What a detector did with the simulated series. */
export interface Performance {
  /** False alarms per 100 days and series, before the build-up. */
  falseAlarms: number;
  /** Share of build-ups with an alarm on one of their days. */
  detected: number;
}

/** Judges a detector on simulated series, once each has six weeks of history. */
export function measure(series: number[][], detect: (counts: number[]) => readonly { alarm: boolean }[]): Performance {
  const from = 42;
  let [falseAlarms, detected] = [0, 0];
  for (const counts of series) {
    const alarms = detect(counts).map((point) => point.alarm);
    falseAlarms += alarms.slice(from, onset).filter(Boolean).length;
    detected += Number(alarms.slice(onset).some(Boolean));
  }
  return {
    falseAlarms: (100 * falseAlarms) / (series.length * (onset - from)),
    detected: detected / series.length,
  };
}
