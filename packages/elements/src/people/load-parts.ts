import { loadPart } from '../internal/load-part.ts';

/** Loads what shows a person or an account. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadRecords = (): Promise<typeof import('./record/people-record.ts')> =>
  loadPart(() => import('./record/people-record.ts'));

/** Loads the forms for people and accounts, with their fields. */
export const loadPeopleForms = (): Promise<typeof import('./forms/people-forms.ts')> =>
  loadPart(() => import('./forms/people-forms.ts'));
