import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.ts';

/** The modules a built package offers, as `./calendar`, with wildcards written out; data and self-contained files are none. */
export function entriesOf(name: string): string[] {
  const home = path.join(root, 'packages', name);
  const { publishConfig } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    publishConfig: { exports: Record<string, string | { types: string }> };
  };
  const files = globSync('dist/**/*.d.ts', { cwd: home }).sort();
  const entries = Object.entries(publishConfig.exports).flatMap(([entry, target]) => {
    if (typeof target === 'string') return [];
    // Every `*` of a target stands for the same text.
    const [first, ...others] = target.types.replace('./', '').replaceAll('.', '\\.').split('*');
    const pattern = new RegExp(`^${[first, ...others].join('*').replace('*', '(.+)').replaceAll('*', '\\1')}$`);
    return files.flatMap((file) => {
      const match = pattern.exec(file);
      return match ? [entry.replace('*', match[1] ?? '')] : [];
    });
  });
  return [...new Set(entries)];
}
