import type { Rubric } from './schema.ts';

const frozen = new WeakSet<object>();

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inside of Object.values(value)) freeze(inside);
}

/**
 * A copy that cannot change any more. Scoring prepares a rubric once and remembers it only for frozen ones: with a
 * rubric that may still change under our feet, remembering would one day give a wrong number.
 */
export function freezeRubric(rubric: Rubric): Rubric {
  if (frozen.has(rubric)) return rubric;
  const copy = structuredClone(rubric);
  freeze(copy);
  frozen.add(copy);
  return copy;
}

/** Made by {@link freezeRubric}. */
export function isFrozenRubric(rubric: Rubric): boolean {
  return frozen.has(rubric);
}
