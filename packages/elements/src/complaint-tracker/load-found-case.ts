import { loadPart } from '../internal/load-part.ts';

/** Loads what shows a case. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadFoundCase = (): Promise<typeof import('./found-case.ts')> => loadPart(() => import('./found-case.ts'));
