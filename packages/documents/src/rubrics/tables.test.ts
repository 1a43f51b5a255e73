import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './testkit/read.ts';
import { cell, docx, paragraph, row, rubricTable, table } from './testkit/word.ts';

const head = row('TT', 'Nội dung', 'Điểm tối đa');
const merged = (text: string, columns: number) => cell(text, `<w:gridSpan w:val="${columns}"/>`);

test('a table that goes on in a second one without a header, or with the same one, is read whole', async () => {
  const first = table(head, row('I', 'Lãnh đạo', '4,25'), row('1', 'Việc A', '4,25'));
  const second = [row('II', 'Kết quả', '5,75'), row('1', 'Việc B', '5,75'), row('', 'Tổng cộng', '10')];
  const whole = ['I Lãnh đạo = 4.25', '  1 Việc A = 4.25', 'II Kết quả = 5.75', '  1 Việc B = 5.75'];
  for (const next of [table(...second), table(head, ...second)]) {
    const { outline, codes, rubric } = await read(docx(first + paragraph('') + next));
    assert.deepEqual(outline, whole);
    assert.deepEqual(codes, ['tables-joined']);
    assert.equal(rubric.total, 1000);
  }
});

test('a second rubric under a heading of its own is another table', async () => {
  const one = table(head, row('1', 'Việc A', '60'), row('2', 'Việc B', '40'), row('', 'Tổng cộng', '100'));
  const two = table(head, row('1', 'Việc C', '100'), row('', 'Tổng cộng', '100'));
  const { outline, codes } = await read(docx(one + paragraph('Phụ lục 2. Áp dụng đối với cấp xã') + two));
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
  assert.ok(codes.includes('other-tables'), codes.join());
});

test('heading rows without a number are neither counted twice nor notes of the line above', async () => {
  const { outline, codes } = await read(
    rubricTable(
      row('', 'Công tác lãnh đạo', '30'),
      row('1', 'Việc A', '10'),
      row('2', 'Việc B', '20'),
      row('', 'Kết quả thực hiện', '70'),
      row('3', 'Việc C', '70'),
      row('', 'Tổng cộng', '100'),
    ),
  );
  assert.deepEqual(outline, [
    'Công tác lãnh đạo = 30',
    '  1 Việc A = 10',
    '  2 Việc B = 20',
    'Kết quả thực hiện = 70',
    '  3 Việc C = 70',
  ]);
  assert.deepEqual(codes, []);
});

test('heading rows with neither number nor points hold the lines below', async () => {
  const { outline, codes } = await read(
    rubricTable(
      row('', 'Công tác lãnh đạo', ''),
      row('1', 'Việc A', '30'),
      row('', 'Kết quả thực hiện', ''),
      row('2', 'Việc C', '70'),
      row('', 'Tổng cộng', '100'),
    ),
  );
  assert.deepEqual(outline, ['Công tác lãnh đạo = 30', '  1 Việc A = 30', 'Kết quả thực hiện = 70', '  2 Việc C = 70']);
  assert.deepEqual(codes, ['group-sum-computed']);
});

test('headings across the table hold the lines below, numbered or not, with points or not', async () => {
  const across = (text: string) => `<w:tr>${merged(text, 3)}</w:tr>`;
  const lines = (first: string, second: string) =>
    rubricTable(
      across(first),
      row('1', 'Việc A', '30'),
      across(second),
      row('1', 'Việc B', '70'),
      row('', 'Tổng cộng', '100'),
    );
  for (const [first, second] of [
    ['I. LÃNH ĐẠO (30 điểm)', 'II. KẾT QUẢ (70 điểm)'],
    ['Lãnh đạo', 'Kết quả'],
    ['Tiêu chí 1: Lãnh đạo', 'Tiêu chí 2: Kết quả'],
  ] as const) {
    const { outline, codes } = await read(lines(first, second));
    assert.deepEqual(
      outline.map((line) => line.replace(/^(?:I+|[12]) (?=\p{Lu})/u, '').toLowerCase()),
      ['lãnh đạo = 30', '  1 việc a = 30', 'kết quả = 70', '  1 việc b = 70'],
    );
    assert.ok(
      codes.every((code) => code === 'group-sum-computed'),
      codes.join(),
    );
  }
});

test('rows of levels with empty instead of merged cells keep their points and evidence', async () => {
  const header = row('TT', 'Nội dung', 'Mức độ', 'Điểm', 'Minh chứng');
  const { rubric, codes } = await read(
    docx(
      table(
        header,
        row('1', 'Việc A', 'Tốt', '10', 'Kế hoạch'),
        row('', '', 'Khá', '7', 'Báo cáo'),
        row('', '', 'Chưa làm', '0', ''),
        row('2', 'Việc B', 'Đủ', '90', ''),
        row('', 'Tổng cộng', '', '100', ''),
      ),
    ),
  );
  const [line] = rubric.criteria;
  assert.equal(line?.kind, 'levels');
  assert.deepEqual(
    line.levels.map(({ title, points }) => [title.vi, points]),
    [
      ['Tốt', 1000],
      ['Khá', 700],
      ['Chưa làm', 0],
    ],
  );
  assert.equal(line.evidence?.hint?.vi, 'Kế hoạch\nBáo cáo');
  assert.equal(rubric.total, 10_000);
  assert.deepEqual(codes, ['max-from-levels']);
});

test('gridBefore and gridAfter keep the columns in place', async () => {
  const level = (text: string, points: string) =>
    `<w:tr><w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>${cell(text)}${cell(points)}</w:tr>`;
  const { rubric } = await read(
    docx(
      table(
        row('TT', 'Nội dung', 'Mức độ', 'Điểm', 'Minh chứng'),
        row('1', 'Việc A', 'Tốt', '10', ''),
        level('Khá', '5'),
        row('2', 'Việc B', '', '90', ''),
      ),
    ),
  );
  const [line] = rubric.criteria;
  assert.deepEqual(line?.kind === 'levels' && line.levels.map(({ points }) => points), [1000, 500]);
});

for (const words of [
  'Total',
  'Total points',
  'Tổng số',
  'Tổng cộng',
  'Điểm tổng cộng',
  'TỔNG ĐIỂM (I + II)',
  'Cộng',
  'Tổng cộng: 100 điểm',
  'Tổng điểm thi đua',
  'Overall total',
  'Cộng tổng',
  'Totals',
  'Total Assignment Score',
  'Final score: 100',
]) {
  test(`“${words}” is a total, not a line; so are sums of sections`, async () => {
    const { outline, codes, rubric } = await read(
      rubricTable(
        row('I', 'Lãnh đạo', '30'),
        row('1', 'Việc A', '30'),
        row('', 'Cộng mục I', '30'),
        row('II', 'Kết quả', '70'),
        row('1', 'Việc B', '70'),
        row('', 'Tổng điểm phần II', '70'),
        row('', words, words.includes(':') ? '' : '100'),
      ),
    );
    assert.deepEqual(outline, ['I Lãnh đạo = 30', '  1 Việc A = 30', 'II Kết quả = 70', '  1 Việc B = 70']);
    assert.deepEqual([rubric.total, codes], [10_000, []]);
  });
}

test('where a sum of the table disagrees with the draft, the doubt names both and the place', async () => {
  const lines = [row('I', 'Lãnh đạo', '30'), row('1', 'Việc A', '30')];
  const grand = await read(rubricTable(...lines, row('', 'Tổng cộng', '40')));
  const doubt = grand.doubts.find(({ code }) => code === 'total-disagrees');
  assert.deepEqual([doubt?.table, doubt?.row, doubt?.address], ['bảng 1', 4, 'hàng 4, cột 3']);
  assert.match(doubt!.text.vi, /“Tổng cộng” là 40 điểm, bản nháp cộng được 30 điểm: chưa con số nào/);
  const section = await read(rubricTable(...lines, row('', 'Cộng mục I', '20'), row('', 'Tổng cộng', '30')));
  assert.deepEqual(section.codes, ['total-disagrees']);
  const text = await read(docx(paragraph('Thang điểm: 100 điểm') + table(head, ...lines)));
  assert.ok(text.codes.includes('total-disagrees'), text.codes.join());
  const none = await read(rubricTable(...lines));
  assert.deepEqual(none.codes, ['total-computed']);
});

test('words that only begin like a total are lines: “Công khai”, “Tổng kết”, “Tổng số hội viên”', async () => {
  const { outline } = await read(
    rubricTable(
      row('1', 'Công khai kết quả', '20'),
      row('2', 'Tổng kết năm', '30'),
      row('3', 'Tổng số hội viên đạt 90%', '50'),
      row('', 'Tổng số', '100'),
    ),
  );
  assert.equal(outline.length, 3);
});

test('two columns of titles: the left one groups, line for line nothing vanishes', async () => {
  const header = row('TT', 'Nội dung', 'Tiêu chí', 'Điểm');
  const body = [
    row('1', 'Lãnh đạo', 'Việc A', '10'),
    row('2', '', 'Việc B', '20'),
    row('3', 'Kết quả', 'Việc C', '30'),
    row('4', '', 'Việc D', '40'),
  ];
  const shared = `<w:tr>${cell('TT')}${merged('Nội dung tiêu chí', 2)}${cell('Điểm')}</w:tr>`;
  for (const first of [header, shared]) {
    const { outline } = await read(docx(table(first, ...body, row('', 'Tổng cộng', '', '100'))));
    assert.deepEqual(outline, [
      'Lãnh đạo = 30',
      '  1 Việc A = 10',
      '  2 Việc B = 20',
      'Kết quả = 70',
      '  3 Việc C = 30',
      '  4 Việc D = 40',
    ]);
  }
});

test('two columns of titles filled in every row: the second says more about the first', async () => {
  const { outline, rubric } = await read(
    docx(
      table(
        row('TT', 'Tiêu chí', 'Nội dung', 'Điểm'),
        row('1', 'Việc A', 'Có văn bản', '40'),
        row('2', 'Việc B', 'Có mô hình', '60'),
        row('', 'Tổng cộng', '', '100'),
      ),
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 40', '2 Việc B = 60']);
  assert.equal(rubric.criteria[0]?.note?.vi, 'Có văn bản');
});

for (const labels of [
  ['Điểm đánh giá', 'Thang điểm'],
  ['Điểm năm trước', 'Điểm tối đa'],
  ['Điểm tự chấm', 'Điểm chuẩn'],
  ['Kết quả năm 2025', 'Điểm'],
]) {
  test(`“${labels.join(' | ')}”: the maxima are in the second, the first is reported`, async () => {
    const { outline, doubts } = await read(
      docx(
        table(
          row('TT', 'Nội dung', ...labels),
          row('1', 'Việc A', '35', '40'),
          row('2', 'Việc B', '50', '60'),
          row('', 'Tổng cộng', '85', '100'),
        ),
      ),
    );
    assert.deepEqual(outline, ['1 Việc A = 40', '2 Việc B = 60']);
    assert.deepEqual(doubts.map(({ code, address }) => [code, address]).slice(0, 1), [
      ['column-not-read', 'hàng 2, cột 3; hàng 3, cột 3; hàng 4, cột 3'],
    ]);
  });
}

test('titles of several paragraphs stay whole; points on their second line are points', async () => {
  const { outline, rubric } = await read(
    docx(
      table(
        row('TT', 'Nội dung'),
        row('1', 'Công tác tuyên truyền\ncác chủ trương của Đảng\n(Tối đa 3đ)'),
        row('2', 'Kiểm tra (7 điểm)\n- Có kế hoạch\n- Có báo cáo'),
        row('', 'Tổng cộng: 10 điểm'),
      ),
    ),
  );
  assert.deepEqual(outline, ['1 Công tác tuyên truyền các chủ trương của Đảng = 3', '2 Kiểm tra = 7']);
  assert.equal(rubric.criteria[1]?.note?.vi, '- Có kế hoạch\n- Có báo cáo');
});

test('“điểm công tác” is no bonus: tone marks count', async () => {
  const { outline, rubric } = await read(
    rubricTable(row('1', 'Chấm điểm công tác dân vận', '60'), row('2', 'Việc B', '40'), row('3', 'Điểm thưởng', '5')),
  );
  assert.deepEqual(outline, ['1 Chấm điểm công tác dân vận = 60', '2 Việc B = 40']);
  assert.equal(rubric.bonus?.max, 500);
});

test('a table inside a cell is read as text of the cell, and reported; one that is the rubric is found', async () => {
  const inner = table(row('Tốt', '10'), row('Khá', '5'));
  const holder = `<w:tc>${paragraph('Việc A')}${inner}${paragraph('')}</w:tc>`;
  const { doubts } = await read(rubricTable(row('1', holder, '10')));
  assert.deepEqual(
    doubts.filter(({ code }) => code === 'nested-table').map(({ address }) => address),
    ['hàng 2, cột 2'],
  );
  const layout = table(`<w:tr><w:tc>${table(head, row('1', 'Việc A', '100'))}<w:p/></w:tc></w:tr>`);
  assert.deepEqual((await read(docx(layout))).outline, ['1 Việc A = 100']);
});

test('tables in text boxes and content controls are read', async () => {
  const inside = table(head, row('1', 'Việc A', '100'));
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  for (const body of [box, `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`]) {
    const { outline, codes } = await read(docx(body));
    assert.deepEqual([outline, codes], [['1 Việc A = 100'], ['total-computed']]);
  }
});

test('levels in a column of their own are levels from the worst to the best as well', async () => {
  const head = row('TT', 'Nội dung', 'Mức độ', 'Điểm');
  const file = docx(table(head, row('1', 'Việc A', 'Yếu', '3'), row('', '', 'Khá', '7'), row('', '', 'Tốt', '10')));
  const { outline, rubric } = await read(file);
  assert.deepEqual(outline, ['1 Việc A = 10']);
  assert.equal(rubric.criteria[0]?.kind, 'levels');
});
