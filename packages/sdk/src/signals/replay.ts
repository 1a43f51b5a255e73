import { listOf, oneOf, refuse, wholeIn } from '../statistics/check.ts';
import { dateOf } from './farrington/reference.ts';
import type { SignalPoint } from './point.ts';
import type { Counts, Series } from './series.ts';

/** Last year's data, with what is known to have happened. */
export interface ReplayHistory {
  /** Date of the first period, `YYYY-MM-DD`. */
  start: string;
  step: 'day' | 'week';
  /** All series start at the same time. */
  series: readonly {
    counts: Series;
    /** 0-based first and last period of each real event; alarms in them are hits, all others false. */
    episodes?: readonly { from: number; through: number }[];
  }[];
}

/** How the detector would have been switched on. */
export interface ReplaySettings {
  /** The detector with its settings, e.g. `(counts) => ears(counts, {method: 'C2'})`. */
  detect(counts: Counts): readonly SignalPoint[];
}

/** What people would have seen. */
export interface ReplayReport {
  /** By month of the period's first day: alarms, of which outside any episode, and periods judged. */
  months: { month: string; alarms: number; falseAlarms: number; judged: number }[];
  /** Mean over the months that had a judged period; `undefined` without one. */
  alarmsPerMonth: number | undefined;
  /** False alarms over the judged periods outside episodes, all series together. */
  falseAlarmRate: { numerator: number; denominator: number };
  /** Per episode in which at least one period was judged: periods from its start to the first alarm, `undefined` if missed. */
  episodes: { series: number; from: number; through: number; delay: number | undefined }[];
  /** Episodes found, of those that could be. */
  detected: { numerator: number; denominator: number };
  /** Median of the delays; `undefined` when nothing was found. */
  medianDelay: number | undefined;
}

/**
 * Runs a detector over past data before it is switched on: how many alarms a month, what it would have found, how late.
 * Periods without a verdict count as not judged, never as quiet.
 *
 * @throws InputError for a date that does not exist, or episodes outside their series.
 */
export function replay(history: ReplayHistory, settings: ReplaySettings): ReplayReport {
  if (typeof settings?.detect !== 'function')
    refuse('no-detector', '/settings/detect', 'Phải có hàm phát hiện.', 'A detector is expected.');
  const first = dateOf(history.start, '/history/start');
  const step = (oneOf(history.step, ['day', 'week'], '/history/step') === 'week' ? 7 : 1) * 86_400_000;
  const months = new Map<string, ReplayReport['months'][number]>();
  const falseAlarmRate = { numerator: 0, denominator: 0 };
  const episodes: ReplayReport['episodes'] = [];

  listOf(history.series, '/history/series').forEach(({ counts, episodes: marked = [] }, series) => {
    listOf(counts as Counts, `/history/series/${series}/counts`);
    marked.forEach(({ from, through }, i) => {
      const pointer = `/history/series/${series}/episodes/${i}`;
      wholeIn(from, `${pointer}/from`, 0, counts.length - 1);
      wholeIn(through, `${pointer}/through`, from, counts.length - 1);
    });
    const points = settings.detect(Array.from(counts)).filter((point) => point.upper !== null);
    for (const { index, alarm } of points) {
      const month = new Date(first + index * step).toISOString().slice(0, 7);
      const row = months.get(month) ?? { month, alarms: 0, falseAlarms: 0, judged: 0 };
      months.set(month, row);
      const inside = marked.some(({ from, through }) => index >= from && index <= through);
      row.judged++;
      row.alarms += Number(alarm);
      row.falseAlarms += Number(alarm && !inside);
      falseAlarmRate.numerator += Number(alarm && !inside);
      falseAlarmRate.denominator += Number(!inside);
    }
    for (const { from, through } of marked) {
      const during = points.filter(({ index }) => index >= from && index <= through);
      const hit = during.find((point) => point.alarm);
      if (during.length) episodes.push({ series, from, through, delay: hit && hit.index - from });
    }
  });

  const rows = [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
  const delays = episodes.flatMap(({ delay }) => (delay === undefined ? [] : [delay])).sort((a, b) => a - b);
  const middle = delays.length / 2;
  return {
    months: rows,
    alarmsPerMonth: rows.length ? rows.reduce((sum, row) => sum + row.alarms, 0) / rows.length : undefined,
    falseAlarmRate,
    episodes,
    detected: { numerator: delays.length, denominator: episodes.length },
    medianDelay: delays.length ? (delays[Math.ceil(middle) - 1]! + delays[Math.floor(middle)]!) / 2 : undefined,
  };
}
