/** What somebody meets who installs the packages: types with every check on, modules in Node. */
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { entriesOf } from './entries.ts';
import { root, run } from '../run.ts';

/** The oldest TypeScript we know of and the newest: both look into the declarations of all dependencies too. */
const compilers = ['5.4.5', '6.0.3'] as const;
/** What stands on msw, a choice of the reader whose own declarations need TypeScript 5.7. */
const isOnMsw = (entry: string): boolean => entry.includes('/testing');
const resolutions = ['nodenext', 'bundler'] as const;

/**
 * Installs packed packages into a project of its own and uses every entry.
 * @param tarballs by name, absolute
 * @returns one line a fault
 */
export async function checkConsumer(tarballs: Readonly<Record<string, string>>): Promise<string[]> {
  const home = path.join(root, '.cache/consumer');
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const write = (file: string, content: unknown): Promise<void> =>
    writeFile(path.join(home, file), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  const packages = Object.fromEntries(Object.entries(tarballs).map(([name, file]) => [`@dvk/${name}`, `file:${file}`]));
  const typescripts = compilers.map((version) => [`typescript-${version}`, `npm:typescript@${version}`]);
  const oldest = Object.keys(tarballs).map((name) => [name, oldestNode(name)] as const);
  const nodes = oldest.map(([, version]) => [`node-${version}`, `npm:${nodePackage}@${version}`]);
  await write('package.json', {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: {
      ...packages,
      msw: '^3.0.5',
      '@types/node': '^24.0.0',
      react: '^19.3.0',
      '@types/react': '^19.2.0',
      vue: '^3.5.0',
    },
    devDependencies: Object.fromEntries([...typescripts, ...nodes]) as object,
  });
  // Of the packages only the packed ones, also where one needs another; nothing is built.
  await write(
    'pnpm-workspace.yaml',
    `overrides: ${JSON.stringify(packages)}\nignoreScripts: true\nstrictDepBuilds: false\n`,
  );
  const installed = await run('npx', [
    '-y',
    'pnpm@12',
    '--dir',
    home,
    'install',
    '--no-frozen-lockfile',
    '--prefer-offline',
  ]);
  if (installed.code !== 0) return [`consumer: ${installed.output}`];

  const entries = Object.keys(tarballs).flatMap((name) =>
    entriesOf(name).map((entry) => `@dvk/${name}${entry.slice(1)}`),
  );
  const inNode = entries.filter((entry) => !isOnMsw(entry));

  const faults: string[] = [];
  for (const version of compilers) {
    const known = version === compilers[0] ? inNode : entries;
    await write('all.ts', known.map((entry, at) => `export * as e${at} from '${entry}';`).join('\n'));
    for (const resolution of resolutions) {
      await write('tsconfig.json', {
        compilerOptions: {
          target: 'ES2022',
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          module: resolution === 'nodenext' ? 'NodeNext' : 'ESNext',
          moduleResolution: resolution,
          types: ['node'],
          strict: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['all.ts'],
      });
      const { output } = await run(process.execPath, [`node_modules/typescript-${version}/lib/tsc.js`], { cwd: home });
      const wrong = output.split('\n').filter((line) => line.includes('error TS'));
      faults.push(...wrong.map((line) => `TypeScript ${version}, ${resolution}: ${line}`));
    }
  }
  for (const [name, version] of oldest) {
    const node = path.join(home, `node_modules/node-${version}/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
    const own = inNode.filter((entry) => entry.startsWith(`@dvk/${name}/`) || entry === `@dvk/${name}`);
    await write('all.js', own.map((entry) => `await import('${entry}');`).join('\n'));
    await write('all.cjs', own.map((entry) => `require('${entry}');`).join('\n'));
    for (const file of ['all.js', 'all.cjs']) {
      const { code, output } = await run(node, ['--disable-warning=ExperimentalWarning', file], { cwd: home });
      if (code !== 0) faults.push(`${name}, Node ${version}, ${file}: ${output}`);
    }
  }
  return faults;
}

/** Where npm keeps the Node of this machine. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The oldest Node a package says it runs on. */
function oldestNode(name: string): string {
  const text = readFileSync(path.join(root, 'packages', name, 'package.json'), 'utf8');
  const { engines } = JSON.parse(text) as { engines: { node: string } };
  return `${engines.node.replace('>=', '')}.0`;
}
