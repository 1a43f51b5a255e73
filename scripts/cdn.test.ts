/** The files for pages without a bundler: which there are, and what they say. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { caseStatusNamesEn } from '../packages/sdk/src/cases/names-en.ts';
import { buildFiles, publish } from './lib/cdn/index.ts';
import { minifiedTemplates } from './lib/cdn/plugins.ts';

const built = await buildFiles();
const fileOf = (name: string) => built.find((file) => file.name === name)!;
/** All the code that a page loads at once with a file. */
const codeOf = (name: string) => [name, ...fileOf(name).imports].map((each) => fileOf(each).code).join('');
const named = built.filter(({ name }) => !name.startsWith('parts/')).map(({ name }) => name);
const titles = (names: readonly string[]) => names.map((name) => fileOf(name).title).sort();

test('each file of widgets stands there in Vietnamese and with English', () => {
  const vietnamese = named.filter((name) => !name.endsWith('-en.js'));
  assert.deepEqual(
    named.filter((name) => name.endsWith('-en.js')).sort(),
    vietnamese.map((name) => name.replace('.js', '-en.js')).sort(),
  );
  for (const name of ['dvk.js', 'dvk-case-form.js', 'dvk-case-desk.js']) assert.ok(vietnamese.includes(name), name);
});

test('only the file with English holds the English texts of widgets and fields', () => {
  for (const [name, speaks] of [
    ['dvk-case-desk.js', false],
    ['dvk-case-desk-en.js', true],
  ] as const) {
    const code = codeOf(name);
    assert.ok(code.includes('Tiếp nhận, xử lý phản ánh'), name);
    assert.equal(code.includes('Receiving and handling reports'), speaks, name);
    assert.equal(code.includes(caseStatusNamesEn['in-progress']), speaks, name);
    assert.equal(code.includes('`Enter ${'), speaks, name);
  }
});

test('the file with English holds that of what is loaded on demand, too', () => {
  assert.ok(codeOf('dvk-complaint-tracker-en.js').includes(caseStatusNamesEn['in-progress']));
});

test('a file imports all its parts itself, and no part a file that a page names', () => {
  for (const { name, code, imports } of built) {
    const direct = [...code.matchAll(/(?:\bfrom|\bimport) ?"\.\/([^"]+)"/g)].map(([, file]) => file!);
    if (named.includes(name)) assert.deepEqual(direct.toSorted(), [...imports].sort(), name);
    for (const file of imports) assert.match(file, /^parts\/[a-z-]+-[\da-z]{8}\.js$/, name);
  }
});

test('a page loads no part that its widgets do not need', () => {
  assert.deepEqual(titles(fileOf('dvk-complaint-tracker.js').imports), ['complaint-tracker', 'core']);
  // It makes no request before somebody does something.
  assert.ok(!codeOf('dvk-complaint-tracker.js').includes('x-request-id'));
  assert.deepEqual(titles(fileOf('dvk-scorecard.js').imports), ['core', 'forms', 'lists', 'requests', 'scorecard']);
  assert.deepEqual(titles(fileOf('dvk.js').imports), [
    'complaint-tracker',
    'core',
    'forms',
    'lists',
    'model-registration',
    'requests',
    'scorecard',
  ]);
  assert.ok(codeOf('dvk.js').includes('x-request-id'));
});

test('the fields of forms come with the first form that is drawn, and the other texts without them', () => {
  for (const name of ['dvk.js', 'dvk-en.js', 'dvk-model-registration.js'])
    assert.ok(!titles(fileOf(name).imports).includes('fields'), name);
  for (const title of ['form-parts', 'sheet'])
    assert.ok(titles(built.find((file) => file.title === title && file.onDemand)!.imports).includes('fields'), title);
  assert.deepEqual(titles(fileOf('dvk-fields.js').imports), ['contract', 'core', 'fields', 'fields-texts']);
});

test('no module is in two parts', () => {
  const parts = built.flatMap(({ map }) => (JSON.parse(map) as { sources: string[] } | null)?.sources ?? []);
  const own = parts.filter((source) => /\/src\/.*\.ts$/.test(source));
  assert.ok(own.length > 100);
  assert.deepEqual(
    own.filter((source, at) => own.indexOf(source) !== at),
    [],
  );
});

test('nothing is imported on demand before its files are there', () => {
  const loads = built.flatMap(({ code }) => code.match(/.{60}\bimport\(/g) ?? []);
  assert.ok(loads.length >= built.filter((file) => file.onDemand).length);
  for (const load of loads) assert.match(load, /import\.meta\.url\)\.then\(\(\)=>import\($/);
  // Where the files of each are filled in.
  for (const { name, code } of built) assert.doesNotMatch(code, /files of the part/, name);
});

test('a shape in a part of a drawing ends before the next begins', async () => {
  const transform = minifiedTemplates.transform as (code: string, id: string) => { code: string };
  const { code } = await transform(
    'const bars = svg`<rect width="1" />\n  <rect width="2" />`;',
    '/packages/elements/src/drawings/bars.ts',
  );
  assert.match(code, /<rect width="1" ?\/> ?<rect width="2" ?\/>/);
});

test('a web server of another user may read the files, whatever the umask of whoever builds', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'dvk-cdn-'));
  const own = process.umask(0o077);
  try {
    await publish(path.join(home, 'dist/cdn'), { 'dvk.js': '' });
    for (const [name, mode] of [
      ['dist', 0o755],
      ['dist/cdn', 0o755],
      ['dist/cdn/dvk.js', 0o644],
    ] as const)
      assert.equal((await stat(path.join(home, name))).mode & 0o777, mode, name);
    assert.equal(process.umask(), 0o077);
  } finally {
    process.umask(own);
    await rm(home, { recursive: true, force: true });
  }
});
