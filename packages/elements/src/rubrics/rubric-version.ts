import type { RubricSummary } from '@dvk/sdk/rubrics';

/** A version of a rubric as the list has it; its `id` is `<id of the rubric>/<version>`. */
export interface RubricVersion extends Omit<RubricSummary, 'id'> {
  id: string;
  rubricId: string;
}

export const versionOf = (summary: RubricSummary): RubricVersion => ({
  ...summary,
  id: `${summary.id}/${summary.version}`,
  rubricId: summary.id,
});

/** What the id of a version names. */
export function partsOfId(id: string): { id: string; version: string } {
  const slash = id.lastIndexOf('/');
  return { id: id.slice(0, Math.max(0, slash)), version: id.slice(slash + 1) };
}
