import type { ModelField, ModelStatus, RegistrantKind } from '@dvk/sdk/models';
import type { Session } from '@dvk/sdk/session';
import { searchKey } from '@dvk/sdk/text';
import { and, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import { matchesSearch, nextCode, type Queries } from '../database/index.ts';
import type { Position } from '../http/cursors.ts';
import { visibleByUnit } from '../policy/index.ts';
import { models, type ModelRow } from './schema.ts';

/** What a search in the list of models looks through. */
export function modelSearchText(
  model: Pick<ModelRow, 'code' | 'name' | 'unitName'> & {
    registrantName?: string | null | undefined;
    tags?: readonly string[] | undefined;
  },
): string {
  return searchKey([model.code, model.name, model.unitName, model.registrantName, ...(model.tags ?? [])].join(' '));
}

interface ModelFilters {
  q?: string | undefined;
  status?: ModelStatus | undefined;
  field?: ModelField | undefined;
  registrantKind?: RegistrantKind | undefined;
  unitId?: string | undefined;
}

/** The models somebody may see: a unit its own – registered by it or under its name –, the others all. */
function visible(session: Session): SQL | undefined {
  return and(eq(models.tenant, session.tenant), visibleByUnit(session, models.ownerUnitId, models.unitId));
}

/** What a list shows and is ordered by: the long texts stay in the database. */
const listed = {
  id: models.id,
  code: models.code,
  status: models.status,
  registrantKind: models.registrantKind,
  unitId: models.unitId,
  unitName: models.unitName,
  name: models.name,
  field: models.field,
  communeCode: models.communeCode,
  startDate: models.startDate,
  createdAt: models.createdAt,
  updatedAt: models.updatedAt,
};

export type ListedModel = Pick<ModelRow, keyof typeof listed>;

/** Visible models, newest first, up to `count` after a position `[created at, id]`. */
export async function listModels(
  db: Queries,
  session: Session,
  filters: ModelFilters,
  after: Position | undefined,
  count: number,
): Promise<ListedModel[]> {
  const { q, status, field, registrantKind, unitId } = filters;
  return db
    .select(listed)
    .from(models)
    .where(
      and(
        visible(session),
        status && eq(models.status, status),
        field && eq(models.field, field),
        registrantKind && eq(models.registrantKind, registrantKind),
        unitId ? or(eq(models.unitId, unitId), eq(models.ownerUnitId, unitId)) : undefined,
        matchesSearch(models.searchText, q),
        after && sql`(${models.createdAt}, ${models.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(models.createdAt), desc(models.id))
    .limit(count);
}

export function modelPosition(model: ListedModel): Position {
  return [model.createdAt, model.id];
}

/** A model by id, if the session may see it. */
export async function findModel(db: Queries, session: Session, id: string): Promise<ModelRow | undefined> {
  const [model] = await db
    .select()
    .from(models)
    .where(and(visible(session), eq(models.id, id)));
  return model;
}

/** The next code of a day, `MH-…`. */
export function nextModelCode(db: Queries, tenant: string, day: string): Promise<string> {
  return nextCode(db, { tenant, scope: `model ${day}`, prefix: 'MH', day, table: models });
}

export async function insertModel(db: Queries, model: typeof models.$inferInsert): Promise<ModelRow> {
  const [row] = await db.insert(models).values(model).returning();
  return row!;
}

/** Changes a model if it still has this version; `undefined` when somebody else was faster. */
export async function updateModel(
  db: Queries,
  { tenant, id, version }: ModelRow,
  now: string,
  changes: Partial<typeof models.$inferInsert>,
): Promise<ModelRow | undefined> {
  const [row] = await db
    .update(models)
    .set({ ...changes, version: version + 1, updatedAt: now })
    .where(and(eq(models.tenant, tenant), eq(models.id, id), eq(models.version, version)))
    .returning();
  return row;
}
