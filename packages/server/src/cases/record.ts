import { and, asc, eq, inArray } from 'drizzle-orm';
import { filesParts } from '../attachments/store.ts';
import { idsOf, type RecordKind, type RecordState } from '../events/index.ts';
import { subjectOf } from './present.ts';
import { cases, caseSenders, caseSteps, type CaseRow } from './schema.ts';

type StepRow = typeof caseSteps.$inferSelect;

/** The row of a case, as its events vouch for it: all but what is worked out from the rest. */
export function casePart(row: CaseRow): RecordState {
  const { searchText: _, ...rest } = row;
  return { case: rest };
}

/** A step that the sender reads. */
export function stepPart(row: StepRow): RecordState {
  const { tenant: _, caseId: __, ...step } = row;
  return { [`step/${step.sequence}`]: step };
}

/** Who sent it, sealed. */
export function senderPart(sealed: Buffer): RecordState {
  return { sender: { sealed } };
}

export const caseRecords: RecordKind = {
  area: 'case',
  async read(db, tenant, ids) {
    const ofCase = and(eq(caseSteps.tenant, tenant), inArray(caseSteps.caseId, [...ids]));
    const rows = await db
      .select()
      .from(cases)
      .where(and(eq(cases.tenant, tenant), inArray(cases.id, [...ids])));
    const steps = await db.select().from(caseSteps).where(ofCase).orderBy(asc(caseSteps.sequence));
    const senders = await db
      .select()
      .from(caseSenders)
      .where(and(eq(caseSenders.tenant, tenant), inArray(caseSenders.caseId, [...ids])));
    const files = await filesParts(db, tenant, ids.map(subjectOf));
    const stepsOf = Map.groupBy(steps, ({ caseId }) => caseId);
    const senderOf = new Map(senders.map(({ caseId, sealed }) => [caseId, senderPart(sealed)]));
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...casePart(row),
          ...Object.assign({}, ...(stepsOf.get(row.id) ?? []).map(stepPart)),
          ...senderOf.get(row.id),
          ...files.get(subjectOf(row.id)),
        },
      ]),
    );
  },
  idsAfter: idsOf(cases),
};
