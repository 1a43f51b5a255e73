/**
 * Node reads the package.json of a package again for every import of it and every module in it. That of drizzle-orm lists some 450
 * exports, which made a third of the time and half of the memory that a process needed to start. Its modules name each other
 * by relative addresses, for which that file is not needed, and what our modules name is found once. For processes that are
 * the server's own: a hook holds for all that a process imports.
 */
import module, { type ResolveFnOutput } from 'node:module';

const ours = new URL('..', import.meta.url).href;
const found = new Map<string, ResolveFnOutput>();

// Node has them since 22.15.
module.registerHooks?.({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context;
    if (specifier.startsWith('.')) {
      const isInside = parentURL.includes('/node_modules/drizzle-orm/') && specifier.endsWith('.js');
      return isInside
        ? { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
        : next(specifier, context);
    }
    if (!parentURL.startsWith(ours) || !/^drizzle-orm(?:\/|$)/.test(specifier)) return next(specifier, context);
    const known = found.get(specifier) ?? next(specifier, context);
    found.set(specifier, known);
    return { ...known, shortCircuit: true };
  },
});
