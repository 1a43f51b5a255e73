/**
 * `pnpm check`: everything about the code that is not a test – types, lint, formatting, generated files, imports,
 * packages, sizes. Each check is a function that throws or a command that fails; all run, then the verdict.
 */
import { checkAreas } from './lib/areas.ts';
import { checkBrowsers } from './lib/browsers/index.ts';
import { checkPackages } from './lib/packages/index.ts';
import { run } from './lib/run.ts';
import { checkWords } from './lib/words.ts';

interface Check {
  name: string;
  /** Resolves to what is wrong; empty when all is well. */
  find: () => Promise<string>;
}

function command(name: string, bin: string, ...args: string[]): Check {
  return {
    name,
    find: async () => {
      const { code, output } = await run(bin, args);
      return code === 0 ? '' : output.trim() || `${bin} ended with ${code}`;
    },
  };
}

const checks: Check[] = [
  command('types', 'tsc', '-b'),
  command('lint', 'oxlint', '--deny-warnings'),
  command('formatting', 'oxfmt', '--check'),
  command('generated files', 'node', 'scripts/generate.ts', '--check'),
  command('build', 'node', 'scripts/build.ts'),
  { name: 'packages as published', find: async () => (await checkPackages()).join('\n') },
  { name: 'nothing that supported browsers lack', find: async () => (await checkBrowsers()).join('\n') },
  command('sizes', 'node', 'scripts/size.ts', '--check'),
  { name: 'words as the glossary has them', find: async () => checkWords().join('\n') },
  { name: 'imports as the architecture has them', find: async () => checkAreas().join('\n') },
];

let failed = 0;
for (const { name, find } of checks) {
  const wrong = await find();
  console.log(`${wrong ? '✗' : '✓'} ${name}`);
  if (!wrong) continue;
  failed += 1;
  console.log(wrong.replaceAll(/^/gm, '    '));
}
console.log(failed === 0 ? '\nAll checks passed.' : `\n${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
