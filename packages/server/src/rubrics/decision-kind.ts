import { and, eq, inArray } from 'drizzle-orm';
import type { RecordState } from '../events/index.ts';
import { recordKind, type ReadParts } from '../records/kind.ts';
import { subjectOf } from '../records/records.ts';
import { decisionRecords, rubrics, type DecisionRow, type RubricRow } from './table.ts';

/** The version that a decision is about, as a part of its state: with it the ledger vouches for the criteria themselves. */
export function versionPart({ document, validFrom, validTo }: RubricRow): RecordState {
  return { version: { document, validFrom, validTo } };
}

const nameOf = (id: string, version: string) => JSON.stringify([id, version]);

const decidedVersions: ReadParts<DecisionRow> = async (db, tenant, _subjects, rows) => {
  const ids = [...new Set(rows.map(({ rubricId }) => rubricId))];
  const versions = await db
    .select()
    .from(rubrics)
    .where(and(eq(rubrics.tenant, tenant), inArray(rubrics.id, ids)));
  const byName = new Map(versions.map((row) => [nameOf(row.id, row.version), row]));
  return new Map(
    rows.flatMap(({ id, rubricId, rubricVersion }) => {
      const version = byName.get(nameOf(rubricId, rubricVersion));
      return version ? [[subjectOf(decisionRecords, id), versionPart(version)]] : [];
    }),
  );
};

/** Decisions on rubrics, each with the version that it is about. */
export const decisionKind = recordKind(decisionRecords, decidedVersions);
