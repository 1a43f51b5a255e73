/**
 * What a page pays for: gzip bytes of each entry point, bundled and minified with everything it needs. Writes
 * `docs/size.md`; `--check` fails when an entry is over its budget or the page is stale: it names other entries or
 * budgets, or a figure has moved by more than 2 % and 0.1 KB – less moves with every change of a dependency.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { budgets, onDemand } from './lib/cdn/budgets.ts';
import { buildFiles, gzipKB, mainWidgets, widgets } from './lib/cdn/index.ts';
import { weigh } from './lib/cdn/weigh.ts';
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
    budget: 15,
    code: `export { createClient } from '@dvk/sdk/client'`,
  },
  {
    name: 'client with validation of every endpoint',
    budget: 31.5,
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
    without: ['*/special-functions.ts'],
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

const rows: string[] = [];
for (const entry of entries) rows.push(row(entry.name, await gzipped(entry), entry.budget));

const built = await buildFiles();
const main = weigh(built, 'dvk.js');
const tracker = weigh(built, 'dvk-complaint-tracker.js');
const elementRows = [
  row(`\`dvk.js\`: ${mainWidgets.join(', ')}, in ${main.files} files`, main.size, budgets.main),
  row(`\`dvk-complaint-tracker.js\` alone, in ${tracker.files} files`, tracker.size, budgets.tracker),
];
const others = widgets.filter((each) => !mainWidgets.includes(each));
for (const name of [...others, 'fields'])
  elementRows.push(
    row(
      `\`dvk-${name}.js\`, beyond \`dvk.js\``,
      weigh(built, 'dvk.js', `dvk-${name}.js`).size - main.size,
      budgets.further,
    ),
  );
elementRows.push(row('`dvk-en.js`, beyond `dvk.js`', weigh(built, 'dvk-en.js').size - main.size, budgets.english));

const demandRows: string[] = [];
for (const { title, code, onDemand: isOnDemand } of built) {
  // A part that others share, unless it only has the name of one that is loaded by itself.
  const isPart = title in onDemand && !built.some((other) => other.onDemand && other.title === title);
  if (!isOnDemand && !isPart) continue;
  const { what, budget } = onDemand[title] ?? { what: 'not expected', budget: 0 };
  demandRows.push(row(`\`${title}\`: ${what}`, gzipKB(code), budget));
}

const page = `<!-- Generated by scripts/size.ts. Do not edit. -->

# What a page pays for

Bundled with everything it needs and minified, gzip level 9, KB = 1024 bytes. Over budget fails \`pnpm check\`.

## SDK

| entry | KB gzip | budget |
|---|---:|---:|
${rows.join('\n')}

## Elements

What a page without a bundler loads before anybody does anything: the file that it names, and the parts that this shares with
other files. Then what a further file adds where \`dvk.js\` is on the page already.

| file | KB gzip | budget |
|---|---:|---:|
${elementRows.join('\n')}

What comes when somebody needs it; with a bundler, too.

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
