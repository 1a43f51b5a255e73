import { loadPart } from '../internal/load-part.ts';

/** Loads the open sheet. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadSheet = (): Promise<typeof import('./sheet.ts')> => loadPart(() => import('./sheet.ts'));
