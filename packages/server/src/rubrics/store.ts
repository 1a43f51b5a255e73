import { criteriaOf, freezeRubric, publishRubric, type Rubric } from '@dvk/sdk/rubrics';
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

const mostRemembered = 200;

/**
 * Rubrics ready for scoring. A version never changes, so each is read and prepared once; of many, those least lately
 * used are forgotten.
 */
export class RubricCache {
  readonly #rubrics = new Map<string, Rubric>();

  async get(db: Queries, tenant: string, id: string, version: string): Promise<Rubric | undefined> {
    const name = JSON.stringify([tenant, id, version]);
    let rubric = this.#rubrics.get(name);
    if (!rubric) {
      const found = await findRubric(db, tenant, id, version);
      if (!found) return undefined;
      rubric = freezeRubric(found);
    }
    this.#rubrics.delete(name);
    this.#rubrics.set(name, rubric);
    if (this.#rubrics.size > mostRemembered) this.#rubrics.delete(this.#rubrics.keys().next().value!);
    return rubric;
  }
}
