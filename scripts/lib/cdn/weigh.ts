/** What pages load of the files for pages without a bundler. */
import { gzipKB, type Built } from './index.ts';

/** KB of gzip that a page loads at once with the files that it names, and in how many files. */
export function weigh(built: readonly Built[], ...names: string[]): { size: number; files: number } {
  const loaded = new Set(names.flatMap((name) => [name, ...built.find((file) => file.name === name)!.imports]));
  const files = built.filter(({ name }) => loaded.has(name));
  return { size: files.reduce((sum, { code }) => sum + gzipKB(code), 0), files: files.length };
}
