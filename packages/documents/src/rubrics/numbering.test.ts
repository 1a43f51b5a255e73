import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline as outlineOf } from './testkit/read.ts';
import { importRubric } from './index.ts';
import { cell, docx, paragraph, row, rubricTable, table } from './testkit/word.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const standard = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)');
const list = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') => ({
  'word/numbering.xml': `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`,
});
const styles = (...all: string[]) => ({ 'word/styles.xml': `<w:styles xmlns:w="w">${all.join('')}</w:styles>` });
const style = (id: string, numbering: string, basedOn = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}">${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${numbering && `<w:numPr>${numbering}</w:numPr>`}</w:pPr></w:style>`;
const numId = (id: number) => `<w:numId w:val="${id}"/>`;
const ilvl = (at: number) => `<w:ilvl w:val="${at}"/>`;

/** A line whose title paragraph has these properties. */
const line = (title: string, points: string, properties: string) =>
  row(`<w:tc>${paragraph(title, properties)}</w:tc>`, points);
const numbered = (title: string, points: string, at: number, id = 1) =>
  line(title, points, `<w:numPr>${ilvl(at)}${numId(id)}</w:numPr>`);

async function outline(rows: string[], parts: Record<string, string>): Promise<string[]> {
  const { rubric } = await importRubric(docx(table(row('Nội dung', 'Điểm tối đa'), ...rows), parts));
  return outlineOf(rubric.criteria).map((each) => each.replace(/ = .*/, ''));
}

test('a list restarts where its number says so, and goes on where it does not', async () => {
  const nums = `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>`;
  const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
  const rows = [
    numbered('Một', '', 0),
    numbered('A', '1', 1),
    numbered('B', '1', 1),
    numbered('Hai', '', 0),
    numbered('C', '1', 1, 2),
    numbered('D', '1', 1, 3),
  ];
  assert.deepEqual(await outline(rows, list(levels, nums)), ['I Một', '  1 A', '  2 B', 'II Hai', '  1 C', '  2 D']);
});

test('lvlRestart 0: lines count on through all sections', async () => {
  const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
  const rows = [
    numbered('Một', '', 0),
    numbered('A', '1', 1),
    numbered('B', '1', 1),
    numbered('Hai', '', 0),
    numbered('C', '1', 1),
  ];
  assert.deepEqual(await outline(rows, list(levels)), ['I Một', '  1 A', '  2 B', 'II Hai', '  3 C']);
});

test('the list comes through the style the paragraph style is based on', async () => {
  const parts = {
    ...list(standard),
    ...styles(style('Goc', numId(1)), style('Con', '', 'Goc'), style('Dong', ilvl(1), 'Goc')),
  };
  const rows = [
    line('Một', '', '<w:pStyle w:val="Con"/>'),
    line('A', '1', '<w:pStyle w:val="Dong"/>'),
    line('B', '1', '<w:pStyle w:val="Dong"/>'),
  ];
  assert.deepEqual(await outline(rows, parts), ['I Một', '  1 A', '  2 B']);
});

test('the paragraph says only its level, or the list names the style of each level', async () => {
  const only = { ...list(standard), ...styles(style('Goc', numId(1))) };
  const own = (title: string, points: string, at: number) =>
    line(title, points, `<w:pStyle w:val="Goc"/><w:numPr>${ilvl(at)}</w:numPr>`);
  assert.deepEqual(await outline([own('Một', '', 0), own('A', '1', 1), own('B', '1', 1)], only), [
    'I Một',
    '  1 A',
    '  2 B',
  ]);
  const named = {
    ...list(
      level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Muc"/>') + level(1, 'decimal', '%2.', '<w:pStyle w:val="Dong"/>'),
    ),
    ...styles(style('Muc', numId(1)), style('Dong', numId(1))),
  };
  const rows = [line('Một', '', '<w:pStyle w:val="Muc"/>'), line('A', '1', '<w:pStyle w:val="Dong"/>')];
  assert.deepEqual(await outline(rows, named), ['I Một', '  1 A']);
});

test('numStyleLink leads to the list style that has the levels', async () => {
  const parts = {
    'word/numbering.xml': `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="DS"/>${standard}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DS"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...styles(style('DS', numId(2))),
  };
  assert.deepEqual(await outline([numbered('Một', '', 0), numbered('A', '1', 1)], parts), ['I Một', '  1 A']);
});

test('isLgl writes Arabic numbers only', async () => {
  const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2.', '<w:isLgl/>');
  assert.deepEqual(
    await outline(
      [numbered('Một', '', 0), numbered('A', '1', 1), numbered('Hai', '', 0), numbered('B', '1', 1)],
      list(levels),
    ),
    ['I Một', '  1.1 A', 'II Hai', '  2.1 B'],
  );
});

test('a paragraph deleted or moved away with its end does not count; an override starts where it says', async () => {
  const gone = row(
    `<w:tc><w:p><w:pPr><w:numPr>${ilvl(1)}${numId(1)}</w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>X</w:delText></w:r></w:del></w:p>${paragraph('B', `<w:numPr>${ilvl(1)}${numId(1)}</w:numPr>`)}</w:tc>`,
    '1',
  );
  assert.deepEqual(await outline([numbered('Một', '', 0), numbered('A', '1', 1), gone], list(standard)), [
    'I Một',
    '  1 A',
    '  2 B',
  ]);
  const nums = `<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;
  assert.deepEqual(await outline([numbered('Bốn', '1', 0), numbered('Năm', '1', 0)], list(standard, nums)), [
    'IV Bốn',
    'V Năm',
  ]);
});

test('numId 0 takes a paragraph out of its list; a picture bullet is a bullet', async () => {
  const parts = {
    ...list(standard + level(3, 'bullet', '', '<w:lvlPicBulletId w:val="0"/>')),
    ...styles(style('Goc', numId(1))),
  };
  const rows = [
    line('Một', '10', '<w:pStyle w:val="Goc"/>'),
    line('Không số', '5', `<w:pStyle w:val="Goc"/><w:numPr>${numId(0)}</w:numPr>`),
    line('Hai', '10', '<w:pStyle w:val="Goc"/>'),
  ];
  const found = await outline(rows, parts);
  assert.deepEqual([found[0], found.at(-1)], ['I Một', 'II Hai']);
  assert.ok(found.some((each) => each.trim() === 'Không số'));
});

test('typed numbers of several steps keep number and place: I.1, I.1.1, 1.a, 1), a)', async () => {
  const typed = async (...rows: string[]) => outlineOf((await importRubric(rubricTable(...rows))).rubric.criteria);
  assert.deepEqual(
    await typed(
      row('I', 'Một', '3'),
      row('I.1', 'A', '3'),
      row('I.1.1', 'A một', '1'),
      row('I.1.2', 'A hai', '2'),
      row('II', 'Hai', '5'),
      row('II.1', 'B', '5'),
    ),
    ['I Một = 3', '  I.1 A = 3', '    I.1.1 A một = 1', '    I.1.2 A hai = 2', 'II Hai = 5', '  II.1 B = 5'],
  );
  assert.deepEqual(
    await typed(row('1', 'Một', '3'), row('1.a', 'A', '1'), row('1.b', 'B', '2'), row('2', 'Hai', '5')),
    ['1 Một = 3', '  1.a A = 1', '  1.b B = 2', '2 Hai = 5'],
  );
  assert.deepEqual(
    await typed(row('', '1) Một', '3'), row('', 'a) A', '1'), row('', 'b) B', '2'), row('', '2) Hai', '5')),
    ['1 Một = 3', '  a A = 1', '  b B = 2', '2 Hai = 5'],
  );
});

test('numbers in a column of their own, counted by the word processor', async () => {
  const number = (at: number) => `<w:tc>${paragraph('', `<w:numPr>${ilvl(at)}${numId(1)}</w:numPr>`)}</w:tc>`;
  const { rubric } = await importRubric(
    docx(
      table(
        row('TT', 'Nội dung', 'Điểm tối đa'),
        row(number(0), 'Một', '3'),
        row(number(1), 'A', '1'),
        row(number(1), cell('B'), '2'),
      ),
      list(standard),
    ),
  );
  assert.deepEqual(outlineOf(rubric.criteria), ['I Một = 3', '  1 A = 1', '  2 B = 2']);
});
