import { loadPart } from '../internal/load-part.ts';

/** Loads the list of a unit's models. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadMyModels = (): Promise<typeof import('./my-models.ts')> => loadPart(() => import('./my-models.ts'));
