import { criteriaOf, freezeRubric, publishRubric, type Rubric } from '@dvk/sdk/rubrics';
import { LRUCache } from 'lru-cache';
import type { Queries } from '../database/index.ts';
import { findRow } from '../records/rows.ts';
import { rubrics } from './table.ts';

export async function findRubric(
  db: Queries,
  tenant: string,
  id: string,
  version: string,
): Promise<Rubric | undefined> {
  return (await findRow(db, rubrics, { tenant, id, version }))?.document;
}

/**
 * Adds a version of a rubric. Used by seeds and imports, there is no endpoint for it yet.
 *
 * @throws InputError for a rubric with a fault that `checkRubric` calls an error
 */
export async function addRubric(db: Queries, tenant: string, rubric: Rubric, now: string): Promise<void> {
  const document = publishRubric(rubric);
  const { id, version, subject } = rubric;
  const criteriaCount = criteriaOf(rubric).length;
  await db.insert(rubrics).values({ tenant, id, version, subject, criteriaCount, document, addedAt: now });
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
