/** The files for pages without a bundler: which there are, and what they say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle, files, onDemand } from './lib/cdn.ts';

test('each file of widgets stands there in Vietnamese and with English', () => {
  const names = Object.keys(files).filter((name) => !(name in onDemand));
  const vietnamese = names.filter((name) => !name.endsWith('-en'));
  assert.deepEqual(
    names.filter((name) => name.endsWith('-en')),
    vietnamese.map((name) => `${name}-en`),
  );
  for (const name of ['dvk', 'dvk-case-form', 'dvk-case-desk']) assert.ok(vietnamese.includes(name), name);
});

test('only the file with English holds English texts', async () => {
  for (const [name, speaks] of [
    ['dvk-case-desk', false],
    ['dvk-case-desk-en', true],
  ] as const) {
    const [{ code } = { code: '' }] = await bundle(name, files[name]!);
    assert.ok(code.includes('Bàn xử lý phản ánh'), name);
    assert.equal(code.includes('Reports and proposals'), speaks, name);
    assert.equal(code.includes('Enter '), speaks, name);
  }
});
