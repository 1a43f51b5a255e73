import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './testkit/read.ts';
import { shown, xlsx, type Value } from './testkit/excel.ts';
import { cell, docx, paragraph, row, rubricTable, table } from './testkit/word.ts';

const head = ['TT', 'Nội dung', 'Điểm tối đa'];
const sheet = (rows: Value[][], formats: string[] = [], more = {}) =>
  xlsx([{ name: 'Chấm', rows: [head, ...rows], ...more }], formats);
const formula = (result: string): Value => ({
  attributes: '',
  inside: `<f>SUM(C2:C3)</f>${result && `<v>${result}</v>`}`,
});

test('a percentage is read as shown, never as 0.95; as points it is reported', async () => {
  const { rubric, doubts } = await read(
    sheet(
      [
        [1, shown(0.95, 0), 40],
        [2, 'Việc B', shown(0.6, 0)],
        [null, 'Tổng cộng', 100],
      ],
      ['0%'],
    ),
  );
  assert.deepEqual(
    rubric.criteria.map((node) => [node.title.vi, node.kind === 'gate' ? 0 : node.max]),
    [
      ['95%', 4000],
      ['Việc B', 6000],
    ],
  );
  assert.deepEqual(
    doubts.filter(({ code }) => code === 'percent-as-points').map(({ address }) => address),
    ['C3'],
  );
});

test('a date is no points: 25/9 does not become 25,9', async () => {
  const { rubric, doubts } = await read(
    sheet(
      [
        [1, 'Việc A', shown(45_925, 0)],
        [2, 'Việc B', 10],
      ],
      ['d/m'],
    ),
  );
  assert.equal(rubric.criteria[0]?.kind === 'range' && rubric.criteria[0].max, 0);
  assert.deepEqual(
    doubts.filter(({ code }) => code === 'points-became-a-date').map(({ address, text }) => [address, text.vi]),
    [['C2', 'Không đọc được điểm “25/9”']],
  );
});

test('workbooks that count from 1904 show other dates', async () => {
  const rows = [head, [1, 'Việc A', shown(44_463, 0)], [2, 'Việc B', 10]];
  const { doubts } = await read(xlsx([{ rows }], ['d/m/yyyy'], '<workbookPr date1904="1"/>'));
  assert.match(doubts.find(({ code }) => code === 'points-became-a-date')!.text.vi, /“25\/9\/2025”/);
});

test('points are those the cell shows, not the decimals stored behind them; what was rounded is reported', async () => {
  const { outline, doubts } = await read(
    sheet(
      [
        [1, 'Việc A', shown(8.333_333_333, 0)],
        [2, 'Việc B', shown(1.7, 1)],
        [3, 'Việc C', 0.1 + 0.2],
        [4, 'Việc D', shown(5, 2)],
      ],
      ['0.0', '0.00_ ;[Red]\\-0.00\\ ', '0" điểm"'],
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 8.3', '2 Việc B = 1.7', '3 Việc C = 0.3', '4 Việc D = 5']);
  assert.deepEqual(
    doubts.filter(({ code }) => code === 'shown-rounded').map(({ address }) => address),
    ['C2'],
  );
});

test('numbers kept as text with a decimal comma, rich text, shared runs', async () => {
  const rich: Value = {
    attributes: 't="inlineStr"',
    inside: '<is><r><t>Việc </t></r><r><rPr><b/></rPr><t>A</t></r></is>',
  };
  const { outline } = await read(
    sheet([
      [1, rich, '8,5'],
      [2, 'Việc B', '1,5 điểm'],
    ]),
  );
  assert.deepEqual(outline, ['1 Việc A = 8.5', '2 Việc B = 1.5']);
});

test('rows without height, hidden rows and columns are not read, and reported with their cells', async () => {
  const { outline, doubts } = await read(
    sheet(
      [
        [1, 'Việc A', 60, 'x'],
        [2, 'Việc ẩn', 5, 'x'],
        [3, 'Việc dẹt', 5, 'x'],
        [4, 'Việc B', 40, 'x'],
      ],
      [],
      {
        rowAttributes: { 3: 'hidden="1"', 4: 'ht="0" customHeight="1"' },
        cols: '<col min="4" max="4" width="0"/>',
      },
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '4 Việc B = 40']);
  const hidden = doubts.find(({ code }) => code === 'hidden-cells')?.text.vi;
  assert.match(hidden!, /A3; B3; C3/);
  assert.match(hidden!, /D2/);
});

test('chart, macro and dialog sheets beside the table are skipped and reported; a hidden sheet is reported', async () => {
  const rows = [head, [1, 'Việc A', 100]];
  for (const type of ['chartsheet', 'xlMacrosheet', 'dialogsheet']) {
    const { outline, codes } = await read(
      xlsx([
        { name: 'Đồ thị', rows: [], type },
        { name: 'Chấm', rows },
        { name: 'Nháp', rows, state: 'hidden' },
      ]),
    );
    assert.deepEqual(outline, ['1 Việc A = 100']);
    assert.deepEqual(codes, ['unread-sheets', 'hidden-sheets', 'total-computed']);
  }
});

test('a formula shows its stored result; one without a result, and an error, are reported', async () => {
  const good = await read(
    sheet([
      [1, 'Việc A', 40],
      [2, 'Việc B', 60],
      [null, 'Tổng cộng', formula('100')],
    ]),
  );
  assert.deepEqual([good.rubric.total, good.codes], [10_000, []]);
  const error: Value = { attributes: 't="e"', inside: '<f>A1</f><v>#REF!</v>' };
  const bad = await read(
    sheet([
      [1, 'Việc A', formula('')],
      [2, 'Việc B', error],
      [3, 'Việc C', 5],
    ]),
  );
  const at = (code: string) => bad.doubts.filter((each) => each.code === code).map(({ address }) => address);
  assert.deepEqual([at('formula-without-result'), at('error-cell'), at('unreadable-points')], [['C2'], ['C3'], ['C3']]);
});

test('other sheets, columns, rows and single cells that do not reach the draft are reported with their addresses', async () => {
  const file = xlsx([
    {
      name: 'Chấm',
      rows: [
        [...head, 'Điểm tự chấm', 'Đơn vị'],
        [1, 'Việc A', 60, 50, 'A'],
        [2, 'Việc B', 40, null, 'B'],
        [null, 'Tổng cộng', 100, 50],
        [],
        ['Người lập biểu', null, null, 'Nguyễn Văn A'],
      ],
    },
    { name: 'Khác', rows: [['Ghi chép', 5]] },
  ]);
  const { doubts } = await read(file);
  assert.deepEqual(
    doubts.filter(({ code }) => code !== 'no-bands').map(({ code, address }) => [code, address]),
    [
      ['other-tables', undefined],
      ['rows-not-read', 'A6; D6'],
      ['column-not-read', 'D2; D4'],
      ['column-not-read', 'E2; E3'],
    ],
  );
  assert.match(doubts[0]!.text.vi, /Khác \(“Ghi chép”\)/);
});

test('text with numbers outside the table, and footnotes, are reported; dates and numbers of decisions are not', async () => {
  const main = table(row(...head), row('1', 'Việc A', '100'), row('', 'Tổng cộng', '100'));
  const quiet = await read(docx(paragraph('Quyết định số 123/QĐ-UBND ngày 01/8/2025') + main));
  assert.deepEqual(quiet.codes, []);
  const loud = await read(
    docx(main + paragraph('Mỗi vi phạm trừ 5 điểm vào tổng số'), {
      'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote w:type="separator">${paragraph('-')}</w:footnote><w:footnote w:id="1">${paragraph('Trừ trường hợp bất khả kháng')}</w:footnote></w:footnotes>`,
    }),
  );
  assert.deepEqual(loud.codes, ['footnotes', 'text-not-read']);
});

test('numbers that were converted are reported: a lower bound, a minus', async () => {
  const { outline, doubts } = await read(rubricTable(row('1', 'Việc A', '5 – 10'), row('2', 'Việc B', '-2')));
  assert.deepEqual(outline, ['1 Việc A = 10', '2 Việc B = 2']);
  assert.deepEqual(
    doubts.filter(({ row: at }) => at).map(({ code, row: at }) => [code, at]),
    [
      ['lower-bound-dropped', 2],
      ['sign-dropped', 3],
    ],
  );
});

test('words beside a group, a level, a gate or a partly understood way of scoring stay in the draft', async () => {
  const header = row('TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm', 'Minh chứng');
  const { rubric, doubts } = await read(
    docx(
      table(
        header,
        row('I', 'Nhóm', '100', 'Chấm theo quý', 'Sổ theo dõi'),
        row('1', 'Việc A', '60', 'Đạt 100%: 60 điểm; thiếu mỗi cuộc trừ 5 điểm', ''),
        row('2', 'Việc B', '40', '', ''),
        row('', '- Tốt', '40', 'Có mô hình', 'Ảnh'),
        row('', '- Khá', '20', 'Chưa có', ''),
        row('3', 'Việc C', '', 'Điều kiện bắt buộc', 'Cam kết'),
      ),
    ),
  );
  const said = JSON.stringify(rubric);
  for (const text of ['Chấm theo quý', 'Sổ theo dõi', 'Đạt 100%: 60 điểm', 'Có mô hình', 'Chưa có', 'Ảnh', 'Cam kết'])
    assert.ok(said.includes(text), text);
  assert.ok(doubts.some(({ code, row: at }) => code === 'scoring-by-hand' && at === 3));
});

test('cells merged in a sheet count once; a header of two rows without merging is read', async () => {
  const rows: Value[][] = [
    ['TT', 'Nội dung', 'Điểm', null, 'Ghi chú'],
    [null, null, 'Tối đa', 'Tự chấm', null],
    ['I', 'Lãnh đạo', 100],
    [1, 'Việc A', 60, null, 'Theo quý'],
    [2, 'Việc B', 40],
  ];
  const { outline, codes } = await read(xlsx([{ rows, merges: ['C1:D1'] }]));
  assert.deepEqual(outline, ['I Lãnh đạo = 100', '  1 Việc A = 60', '  2 Việc B = 40']);
  assert.deepEqual(codes, ['total-computed']);
});

test('text hidden by a style, also by one it is based on, deleted text and moved text are not read', async () => {
  const styles = `<w:styles xmlns:w="w"><w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="AnCon"><w:basedOn w:val="An"/></w:style><w:style w:type="paragraph" w:styleId="DoanAn"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
  const run = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const title = `<w:tc><w:p>${run('Việc', '')}${run(' ẩn', '<w:rStyle w:val="AnCon"/>')}${run(' hiện', '<w:rStyle w:val="An"/><w:vanish w:val="0"/>')}<w:del>${run(' xóa', '')}</w:del><w:moveFrom>${run(' dời', '')}</w:moveFrom><w:ins>${run(' thêm', '')}</w:ins></w:p>${paragraph('cả đoạn', '<w:pStyle w:val="DoanAn"/>')}</w:tc>`;
  const { outline } = await read(docx(table(row(...head), row('1', title, '100')), { 'word/styles.xml': styles }));
  assert.deepEqual(outline, ['1 Việc hiện thêm = 100']);
});

test('a paragraph whose end is deleted runs on into the next; text of fields is their result', async () => {
  const title = `<w:tc>${paragraph('Công tác', '<w:rPr><w:del/></w:rPr>')}<w:p><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:t xml:space="preserve"> tuyên truyền</w:t></w:r></w:p></w:tc>`;
  const { outline } = await read(docx(table(row(...head), row('1', title, '100'))));
  assert.deepEqual(outline, ['1 Công tác tuyên truyền = 100']);
});

test('a cell merged down in a document counts once; a row or cell taken out by a tracked change is gone', async () => {
  const gone = `<w:tc><w:tcPr><w:cellDel/></w:tcPr>${paragraph('cũ')}</w:tc>`;
  const { outline } = await read(
    docx(
      table(
        row(...head),
        row('1', cell('Việc A', '<w:vMerge w:val="restart"/>'), '60'),
        `<w:tr>${gone}${cell('2')}${cell('Việc B')}${cell('40')}</w:tr>`,
      ),
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
});
