/**
 * A plugin of typedoc: modules stand under the paths they are imported by – `@dvk/elements/case-form`, `@dvk/sdk/calendar` –
 * and not under those of their sources.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Converter, ReflectionKind, type Application } from 'typedoc';

/** The manifest of a package of the workspace, of which `exports` point at sources. */
interface Manifest {
  name: string;
  exports: Record<string, string>;
}

/**
 * How a module is imported.
 * @param source its path in `src`, without `.ts`
 * @returns `undefined` if nobody can
 */
export function importPath({ name, exports }: Manifest, source: string): string | undefined {
  const file = `./src/${source}.ts`;
  // An entry without a wildcard comes before one with, and a longer one before a shorter, as in Node.
  const entries = Object.entries(exports).sort(
    ([a], [b]) => Number(a.includes('*')) - Number(b.includes('*')) || b.length - a.length,
  );
  for (const [entry, target] of entries) {
    // Every `*` of a target stands for the same text.
    const [first, ...others] = target.split('*').map((part) => part.replaceAll('.', '\\.'));
    const pattern = [first, ...others].join('*').replace('*', '(.+)').replaceAll('*', '\\1');
    const match = new RegExp(`^${pattern}$`).exec(file);
    if (match) return path.posix.join(name, entry.replace('*', match[1] ?? ''));
  }
  return undefined;
}

/** Called by typedoc, also for each package that it documents. */
export function load(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getChildrenByKind(ReflectionKind.Module)) {
      const file = context.getSymbolFromReflection(module)?.declarations?.[0]?.getSourceFile().fileName;
      const [, home, source] = /^(.*)\/src\/(.*)\.ts$/.exec(file ?? '') ?? [];
      if (!home || !source) continue;
      const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as Manifest;
      module.name = importPath(manifest, source) ?? module.name;
    }
  });
}
