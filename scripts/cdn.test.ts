/** The files for pages without a bundler: which there are, and what they say. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { caseStatusNamesEn } from '../packages/sdk/src/cases/names.ts';
import { bundle, files, onDemand, publish } from './lib/cdn.ts';

test('each file of widgets stands there in Vietnamese and with English', () => {
  const names = Object.keys(files).filter((name) => !(name in onDemand));
  const vietnamese = names.filter((name) => !name.endsWith('-en'));
  assert.deepEqual(
    names.filter((name) => name.endsWith('-en')),
    vietnamese.map((name) => `${name}-en`),
  );
  for (const name of ['dvk', 'dvk-case-form', 'dvk-case-desk']) assert.ok(vietnamese.includes(name), name);
});

test('only the file with English holds the English texts of widgets and fields', async () => {
  for (const [name, speaks] of [
    ['dvk-case-desk', false],
    ['dvk-case-desk-en', true],
  ] as const) {
    const [{ code } = { code: '' }] = await bundle(name, files[name]!);
    assert.ok(code.includes('Tiếp nhận, xử lý phản ánh'), name);
    assert.equal(code.includes('Reports and proposals'), speaks, name);
    assert.equal(code.includes(caseStatusNamesEn['in-progress']), speaks, name);
    assert.equal(code.includes('`Enter ${'), speaks, name);
  }
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
