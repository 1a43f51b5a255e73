import { loadPart } from '../internal/load-part.ts';

/** Loads what has happened to a setting, when somebody asks for it. */
export const loadVersionList = (): Promise<typeof import('./version-list.ts')> =>
  loadPart(() => import('./version-list.ts'));
