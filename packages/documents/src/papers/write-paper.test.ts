import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText, readText } from '../text/index.ts';
import { faultsOf } from '../testkit/ooxml.ts';
import { profilesNow, sampleReport } from '../testkit/samples.ts';
import { party2026, state2020 } from '../profiles/index.ts';
import { writePaper } from './index.ts';

const textOf = async (...args: Parameters<typeof writePaper>) => plainText(await readText(await writePaper(...args)));

describe('an official paper', () => {
  for (const profile of profilesNow)
    it(`is a file that Word opens as it is: ${profile.id}`, async () => {
      assert.deepEqual(await faultsOf(await writePaper(sampleReport(profile))), []);
    });

  it('of a State body has the heading of the nation, “Số:”, TM., “./.” and “Lưu: VT.”', async () => {
    const text = await textOf(sampleReport(state2020));
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH',
      'Số: 12/BC-SNV',
      'Tây Ninh, ngày 05 tháng 11 năm 2026',
      'KT. GIÁM ĐỐC',
      'của phong trào./.',
      '- Như trên;',
      '- Lưu: VT.',
      'PHỤ LỤC I',
    ])
      assert.ok(text.includes(part), part);
  });

  it('of a Party body has that of the Party, the star, “Số” without colon, T/M, “.” and “Lưu Đảng ủy.”', async () => {
    const text = await textOf(sampleReport(party2026));
    for (const part of [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      '\n*',
      'Số 12-BC/BTGDV',
      'K/T TRƯỞNG BAN',
      'của phong trào.\n',
      '- Như trên,',
      '- Lưu Đảng ủy.',
      '-----',
    ])
      assert.ok(text.includes(part), part);
    assert.ok(!text.includes('Độc lập'));
  });

  it('takes a zero before day and month as papers do, and names the day alone where no place is known', async () => {
    const sample = sampleReport(state2020);
    assert.match(await textOf({ ...sample, date: '2026-02-05' }), /Tây Ninh, ngày 05 tháng 02 năm 2026/);
    assert.match(await textOf({ ...sample, date: '2026-05-27' }), /Tây Ninh, ngày 27 tháng 5 năm 2026/);
    assert.match(await textOf({ ...sample, place: '' }), /^Ngày 05 tháng 11 năm 2026|\tNgày 05 tháng 11 năm 2026/m);
  });

  it('keeps what people type: marks, signs, lines, letters that XML cannot hold', async () => {
    const text = await textOf({
      ...sampleReport(state2020),
      blocks: [{ kind: 'paragraph', text: 'Ngõ 12 & <hẻm 5> “Ủy ban”\nchưa ai lấy 🌿 a\u0000b\uFFFFc' }],
      endMark: false,
    });
    assert.ok(text.includes('Ngõ 12 & <hẻm 5> “Ủy ban”\nchưa ai lấy 🌿 abc'), text);
  });
});
