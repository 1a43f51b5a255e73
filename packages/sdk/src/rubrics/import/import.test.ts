import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isInputError } from '../../errors/index.ts';
import { score } from '../../assessments/index.ts';
import { checkRubric, criteriaOf, illustrativeModel, illustrativeUnit, Rubric, type Criterion } from '../index.ts';
import { exportRubricDocx, exportRubricXlsx, importRubric } from './index.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const lines = (rubric: Rubric) =>
  criteriaOf(rubric).map((line) => [line.id, line.kind, line.kind === 'gate' ? 0 : line.max]);
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
    [['inclusive-bound', '/bands/2/below']],
    '“từ 65 đến 79,99” leaves a gap',
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
    ['no-bands'],
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

const refused = (file: Uint8Array, code: string) =>
  assert.rejects(importRubric(file), (error: { code: string; pointer: string; text: { vi: string; en: string } }) => {
    assert.deepEqual([error.code, error.pointer], [code, '/file']);
    return error.text.vi.length > 0 && error.text.en.length > 0;
  });
const document = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`) });
const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
const table = (rows: string[]) => document(`<w:tbl>${row('TT', 'Nội dung', 'Điểm tối đa')}${rows.join('')}</w:tbl>`);

test('a .docx that is not one', async () => {
  await refused(new Uint8Array(), 'not-an-office-file');
  await refused(strToU8('Đây là văn bản thường, đổi tên thành .docx'), 'not-an-office-file');
  await refused(strToU8('PK\u0003\u0004 và rác'), 'not-an-office-file');
  await refused(zipSync({ mimetype: strToU8('application/epub+zip') }), 'not-an-office-file');
  await refused(fixture('unit-criteria.docx').subarray(0, 3000), 'not-an-office-file');
  await refused(zipSync({ 'word/document.xml': strToU8('<w:document') }), 'not-an-office-file');
  await refused(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'not-an-office-file');
  await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'not-an-office-file');
});

test('a document without a rubric in it', async () => {
  await refused(document('<w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p>'), 'no-rubric-table');
  await refused(
    document(`<w:tbl>${row('Họ tên', 'Chức vụ')}${row('Nguyễn Văn A', 'Chuyên viên')}</w:tbl>`),
    'no-rubric-table',
  );
});

test('bombs: huge parts, entities, endless nesting, too many parts, sizes that lie', async () => {
  await refused(zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }), 'file-too-large');
  await refused(new Uint8Array(16 * 1024 * 1024).fill(0x50), 'file-too-large');
  const entities = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]><w:document xmlns:w="x"><w:body/></w:document>`;
  await refused(zipSync({ 'word/document.xml': strToU8(entities) }), 'not-an-office-file');
  await refused(
    document('<w:sdt><w:sdtContent>'.repeat(20_000) + '</w:sdtContent></w:sdt>'.repeat(20_000)),
    'not-an-office-file',
  );
  await refused(
    zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`p${at}`, new Uint8Array()]))),
    'file-too-large',
  );
  const lying = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
  const view = new DataView(lying.buffer, lying.byteOffset);
  for (let at = 0; at + 4 < lying.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  await refused(lying, 'file-too-large');
});

test('damaged files give a draft or a typed refusal, nothing else', async () => {
  const files = ['unit-criteria.docx', 'automatic-numbers.docx', 'merged-levels.xlsx', 'spreadsheet-numbers.xlsx'].map(
    (name) => unzipSync(fixture(name)),
  );
  const damage = fc.record({
    file: fc.nat(3),
    part: fc.nat(30),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(60),
    put: fc.constantFrom('', '<', '&#0;', '"', 'w:vMerge', '99999999999', '<w:tc>', '😀'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      const parts = { ...files[damages[0]!.file]! };
      for (const { part, at, cut, put } of damages) {
        const name = Object.keys(parts)[part % Object.keys(parts).length]!;
        const text = strFromU8(parts[name]!);
        const start = Math.floor(at * text.length);
        parts[name] = strToU8(text.slice(0, start) + put + text.slice(start + cut));
      }
      try {
        const { rubric } = await importRubric(zipSync(parts));
        assert.ok(Rubric.safeParse(rubric).success, JSON.stringify(Rubric.safeParse(rubric).error?.issues));
      } catch (error) {
        assert.ok(isInputError(error), String(error));
      }
    }),
    { numRuns: 150 },
  );
});

test('2,000 criteria are refused, 900 are read', async () => {
  const many = (count: number) =>
    table(Array.from({ length: count }, (_, at) => row(String(at + 1), `Tiêu chí ${at + 1}`, '0,5')));
  await refused(many(2000), 'too-large');
  const { rubric } = await importRubric(many(900));
  assert.equal(rubric.criteria.length, 900);
  assert.equal(rubric.total, 45_000);
});

test('what cannot be read is a doubt with its place, never a guess', async () => {
  const doubtsOf = async (...rows: string[]) =>
    (await importRubric(table([row('1', 'Mục chắc chắn', '10'), ...rows]))).doubts
      .filter(({ code }) => code !== 'no-bands')
      .map(({ code, row: at }) => [code, at]);
  assert.deepEqual(await doubtsOf(row('2', 'Điểm viết bằng chữ', 'mười điểm')), [
    ['unreadable-points', 3],
    ['no-points', 3],
    ['worth-nothing', undefined],
    ['empty-range', undefined],
  ]);
  assert.deepEqual(await doubtsOf(row('2', 'Có hai cách đọc', '1.000')), [
    ['unreadable-points', 3],
    ['no-points', 3],
    ['worth-nothing', undefined],
    ['empty-range', undefined],
  ]);
  assert.deepEqual(await doubtsOf(row('2', 'Tên ghi một đằng (5 điểm)', '7')), [['points-disagree', 3]]);
  assert.deepEqual(await doubtsOf(row('', 'Tổng cộng', '50')), [['sum-mismatch', undefined]]);
  assert.deepEqual(await doubtsOf(row('2', 'Không rõ', '10'), row('-', 'Việc một', '4'), row('-', 'Việc hai', '3')), [
    ['levels-or-lines', 3],
    ['sum-mismatch', undefined],
  ]);
});

test('columns in any order, header repeated on the next page, counting row, titles with their own numbers', async () => {
  const rows = [
    row('Điểm chuẩn', 'STT', 'Tiêu chí'),
    row('10', 'I', 'Nhóm một'),
    row('4', '', '1. Việc A'),
    row('Điểm chuẩn', 'STT', 'Tiêu chí'),
    row('6', '', '2. Việc B'),
    row('90', 'II', 'Nhóm hai'),
    row('90 điểm', '1', 'Việc C'),
  ];
  const { rubric } = await importRubric(document(`<w:tbl>${rows.join('')}</w:tbl>`));
  assert.deepEqual(lines(rubric), [
    ['I.1', 'range', 400],
    ['I.2', 'range', 600],
    ['II.1', 'range', 9000],
  ]);
  assert.equal(rubric.total, 10_000);
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
    ['no-bands'],
  );
});

test('LibreOffice .xlsx: hidden rows, columns and sheets are not read, and that is told', async () => {
  const { rubric, doubts } = await importRubric(fixture('hidden-rows.xlsx'));
  assert.deepEqual(
    lines(rubric).map(([id]) => id),
    ['I.1', 'I.2', 'II.1', 'II.2'],
  );
  assert.equal(rubric.bands.length, 4);
  assert.deepEqual(
    doubts.map(({ code, table: name, row: at }) => [code, name, at]),
    [
      ['hidden-cells', 'Bảng chấm', undefined],
      ['capped-or-wrong', 'Bảng chấm', 5],
    ],
    'a sum over a number kept as text is less than its lines',
  );
});

test('deleted rows, hidden text and cells in content controls: what is read is what is shown', async () => {
  const deleted = row('9', 'Đã xóa', '99').replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>');
  const wrapped = `<w:tr><w:sdt><w:sdtContent>${cell('2')}</w:sdtContent></w:sdt>${cell('Ô có khung')}${cell('40')}</w:tr>`;
  const hidden = '</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẨN';
  const { rubric } = await importRubric(table([row('1', `Mục một${hidden}`, '60'), deleted, wrapped]));
  assert.deepEqual(
    criteriaOf(rubric).map(({ title, number }) => [number, title.vi]),
    [
      ['1', 'Mục một'],
      ['2', 'Ô có khung'],
    ],
  );
});

test('a way of scoring that is not understood is kept as a note and doubted', async () => {
  const head = row('TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm');
  const rows = [
    row('1', 'Theo bảng kèm', '40', 'Chấm theo phụ lục 3'),
    row('2', 'Đối thoại', '30', 'Mỗi cuộc 15 điểm'),
    row('3', 'Thủ tục (không áp dụng với đơn vị sự nghiệp)', '30', 'Theo thực tế'),
  ];
  const { rubric, doubts } = await importRubric(document(`<w:tbl>${head}${rows.join('')}</w:tbl>`));
  assert.deepEqual(
    criteriaOf(rubric).map(({ kind, note }) => [kind, note?.vi]),
    [
      ['range', 'Chấm theo phụ lục 3'],
      ['count', undefined],
      ['range', 'Theo thực tế'],
    ],
  );
  assert.deepEqual(
    doubts.map(({ code, row: at }) => [code, at]).filter(([code]) => code !== 'no-bands'),
    [
      ['scoring-by-hand', 2],
      ['may-not-apply', 4],
    ],
  );
});

test('two tables: the doubt names both, and the other can be asked for; classes called A to D', async () => {
  const one = `<w:tbl>${row('TT', 'Nội dung', 'Điểm')}${row('1', 'Mục của xã', '100')}</w:tbl>`;
  const two = `<w:tbl>${row('TT', 'Nội dung', 'Điểm')}${row('1', 'Mục của sở', '50')}${row('2', 'Mục khác', '50')}</w:tbl>`;
  const classes =
    '<w:p><w:r><w:t>Loại A: từ 90 đến 100 điểm. Loại B: từ 70 đến 89 điểm. Loại C: dưới 70 điểm.</w:t></w:r></w:p>';
  const file = document(one + two + classes);
  const { rubric, doubts } = await importRubric(file);
  assert.match(doubts[0]!.text.vi, /Đã đọc “bảng 2”.*chưa được đọc: bảng 1/);
  assert.deepEqual(
    rubric.bands.map(({ title, from, below }) => [title.vi, from, below]),
    [
      ['Loại A', 9000, undefined],
      ['Loại B', 7000, 9000],
      ['Loại C', 0, 7000],
    ],
  );
  const other = await importRubric(file, { table: 'bảng 1' });
  assert.equal(criteriaOf(other.rubric)[0]?.title.vi, 'Mục của xã');
});

test('an old .doc or a locked file is told apart from one that is damaged', async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await assert.rejects(importRubric(old), (error: { text: { vi: string } }) =>
    /kiểu cũ hoặc có mật khẩu/.test(error.text.vi),
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
    /Print_Titles[^>]*>[\p{L}_]+!\$4:\$4</u,
    'a name that needs no quotes',
  );
  const docx = strFromU8(unzipSync(await exportRubricDocx(illustrativeModel))['word/document.xml']!);
  assert.match(docx, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.match(docx, /<w:tblHeader\/>/);
  assert.match(docx, /Mỗi ngày chậm trừ 0,5 điểm/, 'a deduction takes off');
});
