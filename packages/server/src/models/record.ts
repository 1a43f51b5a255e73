import { and, eq, inArray } from 'drizzle-orm';
import { filesParts } from '../attachments/store.ts';
import { idsOf, type RecordKind, type RecordState } from '../events/index.ts';
import { models, subjectOf, type ModelRow } from './schema.ts';

/** The row of a model, as its events vouch for it: all but what is worked out from the rest. */
export function modelPart(row: ModelRow): RecordState {
  const { searchText: _, ...rest } = row;
  return { model: rest };
}

export const modelRecords: RecordKind = {
  area: 'model',
  async read(db, tenant, ids) {
    const rows = await db
      .select()
      .from(models)
      .where(and(eq(models.tenant, tenant), inArray(models.id, [...ids])));
    const files = await filesParts(db, tenant, ids.map(subjectOf));
    return new Map(rows.map((row) => [row.id, { ...modelPart(row), ...files.get(subjectOf(row.id)) }]));
  },
  idsAfter: idsOf(models),
};
