import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criteriaOf } from '@dvk/sdk/rubrics';
import { importRubric } from './index.ts';
import { lines } from './testkit/read.ts';
import { cell, docx, paragraph, row, rubricTable, table } from './testkit/word.ts';

test('what cannot be read is a doubt with its place, never a guess', async () => {
  const doubtsOf = async (...rows: string[]) =>
    (await importRubric(rubricTable(row('1', 'Mục chắc chắn', '10'), ...rows))).doubts
      .filter(({ code }) => code !== 'no-bands' && code !== 'total-computed')
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
  assert.deepEqual(await doubtsOf(row('', 'Tổng cộng', '50')), [
    ['total-disagrees', 3],
    ['sum-mismatch', undefined],
  ]);
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
  const { rubric } = await importRubric(docx(table(...rows)));
  assert.deepEqual(lines(rubric), [
    ['I.1', 'range', 400],
    ['I.2', 'range', 600],
    ['II.1', 'range', 9000],
  ]);
  assert.equal(rubric.total, 10_000);
});

test('deleted rows, hidden text and cells in content controls: what is read is what is shown', async () => {
  const deleted = row('9', 'Đã xóa', '99').replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>');
  const wrapped = `<w:tr><w:sdt><w:sdtContent>${cell('2')}</w:sdtContent></w:sdt>${cell('Ô có khung')}${cell('40')}</w:tr>`;
  const hidden = '</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẨN';
  const { rubric } = await importRubric(
    rubricTable(row('1', `Mục một`, '60').replace('Mục một', `Mục một${hidden}`), deleted, wrapped),
  );
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
  const { rubric, doubts } = await importRubric(docx(table(head, ...rows)));
  assert.deepEqual(
    criteriaOf(rubric).map(({ kind, note }) => [kind, note?.vi]),
    [
      ['range', 'Chấm theo phụ lục 3'],
      ['count', undefined],
      ['range', 'Theo thực tế'],
    ],
  );
  assert.deepEqual(
    doubts.map(({ code, row: at }) => [code, at]).filter(([code]) => code !== 'no-bands' && code !== 'total-computed'),
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
  const file = docx(one + two + classes);
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

const scored = (how: string) =>
  docx(
    table(
      row('TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'),
      row('1', 'Việc A', '10', how),
      row('2', 'Việc B', '20', ''),
      row('', 'Tổng cộng', '30', ''),
    ),
  );

test('points for several at a time are no points for each, unless somebody says so', async () => {
  for (const how of [
    'Mỗi 5 hộ được 1 điểm',
    'Cứ tăng 10% được 1 điểm',
    'Mỗi hai hộ được 1 điểm',
    '0,5 điểm/10 hộ',
    'Mỗi 10 hộ 2 điểm',
  ]) {
    const { doubts } = await importRubric(scored(how));
    assert.ok(
      doubts.some(({ code }) => code === 'scoring-by-hand'),
      how,
    );
  }
  for (const how of ['Mỗi hộ được 1 điểm', 'Mỗi 01 hộ được 1 điểm', '0,5 điểm/hộ', '0,5 điểm/01 hộ']) {
    const { rubric, doubts } = await importRubric(scored(how));
    assert.deepEqual(
      [how, lines(rubric)[0]![1], doubts.some(({ code }) => code === 'scoring-by-hand')],
      [how, 'count', false],
    );
  }
});

test('levels with a range of points, or that take points off, are not read as one amount each', async () => {
  for (const how of [
    'Tốt: 9-10 điểm; Khá: 7-8 điểm',
    'Loại A: 10 – 9\nLoại B: 8 – 7',
    'Tỷ lệ 90-100\nTỷ lệ 80-90',
    'Xong: 10; Chưa xong: -5',
  ]) {
    const { rubric, doubts } = await importRubric(scored(how));
    assert.deepEqual(
      [how, lines(rubric)[0]!.slice(1), doubts.some(({ code }) => code === 'scoring-by-hand')],
      [how, ['range', 1000], true],
    );
  }
  assert.deepEqual(lines((await importRubric(scored('Tốt - 10; Khá - 7'))).rubric)[0]!.slice(1), ['levels', 1000]);
});

test('classes that are not read, or read twice, are reported with their numbers', async () => {
  const of = async (...texts: string[]) => {
    const body = table(row('TT', 'Nội dung', 'Điểm tối đa'), row('1', 'Việc A', '100'), row('', 'Tổng cộng', '100'));
    const { rubric, doubts } = await importRubric(docx(body + texts.map((text) => paragraph(text)).join('')));
    return { bands: rubric.bands.map(({ title, from }) => [title.vi, from]), codes: doubts.map(({ code }) => code) };
  };
  // The class stands behind: nobody is “Đạt” from 90.
  const behind = await of('Đạt từ 90 đến 100 điểm: xuất sắc', 'Đạt từ 80 đến dưới 90 điểm thì xếp loại tốt');
  assert.deepEqual(behind.bands, []);
  assert.ok(behind.codes.includes('text-not-read'));
  const half = await of('Xuất sắc từ 90 điểm trở lên; Tốt từ 80 điểm');
  assert.deepEqual(half.bands, [['Xuất sắc', 9000]]);
  assert.ok(half.codes.includes('text-not-read'));
  assert.ok((await of('Tốt: từ 80 đến dưới 90,5 điểm', 'Xuất sắc: từ 90.5')).codes.includes('text-not-read'));
  const twice = await of('Xuất sắc: từ 90 điểm trở lên', 'Xuất sắc: từ 95 điểm trở lên');
  assert.deepEqual(twice.bands, [['Xuất sắc', 9000]]);
  assert.ok(twice.codes.includes('band-twice'));
});

test('a number in brackets without a unit is taken for points, and reported', async () => {
  const doubtsOf = async (title: string, points: string) => {
    const { rubric, doubts } = await importRubric(
      rubricTable(row('1', 'Mục chắc chắn', '10'), row('2', title, points)),
    );
    return [lines(rubric)[1]![2], ...doubts.filter(({ row: at }) => at === 3).map(({ code }) => code)];
  };
  assert.deepEqual(await doubtsOf('Công tác lãnh đạo (10)', ''), [1000, 'points-without-unit']);
  assert.deepEqual(await doubtsOf('Công tác lãnh đạo (10 điểm)', ''), [1000]);
  assert.deepEqual(await doubtsOf('Công tác lãnh đạo (tối đa 10)', ''), [1000]);
});
