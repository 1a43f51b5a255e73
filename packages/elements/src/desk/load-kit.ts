/** Loads the list, whose first rows are on their way. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadKit = (): Promise<typeof import('../list/list-kit.ts')> => import('../list/list-kit.ts');
