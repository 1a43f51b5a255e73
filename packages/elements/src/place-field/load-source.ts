/** Loads the search for places. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadSource = (): Promise<typeof import('./place-source.ts')> => import('./place-source.ts');
