/** Loads what makes photos small. In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`. */
export const loadScaling = (): Promise<typeof import('./scale-photo.ts')> => import('./scale-photo.ts');
