import { loadPart } from '../internal/load-part.ts';

/** What an open sheet is made of: its table, and what stands beside it. */
export type SheetParts = typeof import('./sheet.ts') & { more: typeof import('./sheet-more.ts') };

/** Loads the open sheet. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadSheet = (): Promise<SheetParts> =>
  loadPart(async () => {
    const [sheet, more] = await Promise.all([import('./sheet.ts'), import('./sheet-more.ts')]);
    return { ...sheet, more };
  });
