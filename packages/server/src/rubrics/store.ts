import { criteriaOf, freezeRubric, publishRubric, type Rubric } from '@dvk/sdk/rubrics';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Queries } from '../database/index.ts';
import { findRow } from '../records/rows.ts';
import { decisions, rubrics, type DecisionRow, type RubricRow } from './table.ts';

export async function findRubric(
  db: Queries,
  tenant: string,
  id: string,
  version: string,
): Promise<Rubric | undefined> {
  return (await findRow(db, rubrics, { tenant, id, version }))?.document;
}

/** When a version is in force; without a first day since ever, without a last one until another takes its place. */
interface Validity {
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
}

/**
 * Adds a version of a rubric.
 *
 * @throws InputError for a rubric with a fault that `checkRubric` calls an error
 */
export async function addRubric(
  db: Queries,
  tenant: string,
  rubric: Rubric,
  now: string,
  validity: Validity = {},
): Promise<RubricRow> {
  const document = publishRubric(rubric);
  const { id, version, subject } = rubric;
  const criteriaCount = criteriaOf(rubric).length;
  const [row] = await db
    .insert(rubrics)
    .values({ tenant, id, version, subject, criteriaCount, document, addedAt: now, ...validity })
    .returning();
  return row!;
}

/** A version without its criteria: when it holds, and what was decided of it. */
export type KnownVersion = Omit<RubricRow, 'document'> & { withdrawnAt: string | null; decision: DecisionRow | null };

/** The versions of some rubrics, or of all, by the id of the rubric. */
export async function versionsOf(
  db: Queries,
  tenant: string,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownVersion[]>> {
  const { document: _, ...columns } = getTableColumns(rubrics);
  const rows = await db
    .select({ rubric: columns, decision: decisions })
    .from(rubrics)
    .leftJoin(
      decisions,
      and(
        eq(decisions.tenant, rubrics.tenant),
        eq(decisions.rubricId, rubrics.id),
        eq(decisions.rubricVersion, rubrics.version),
      ),
    )
    .where(and(eq(rubrics.tenant, tenant), ids && inArray(rubrics.id, [...ids])));
  const known = rows.map(({ rubric, decision }) => ({
    ...rubric,
    decision,
    withdrawnAt: decision?.withdrawnAt ?? null,
  }));
  return Map.groupBy(known, ({ id }) => id);
}

/** A cache for {@link findFrozenRubric}; of many rubrics, those least recently used are dropped. */
export function createRubricCache(): LRUCache<string, Rubric> {
  return new LRUCache({ max: 200 });
}

/** A rubric ready for scoring. A version never changes, so each is read and prepared once and then cached. */
export async function findFrozenRubric(
  cache: LRUCache<string, Rubric>,
  db: Queries,
  tenant: string,
  id: string,
  version: string,
): Promise<Rubric | undefined> {
  const key = JSON.stringify([tenant, id, version]);
  const known = cache.get(key);
  if (known) return known;
  const found = await findRubric(db, tenant, id, version);
  if (!found) return undefined;
  const rubric = freezeRubric(found);
  cache.set(key, rubric);
  return rubric;
}
