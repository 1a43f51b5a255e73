import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { commands } from '../commands/index.ts';
import { initFlagNames } from '../commands/init/flags.ts';
import { helpIn, helpTexts, variableNames } from './help.ts';

const { en, vi } = helpTexts;

test('both languages describe the same commands and settings, in the same order', () => {
  assert.deepEqual(Object.keys(vi.commands), Object.keys(en.commands));
  assert.deepEqual(
    vi.settings.map(({ variables }) => Object.keys(variables)),
    en.settings.map(({ variables }) => Object.keys(variables)),
  );
  assert.equal(Object.keys(vi.options).length, Object.keys(en.options).length);
  assert.equal(vi.examples.length, en.examples.length);
  assert.equal(new Set(variableNames).size, variableNames.length, 'no setting twice');
});

test('fits a terminal: no line is longer than 110 characters', () => {
  for (const language of ['en', 'vi'] as const)
    assert.deepEqual(
      helpIn(language)
        .split('\n')
        .filter((line) => line.length > 110),
      [],
    );
});

test('has every command, and every setting that the code reads', async () => {
  const home = new URL('../', import.meta.url);
  const files = globSync('**/*.ts', { cwd: home }).filter(
    (file) => !/\.test\.ts$|\.bench\.ts$|^(?:help|testkit|load)\//.test(file),
  );
  const sources = await Promise.all(files.map((file) => readFile(new URL(file, home), 'utf8')));
  const read = [...sources.join('\n').matchAll(/\b(?:DVK_[A-Z0-9_]+|DATABASE_URL|PORT|HOST)\b/g)].map(([name]) => name);
  assert.ok(read.length > 30);
  for (const language of ['en', 'vi'] as const) {
    const text = helpIn(language);
    for (const name of [...read, ...Object.keys(commands), '--anchor'])
      assert.match(text, new RegExp(`^  ${name} `, 'm'));
    for (const name of initFlagNames) assert.match(text, new RegExp(`\\s--${name}(?![\\w-])`));
  }
  assert.deepEqual([...new Set(read)].toSorted(), [...variableNames].toSorted());
});
