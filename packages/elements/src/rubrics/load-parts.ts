import { loadPart } from '../internal/load-part.ts';

/** Loads what shows an open version. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadRubricRecord = (): Promise<typeof import('./record/rubric-record.ts')> =>
  loadPart(() => import('./record/rubric-record.ts'));

/** Loads what imports a new version, with its fields. */
export const loadRubricImport = (): Promise<typeof import('./importing/rubric-import.ts')> =>
  loadPart(() => import('./importing/rubric-import.ts'));
