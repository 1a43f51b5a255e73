/** Loads the colours for a brand. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadBrandSheet = (): Promise<typeof import('./brand-sheet.ts')> => import('./brand-sheet.ts');
