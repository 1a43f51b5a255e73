import type { RubricReading } from '@dvk/sdk/rubrics';
import { dateInVietnam, formatDate, searchKey } from '@dvk/sdk/text';
import { textIn } from '../../criteria/text-in.ts';
import type { FormState } from '../../internal/form-data.ts';
import type { KnownRubrics } from '../known-rubrics.ts';

/** A version of a rubric that is not there yet: `2027`, or `2027-2` where there is one. */
export function freeVersion(year: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const version = count === 1 ? year : `${year}-${count}`;
    if (!taken.includes(version)) return version;
  }
}

/** A short code of a name: `Bộ tiêu chí đơn vị` → `bo-tieu-chi-don-vi`. */
export function codeOf(name: string): string {
  const words = searchKey(name)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    // The year is that of the version.
    .filter((word) => !/^(20\d\d|nam)$/.test(word));
  let code = '';
  for (const word of words) {
    const longer = code ? `${code}-${word}` : word;
    if (longer.length > 48) break;
    code = longer;
  }
  return code || 'bo-tieu-chi';
}

/** What `continues` holds for a rubric that continues no other: no id can be so. */
export const continuesNone = '-';

/** What the fields of a publication begin with, from what was read: the person goes over all of it. */
export function proposalsFor({ rubric }: RubricReading, known: KnownRubrics, now = Date.now()): FormState {
  const { subject } = rubric;
  const title = textIn(rubric.title, 'vi');
  const today = dateInVietnam(now);
  const [yearNow, month] = today.split('-') as [string, string];
  // A rubric is drawn up for the year that follows.
  const year = /\b20\d{2}\b/.exec(title)?.[0] ?? String(Number(yearNow) + (month >= '10' ? 1 : 0));
  const begins = `${year}-01-01`;
  const same = known.rubrics.find(
    (each) => each.subject === subject && codeOf(textIn(each.title, 'vi')) === codeOf(title),
  );
  const taken = same ? known.versionsOf(same.rubricId).map(({ version }) => version) : [];
  return {
    continues: same?.rubricId ?? continuesNone,
    'rubric/title/vi': title,
    'rubric/id': codeOf(title),
    'rubric/version': freeVersion(year, taken),
    'rubric/subject': subject,
    'rubric/legalBasis/confidence': 'published',
    validFrom: formatDate(begins < today ? today : begins),
  };
}
