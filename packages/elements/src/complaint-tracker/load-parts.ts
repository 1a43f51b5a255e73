import { loadPart } from '../internal/load-part.ts';

// In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`.

/** Loads what shows a case. */
export const loadFoundCase = (): Promise<typeof import('./found-case.ts')> => loadPart(() => import('./found-case.ts'));

/** Loads the list of the cases that this machine remembers. */
export const loadRememberedList = (): Promise<typeof import('./remembered-list.ts')> =>
  loadPart(() => import('./remembered-list.ts'));

/** Loads the list of the cases of who is signed in. */
export const loadOwnCases = (): Promise<typeof import('./own-cases.ts')> => loadPart(() => import('./own-cases.ts'));

/** Loads what reads the QR code of a receipt. */
export const loadScan = (): Promise<typeof import('./scan.ts')> => loadPart(() => import('./scan.ts'));
