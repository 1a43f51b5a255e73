/** Loads what the list of scorecards looks like, along with its kit. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadList = (): Promise<typeof import('./list.ts')> => import('./list.ts');
