import { loadPart } from '../../internal/load-part.ts';

/** Loads what compares two versions, when it is asked for. In a module without decorators, as `load-parts`. */
export const loadComparison = (): Promise<typeof import('./comparison.ts')> =>
  loadPart(() => import('./comparison.ts'));
