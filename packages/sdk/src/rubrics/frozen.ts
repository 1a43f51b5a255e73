import type { Rubric } from './schema.ts';

const frozen = new WeakSet<object>();

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inside of Object.values(value)) freeze(inside);
}

/**
 * A copy that cannot be changed. Scoring prepares a frozen rubric once and reuses that; a rubric that could still change is
 * prepared anew each time.
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
