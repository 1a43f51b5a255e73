import { loadPart } from '../internal/load-part.ts';

/** Loads what shows a case. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadCaseRecord = (): Promise<typeof import('./record/case-record.ts')> =>
  loadPart(() => import('./record/case-record.ts'));
