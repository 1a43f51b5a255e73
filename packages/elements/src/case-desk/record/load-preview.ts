import { loadPart } from '../../internal/load-part.ts';

/** Loads the preview of an answer, when it is asked for. */
export const loadPreview = (): Promise<typeof import('./preview.ts')> => loadPart(() => import('./preview.ts'));
