import type { Case, CaseAnswer, GivenAnswer } from '@dvk/sdk/cases';
import { filesOf, filesParts, setAttachments, type AttachingContext } from '../attachments/store.ts';
import type { RecordState } from '../events/index.ts';
import type { ReadParts } from '../records/kind.ts';
import { subjectOf } from '../records/records.ts';
import { caseRecords, type CaseRow } from './table.ts';

/** The files of an answer, as a part of its case. */
export const partOfAnswer = (round: number) => `answer-${round}`;

/** What the files of an answer belong to. A case that is reopened keeps those of its earlier answers. */
const subjectOfAnswer = (id: string, round: number) => `${subjectOf(caseRecords, id)}/${partOfAnswer(round)}`;

/** Whether a file belongs to a case or to one of its answers. */
export function belongsTo(subject: string | null, { id }: Pick<CaseRow, 'id'>): boolean {
  return subject !== null && `${subject}/`.startsWith(`${subjectOf(caseRecords, id)}/`);
}

/** Attaches files to the answer that was given. */
export async function setAnswerFiles(
  context: AttachingContext,
  { id, reopenCount }: CaseRow,
  ids: readonly string[],
): Promise<RecordState> {
  if (ids.length === 0) return {};
  const { attachments } = await setAttachments(context, subjectOfAnswer(id, reopenCount), ids);
  return { [partOfAnswer(reopenCount)]: attachments! };
}

/**
 * The answers of a case with their files: those of terms that a reopening ended, and the last one, which stands until there
 * is a new one. Cases of before the terms were kept have none.
 */
export async function answersOf(
  { id, answer, answeredAt, earlierTerms, reopenCount }: CaseRow,
  { db, session }: Pick<AttachingContext, 'db' | 'session'>,
): Promise<Pick<Case, 'answer' | 'earlierTerms'>> {
  const withFiles = async (given: GivenAnswer | null, round: number): Promise<CaseAnswer | null> =>
    given && {
      ...given,
      solution: given.solution ?? null,
      attachments: await filesOf(db, session.tenant, subjectOfAnswer(id, round)),
    };
  const terms: Case['earlierTerms'] = [];
  for (const [round, term] of (earlierTerms ?? []).entries())
    terms.push({ ...term, answer: await withFiles(term.answer, round) });
  const last = answeredAt === null ? reopenCount - 1 : reopenCount;
  return { answer: await withFiles(answer, last), earlierTerms: terms };
}

/** The files of all answers, as parts of their cases. */
export const answerParts: ReadParts<CaseRow> = async (db, tenant, _subjects, rows) => {
  const owners = new Map<string, { id: string; round: number }>();
  for (const { id, reopenCount } of rows)
    for (let round = 0; round <= reopenCount; round += 1) owners.set(subjectOfAnswer(id, round), { id, round });
  const parts = new Map<string, RecordState>();
  for (const [subject, { attachments }] of await filesParts(db, tenant, [...owners.keys()])) {
    const { id, round } = owners.get(subject)!;
    const record = subjectOf(caseRecords, id);
    parts.set(record, { ...parts.get(record), [partOfAnswer(round)]: attachments! });
  }
  return parts;
};
