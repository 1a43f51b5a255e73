import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './testkit/read.ts';
import { docx, row, rubricTable, table } from './testkit/word.ts';

test('lines that take points off inside a criterion are its note, never points to be had; levels beside them stay levels', async () => {
  const { outline, rubric, doubts } = await read(
    rubricTable(
      row('I', 'Học tập', '20'),
      row('1', 'Kết quả', ''),
      row('', '+ Giỏi', '10'),
      row('', '+ Khá', '6'),
      row('', '+ Yếu', '0'),
      row('', '- Học lại', '-1'),
      row('2', 'Thi cử', '6'),
      row('', 'Các trường hợp bị trừ:', ''),
      row('', '+ Khiển trách', '- 2'),
      row('', '+ Đình chỉ', '- 4'),
      row('3', 'Chuyên cần', '4'),
      row('', 'Tổng cộng', '20'),
    ),
  );
  assert.deepEqual(outline, ['I Học tập = 20', '  1 Kết quả = 10', '  2 Thi cử = 6', '  3 Chuyên cần = 4']);
  const [group] = rubric.criteria;
  assert.ok(group?.kind === 'group');
  assert.equal(group.children[0]?.kind, 'levels');
  assert.match(group.children[1]?.note?.vi ?? '', /Khiển trách: −2 điểm\n.*Đình chỉ: −4 điểm/);
  const told = doubts.filter(({ code }) => code === 'penalty-in-note').map(({ row: at }) => at);
  assert.deepEqual(told, [7, 10, 11]);
});

test('a section of nothing but penalties is read as the deduction, and reported', async () => {
  const { rubric, codes } = await read(
    rubricTable(
      row('I', 'Công tác A', '100'),
      row('1', 'Việc A', '100'),
      row('II', 'Các vi phạm', ''),
      row('1', 'Chậm báo cáo', '-2'),
      row('2', 'Báo cáo sai', '-5'),
    ),
  );
  assert.deepEqual([rubric.total, rubric.deduction?.max], [10_000, 700]);
  assert.ok(codes.includes('part-guessed'), codes.join());
});

test('figures a rate is made of, without points below a line that has them, are its note, and reported', async () => {
  for (const numbered of [true, false]) {
    const line = (number: string, title: string, points: string) =>
      row(numbered ? number : '', title, points, points ? 'Điểm = Tỷ lệ × Điểm tối đa' : '', points ? '' : 'Văn bản');
    const { outline, rubric, codes } = await read(
      docx(
        table(
          row('TT', 'Chỉ số', 'Điểm tối đa', 'Cách xác định', 'Tài liệu kiểm chứng'),
          line('6', 'Hoạt động số', '30'),
          line('6.1', 'Tỷ lệ hồ sơ trực tuyến', '20'),
          line('a', 'Tổng số hồ sơ trực tuyến', ''),
          line('b', 'Tổng số hồ sơ', ''),
          line('6.2', 'Tỷ lệ thanh toán', '10'),
          line('a', 'Số lượt thanh toán', ''),
        ),
      ),
    );
    const show = (number: string) => (numbered ? `${number} ` : '');
    assert.deepEqual(outline, [
      `${show('6')}Hoạt động số = 30`,
      `  ${show('6.1')}Tỷ lệ hồ sơ trực tuyến = 20`,
      `  ${show('6.2')}Tỷ lệ thanh toán = 10`,
    ]);
    const [group] = rubric.criteria;
    assert.ok(group?.kind === 'group');
    assert.match(group.children[0]?.note?.vi ?? '', /Tổng số hồ sơ trực tuyến\n.*\n?.*Tổng số hồ sơ/);
    assert.ok(codes.includes('lines-without-points'), codes.join());
  }
});

test('what bounds a penalty is no maximum of the line: “Điểm trừ tối đa là 1 điểm”', async () => {
  const { outline } = await read(
    rubricTable(
      row('1', 'Quản lý tài nguyên', '100'),
      row('1.1', 'Để xảy ra sai phạm. Điểm trừ tối đa là 1 điểm', ''),
      row('1.2', 'Báo cáo trễ hạn, trừ tối đa không quá 2 điểm', ''),
    ),
  );
  assert.deepEqual(outline, ['1 Quản lý tài nguyên = 100']);
});
