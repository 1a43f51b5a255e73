import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { text } from '../contract/shapes.ts';
import { assertGrowsWithLength } from '../text/testkit/growth.ts';
import { nastyTexts } from '../text/testkit/nasty.ts';
import { longestTitle, titleFrom, untitled } from './title.ts';

const titles: Readonly<Record<string, string>> = {
  'Rác để 5 ngày ở đầu ngõ chưa ai lấy. Mùi hôi bay vào lớp mầm non.': 'Rác để 5 ngày ở đầu ngõ chưa ai lấy',
  'Đèn đường ở P. Tân Ninh, TP. Tây Ninh hỏng. Ai sửa?': 'Đèn đường ở P. Tân Ninh, TP. Tây Ninh hỏng',
  'TP.HCM, Q.1 ngập nặng! Xe chết máy.': 'TP.HCM, Q.1 ngập nặng!',
  'Đ/c. trưởng ấp không tiếp dân. Tôi đến ba lần.': 'Đ/c. trưởng ấp không tiếp dân',
  'Đường hỏng dài 3 km. từ chợ đến cầu. Xe lật.': 'Đường hỏng dài 3 km. từ chợ đến cầu',
  'Thu sai 1.500.000 đồng ngày 15.10.2026 tại UBND xã. Đề nghị trả lại.':
    'Thu sai 1.500.000 đồng ngày 15.10.2026 tại UBND xã',
  'Ổ gà trước nhà số 15. Nhiều xe ngã.': 'Ổ gà trước nhà số 15',
  'Loa phát từ 5. giờ sáng, ồn. Đề nghị giảm.': 'Loa phát từ 5. giờ sáng, ồn',
  'Rác chưa ai lấy.Mùi hôi nồng nặc': 'Rác chưa ai lấy',
  'Xem ảnh tai ban-do.vn/Anh.jpg giúp. Cảm ơn.': 'Xem ảnh tai ban-do.vn/Anh.jpg giúp',
  'Mương nghẹt, nước tràn, rác, v.v. vào nhà dân. Mong xử lý.': 'Mương nghẹt, nước tràn, rác, v.v. vào nhà dân',
  'Vì sao cúp nước hoài vậy? Ba ngày rồi.': 'Vì sao cúp nước hoài vậy?',
  'Kính gửi UBND phường Tân Ninh.\nCống trước chợ bị nghẹt. Nước hôi.': 'Cống trước chợ bị nghẹt',
  'Tôi tên là Nguyễn Văn A. Nhà tôi mất điện cả tuần.': 'Nhà tôi mất điện cả tuần',
  '- Đèn hỏng ở hẻm 4\n- Đường lầy': 'Đèn hỏng ở hẻm 4',
  '1. Đèn hỏng ở hẻm 4\n2. Đường lầy': 'Đèn hỏng ở hẻm 4',
  'Ồn…  Quán karaoke hát tới 2 giờ sáng': 'Quán karaoke hát tới 2 giờ sáng',
  'Cháy.': 'Cháy',
  '!!!': '!!!',
  '   ': untitled,
  '\u200b': untitled,
};

for (const [content, title] of Object.entries(titles)) {
  test(`the title of “${content.replaceAll('\n', '⏎')}”`, () => assert.equal(titleFrom(content), title));
}

test('a long sentence is cut after a clause, or else at a word', () => {
  const clauses = titleFrom(`${'Nước thải chảy ra đường từ sáng đến tối, '.repeat(5)}mong xử lý.`);
  assert.equal(clauses, 'Nước thải chảy ra đường từ sáng đến tối, Nước thải chảy ra đường từ sáng đến tối');
  const words = titleFrom('nước thải chảy ra đường '.repeat(20));
  assert.match(words, /^(?:nước thải chảy ra đường )+[^,]*[^ ]…$/);
  assert.ok(Array.from(words).length <= longestTitle);
  assert.equal(Array.from(titleFrom('😀'.repeat(500))).length, longestTitle);
});

test('whatever the text, its title is one that the contract takes, found in a time that grows with it', async () => {
  for (const nasty of nastyTexts) {
    await assertGrowsWithLength(`a title from ${nasty.name}`, 10_000, (length) => {
      const content = nasty.ofLength(length);
      return () => titleFrom(content);
    });
    const content = z.safeParse(text(10_000), nasty.ofLength(5000));
    if (content.success) assert.ok(z.safeParse(text(300), titleFrom(content.data)).success, nasty.name);
  }
});
