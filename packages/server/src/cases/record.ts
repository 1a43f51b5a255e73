import { and, asc, eq, inArray } from 'drizzle-orm';
import { filesParts } from '../attachments/store.ts';
import { recordKind, type ReadParts } from '../records/kind.ts';
import { subjectOf } from '../records/records.ts';
import { answerParts } from './answers.ts';
import { stepPart } from './history.ts';
import { noteParts } from './notes.ts';
import { ownerParts } from './owner.ts';
import { senderPart } from './sender.ts';
import { caseRecords, caseSenders, caseSteps, type CaseRow } from './table.ts';

const steps: ReadParts<CaseRow> = async (db, tenant, _subjects, rows) => {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(caseSteps)
    .where(and(eq(caseSteps.tenant, tenant), inArray(caseSteps.caseId, ids)))
    .orderBy(asc(caseSteps.sequence));
  const byCase = Map.groupBy(found, ({ caseId }) => caseId);
  return new Map(
    [...byCase].map(([id, each]) => [subjectOf(caseRecords, id), Object.assign({}, ...each.map(stepPart))]),
  );
};

const senders: ReadParts<CaseRow> = async (db, tenant, _subjects, rows) => {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(caseSenders)
    .where(and(eq(caseSenders.tenant, tenant), inArray(caseSenders.caseId, ids)));
  return new Map(found.map(({ caseId, sealed }) => [subjectOf(caseRecords, caseId), senderPart(sealed)]));
};

/** Cases with the history that the sender reads, the sealed sender, the attached files, those of the answers, the notes, and whose they are. */
export const caseKind = recordKind(caseRecords, steps, senders, filesParts, answerParts, noteParts, ownerParts);
