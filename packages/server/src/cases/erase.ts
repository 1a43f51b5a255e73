import type { GivenAnswer } from '@dvk/sdk/cases';
import { and, eq } from 'drizzle-orm';
import { takeFilesAway } from '../attachments/store.ts';
import type { AttachmentRow } from '../attachments/table.ts';
import type { EventContext, RecordState } from '../events/index.ts';
import { partOf, subjectOf } from '../records/records.ts';
import { updateRow } from '../records/write.ts';
import { partOfAnswer } from './answers.ts';
import { stepPart } from './history.ts';
import { caseSearchText } from './search-text.ts';
import { caseNotes, caseOwners, caseRecords, caseSenders, caseSteps, type CaseRow } from './table.ts';

/** What stands where a title, or an answer, was. */
export const erasedText = 'Nội dung đã được xóa theo quy định về bảo vệ dữ liệu cá nhân';

/** What is taken out of a case: who sent it, or whatever could name anybody. */
export type Erasure = NonNullable<CaseRow['erased']>;

/** A case from which something was erased, and the files to be removed with it. */
export interface ErasedCase {
  row: CaseRow;
  /** The whole record as it now stands, with `null` for the parts that are gone. */
  state: RecordState;
  files: AttachmentRow[];
}

const withoutText = (answer: GivenAnswer | null) => answer && { ...answer, text: erasedText };

/** What is left of a row without anything that somebody wrote. */
function textless(row: CaseRow): Partial<CaseRow> {
  return {
    title: erasedText,
    content: '',
    address: null,
    statusReason: null,
    extensions: row.extensions.map((each) => ({ ...each, reason: '' })),
    extensionRequest: null,
    answer: withoutText(row.answer),
    earlierTerms: (row.earlierTerms ?? []).map((term) => ({ ...term, answer: withoutText(term.answer) })),
    rating: row.rating && { solved: row.rating.solved, attitude: row.rating.attitude },
    searchText: caseSearchText({ code: row.code, title: '', content: '' }),
  };
}

/** Erases what somebody wrote in a case, beside its row. */
async function eraseTexts(
  { db }: Pick<EventContext, 'db'>,
  row: CaseRow,
): Promise<{ parts: RecordState; files: AttachmentRow[] }> {
  const { tenant, id } = row;
  const steps = await db
    .update(caseSteps)
    .set({ note: null, innerNote: null })
    .where(and(eq(caseSteps.tenant, tenant), eq(caseSteps.caseId, id)))
    .returning();
  const notes = await db
    .delete(caseNotes)
    .where(and(eq(caseNotes.tenant, tenant), eq(caseNotes.caseId, id)))
    .returning({ id: caseNotes.id });
  const files = await takeFilesAway(db, tenant, subjectOf(caseRecords, id));
  const answers = Array.from({ length: row.reopenCount + 1 }, (_, round) => [partOfAnswer(round), null] as const);
  return {
    parts: {
      ...Object.assign({}, ...steps.map(stepPart)),
      ...Object.fromEntries(notes.map((note) => [`note/${note.id}`, null])),
      ...Object.fromEntries(answers),
      attachments: null,
    },
    files,
  };
}

/**
 * Erases who sent a case, or all that could name anybody, and keeps the file: that there was a case, of which kind, where, when
 * and how it went. No event is added: whoever calls it adds them all at once, so that nobody waits for the ledger meanwhile.
 */
export async function eraseCase(
  context: Pick<EventContext, 'db' | 'now'>,
  before: CaseRow,
  what: Erasure,
): Promise<ErasedCase> {
  const { db, now } = context;
  const { tenant, id } = before;
  await db.delete(caseSenders).where(and(eq(caseSenders.tenant, tenant), eq(caseSenders.caseId, id)));
  await db.delete(caseOwners).where(and(eq(caseOwners.tenant, tenant), eq(caseOwners.caseId, id)));
  const erased = before.erased === 'all' ? 'all' : what;
  const { parts, files } = what === 'all' ? await eraseTexts(context, before) : { parts: {}, files: [] };
  const row = await updateRow(caseRecords, context, before, {
    ...(what === 'all' && textless(before)),
    location: null,
    erased,
    erasedAt: now,
  });
  return { row, state: { ...partOf(caseRecords, row), ...parts, sender: null, owner: null }, files };
}
