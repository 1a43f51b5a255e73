import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './testkit/read.ts';
import { cell, docx, row, rubricTable, table } from './testkit/word.ts';

const first = (text: string) => cell(text, '<w:vMerge w:val="restart"/>');
const on = cell('', '<w:vMerge/>');

test('what stands beside a number merged over several rows belongs to its line: levels, words, lines to fill in', async () => {
  const { outline, rubric, codes } = await read(
    rubricTable(
      row('I', 'Công tác lãnh đạo', '100'),
      row(first('1.1'), 'Ban hành kế hoạch', ''),
      row(on, 'Đúng hạn', '60'),
      row(on, 'Chậm', '20'),
      row(on, 'Không', '0'),
      row(on, 'Số văn bản đã ban hành: ……………………', ''),
      row('1.2', 'Kiểm tra, giám sát', '40'),
      row('', 'Đã kiểm tra: ………………', ''),
      row('', 'Tổng cộng', '100'),
    ),
  );
  assert.deepEqual(outline, [
    'I Công tác lãnh đạo = 100',
    '  1.1 Ban hành kế hoạch = 60',
    '  1.2 Kiểm tra, giám sát = 40',
  ]);
  assert.deepEqual(codes, ['max-from-levels']);
  const said = JSON.stringify(rubric);
  for (const text of ['Đúng hạn', 'Số văn bản đã ban hành', 'Đã kiểm tra']) assert.ok(said.includes(text), text);
});

test('remarks and bounds of what is taken off are notes: “Ghi chú: …”, “* Điểm trừ tối đa …”, “không quá 2 điểm”', async () => {
  const { outline, rubric, codes } = await read(
    rubricTable(
      row('1', 'Việc A', '60'),
      row('', 'Ghi chú: Tổng điểm trừ của mục 1 không quá 1,5 điểm', ''),
      row('2', 'Việc B', '40'),
      row('', '* Điểm trừ, cộng tối đa đối với mục 2 không quá 7 điểm', ''),
      row('', 'Nếu có 01 xã trên địa bàn chậm báo cáo theo kế hoạch của tỉnh: điểm trừ tối đa không quá 2 điểm', ''),
      row('', 'Tổng cộng', '100'),
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
  assert.equal(rubric.deduction, undefined);
  assert.deepEqual(codes, []);
  assert.match(JSON.stringify(rubric.criteria[0]), /không quá 1,5 điểm/);
  assert.match(JSON.stringify(rubric.criteria[1]), /không quá 7 điểm.*không quá 2 điểm/);
});

test('a minus apart from its number is read and reported; lines that take points off are no levels', async () => {
  const { outline, doubts, rubric } = await read(
    rubricTable(
      row('1', 'Chấp hành nội quy', '4'),
      row('', '- Nhắc nhở', '- 1 điểm'),
      row('', '- Cảnh cáo', '– 3 điểm'),
      row('2', 'Việc B', '96'),
    ),
  );
  assert.deepEqual(outline, ['1 Chấp hành nội quy = 4', '2 Việc B = 96']);
  assert.match(JSON.stringify(rubric.criteria[0]), /Nhắc nhở: −1 điểm.*Cảnh cáo: −3 điểm/);
  assert.deepEqual(
    doubts.filter(({ code }) => code === 'penalty-in-note').map(({ row: at }) => at),
    [3, 4],
  );
});

test('a line whose points cannot be read stays a line, with a doubt at its cell', async () => {
  const { outline, doubts } = await read(
    rubricTable(row('', 'Việc A', '60'), row('', 'Việc B', '25*'), row('', 'Việc C', '40')),
  );
  assert.deepEqual(outline, ['Việc A = 60', 'Việc B = 0', 'Việc C = 40']);
  assert.ok(doubts.some(({ code, address }) => code === 'unreadable-points' && address === 'hàng 3, cột 3'));
});

test('“Mức điểm tối đa tiêu chí 1” below a section is its maximum, whatever its lines add up to', async () => {
  const { outline, codes } = await read(
    rubricTable(
      row('1', 'Học tập', ''),
      row('1.1', 'Việc A', '15'),
      row('1.2', 'Việc B', '15'),
      row('', 'Mức điểm tối đa Tiêu chí 1', '20 điểm'),
      row('2', 'Rèn luyện', ''),
      row('2.1', 'Việc C', '80'),
      row('', 'Mức điểm tối đa Tiêu chí 2', '80 điểm'),
      row('', 'TỔNG CỘNG', '100'),
    ),
  );
  assert.deepEqual(outline, [
    '1 Học tập = 20',
    '  1.1 Việc A = 15',
    '  1.2 Việc B = 15',
    '2 Rèn luyện = 80',
    '  2.1 Việc C = 80',
  ]);
  assert.deepEqual(codes, ['capped-or-wrong']);
});

test('numbers of a letter and digits keep their place: a1, a1.1, C3.1, a.7.1; C goes on after a, b', async () => {
  const { outline } = await read(
    rubricTable(
      row('1', 'Chuyên môn', '10'),
      row('a', 'Đất đai', '4'),
      row('a1', 'Kế hoạch', '4'),
      row('a.1.1', 'Ban hành', '3'),
      row('a1.2', 'Kiểm tra', '1'),
      row('b.', 'Nước', '3'),
      row('b1.', 'Thống kê', '3'),
      row('C', 'Môi trường', '3'),
      row('C1', 'Thu gom', '3'),
      row('C1.1', 'Đô thị', '3'),
      row('2', 'Tổ chức', '5'),
    ),
  );
  assert.deepEqual(outline, [
    '1 Chuyên môn = 10',
    '  a Đất đai = 4',
    '    a1 Kế hoạch = 4',
    '      a.1.1 Ban hành = 3',
    '      a1.2 Kiểm tra = 1',
    '  b Nước = 3',
    '    b1 Thống kê = 3',
    '  C Môi trường = 3',
    '    C1 Thu gom = 3',
    '      C1.1 Đô thị = 3',
    '2 Tổ chức = 5',
  ]);
});

test('a number of no known style is kept as printed', async () => {
  const { outline } = await read(rubricTable(row('1 a)', 'Việc A', '60'), row('1 b)', 'Việc B', '40')));
  assert.deepEqual(outline, ['1 a) Việc A = 60', '1 b) Việc B = 40']);
});

test('headings without a number inside a numbered section are counted once, under it', async () => {
  const { outline, rubric, codes } = await read(
    rubricTable(
      row('1', 'Thể chế', '10'),
      row('1.1', 'Việc A', '10'),
      row('2', 'Hoạt động', '90'),
      row('', 'Dịch vụ công', '40'),
      row('2.1', 'Việc B', '15'),
      row('2.2', 'Việc C', '25'),
      row('', 'Hội nghị trực tuyến', '50'),
      row('2.3', 'Việc D', '50'),
      row('3', 'Kết quả', '20'),
      row('3.1', 'Việc E', '20'),
    ),
  );
  assert.deepEqual(outline, [
    '1 Thể chế = 10',
    '  1.1 Việc A = 10',
    '2 Hoạt động = 90',
    '  Dịch vụ công = 40',
    '    2.1 Việc B = 15',
    '    2.2 Việc C = 25',
    '  Hội nghị trực tuyến = 50',
    '    2.3 Việc D = 50',
    '3 Kết quả = 20',
    '  3.1 Việc E = 20',
  ]);
  assert.equal(rubric.total, 12_000);
  assert.deepEqual(codes, ['total-computed']);
});

test('headings without a number under a Roman section whose lines count from one', async () => {
  const { outline } = await read(
    rubricTable(
      row('I', 'Công tác lãnh đạo', '60'),
      row('', 'Ban hành văn bản', '40'),
      row('1', 'Việc A', '15'),
      row('2', 'Việc B', '25'),
      row('', 'Kiểm tra', '20'),
      row('3', 'Việc C', '20'),
      row('II', 'Kết quả', '40'),
      row('1', 'Việc D', '40'),
    ),
  );
  assert.deepEqual(outline, [
    'I Công tác lãnh đạo = 60',
    '  Ban hành văn bản = 40',
    '    1 Việc A = 15',
    '    2 Việc B = 25',
    '  Kiểm tra = 20',
    '    3 Việc C = 20',
    'II Kết quả = 40',
    '  1 Việc D = 40',
  ]);
});

test('a total under words that no list knows is reported by its sum, not counted as a line; without such words it is asked', async () => {
  for (const rows of [
    [row('', 'Việc A', '60'), row('', 'Việc B', '40')],
    [row('1', 'Việc A', '60'), row('2', 'Việc B', '40')],
  ]) {
    const { rubric, codes } = await read(rubricTable(...rows, row('', 'Kết quả toàn bảng', '100')));
    assert.equal(rubric.criteria.length, 2);
    assert.equal(rubric.total, 10_000);
    assert.deepEqual(codes, ['line-or-total']);
  }
  const { outline, codes } = await read(
    rubricTable(row('', 'Việc A', '20'), row('', 'Việc B', '30'), row('', 'Việc C', '50')),
  );
  assert.deepEqual(outline, ['Việc A = 20', 'Việc B = 30', 'Việc C = 50']);
  assert.ok(codes.includes('line-or-total'), codes.join());
});

test('“Tổng điểm cộng”, “Tổng điểm trừ” below their lines are sums; as headings they open the part', async () => {
  const { rubric, codes } = await read(
    rubricTable(
      row('I', 'Công tác A', '100'),
      row('1', 'Việc A', '100'),
      row('', 'Tổng cộng', '100'),
      row('II', 'Điểm cộng', '5'),
      row('1', 'Có mô hình mới', '5'),
      row('', 'Tổng điểm cộng', '5'),
      row('III', 'Điểm trừ', '6'),
      row('1', 'Chậm báo cáo', '6'),
      row('', 'Tổng điểm trừ', '6'),
    ),
  );
  assert.deepEqual([rubric.total, rubric.bonus?.max, rubric.deduction?.max], [10_000, 500, 600]);
  assert.deepEqual(
    [rubric.bonus, rubric.deduction].map((pot) => pot?.criteria.length),
    [1, 1],
  );
  assert.deepEqual(codes, []);
});

test('a total that states its bound closes the table: what follows is no line', async () => {
  const { outline, rubric, codes } = await read(
    rubricTable(
      row('1', 'Việc A', '60'),
      row('2', 'Việc B', '40'),
      row('', 'ĐIỂM TỔNG CỘNG (tối đa không quá 100 điểm):', ''),
      row('', 'Nhận xét của phòng chuyên môn', ''),
      row('', 'TRƯỞNG PHÒNG', 'NGƯỜI LẬP BẢNG'),
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 60', '2 Việc B = 40']);
  assert.equal(rubric.total, 10_000);
  assert.deepEqual(codes, ['rows-not-read']);
});

test('lines below a total that sums up those above are reported, as is a total under an unknown name with a grade below', async () => {
  const below = await read(
    rubricTable(row('', 'Việc A', '60'), row('', 'Việc B', '40'), row('', 'Tổng cộng', '100'), row('', 'Số mục', '2')),
  );
  assert.ok(below.codes.includes('lines-below-total'), below.codes.join());
  const unknown = await read(
    rubricTable(
      row('', 'Việc A', '60'),
      row('', 'Việc B', '40'),
      row('', 'Punten', '100'),
      row('', 'Cijfer', '10'),
      row('', 'Naam', ''),
    ),
  );
  assert.ok(unknown.codes.includes('line-or-total'), unknown.codes.join());
});

test('lines without a number that have more points than the numbered one above stand beside it', async () => {
  const { outline } = await read(
    rubricTable(
      row('1', 'Việc A', '2'),
      row('2', 'Việc B', '1'),
      row('', 'Trình bày đẹp', '1'),
      row('', 'Sáng tạo thêm', '3'),
      row('', 'Tổng cộng', '7'),
    ),
  );
  assert.deepEqual(outline, ['1 Việc A = 2', '2 Việc B = 1', 'Trình bày đẹp = 1', 'Sáng tạo thêm = 3']);
});

test('“gate” inside another word makes no demand', async () => {
  const { rubric } = await read(
    docx(
      table(row('Category', 'Points', 'Description'), row('Design', '10', 'Easy to navigate'), row('Text', '5', '')),
    ),
  );
  assert.equal(rubric.total, 1500);
});

test('dashes below an unnumbered line that are neither its levels nor its parts are lines beside it', async () => {
  const { outline, codes } = await read(
    docx(
      table(
        row('Yêu cầu', 'Đánh giá (điểm)'),
        row('Có trang đăng ký', '2'),
        row('- Có giao diện', '2'),
        row('- Có kiểm tra dữ liệu', '2'),
        row('- Nộp đúng hạn', '1'),
        row('- Tổng điểm:', '7'),
      ),
    ),
  );
  assert.deepEqual(outline, [
    'Có trang đăng ký = 2',
    'Có giao diện = 2',
    'Có kiểm tra dữ liệu = 2',
    'Nộp đúng hạn = 1',
  ]);
  assert.deepEqual(codes, ['title-column']);
  const levels = await read(
    rubricTable(row('', 'Việc A', '10'), row('', '- Tốt', '10'), row('', '- Khá', '7'), row('', 'Việc B', '5')),
  );
  assert.deepEqual(levels.outline, ['Việc A = 10', 'Việc B = 5']);
});

test('a minus in a title is reported, and the least points are not taken for the most', async () => {
  const of = (title: string) => read(rubricTable(row('1', title, ''), row('2', 'Việc B', '20')));
  assert.ok((await of('Việc A (- 5 điểm)')).codes.includes('sign-dropped'));
  for (const title of ['Việc A – tối thiểu 5 điểm', 'Việc A tối đa 10 điểm, tối thiểu 5 điểm']) {
    const { outline, codes } = await of(title);
    assert.deepEqual([outline[0], codes.includes('no-points')], [`1 ${title} = 0`, true]);
  }
});
