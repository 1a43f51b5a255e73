/** Loads the list of scorecards, along with its kit. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadList = (): Promise<typeof import('./scorecard-list.ts')> => import('./scorecard-list.ts');
