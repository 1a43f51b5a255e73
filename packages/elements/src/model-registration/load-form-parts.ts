import { loadPart } from '../internal/load-part.ts';

export type FormParts = typeof import('./form-parts.ts');

/** Loads them. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadFormParts = (): Promise<FormParts> => loadPart(() => import('./form-parts.ts'));
