/**
 * `pnpm bench [name …]`: runs every `*.bench.ts` of the workspace (or those whose path contains a name). These machines
 * are noisy: read the ratios. `--json` prints one JSON object a line.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/run.ts';

export interface BenchLine {
  name: string;
  value: number;
  unit: string;
  /** What it is compared with. */
  baseline?: string;
  /** Ours divided by the baseline, in the unit's own sense. */
  ratio?: number;
}

interface BenchFile {
  bench: (report: (line: BenchLine) => void) => Promise<void>;
}

const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));

function report(line: BenchLine): void {
  if (json) {
    console.log(JSON.stringify(line));
    return;
  }
  const value = line.value.toLocaleString('en', { maximumSignificantDigits: 4 });
  const ratio = line.ratio === undefined ? '' : `   × ${line.ratio.toPrecision(3)} of ${line.baseline ?? 'baseline'}`;
  console.log(`${line.name.padEnd(64)} ${value.padStart(12)} ${line.unit}${ratio}`);
}

const files = globSync('{packages,examples}/*/src/**/*.bench.ts', { cwd: root })
  .filter(
    (file) => !file.includes('node_modules') && (wanted.length === 0 || wanted.some((name) => file.includes(name))),
  )
  .sort();
for (const file of files) {
  const { bench } = (await import(pathToFileURL(path.join(root, file)).href)) as BenchFile;
  await bench(report);
}
