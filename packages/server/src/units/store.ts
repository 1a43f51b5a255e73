import { searchKey, sortKey } from '@dvk/sdk/text';
import type { StoredUnit, Unit, UnitEvent, UnitRecord, UnitWrite } from '@dvk/sdk/units';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { appendEvents, type EventContext } from '../events/index.ts';
import { subjectOf } from '../records/records.ts';
import { findRow } from '../records/rows.ts';
import { insertMany, updateMany } from '../records/write-many.ts';
import { unitRecords, units, type UnitRow } from './table.ts';

/** A unit; parents stand before their children. What it is responsible for, and its office, may be left out. */
export interface ImportedUnit
  extends
    Omit<Unit, 'topics'>,
    Partial<Pick<Unit, 'topics'>>,
    Partial<Pick<UnitRecord, 'externalId' | 'address' | 'phone' | 'email'>> {}

export const findUnit = (db: Queries, tenant: string, id: string) => findRow(db, units, { tenant, id });

/** All units of a tenant: a few thousand at most. */
export async function allUnits(db: Queries, tenant: string): Promise<UnitRow[]> {
  return db.select().from(units).where(eq(units.tenant, tenant));
}

/** What lists are searched and ordered by. A unit is found by what it was called before, too. */
function derivedColumns({ name, code, ...more }: Pick<StoredUnit, 'name' | 'code'> & Partial<StoredUnit>) {
  const { formerStates = [], externalId, identificationCode } = more;
  const texts = [
    name,
    code,
    externalId ?? '',
    identificationCode?.canonical ?? '',
    ...formerStates.map((each) => each.name),
  ];
  return { searchText: searchKey(texts.join(' ')), sortKey: sortKey(name) };
}

/** Adds the units that a tenant begins with; parents stand before their children. */
export async function addUnits(db: Queries, tenant: string, added: readonly ImportedUnit[]): Promise<void> {
  const now = new Date().toISOString();
  for (const unit of added) {
    await db.insert(units).values({ ...unit, tenant, createdAt: now, updatedAt: now, ...derivedColumns(unit) });
  }
}

/**
 * Writes what the rules of the SDK allow, with the events.
 *
 * @param before - all units, as the rules saw them
 */
export async function writeUnits(
  context: EventContext,
  before: readonly UnitRow[],
  writes: readonly UnitWrite[],
): Promise<void> {
  const rows = new Map(before.map((row) => [row.id, row]));
  const added = writes.flatMap(({ added, event }) =>
    added ? [{ values: { ...added, ...derivedColumns(added) }, event }] : [],
  );
  await insertMany(unitRecords, context, added);
  const changed = writes.flatMap(({ id, changes, event }) => {
    const row = rows.get(id);
    return changes && row
      ? [{ before: row, changes: { ...changes, ...derivedColumns({ ...row, ...changes }) }, event }]
      : [];
  });
  await updateMany(unitRecords, context, changed);
}

/** Of some units, those that records, people or programs belong to: whatever table refers to units. */
export async function usedUnits(db: Queries, tenant: string, ids: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  if (ids.length === 0) return used;
  const { rows: references } = await db.execute<{ table: string; column: string }>(sql`
    SELECT referring.relname AS table, attribute.attname AS column
    FROM pg_constraint reference
    JOIN pg_class referring ON referring.oid = reference.conrelid
    JOIN pg_attribute attribute ON attribute.attrelid = reference.conrelid AND attribute.attnum = reference.conkey[2]
    WHERE reference.contype = 'f' AND reference.confrelid = 'unit'::regclass AND reference.conrelid <> 'unit'::regclass`);
  for (const { table, column } of references) {
    const [from, name] = [sql.identifier(table), sql.identifier(column)];
    const { rows } = await db.execute<{ id: string }>(sql`
      SELECT DISTINCT ${name} AS id FROM ${from}
      WHERE tenant = ${tenant} AND ${name} = ANY(${sql.param(ids)}::uuid[])`);
    for (const { id } of rows) used.add(id);
  }
  return used;
}

/** Removes units to which nothing refers but each other, with the events. */
export async function removeUnits(
  context: EventContext,
  ids: readonly string[],
  data: Extract<UnitEvent, { kind: 'unit.removed' }>['data'],
): Promise<void> {
  if (ids.length === 0) return;
  const { db, session } = context;
  await db.delete(units).where(and(eq(units.tenant, session.tenant), inArray(units.id, [...ids])));
  await appendEvents(
    context,
    ids.map((id) => ({ kind: 'unit.removed', data, subject: subjectOf(unitRecords, id), state: { unit: null } })),
  );
}

/** The names of units by id; ids may be missing and repeated. */
export async function unitNames(
  db: Queries,
  tenant: string,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.tenant, tenant), inArray(units.id, asked)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether a unit is another one, or stands somewhere beneath it in either tree. */
export async function isWithin(db: Queries, tenant: string, id: string, ancestorId: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    WITH RECURSIVE line (id) AS (
      SELECT ${id}::uuid
      UNION
      SELECT parent.id
      FROM line
      JOIN unit ON unit.tenant = ${tenant} AND unit.id = line.id
      CROSS JOIN LATERAL (VALUES (unit.party_parent_id), (unit.administrative_parent_id)) AS parent (id)
      WHERE parent.id IS NOT NULL
    )
    SELECT 1 FROM line WHERE id = ${ancestorId}::uuid`);
  return rows.length > 0;
}
