import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './testkit/read.ts';
import { shown, xlsx } from './testkit/excel.ts';
import { cell, docx, row, table } from './testkit/word.ts';

test('shares typed into a document under “Trọng số” are points, with a doubt at each', async () => {
  const { outline, codes } = await read(
    docx(table(row('Nội dung', 'Trọng số'), row('Việc A', '60%'), row('Việc B', '40 %'), row('Tổng', '100%'))),
  );
  assert.deepEqual(outline, ['Việc A = 60', 'Việc B = 40']);
  assert.deepEqual(codes, ['percent-as-points', 'percent-as-points']);
});

test('“Marks available” beside shares of levels heads the table; “Points Possible” goes before a weight', async () => {
  const marks = await read(
    xlsx(
      [
        {
          rows: [
            ['Slide', 'Criteria', 'Marks available', shown(0, 0), shown(0.5, 0), shown(1, 0)],
            ['1', 'Criterion A', 60, 'Missing', 'Weak', 'Clear'],
            ['2', 'Criterion B', 40, 'Missing', 'Weak', 'Clear'],
          ],
        },
      ],
      ['0%'],
    ),
  );
  assert.deepEqual(marks.outline, ['Criterion A = 60', 'Criterion B = 40']);
  assert.ok(!marks.codes.includes('no-header'));
  const weighted = await read(
    docx(
      table(
        row('Section', 'Relative Weight', 'Points Possible', 'Points Earned'),
        row('Part A', '30', '60', '50'),
        row('Part B', '70', '40', '40'),
      ),
    ),
  );
  assert.deepEqual(weighted.outline, ['Part A = 60', 'Part B = 40']);
});

test('titles set in by one column a step are read from every column', async () => {
  const { outline } = await read(
    xlsx([
      {
        rows: [
          ['Lĩnh vực', 'Tiêu chí', 'Chi tiết', null, 'Điểm tối đa', 'Điểm đạt được'],
          ['Công tác A', null, null, null, 60, 50],
          [null, 'Việc A', null, null, 40, 30],
          [null, null, 'Bước A', null, 30, 20],
          [null, null, 'Bước B', null, 10, 10],
          [null, 'Việc B', null, null, 20, 20],
          ['Công tác B', null, null, null, 40, 40],
          [null, 'Việc C', null, null, 40, 40],
        ],
      },
    ]),
  );
  assert.deepEqual(outline, [
    'Công tác A = 60',
    '  Việc A = 40',
    '    Bước A = 30',
    '    Bước B = 10',
    '  Việc B = 20',
    'Công tác B = 40',
    '  Việc C = 40',
  ]);
});

test('a column without a heading before the criteria has their numbers, groups or names', async () => {
  const rows = (first: readonly string[]) => [
    row('', 'Tiêu chí', 'Điểm tối đa'),
    row(first[0]!, 'Có kế hoạch được duyệt', '60'),
    row(first[1]!, 'Có báo cáo đúng hạn', '40'),
    row('', 'Tổng cộng', '100'),
  ];
  const numbered = await read(docx(table(...rows(['1', '2']))));
  assert.deepEqual(numbered.outline, ['1 Có kế hoạch được duyệt = 60', '2 Có báo cáo đúng hạn = 40']);
  const named = await read(docx(table(...rows(['Kế hoạch', 'Báo cáo']))));
  assert.deepEqual(named.outline, ['Kế hoạch = 60', 'Báo cáo = 40']);
  assert.match(JSON.stringify(named.rubric), /Có kế hoạch được duyệt.*Có báo cáo đúng hạn/);
});

test('a header over the next part may differ in a column of scores; a line of another header above is reported', async () => {
  const { outline, doubts } = await read(
    xlsx([
      {
        rows: [
          ['Thành phần', 'Điểm', null],
          ['Thông tin nhóm', 5, null],
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả quý 1'],
          ['1', 'Việc A', 60, null],
          ['STT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả quý 2'],
          ['2', 'Việc B', 40, null],
        ],
      },
    ]),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
  const told = doubts.find(({ code }) => code === 'rows-not-read');
  assert.match(told?.text.vi ?? '', /Thông tin nhóm/);
});

test('a sheet without a header of its own is no part of the one before', async () => {
  const { outline, doubts } = await read(
    xlsx([
      {
        name: 'Bảng điểm',
        rows: [
          ['STT', 'Tiêu chí', 'Điểm'],
          ['1', 'Việc A', 60],
          ['2', 'Việc B', 40],
        ],
      },
      {
        name: 'Nháp',
        rows: [
          ['x', 'Ghi chép', 12],
          ['y', 'Ghi chép nữa', 8],
        ],
      },
    ]),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
  assert.ok(doubts.some(({ code, text }) => code === 'other-tables' && text.vi.includes('Nháp')));
});

test('lines of a merged criterion under a heading of an unknown name do not vanish', async () => {
  const first = (text: string) => cell(text, '<w:vMerge w:val="restart"/>');
  const on = cell('', '<w:vMerge/>');
  const { outline, codes } = await read(
    docx(
      table(
        row('Tiêu chí', 'Thước đo', 'Trọng số'),
        row(first('Nội dung'), 'Có lời chào', '10'),
        row(on, 'Đủ ý chính', '60'),
        row(first('Trình bày'), 'Đúng chính tả', '20'),
        row(on, 'Đúng mẫu', '10'),
      ),
    ),
  );
  assert.deepEqual(outline, [
    'Nội dung = 70',
    '  Có lời chào = 10',
    '  Đủ ý chính = 60',
    'Trình bày = 30',
    '  Đúng chính tả = 20',
    '  Đúng mẫu = 10',
  ]);
  assert.deepEqual(codes, ['group-sum-computed', 'total-computed']);
});

test('a title merged over several columns of the grid is one column', async () => {
  const wide = (text: string) => cell(text, '<w:gridSpan w:val="3"/>');
  const { outline } = await read(
    docx(
      table(
        row('TT', wide('Nội dung đánh giá'), 'Điểm quy định'),
        row(cell('Tiêu chí 1. Học tập', '<w:gridSpan w:val="5"/>')),
        row('1.1', wide('Kết quả'), '60'),
        row('1.2', wide('Thái độ'), '40'),
        row('', wide('Tổng cộng'), '100'),
      ),
    ),
  );
  assert.deepEqual(outline, ['1 Học tập = 100', '  1.1 Kết quả = 60', '  1.2 Thái độ = 40']);
});
