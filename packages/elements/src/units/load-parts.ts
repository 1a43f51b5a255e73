import { loadPart } from '../internal/load-part.ts';

/** Loads what shows a unit. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadUnitRecord = (): Promise<typeof import('./record/unit-record.ts')> =>
  loadPart(() => import('./record/unit-record.ts'));

/** Loads the forms for units, with their fields. */
export const loadUnitForms = (): Promise<typeof import('./forms/unit-forms.ts')> =>
  loadPart(() => import('./forms/unit-forms.ts'));

/** Loads the import of a table of units. */
export const loadUnitImport = (): Promise<typeof import('./import/unit-import.ts')> =>
  loadPart(() => import('./import/unit-import.ts'));
