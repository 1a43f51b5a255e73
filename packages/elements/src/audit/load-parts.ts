import { loadPart } from '../internal/load-part.ts';

/** Loads what shows an entry. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadEntries = (): Promise<typeof import('./record/audit-record.ts')> =>
  loadPart(() => import('./record/audit-record.ts'));

/** Loads what tells of the state of the ledger, and checks it. */
export const loadLedger = (): Promise<typeof import('./ledger-part.ts')> => loadPart(() => import('./ledger-part.ts'));
