import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xlsx } from './testkit/excel.ts';
import { read } from './testkit/read.ts';
import { cell, docx, paragraph, row, table } from './testkit/word.ts';

test('words that head the criteria: tiêu chuẩn, chỉ số, hạng mục, item; “Chuẩn | Thưởng | Trừ” under “Điểm”', async () => {
  for (const label of ['TIÊU CHUẨN THI ĐUA', 'Chỉ số/Chỉ số thành phần', 'Hạng mục', 'Item']) {
    const { outline, codes } = await read(
      docx(table(row('STT', label, 'Điểm tối đa'), row('1', 'Việc A', '60'), row('2', 'Việc B', '40'))),
    );
    assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40'], label);
    assert.deepEqual(codes, ['total-computed'], label);
  }
  const start = '<w:vMerge w:val="restart"/>';
  const on = cell('', '<w:vMerge/>');
  const { outline, doubts } = await read(
    docx(
      table(
        row('', '', '', '', ''),
        row(cell('STT', start), cell('TIÊU CHUẨN THI ĐUA', start), cell('ĐIỂM', '<w:gridSpan w:val="3"/>')),
        row(on, on, 'Chuẩn', 'Thưởng', 'Trừ'),
        row('', 'Tổng cộng', '100', '', ''),
        row('1', 'Việc A', '100', '', ''),
        row('a', 'Mỗi trường hợp chậm', '', '', '-0,5'),
      ),
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 100']);
  assert.ok(doubts.some(({ code, row: at }) => code === 'lines-without-points' && at === 6));
  assert.ok(doubts.some(({ code, address }) => code === 'column-not-read' && address === 'hàng 6, cột 5'));
});

test('a header that does not name the criteria: the column of words left of the points is taken, and reported', async () => {
  const { outline, doubts } = await read(
    xlsx([
      {
        rows: [
          ['Sản phẩm', 'Yêu cầu cụ thể của ban tổ chức', 'Trọng số'],
          ['Tờ trình', 'Đúng thể thức, đúng hạn theo kế hoạch đã ban hành', 40],
          ['Báo cáo', 'Đủ số liệu, có phân tích nguyên nhân', 60],
        ],
      },
    ]),
  );
  assert.deepEqual(outline, ['Tờ trình = 40', 'Báo cáo = 60']);
  assert.ok(doubts.some(({ code, text }) => code === 'title-column' && text.vi.includes('“Sản phẩm”')));
});

test('a total written in the column of points, or in a column beside the titles, is a total', async () => {
  const inPoints = xlsx([
    {
      rows: [
        ['Nội dung', 'Điểm'],
        ['Việc A', 60],
        ['Việc B', 30],
        [null, 'Tổng: 100'],
      ],
    },
  ]);
  const beside = xlsx([
    {
      rows: [
        ['Ký hiệu', 'Nội dung', 'Điểm'],
        ['x', 'Việc A', 60],
        ['y', 'Việc B', 30],
        ['Tổng điểm', null, 100],
      ],
    },
  ]);
  for (const file of [inPoints, beside]) {
    const { rubric, codes } = await read(file);
    assert.equal(rubric.total, 10_000);
    assert.ok(codes.includes('total-disagrees'), codes.join());
  }
});

test('the number beside a group merged over its lines is the number of the group', async () => {
  const rows = [
    ['TT', 'Lĩnh vực', 'Tiêu chí', 'Điểm tối đa'],
    [1, 'Công tác lãnh đạo', 'Việc A', 20],
    [null, null, 'Việc B', 30],
    [2, 'Kết quả thực hiện', 'Việc C', 50],
    ['Tổng cộng', null, null, 100],
  ];
  const whole = [
    '1 Công tác lãnh đạo = 50',
    '  Việc A = 20',
    '  Việc B = 30',
    '2 Kết quả thực hiện = 50',
    '  Việc C = 50',
  ];
  for (const merges of [['A2:A3', 'B2:B3', 'A5:C5'], []]) {
    const { outline, codes } = await read(xlsx([{ rows, merges }]));
    assert.deepEqual(outline, whole);
    assert.deepEqual(codes, ['group-sum-computed']);
  }
});

test('the same form a second time is another table, not more lines', async () => {
  const form = (points: string) =>
    table(row('Điểm', 'Nội dung'), row('20', 'Việc A'), row(points, 'Việc B'), row('30', 'Việc C'));
  const { outline, codes } = await read(docx(form('50') + paragraph('') + form('40')));
  assert.deepEqual(outline, ['Việc A = 20', 'Việc B = 50', 'Việc C = 30']);
  assert.ok(codes.includes('other-tables'), codes.join());
});

test('a total stated over the column of points is compared: “Điểm tối đa (100 điểm)”', async () => {
  const file = (label: string) =>
    docx(table(row('STT', 'Nội dung', label), row('1', 'Việc A', '60'), row('2', 'Việc B', '30')));
  const { codes } = await read(file('Điểm tối đa (100 điểm)'));
  assert.deepEqual(codes, ['total-disagrees']);
  assert.deepEqual((await read(file('Points (90 total)'))).codes, []);
});

test('levels as further columns under their factors leave the header a header: “Điểm tối đa | 0 | 0,5 | 1”', async () => {
  const { outline, codes } = await read(
    xlsx([
      {
        rows: [
          ['STT', 'Tiêu chí', 'Điểm tối đa', 0, 0.5, 1],
          [1, 'Việc A', 60, null, 'x', null],
          [2, 'Việc B', 40, null, null, 'x'],
        ],
      },
    ]),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
  assert.ok(codes.includes('column-not-read') && !codes.includes('no-header'), codes.join());
});
