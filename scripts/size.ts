/**
 * What a page pays for: gzip bytes of each entry point, bundled and minified with everything it needs. Writes
 * `docs/size.md`; `--check` fails when an entry is over its budget or the page is stale: it names other entries or
 * budgets, or a figure has moved by more than 2 % and 0.1 KB – less moves with every change of a dependency.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { budgets, bundle, files, gzipKB, mainWidgets, onDemand, sourceOf, widgets } from './lib/cdn.ts';
import { root } from './lib/run.ts';

interface Entry {
  name: string;
  /** What a page would write. */
  code: string;
  /** KB = 1024 bytes, gzip. */
  budget: number;
  /** Modules counted elsewhere. */
  without?: string[];
}

const entries: Entry[] = [
  {
    name: 'transport alone: retries, deadlines, typed errors',
    budget: 11,
    code: `export { exchange } from '@dvk/sdk/client'`,
  },
  {
    name: 'client: every endpoint, paging, upload',
    budget: 13,
    code: `export { createClient } from '@dvk/sdk/client'`,
  },
  {
    name: 'client with validation of every endpoint',
    budget: 21,
    code: `import { createClient } from '@dvk/sdk/client'; import { validate } from '@dvk/sdk/constraints'; export const client = (baseUrl) => createClient({ baseUrl, validate })`,
  },
  {
    name: 'calendar: terms and working time, without data',
    budget: 3.5,
    code: `export { addTerm, countWorkingDays, addWorkingTime, elapsedWorkingTime } from '@dvk/sdk/calendar'`,
  },
  {
    name: 'calendar: the same with legal deadlines, pauses and extensions',
    budget: 5.2,
    code: `export { addTerm, countWorkingDays, addWorkingTime, elapsedWorkingTime, deadline } from '@dvk/sdk/calendar'`,
  },
  {
    name: 'calendar: the explanation of a deadline in words',
    budget: 3.3,
    code: `export { explainDeadline } from '@dvk/sdk/calendar'`,
  },
  {
    name: 'calendar: days off of Việt Nam 2025–2030 and legal terms (data)',
    budget: 5.1,
    code: `export { vietnamCalendar, legalTerms } from '@dvk/sdk/calendar'`,
  },
  {
    name: 'scoring: totals and classes with their explanations',
    budget: 5.8,
    code: `export { score, classify } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'scoring: the same without the sentences, for counting while somebody types',
    budget: 4.3,
    code: `export { points, classOf } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'ranks and quotas',
    budget: 2.2,
    code: `export { rank } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'formula lines, with the expression parser',
    budget: 6.1,
    code: `export { scoreFormulas } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'agreement: α, ICC, W, κ, aggregation, severity, beyond the distribution library',
    budget: 4.3,
    without: ['@stdlib/*'],
    code: `export { krippendorffAlpha, icc, kendallW, weightedKappa, fleissKappa, aggregate, appraiserSeverity, outlierLines } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'the same with the distribution library',
    budget: 60,
    code: `export { krippendorffAlpha, icc, kendallW, weightedKappa, fleissKappa, aggregate, appraiserSeverity, outlierLines } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'composite indicators and their sensitivity to weights',
    budget: 2.8,
    code: `export { normalise, composite, sensitivity } from '@dvk/sdk/assessments'`,
  },
  {
    name: 'detectors: EARS, CUSUM, EWMA, weekday-adjusted, Farrington, scan, false discovery',
    budget: 8.8,
    code: `export { ears, cusum, ewma, weekdayAdjusted, farringtonFlexible, poissonScan, benjaminiHochberg } from '@dvk/sdk/signals'`,
  },
];

async function gzipped({ code, without = [] }: Entry): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: path.join(root, 'packages/sdk'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: without,
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'error',
  });
  return gzipKB(outputFiles[0]!.contents);
}

const over: string[] = [];

function row(name: string, size: number, budget: number): string {
  if (size > budget) over.push(`${name}: ${size.toFixed(1)} KB is over its budget of ${budget} KB`);
  return `| ${name} | ${size.toFixed(1)} | ${budget} |`;
}

/** The file for pages without a bundler that holds these widgets. */
async function cdnFile(names: readonly string[]): Promise<number> {
  const [file] = await bundle('dvk', sourceOf(names));
  return gzipKB(file!.code);
}

const rows: string[] = [];
for (const entry of entries) rows.push(row(entry.name, await gzipped(entry), entry.budget));

const main = await cdnFile(mainWidgets);
const elementRows = [row(`\`dvk.js\`: ${mainWidgets.join(', ')}`, main, budgets.main)];
for (const name of widgets.filter((each) => !mainWidgets.includes(each)))
  elementRows.push(row(`${name}, beyond these`, (await cdnFile([...mainWidgets, name])) - main, budgets.further));

const demandRows: string[] = [];
for (const name of Object.keys(onDemand))
  for (const file of await bundle(name, files[name]!)) {
    const { what, budget } = budgets.onDemand[file.name] ?? { what: 'not expected', budget: 0 };
    demandRows.push(row(`\`${file.name}\`: ${what}`, gzipKB(file.code), budget));
  }

const page = `<!-- Generated by scripts/size.ts. Do not edit. -->

# What a page pays for

Bundled with everything it needs and minified, gzip level 9, KB = 1024 bytes. Over budget fails \`pnpm check\`.

## SDK

| entry | KB gzip | budget |
|---|---:|---:|
${rows.join('\n')}

## Elements

The file for pages without a bundler: three widgets with client, fields, styles and Vietnamese texts; only the names of places
and the counting of a scorecard come later. Then what each further widget adds to it.

The aim for the first row is 62 KB. ky has 8.4 KB of it (decision 0012); the counting of a scorecard left it in return, 3.9 KB. Measured
and not used, as each makes the code worse and all together give 2 KB: tables packed into strings, sentences cut short, English cut
out by a plug-in of our own, modules ordered for gzip, unsafe flags of a minifier. What is left is Lit (8 KB), the fields and the three
widgets themselves.

| file | KB gzip | budget |
|---|---:|---:|
${elementRows.join('\n')}

What the widgets load from beside it: \`scoring.js\` when somebody opens a scorecard they may fill in, the places when somebody
enters a place field or a place must be named, \`brand-sheet.js\` where a context has a \`brand\`.

| loaded on demand | KB gzip | budget |
|---|---:|---:|
${demandRows.join('\n')}
`;

/** Whether two pages say the same, but for figures that differ a little. */
function agrees(written: string, measured: string): boolean {
  const figure = /\b\d+\.\d\b(?= \|)/g;
  const figures = (text: string) => (text.match(figure) ?? []).map(Number);
  const before = figures(written);
  return (
    written.replace(figure, '') === measured.replace(figure, '') &&
    figures(measured).every((now, at) => Math.abs(now - before[at]!) <= 0.101 + before[at]! * 0.02)
  );
}

const file = path.join(root, 'docs/size.md');
if (process.argv.includes('--check')) {
  const written = await readFile(file, 'utf8').catch(() => '');
  if (!agrees(written, page)) over.push('docs/size.md is stale: run `node scripts/size.ts`');
} else {
  await writeFile(file, page);
}
console.log(over.length === 0 ? page : over.join('\n'));
process.exitCode = over.length === 0 ? 0 : 1;
