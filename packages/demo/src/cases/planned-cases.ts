import type { CaseTopic } from '@dvk/sdk/cases';
import { dateInVietnam } from '@dvk/sdk/text';
import type { DemoContext } from '../support/context.ts';
import { apportion, Random } from '../support/random.ts';
import { daysBefore } from '../support/time.ts';

/**
 * Half a year of Hue-S, the field-report system of Huế, in 2019 (baomoi.net.vn, “Người dân Huế phàn nàn lĩnh vực nào
 * nhất …”): about 4,000 reports came in, 2,708 were taken up, of these 2,327 handled and 381 still open.
 */
const received = 4000;
const takenUp = 2708;
const handled = 2327;

/** Those taken up, by field, from the same page. */
const topicCounts: Readonly<Record<CaseTopic, number>> = {
  'urban-order': 1073,
  environment: 611,
  infrastructure: 489,
  telecom: 202,
  'public-utilities': 107,
  tourism: 27,
  'administrative-procedure': 21,
  other: 178,
};

/** What becomes of a case. */
export type CaseOutcome = 'refused' | 'handled' | 'received' | 'accepted' | 'in-progress' | 'overdue' | 'reopened';
/** Where the open ones stand; made up. */
const openOutcomes: Readonly<Record<Exclude<CaseOutcome, 'refused' | 'handled'>, number>> = {
  received: 20,
  accepted: 12,
  'in-progress': 48,
  overdue: 14,
  reopened: 6,
};

/** Days ago (least, most) that a case came in, by what has become of it. */
const ages: Readonly<Record<CaseOutcome, readonly [number, number]>> = {
  refused: [2, 178],
  handled: [32, 178],
  received: [0, 1],
  accepted: [1, 3],
  'in-progress': [3, 11],
  overdue: [24, 40],
  reopened: [36, 60],
};

/** What is decided of a case before it is made. */
export interface PlannedCase {
  outcome: CaseOutcome;
  topic: CaseTopic;
  index: number;
  random: Random;
  receivedAt: string;
}

/** What is decided of every case; at scale 1 as many as were published, by topic in their proportion. */
export function planCases(context: DemoContext, scale: number): PlannedCase[] {
  const total = Math.max(60, Math.round(received * scale));
  const takenUpCount = Math.round((total * takenUp) / received);
  const handledCount = Math.round((total * handled) / received);
  const outcomes: Record<CaseOutcome, number> = {
    refused: total - takenUpCount,
    handled: handledCount,
    ...apportion(takenUpCount - handledCount, openOutcomes),
  };
  const random = new Random(context.seed, 'cases');
  const topics = random.shuffled(repeated(apportion(takenUpCount, topicCounts)));
  return random.shuffled(repeated(outcomes)).map((outcome, index) => {
    const own = new Random(context.seed, 'case', index);
    // The published topics are those of reports taken up; the others follow the same proportion.
    const topic = outcome === 'refused' ? own.weighted(topicCounts) : topics.pop()!;
    return { outcome, topic, index, random: own, receivedAt: arrivalTime(context, own, outcome) };
  });
}

/** Each key as often as its count says. */
function repeated<K extends string>(counts: Record<K, number>): K[] {
  return (Object.entries(counts) as [K, number][]).flatMap(([key, count]) => Array<K>(count).fill(key));
}

/** Citizens write at any hour between six in the morning and ten in the evening. */
function arrivalTime({ now }: DemoContext, random: Random, outcome: CaseOutcome): string {
  const [least, most] = ages[outcome];
  const day = dateInVietnam(daysBefore(now, least + random.next() * (most - least)));
  const at = new Date(Date.parse(`${day}T06:00:00+07:00`) + random.integer(0, 16 * 3600) * 1000).toISOString();
  return at < now ? at : daysBefore(now, random.integer(1, 50) / 1000);
}
