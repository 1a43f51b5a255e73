import { noticeTopics, type NoticeTopic } from './occasions.ts';
import type { MailTime, MailWish } from './mail-wishes.ts';
import type { NoticeRule } from './rules.ts';
import type { NoticeWishes, QuietHours } from './schema.ts';

type TopicWishes = NoticeWishes['topics'];

function allTopics(mail: MailWish): TopicWishes {
  return Object.fromEntries(noticeTopics.map((topic) => [topic, { inApp: true, mail }])) as TopicWishes;
}

/** What holds for who has said nothing. */
export const usualWishes: NoticeWishes = {
  topics: allTopics('as-usual'),
  quietHours: { from: '21:00', to: '06:00' },
  language: 'vi',
};

/** The same wishes without mail, as a link in mail asks for. */
export function withoutMail(wishes: NoticeWishes): NoticeWishes {
  const topics = Object.entries(wishes.topics).map(([topic, each]) => [topic, { ...each, mail: 'never' }]);
  return { ...wishes, topics: Object.fromEntries(topics) as TopicWishes };
}

/** How somebody is told: by what the rule says and what they wish. */
export function channelsFor(
  { inApp, mail }: Pick<NoticeRule, 'inApp' | 'mail'>,
  topic: NoticeTopic,
  { topics }: Pick<NoticeWishes, 'topics'>,
): { inApp: boolean; mail: MailTime } {
  const wish = topics[topic];
  const time = mail === 'never' || wish.mail === 'never' ? 'never' : wish.mail === 'daily' ? 'daily' : mail;
  return { inApp: inApp && wish.inApp, mail: time };
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** There is no summer time in Vietnam. */
const offset = 7 * 60 * minute;

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/**
 * When mail may go out: now, or at the end of the quiet hours that it is in.
 *
 * @param now RFC 3339 instant
 * @returns RFC 3339 instant in UTC
 */
export function whenQuietEnds(quiet: QuietHours | null, now: string): string {
  const at = Date.parse(now);
  if (quiet === null || quiet.from === quiet.to) return new Date(at).toISOString();
  const midnight = at - ((at + offset) % day);
  const clock = Math.floor((at - midnight) / minute);
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const overnight = from > to;
  const isQuiet = overnight ? clock >= from || clock < to : clock >= from && clock < to;
  if (!isQuiet) return new Date(at).toISOString();
  const ends = overnight && clock >= from ? midnight + day : midnight;
  return new Date(ends + to * minute).toISOString();
}
