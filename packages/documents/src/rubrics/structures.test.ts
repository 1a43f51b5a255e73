import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { importRubric } from './index.ts';
import type { RubricNode } from '@dvk/sdk/rubrics';
import { fileOf } from './testkit/structure-files.ts';
import { textsOf } from './testkit/structure-rows.ts';
import { expected, structures, type Expected, type Structure } from './testkit/structures.ts';

/** Doubts that do not question what the draft says: things computed as they should be, and columns of scores. */
const harmless = new Set([
  'no-bands',
  'total-computed',
  'group-sum-computed',
  'max-from-levels',
  'column-not-read',
  'tables-joined',
  'points-columns',
]);

const found = (nodes: readonly RubricNode[]): Expected[] =>
  nodes.map((node) => ({
    title: node.title.vi,
    points: node.kind === 'gate' ? 0 : node.max / 100,
    below: node.kind === 'group' ? found(node.children) : [],
  }));

async function judge(structure: Structure) {
  const { rubric, doubts } = await importRubric(fileOf(structure));
  const read = found(rubric.criteria);
  const right = JSON.stringify(read) === JSON.stringify(expected(structure));
  return { right, read, doubts, rubric, fitting: doubts.filter(({ code }) => !harmless.has(code)) };
}

test('one rubric in every structure comes back right, or with a doubt that says so; most come back right', async () => {
  const all = fc.sample(structures, { numRuns: 600, seed: 20_261 });
  let right = 0;
  for (const structure of all) {
    const verdict = await judge(structure);
    if (verdict.right) right += 1;
    else
      assert.ok(
        verdict.fitting.length > 0,
        `silently wrong:\n${JSON.stringify(structure)}\n${JSON.stringify(verdict.read)}\n${JSON.stringify(verdict.doubts)}`,
      );
  }
  assert.ok(right >= all.length * 0.98, `${right} of ${all.length} right`);
});

test('every text of the table is in the draft or in a doubt', async () => {
  for (const structure of fc.sample(structures, { numRuns: 150, seed: 7 })) {
    const { rubric, doubts } = await judge(structure);
    const said = JSON.stringify([rubric, doubts]).replaceAll('\\n', ' ');
    const plain = (text: string) =>
      text.replace(/^(?:[IVX]+|[A-C]|\d+)(?:\.\d+)?\.\s/, '').replace(/\s*\((?:Tối đa )?[\d,]+\s?(?:điểm|đ)\)$/, '');
    for (const text of textsOf(structure)) {
      const numeric = /^-?[\d.,IVXABC]+$/.test(text) || /^(?:tổng|cộng|total|điểm tổng)/iu.test(text);
      assert.ok(numeric || said.includes(plain(text)), `“${text}” of ${JSON.stringify(structure)}\n${said}`);
    }
  }
});
