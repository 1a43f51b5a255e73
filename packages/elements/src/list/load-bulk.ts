/** Loads the steps for several records at once. */
export const loadBulk = (): Promise<typeof import('./list-bulk.ts')> => import('./list-bulk.ts');
