import { addBusinessDays, formatISO, parseISO } from 'date-fns';
import {
  addTerm,
  addWorkingTime,
  countWorkingDays,
  deadline,
  elapsedWorkingTime,
  legalTerms,
  vietnamCalendar,
  type WorkCalendar,
} from './index.ts';
import type { BenchLine } from '../../../../scripts/bench.ts';

/** Starts over four years, in an order that no branch predictor likes. */
const dates = Array.from({ length: 4096 }, (_, index) =>
  new Date(Date.UTC(2025, 0, 1 + ((index * 977) % 1400))).toISOString().slice(0, 10),
);
const moments = dates.map((date, index) => Date.parse(date) + (index % 1440) * 60_000);

/** Best of several rounds, in calls a second: the machine's other work only ever slows a round down. */
function callsPerSecond(call: (index: number) => unknown): number {
  let best = 0;
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now();
    for (let index = 0; index < dates.length; index += 1) call(index);
    best = Math.max(best, (dates.length / (performance.now() - started)) * 1000);
  }
  return best;
}

/** The case both can do: Monday to Friday, no holidays, no make-up days, a date in and a date out. */
const plain: WorkCalendar = { ...vietnamCalendar, holidays: [], makeUpDays: [] };

export async function bench(report: (line: BenchLine) => void): Promise<void> {
  const unit = 'per second';
  for (const amount of [10, 250]) {
    const term = { amount, unit: 'working-day' } as const;
    const [day, theirs] = [
      dates[7]!,
      (date: string) => formatISO(addBusinessDays(parseISO(date), amount), { representation: 'date' }),
    ];
    if (addTerm(plain, day, term) !== theirs(day)) throw new Error('The two sides of the benchmark disagree');
    const base = callsPerSecond((index) => theirs(dates[index]!));
    const value = callsPerSecond((index) => addTerm(plain, dates[index]!, term));
    const baseline = 'date-fns addBusinessDays, text to text';
    report({
      name: `calendar: ${amount} working days, Mon–Fri, text to text`,
      value,
      unit,
      baseline,
      ratio: value / base,
    });

    const parsed = dates.map((date) => parseISO(date));
    const bare = callsPerSecond((index) => addBusinessDays(parsed[index]!, amount));
    const bareName = 'date-fns addBusinessDays on parsed dates';
    report({
      name: `calendar: the same, texts read and written`,
      value,
      unit,
      baseline: bareName,
      ratio: value / bare,
    });

    const real = callsPerSecond((index) => addTerm(vietnamCalendar, dates[index]!, term));
    const name = `calendar: ${amount} working days with holidays and make-up days`;
    report({ name, value: real, unit, baseline, ratio: real / base });
  }
  const lines: [string, (index: number) => unknown][] = [
    ['count working days', (index) => countWorkingDays(vietnamCalendar, dates[index]!, '2027-06-30')],
    ['add 3,000 working minutes', (index) => addWorkingTime(vietnamCalendar, moments[index]!, 3000)],
    [
      'working time of a 30-day span',
      (index) => elapsedWorkingTime(vietnamCalendar, moments[index]!, moments[index]! + 30 * 86_400_000),
    ],
    [
      'legal deadline with its explanation',
      (index) =>
        deadline(vietnamCalendar, { rules: legalTerms, matter: 'report', step: 'resolve', start: moments[index]! }),
    ],
  ];
  for (const [name, call] of lines) report({ name: `calendar: ${name}`, value: callsPerSecond(call), unit });
}
