import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writePaper, type Block, type Paper } from '../papers/index.ts';
import { party2026, state2020 } from '../profiles/index.ts';
import { profilesNow, sampleReport } from '../testkit/samples.ts';
import { caseReply, fillTemplate, modelRegistration } from '../templates/index.ts';
import { lintDocument, type LintOptions } from './index.ts';

const codesIn = async (document: Paper | Uint8Array, options?: LintOptions) =>
  (await lintDocument(document, options)).map(({ code }) => code);

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const basis = paragraph('Căn cứ Kế hoạch số 05/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh;');
const report = (...blocks: Block[]): Paper => ({
  ...sampleReport(state2020),
  blocks: [basis, ...blocks],
  appendices: [],
});
const party = (...blocks: Block[]): Paper => ({ ...sampleReport(party2026), blocks, appendices: [] });

describe('a paper in good form has nothing to be said of it', () => {
  for (const profile of profilesNow)
    it(`${profile.side}: as data and as the file made of it`, async () => {
      const paper = sampleReport(profile);
      assert.deepEqual(await lintDocument(paper), []);
      assert.deepEqual(await lintDocument(await writePaper(paper)), []);
    });

  it('nor has a form, which has neither number nor basis', async () => {
    const form = await fillTemplate(modelRegistration, modelRegistration.sample(), { profile: state2020 });
    assert.deepEqual(await codesIn(form), []);
  });
});

describe('the head', () => {
  it('has a number of its side: slash and colon of the State, hyphen without colon of the Party', async () => {
    assert.deepEqual(await codesIn({ ...report(), number: '12-BC/SNV' }), ['number-malformed']);
    assert.deepEqual(await codesIn({ ...report(), number: '12/BC-sở' }), ['number-malformed']);
    for (const number of ['12/BC-SNV', '1563/QĐ-UBND', '12/2026/QĐ-UBND', '30/2020/NĐ-CP', '15/UBND-VP'])
      assert.deepEqual(await codesIn({ ...report(), number }), [], number);
    const own = paragraph('Căn cứ Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy;');
    assert.deepEqual(await codesIn({ ...party(own), number: '12/BC-BTGDV' }), ['number-malformed']);
    for (const number of ['05-NQ/ĐU', '12-BC/BTGDV', '08-CT/TU', '11-CTr/TU'])
      assert.deepEqual(await codesIn({ ...party(own), number }), [], number);
    const [finding] = await lintDocument({ ...report(), number: '12-BC/SNV' });
    assert.equal(finding!.where.text, 'Số: 12-BC/SNV');
    assert.equal(finding!.where.vi, 'bảng 2, hàng 1');
    assert.match(finding!.text.vi, /ví dụ đúng: “Số: 12\/BC-SNV”/);
    assert.match(finding!.text.en, /not of the form/);
  });

  it('says when the number is open or there is none', async () => {
    const letter = await fillTemplate(caseReply, caseReply.sample(), { profile: state2020 });
    assert.ok((await codesIn(letter)).includes('number-open'));
    const { number: _, ...without } = report();
    assert.deepEqual(await codesIn(without), ['number-missing']);
  });

  it('has dates that there are, with zeros where they belong', async () => {
    assert.deepEqual(await codesIn(report(paragraph('từ ngày 5 tháng 11 năm 2026'))), ['date-zeros']);
    assert.deepEqual(await codesIn(report(paragraph('từ ngày 27 tháng 05 năm 2026'))), ['date-zeros']);
    assert.deepEqual(await codesIn(report(paragraph('từ ngày 05 tháng 02 năm 2026'))), []);
    assert.deepEqual(await codesIn(report(paragraph('từ ngày 30 tháng 02 năm 2026'))), ['date-not-real']);
  });
});

describe('the text', () => {
  it('rests on something that can be looked up', async () => {
    assert.deepEqual(await codesIn({ ...report(), blocks: [paragraph('Kết quả như sau')] }), ['basis-missing']);
    assert.deepEqual(await codesIn(report(paragraph('Căn cứ chỉ đạo của cấp trên;'))), ['basis-malformed']);
    assert.deepEqual(await codesIn(report(paragraph('Căn cứ Kế hoạch số 05/KH-UBND của Ủy ban nhân dân tỉnh;'))), [
      'basis-malformed',
    ]);
    assert.deepEqual(await codesIn(report(paragraph('Căn cứ Kế hoạch số 05.KH ngày 10/01/2026;'))), [
      'basis-malformed',
    ]);
    assert.deepEqual(await codesIn(party(paragraph('Căn cứ Nghị quyết số 12-NQ/ĐU ngày 05/9/2026 của Đảng ủy;'))), [
      'citation-comma',
    ]);
  });

  it('has quotes in pairs', async () => {
    assert.deepEqual(await codesIn(report(paragraph('phong trào "Dân vận khéo"'))), ['quotes-straight']);
    assert.deepEqual(await codesIn(report(paragraph('phong trào “Dân vận khéo'))), ['quotes-unpaired']);
  });

  it('gives no work that was due before it', async () => {
    assert.deepEqual(await codesIn(report(paragraph('gửi báo cáo trước ngày 01/11/2026.'))), ['deadline-past']);
    assert.deepEqual(await codesIn(report(paragraph('gửi báo cáo trước ngày 15/11/2026; hạn cuối 20/11/2026.'))), []);
  });

  it('reaches everybody whom it gives work', async () => {
    const task = paragraph('Giao Sở Tài chính chủ trì, phối hợp với các xã, phường.');
    const findings = await lintDocument(report(task));
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['owner-not-recipient'],
    );
    assert.match(findings[0]!.text.vi, /“Sở Tài chính” được giao việc/);
    assert.deepEqual(await codesIn({ ...report(task), recipients: ['Như trên', 'Sở Tài chính'] }), []);
    const table: Block = {
      kind: 'table',
      columns: [
        { title: 'Nhiệm vụ', share: 3 },
        { title: 'Đơn vị chủ trì', share: 1 },
      ],
      rows: [{ cells: ['Đăng ký mô hình', 'Các xã, phường'] }, { cells: ['Thẩm định', 'Hội Nông dân tỉnh'] }],
    };
    const [finding, ...others] = await lintDocument(report(table));
    assert.deepEqual(others, []);
    assert.match(finding!.text.vi, /“Hội Nông dân tỉnh”/);
    assert.deepEqual(await codesIn(report(), { owners: ['Thường trực Tỉnh ủy', 'Công an tỉnh'] }), [
      'owner-not-recipient',
    ]);
  });

  it('is spelled in one way, that of the house where it has one', async () => {
    const [mixed] = await lintDocument(report(paragraph('Đảng uỷ và cấp ủy, hòa giải')));
    assert.equal(mixed!.code, 'spelling-mixed');
    assert.match(mixed!.text.vi, /“uỷ”/);
    assert.ok((await codesIn(report(), { tones: 'new' })).every((code) => code === 'spelling-other'));
    assert.deepEqual(await codesIn(report(), { tones: 'old' }), []);
  });

  it('has totals that are sums, and says the same of them', async () => {
    const table = (total: string): Block => ({
      kind: 'table',
      columns: [
        { title: 'Lĩnh vực', share: 3 },
        { title: 'Số mô hình', share: 1 },
      ],
      rows: [{ cells: ['Kinh tế', '1.000'] }, { cells: ['Văn hóa', '284'] }, { cells: ['Tổng cộng', total] }],
    });
    assert.deepEqual(await codesIn(report(paragraph('Toàn tỉnh có 1.284 mô hình.'), table('1.284'))), []);
    assert.deepEqual(await codesIn(report(table('1.294'))), ['total-of-table']);
    const findings = await lintDocument(report(paragraph('Toàn tỉnh có 1.248 mô hình đăng ký.'), table('1.284')));
    assert.deepEqual(
      findings.map(({ code, where }) => [code, where.text]),
      [['total-of-text', 'Toàn tỉnh có 1.248 mô hình đăng ký.']],
    );
  });
});
