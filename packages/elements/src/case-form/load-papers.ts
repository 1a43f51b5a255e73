// In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`.
import { loadPart } from '../internal/load-part.ts';

/** Loads the page to check everything on, and the receipt. */
export const loadPapers = (): Promise<typeof import('./check-and-receipt.ts')> =>
  loadPart(() => import('./check-and-receipt.ts'));
