import { caseSubjects } from '@dvk/demo';
import { vietnamCalendar } from '@dvk/sdk/calendar';
import { caseTopics, openCaseStatuses } from '@dvk/sdk/cases';
import { loadPlaces } from '@dvk/sdk/places';
import { makeCode } from '@dvk/sdk/text';
import type { cases } from '../cases/table.ts';
import { caseSearchText } from '../cases/search-text.ts';

const minute = 60_000;
/** One case every five minutes. */
const spacing = 5 * minute;

/** A sample text with the place it is about. */
const withPlace = (text: string, place: string) => text.replace('{nơi}', place);

/**
 * Makes rows of cases, oldest first, the last received at `now`. Texts are those of the sample province, each about one of the
 * 3,321 communes, so that words are as common or rare as in life. Four of five are answered; every tenth has no unit.
 */
export async function manyCases(
  tenant: string,
  count: number,
  now: Date,
  unitIds: readonly string[],
): Promise<(typeof cases.$inferInsert)[]> {
  const { communes } = await loadPlaces();
  return Array.from({ length: count }, (_, index) => {
    // Large odd steps: neighbours in time are neighbours in nothing else.
    const topic = caseTopics[(index * 7) % caseTopics.length]!;
    const subjects = caseSubjects[topic];
    const subject = subjects[(index * 13) % subjects.length]!;
    const commune = communes[(index * 1009) % communes.length]!;
    const received = now.getTime() - (count - 1 - index) * spacing;
    const receivedAt = new Date(received).toISOString();
    const days = (number: number) => new Date(received + number * 24 * 60 * minute).toISOString();
    const text = {
      code: makeCode('PA', receivedAt.slice(0, 10), index + 1),
      title: withPlace(subject.title, commune.name),
      content: withPlace(subject.content, commune.name),
    };
    const answered = index % 5 < 4;
    return {
      ...text,
      tenant,
      id: `01993000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
      version: 1,
      createdAt: receivedAt,
      updatedAt: receivedAt,
      secretHash: Buffer.alloc(32),
      kind: 'report',
      topic,
      channel: 'web',
      provinceCode: commune.province,
      communeCode: commune.code,
      status: answered ? 'answered' : openCaseStatuses[index % openCaseStatuses.length]!,
      unitId: index % 10 === 9 ? null : (unitIds[(index * 31) % unitIds.length] ?? null),
      receivedAt,
      dueAt: days(14),
      dueExplanation: [],
      dueProvisional: false,
      calendarId: vietnamCalendar.id,
      calendarVersion: vietnamCalendar.version,
      extensions: [],
      answeredAt: answered ? days(5) : null,
      reopenCount: 0,
      searchText: caseSearchText(text),
    };
  });
}
