import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { score } from '@dvk/sdk/assessments';
import { checkRubric, criteriaOf, illustrativeModel, illustrativeUnit, Rubric, type Criterion } from '@dvk/sdk/rubrics';
import { exportRubricDocx, exportRubricXlsx, importRubric } from './index.ts';
import { lines } from './testkit/read.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const find = <K extends Criterion['kind']>(rubric: Rubric, id: string, kind: K) => {
  const line = criteriaOf(rubric).find((each) => each.id === id)!;
  assert.equal(line.kind, kind);
  return line as Extract<Criterion, { kind: K }>;
};

test('LibreOffice .docx: two header rows, Roman groups, levels, rates, counts, bonus, deduction, bands', async () => {
  const { rubric, doubts } = await importRubric(fixture('unit-criteria.docx'));
  assert.match(rubric.title.vi, /^BẢNG TIÊU CHÍ, THANG ĐIỂM/);
  assert.equal(rubric.total, 10_000);
  assert.deepEqual(
    rubric.criteria.map((node) => [node.number, node.kind, node.kind === 'gate' ? 0 : node.max]),
    [
      ['I', 'group', 3000],
      ['II', 'group', 5000],
      ['III', 'group', 2000],
    ],
  );
  assert.deepEqual(lines(rubric), [
    ['I.1', 'levels', 1000],
    ['I.2', 'range', 750],
    ['I.3', 'count', 1250],
    ['1.1', 'ratio', 2000],
    ['1.2', 'yes-no', 1000],
    ['II.2', 'count', 2000],
    ['III.1', 'range', 2000],
    ['bonus.1', 'count', 500],
    ['deduction.1', 'count', 200],
  ]);
  assert.deepEqual(
    find(rubric, 'I.1', 'levels').levels.map(({ points, title }) => [points, title.vi]),
    [
      [1000, 'Ban hành đúng thời hạn'],
      [500, 'Ban hành chậm'],
      [0, 'Không ban hành'],
    ],
  );
  assert.deepEqual(
    find(rubric, '1.1', 'ratio').thresholds,
    [
      { atLeast: 9500, points: 2000 },
      { atLeast: 9000, points: 1500 },
      { atLeast: 8000, points: 825 },
    ],
    'decimal comma',
  );
  assert.deepEqual(
    [find(rubric, 'I.3', 'count').from, find(rubric, 'I.3', 'count').each],
    ['max', 250],
    '“mỗi đợt … trừ 2,5 điểm”',
  );
  assert.deepEqual([find(rubric, 'II.2', 'count').from, find(rubric, 'II.2', 'count').each], ['zero', 500]);
  assert.deepEqual(
    [find(rubric, 'deduction.1', 'count').from, rubric.deduction?.max, rubric.bonus?.max],
    ['zero', 200, 500],
  );
  assert.equal(
    find(rubric, 'I.2', 'range').title.vi,
    'Tổ chức quán triệt',
    '“(tối đa 7,5 điểm)” is no part of the title',
  );
  assert.equal(find(rubric, 'I.2', 'range').evidence?.hint?.vi, 'Giấy mời, biên bản');
  assert.equal(rubric.criteria[2]?.scoredBy, 'superior');
  assert.deepEqual(
    rubric.bands.map(({ title, from, below }) => [title.vi, from, below]),
    [
      ['Xuất sắc', 9000, undefined],
      ['Tốt', 8000, 9000],
      ['Khá', 6500, 8000],
      ['Trung bình', 5000, 6500],
      ['Yếu', 0, 5000],
    ],
  );
  assert.deepEqual(
    doubts.map(({ code, pointer }) => [code, pointer]),
    [
      ['group-sum-computed', undefined],
      ['inclusive-bound', '/bands/2/below'],
    ],
    'the heading of the deductions states no points; “từ 65 đến 79,99” leaves a gap',
  );
  assert.equal(score(rubric, [], { by: 'self' }).outOf, 8000);
});

test('LibreOffice .docx: numbers that the word processor keeps to itself', async () => {
  const { rubric } = await importRubric(fixture('automatic-numbers.docx'));
  assert.deepEqual(lines(rubric), [
    ['I.1', 'range', 1500],
    ['I.2.a', 'range', 1000],
    ['I.2.b', 'range', 1500],
    ['II.1', 'range', 3550],
    ['II.2', 'range', 2450],
  ]);
  assert.equal(rubric.total, 10_000);
});

test('LibreOffice .xlsx: columns the other way round, title over several rows of levels', async () => {
  const { rubric, doubts } = await importRubric(fixture('merged-levels.xlsx'));
  assert.deepEqual(lines(rubric), [
    ['A.1', 'levels', 1000],
    ['A.2', 'range', 3000],
    ['B.1', 'range', 3550],
    ['B.2', 'range', 2450],
  ]);
  assert.deepEqual(
    find(rubric, 'A.1', 'levels').levels.map(({ points, title }) => [points, title.vi]),
    [
      [1000, 'Rõ ràng, đo đếm được'],
      [750, 'Rõ ràng, khó đo đếm'],
      [0, 'Chưa rõ'],
    ],
  );
  assert.equal(find(rubric, 'B.1', 'range').mayNotApply, true);
  assert.equal(rubric.subject, 'model');
  assert.deepEqual(
    doubts.map(({ code }) => code),
    ['max-from-levels', 'no-bands'],
  );
});

test('LibreOffice .xlsx: 1.10 stored as 1.1, and 1.11 turned into a date', async () => {
  const { rubric, doubts } = await importRubric(fixture('spreadsheet-numbers.xlsx'));
  assert.deepEqual(
    criteriaOf(rubric).map(({ id }) => id),
    ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '1.10', '1.11', '2'],
  );
  assert.deepEqual(
    doubts.map(({ code, table, row }) => [code, table, row]),
    [
      ['column-not-read', 'Chấm điểm', undefined],
      ['number-became-a-date', 'Chấm điểm', 13],
      ['number-lost-zero', 'Chấm điểm', 12],
      ['no-bands', undefined, undefined],
    ],
  );
});

for (const [name, write] of [
  ['docx', exportRubricDocx],
  ['xlsx', exportRubricXlsx],
] as const) {
  test(`our own .${name} reads back: lines, kinds, points, bands, conditions`, async () => {
    const { rubric, doubts } = await importRubric(await write(illustrativeModel));
    const shape = (of: Rubric) =>
      criteriaOf(of).map((line) => [
        line.kind,
        line.title.vi,
        line.kind === 'gate' ? 0 : line.max,
        line.kind === 'levels' ? line.levels.map(({ points, title }) => [points, title.vi]) : 0,
        line.kind === 'ratio' ? line.thresholds : 0,
        line.kind === 'count' ? [line.each, line.from] : 0,
        line.kind === 'range' ? line.step : 0,
        line.evidence !== undefined,
        line.kind !== 'gate' && line.mayNotApply === true,
      ]);
    assert.deepEqual(shape(rubric), shape(illustrativeModel));
    assert.deepEqual([rubric.total, rubric.bonus?.max, rubric.deduction?.max], [10_000, 500, 800]);
    assert.deepEqual(
      rubric.bands.map(({ from, below, title }) => [from, below, title.vi]),
      illustrativeModel.bands.map(({ from, below, title }) => [from, below, title.vi]),
    );
    assert.deepEqual(
      rubric.conditions.slice(1).map(({ effect }) => effect),
      illustrativeModel.conditions.map(({ effect }) => effect),
    );
    assert.deepEqual(
      doubts.map(({ code }) => code),
      ['gate-effect'],
    );
    assert.deepEqual(checkRubric(rubric), []);
    const again = await importRubric(await write(rubric));
    assert.deepEqual(shape(again.rubric), shape(rubric));
  });

  test(`a formula in .${name} is left to a person`, async () => {
    const { rubric, doubts } = await importRubric(await write(illustrativeUnit));
    assert.deepEqual(
      doubts.map(({ code }) => code),
      ['formula-by-hand'],
    );
    assert.equal(rubric.criteria[3]?.kind, 'range');
  });
}

test('the draft passes the contract’s own schema', async () => {
  for (const name of [
    'unit-criteria.docx',
    'automatic-numbers.docx',
    'merged-levels.xlsx',
    'spreadsheet-numbers.xlsx',
  ]) {
    const { rubric } = await importRubric(fixture(name));
    assert.deepEqual(Rubric.parse(rubric), rubric, name);
  }
});

test('takes an ArrayBuffer and a Blob too', async () => {
  const bytes = new Uint8Array(fixture('automatic-numbers.docx'));
  const [a, b] = [await importRubric(bytes.buffer), await importRubric(new Blob([bytes]))];
  assert.deepEqual(a, b);
});

test('LibreOffice .docx: headings across the table hold the lines that count from 1 again under each', async () => {
  const { rubric, doubts } = await importRubric(fixture('headings-across.docx'));
  assert.deepEqual(
    rubric.criteria.map((node) => [node.kind, node.title.vi, node.kind === 'gate' ? 0 : node.max]),
    [
      ['group', 'Xây dựng mô hình', 2000],
      ['group', 'Tổ chức thực hiện', 3000],
      ['group', 'Hiệu quả', 5000],
    ],
  );
  assert.deepEqual(
    lines(rubric).map(([id]) => id),
    ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2'],
  );
  assert.deepEqual(
    doubts.map(({ code }) => code),
    ['band-gap'],
  );
});

test('LibreOffice .docx: a merged column “Lĩnh vực” beside the criteria makes the groups', async () => {
  const { rubric, doubts } = await importRubric(fixture('group-column.docx'));
  assert.deepEqual(
    rubric.criteria.map((node) => [node.kind, node.title.vi, node.kind === 'gate' ? 0 : node.max]),
    [
      ['group', 'Lãnh đạo', 3000],
      ['group', 'Kết quả', 7000],
    ],
  );
  assert.deepEqual(
    lines(rubric).map(([, kind, max]) => [kind, max]),
    [
      ['levels', 2000],
      ['yes-no', 1000],
      ['count', 4000],
      ['range', 3000],
    ],
  );
  assert.deepEqual(
    doubts.map(({ code }) => code),
    ['max-from-levels', 'total-computed', 'no-bands'],
  );
});

test('LibreOffice .xlsx: hidden rows, columns and sheets are not read, and that is reported', async () => {
  const { rubric, doubts } = await importRubric(fixture('hidden-rows.xlsx'));
  assert.deepEqual(
    lines(rubric).map(([id]) => id),
    ['I.1', 'I.2', 'II.1', 'II.2'],
  );
  assert.equal(rubric.bands.length, 4);
  assert.deepEqual(
    doubts.map(({ code, table: name, row: at }) => [code, name, at]),
    [
      ['other-tables', 'Bảng chấm', undefined],
      ['hidden-cells', 'Bảng chấm', undefined],
      ['hidden-sheets', undefined, undefined],
      ['capped-or-wrong', 'Bảng chấm', 5],
    ],
    'a sum over a number kept as text is less than its lines',
  );
});

test('what is exported can be printed: A4, framed and wrapped cells, the heading on each page', async () => {
  const xlsx = unzipSync(await exportRubricXlsx(illustrativeModel));
  const sheet = strFromU8(xlsx['xl/worksheets/sheet1.xml']!);
  assert.match(sheet, /<pageSetup[^>]*paperSize="9"/);
  assert.match(sheet, /fitToWidth="1"/);
  assert.match(sheet, /<row r="5"[^>]* ht="/, 'rows are as high as their text');
  assert.match(strFromU8(xlsx['xl/styles.xml']!), /wrapText="(?:1|true)"/);
  assert.match(
    strFromU8(xlsx['xl/workbook.xml']!),
    /Print_Titles[^>]*>'Tiêu chí'!\$4:\$4</u,
    'a name with a space stands in quotes',
  );
  const docx = strFromU8(unzipSync(await exportRubricDocx(illustrativeModel))['word/document.xml']!);
  assert.match(docx, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.match(docx, /<w:tblHeader\/>/);
  assert.match(docx, /Mỗi ngày chậm trừ 0,5 điểm/, 'a deduction takes off');
});
