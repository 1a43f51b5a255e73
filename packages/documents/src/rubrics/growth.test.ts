import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '@dvk/sdk/errors';
import { assertGrowsWithLength, leastTimeOf } from '../../../sdk/src/text/testkit/growth.ts';
import { nastyTexts } from '../../../sdk/src/text/testkit/nasty.ts';
import { importRubric } from './index.ts';
import { xlsx } from './testkit/excel.ts';
import { docx, paragraph, row, rubricTable, table } from './testkit/word.ts';

const one = table(row('TT', 'Nội dung', 'Điểm'), row('1', 'Việc A', '100'));
const titled = (title: string) => rubricTable(row('1', title, '100'));

/** Files of a size, each of a shape that a reader may take too long over. */
const nasty: Record<string, (size: number) => Uint8Array> = {
  'paragraphs before the table': (size) => docx(paragraph('Căn cứ Nghị quyết số 25-NQ/TW').repeat(size) + one),
  'paragraphs that look like classes': (size) => docx(paragraph('Tốt: từ 80 đến dưới 90 điểm').repeat(size) + one),
  'paragraphs in one cell': (size) => titled('việc\n'.repeat(size)),
  'bullets in one cell': (size) => titled('Việc A\n' + '- có kế hoạch\n'.repeat(size)),
  'rows that go on': (size) =>
    rubricTable(
      row('1', 'Việc A', '100'),
      ...Array.from({ length: Math.min(size, 4900) }, () => row('', 'và việc sau', '')),
    ),
  'rows of headings': (size) =>
    rubricTable(...Array.from({ length: Math.min(size, 4900) / 10 }, () => row('', 'Việc', '10'))),
  'lines with the same number': (size) =>
    rubricTable(...Array.from({ length: Math.min(size, 9000) / 10 }, () => row('1', 'Việc', '1'))),
  'marks piled up': (size) => titled(`a${'\u0301\u0323'.repeat(size * 4)}`),
  'spaces and line ends': (size) => titled(`a${' \n'.repeat(size)}b`),
  'open brackets': (size) => titled(`Việc ${'(tối đa '.repeat(size)}`),
  'numbers and commas': (size) => titled(`Việc ${'1,1 điểm; '.repeat(size)}`),
  tables: (size) => docx(one.repeat(size / 20)),
  'rows of a sheet': (size) =>
    xlsx([
      {
        rows: [
          ['TT', 'Nội dung', 'Điểm'],
          [1, 'Việc A', 100],
          ...Array.from({ length: size }, () => [null, 'chữ', null]),
        ],
      },
    ]),
};

const reading = (file: Uint8Array) => () =>
  importRubric(file).catch((error: unknown) => assert.ok(isInputError(error), String(error)));

test('time grows no faster than length, whatever a file is full of', async () => {
  await leastTimeOf(reading(docx(one)));
  for (const [name, make] of Object.entries(nasty)) {
    const [small, large] = [await leastTimeOf(reading(make(1500))), await leastTimeOf(reading(make(12_000)), 2)];
    // Eight times the length: quadratic would be 64 times; what costs less than 5 ms is not measured.
    assert.ok(large < Math.max(small, 5) * 24, `${name}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
  }
});

/** A text wherever one can stand in a document and in a workbook. */
const places: Record<string, (text: string) => Uint8Array> = {
  'a title': (text) => titled(text),
  'the points and the number': (text) => rubricTable(row(text, 'Việc A', '100'), row('2', 'Việc B', text)),
  'the header': (text) => docx(table(row(text, 'Nội dung', text), row('1', 'Việc A', '100'))),
  'a paragraph before and after': (text) => docx(paragraph(text) + one + paragraph(text)),
  'a cell of a sheet': (text) =>
    xlsx([
      {
        rows: [
          ['TT', 'Nội dung', 'Điểm'],
          [1, text, 100],
          [text, 'Việc B', text],
        ],
      },
    ]),
};

for (const [place, put] of Object.entries(places)) {
  test(`a table is read in a time that grows no faster than a text as ${place}`, async () => {
    for (const each of nastyTexts) {
      await assertGrowsWithLength(`${each.name} as ${place}`, 16 * 1024, (length) => {
        return reading(put(each.ofLength(length)));
      });
    }
  });
}

test('60,000 paragraphs are read; more text or elements than any rubric needs are refused in words', async () => {
  const { rubric } = await importRubric(docx(paragraph('Căn cứ Nghị quyết').repeat(60_000) + one));
  assert.equal(rubric.total, 10_000);
  for (const body of [paragraph('chữ '.repeat(900)).repeat(1500), '<w:p/>'.repeat(3_100_000)]) {
    await assert.rejects(importRubric(docx(body + one)), ({ code, text }: { code: string; text: { vi: string } }) => {
      assert.equal(code, 'file-too-large');
      assert.match(text.vi, /hãy tách riêng phần có bảng tiêu chí/);
      return true;
    });
  }
});

test('rows beyond the first 5,000 and columns beyond the first 60 are reported', async () => {
  const rows = [
    ['TT', 'Nội dung', 'Điểm'],
    [1, 'Việc A', 100],
    ...Array.from({ length: 5100 }, () => [null, null, null, 'chữ']),
  ];
  const { doubts } = await importRubric(xlsx([{ rows }]));
  assert.ok(doubts.some(({ code, text }) => code === 'rows-beyond' && text.vi.includes('102')));
});
