import { loadPart } from '../internal/load-part.ts';

/** Loads the history of an assessment, when it is asked for. */
export const loadHistory = (): Promise<typeof import('./history.ts')> => loadPart(() => import('./history.ts'));
