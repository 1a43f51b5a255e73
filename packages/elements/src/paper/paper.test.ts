/** What comes out of a printer: whole, nothing over something else, nothing beside the sheet, at any margin that a person may choose. */
import { assert, fixture, html } from '@open-wc/testing';
import { css } from 'lit';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import type { Assessment } from '@dvk/sdk/assessments';
import { illustrativeModel, illustrativeUnit, type Rubric, type RubricNode } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { problem, sampleAssessments, sampleCases, sampleDrafts, sampleModels, sampleSession } from '@dvk/sdk/testing';
import { paperStyles } from '../case-form/paper-styles.ts';
import { slipTemplate } from '../case-form/slip.ts';
import { caseForm } from '../case-form/vi.ts';
import '../case-desk/define.ts';
import '../complaint-tracker/define.ts';
import { closeCase, openCase } from '../internal/known-cases.ts';
import { cases } from '../locale/cases/vi.ts';
import { LocaleController } from '../locale/controller.ts';
import '../scorecard/define.ts';
import { qrCode } from '../parts/qr.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { $, formOf } from '../testkit/form-widget.ts';
import { listDesk } from '../testkit/list-desk.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { fill, make, serving, withOfficer } from '../testkit/registering.ts';
import { serverDrafts } from '../testkit/server-drafts.ts';
import { unitWith } from '../testkit/unit-models.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { placeOf } from '@dvk/sdk/text';
import { sheetHead } from './official-sheet.ts';
import { sheetStyles } from './official-styles.ts';

/** A text where it stands on its sheet, in points from the top left; `y` is the line it stands on. */
interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}
interface Sheet {
  width: number;
  height: number;
  texts: PlacedText[];
}

/** Prints the page, on A4 with this margin in millimetres, or with what `@page` says. */
const print = (margin?: number) => executeServerCommand<{ sheets: Sheet[] }, object>('print', { margin });

const condensed = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '');

/** So many words of a made-up text, no two alike. */
const longText = (about: string, words = 320) =>
  Array.from({ length: words }, (_, at) => `${about.split(' ')[at % 3] ?? 'việc'}${at + 1}`).join(' ');

const top = ({ y, size }: PlacedText) => y - 0.75 * size;
const bottom = ({ y, size }: PlacedText) => y + 0.2 * size;
const said = (text: PlacedText) => `“${text.text}” at ${Math.round(text.x)}, ${Math.round(text.y)}`;

/** What is wrong with a sheet: texts over each other, and texts beside the room for them. `room`: the margin in points. */
function faultsOf({ texts, width, height }: Sheet, room: number): string[] {
  const faults: string[] = [];
  for (const [at, one] of texts.entries()) {
    const isInside =
      one.x > room - 2 &&
      one.x + one.width < width - room + 2 &&
      top(one) > room - 2 &&
      bottom(one) < height - room + 2;
    if (!isInside) faults.push(`${said(one)} is not in the room of the sheet`);
    for (const other of texts.slice(at + 1)) {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(bottom(one), bottom(other)) - Math.max(top(one), top(other));
      // On one line a full stop stands closer to its letter than the two are wide: kerning.
      const kerned = one.y === other.y ? 0.25 * one.size : 0;
      if (across > Math.max(1, kerned) && down > 1) faults.push(`${said(one)} and ${said(other)} overlap`);
    }
  }
  return faults;
}

interface Expected {
  /** Texts of which no word may be missing. */
  whole: readonly string[];
  /** Texts that must be on one sheet: a place to sign with its name. */
  together?: readonly (readonly string[])[];
}

async function expectGoodPaper({ whole, together = [] }: Expected): Promise<void> {
  for (const margin of [0, 10, 20, 30]) {
    const { sheets } = await print(margin);
    const room = (margin * 72) / 25.4;
    for (const [at, sheet] of sheets.entries())
      assert.deepEqual(faultsOf(sheet, room), [], `sheet ${at + 1} at ${margin} mm`);
    const all = condensed(sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
    // Word by word: what is positioned, such as a step bar, is painted later than what stands around it.
    const missing = whole.flatMap((text) => text.split(/\s+/)).filter((word) => !all.includes(condensed(word)));
    assert.deepEqual(missing, [], `missing at ${margin} mm`);
    for (const block of together) {
      const holding = sheets.filter(({ texts }) => {
        const onSheet = condensed(texts.map(({ text }) => text).join(''));
        return block.every((text) => onSheet.includes(condensed(text)));
      });
      assert.isNotEmpty(holding, `${block.join(', ')} at ${margin} mm`);
    }
  }
}

const national = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

describe('paper', () => {
  expectNoPolicyViolations();

  it('takes the place before a date from the name of the body', () => {
    assert.equal(placeOf('Ủy ban nhân dân phường Tân Ninh'), 'Tân Ninh');
    assert.equal(placeOf('Đảng ủy xã Dương Minh Châu'), 'Dương Minh Châu');
    assert.equal(placeOf('Ban Tuyên giáo và Dân vận'), '');
  });

  describe('a registration', () => {
    withOfficer();
    const { registered, registration } = sampleModels;
    const content = Object.fromEntries(
      Object.keys(registration.content).map((name) => [name, longText(`ô ${name} dài`, 150)]),
    );
    const long = { ...registration, content } as typeof registration;

    it('prints the whole sheet with its places to sign', async () => {
      const widget = await make(serving({ get: () => registered(long, { status: 'recognised' }) }), {
        modelId: registered().id,
      });
      await waitUntil(() => $(widget, '.sheet'), 'the sheet is there');
      await expectGoodPaper({
        whole: [...national, 'PHIẾU ĐĂNG KÝ', registered().code, ...Object.values(content)],
        together: [['NGƯỜI PHỤ TRÁCH', '(Ký, ghi rõ họ tên)', registration.responsiblePerson, 'THỦ TRƯỞNG ĐƠN VỊ']],
      });
    });

    it('prints the models of the unit, without the drafts of the person', async () => {
      const fake = unitWith([registered(registration, { status: 'building' })], {
        drafts: serverDrafts({ ...sampleDrafts.draft, title: 'Nháp riêng' }).handlers,
      });
      const widget = await make(fake, { modelId: '' });
      await waitUntil(() => $(widget, '.row'));
      await expectGoodPaper({
        whole: [...national, 'DANH SÁCH MÔ HÌNH CỦA ĐƠN VỊ', registration.name],
        together: [['NGƯỜI LẬP DANH SÁCH', '(Ký, ghi rõ họ tên)', 'LÃNH ĐẠO ĐƠN VỊ']],
      });
      const text = (await print(20)).sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
      assert.notInclude(condensed(text), condensed('Nháp riêng'));
    });

    it('prints the form that is being filled in, long boxes and all', async () => {
      const widget = await make(serving({ create: () => problem('validation-failed', {}) }));
      await fill(widget, long);
      assert.isNotNull(formOf(widget));
      await expectGoodPaper({ whole: Object.values(content) });
      try {
        await emulateMedia({ media: 'print' });
        const typed = widget.shadowRoot!.querySelector('dvk-text-field')!.shadowRoot!.querySelector('input, textarea')!;
        for (const part of [$(widget, 'h3')!, typed])
          assert.match(getComputedStyle(part).fontFamily, /Times New Roman/);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  });

  describe('of a scorecard', () => {
    type Leaf = Exclude<RubricNode, { kind: 'group' }>;
    const leaves = (node: RubricNode): Leaf[] => (node.kind === 'group' ? node.children.flatMap(leaves) : [node]);
    const leavesOf = ({ criteria }: Rubric) => criteria.flatMap(leaves);
    const appraiser = sampleSession.officer('sample', { roles: ['appraiser'], unitId: null });

    async function open(rubric: Rubric, assessment: Assessment, session: Session): Promise<void> {
      const { client } = fakeClient({
        session: { get: () => session },
        rubrics: { get: () => rubric, list: () => ({ items: [], nextCursor: null }) },
        assessments: { get: () => assessment, list: () => ({ items: [], nextCursor: null }) },
      });
      const card = await fixture<HTMLElementTagNameMap['dvk-scorecard']>(
        html`<dvk-scorecard
          paper-heading="party"
          paper-issuer="Đảng ủy UBND tỉnh Tây Ninh / Ban Tuyên giáo và Dân vận"
          record-id=${assessment.id}
          .client=${client}
        ></dvk-scorecard>`,
      );
      await waitUntil(() => $(card, 'table'));
    }
    const printed = async () =>
      condensed((await print(20)).sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));

    it('has the heading of the Party, its totals and the places to sign', async () => {
      const lines = leavesOf(illustrativeUnit).map(({ id }) => ({ criterionId: id }));
      const assessment = sampleAssessments.assessmentOf(illustrativeUnit, lines, { status: 'concluded' });
      await open(illustrativeUnit, assessment, sampleSession.officer('sample'));
      await expectGoodPaper({
        whole: ['ĐẢNG CỘNG SẢN VIỆT NAM', 'BAN TUYÊN GIÁO VÀ DÂN VẬN', 'TỔNG CỘNG'],
        together: [['THỦ TRƯỞNG ĐƠN VỊ', '(Ký, ghi rõ họ tên)']],
      });
      // This rubric has none.
      assert.notInclude(await printed(), condensed('Trường hợp không xếp loại'));
    });

    const gate = leavesOf(illustrativeModel).find(({ kind }) => kind === 'gate')!;
    const unmet = { criterionId: gate.id, self: { met: false } };
    const notRegistered = 'Chưa đăng ký với cơ quan phát động';

    it('says of a self-scored one which hard stops apply', async () => {
      const assessment = sampleAssessments.assessmentOf(illustrativeModel, [unmet]);
      await open(illustrativeModel, assessment, { ...sampleSession.officer('sample'), unitId: assessment.unitId });
      await expectGoodPaper({
        whole: ['PHIẾU TỰ CHẤM ĐIỂM', `Trường hợp không xếp loại hoặc hạ mức: ${notRegistered}.`],
        together: [['NGƯỜI TỰ CHẤM', '(Ký, ghi rõ họ tên)', 'THỦ TRƯỞNG ĐƠN VỊ']],
      });
      assert.include(await printed(), condensed(`hạ mức: ${notRegistered}.`));
    });

    it('says of a self-scored one without hard stops that none was recorded', async () => {
      const assessment = sampleAssessments.assessmentOf(illustrativeModel, [{ ...unmet, self: { met: true } }]);
      await open(illustrativeModel, assessment, { ...sampleSession.officer('sample'), unitId: assessment.unitId });
      assert.include(await printed(), condensed('hạ mức: chưa ghi nhận.'));
    });

    it('has the hard stops of an appraised one, the reasons of differences, room for an opinion, and who signs', async () => {
      const points = leavesOf(illustrativeModel).find(({ kind }) => kind === 'range')!;
      const reason = 'Cách làm đã có ở ba khu phố từ năm trước';
      const lines = [
        { ...unmet, appraised: { met: false } },
        { criterionId: points.id, self: { points: 800 }, appraised: { points: 0 }, reason },
      ];
      const breach = { conditionId: 'law-breach', reason: 'Biên bản kiểm tra mẫu' };
      const more = { status: 'submitted' as const, conditions: [breach] };
      await open(illustrativeModel, sampleAssessments.assessmentOf(illustrativeModel, lines, more), appraiser);
      await expectGoodPaper({
        whole: ['PHIẾU THẨM ĐỊNH', notRegistered, breach.reason, reason, 'Ý kiến của đơn vị:'],
        together: [['ĐẠI DIỆN ĐƠN VỊ', 'NGƯỜI THẨM ĐỊNH', 'Nguyễn Văn A', 'T/M TỔ THẨM ĐỊNH', 'TỔ TRƯỞNG']],
      });
      const text = await printed();
      const law = 'Vi phạm pháp luật trong quá trình thực hiện';
      assert.include(text, condensed(`hạ mức: ${notRegistered}; ${law} (${breach.reason}).`));
      assert.include(text, condensed(`Tiêu chí ${points.number ?? points.title.vi}: ${reason}`));
    });
  });

  it('prints a case with its facts, its text, its history and its answer', async () => {
    const content = longText('rác để lâu', 700);
    const answer = { ...sampleCases.answer, text: longText('đã dọn sạch', 200) };
    const open = { ...sampleCases.record, content, answer, status: 'answered' as const, answeredAt: answer.at };
    const { client } = fakeClient({
      session: { get: () => sampleSession.officer('sample') },
      cases: { list: () => ({ items: [sampleCases.summary], nextCursor: null }), get: () => open },
    });
    const desk = await fixture<HTMLElementTagNameMap['dvk-case-desk']>(
      html`<dvk-case-desk record-id=${open.id} .client=${client}></dvk-case-desk>`,
    );
    await waitUntil(() => $(desk, '.detail .facts'));
    await expectGoodPaper({
      whole: [...national, `Số: ${open.code}`, 'PHIẾU XỬ LÝ PHẢN ÁNH', content, answer.text],
      together: [['NGƯỜI LẬP PHIẾU', '(Ký, ghi rõ họ tên)', 'LÃNH ĐẠO ĐƠN VỊ']],
    });
  });

  it('prints what the sender of a case has looked up, which nobody signs', async () => {
    const content = longText('rác để lâu', 300);
    const found = { ...sampleCases.answered, content };
    const { code, secret } = sampleCases.receipt;
    openCase({ code, secret });
    const { client } = fakeClient({ cases: { track: () => found } });
    const tracker = await fixture<HTMLElementTagNameMap['dvk-complaint-tracker']>(
      html`<dvk-complaint-tracker .client=${client}></dvk-complaint-tracker>`,
    );
    await waitUntil(() => $(tracker, '.found'));
    closeCase();
    await expectGoodPaper({
      whole: [
        ...national,
        `Số: ${code}`,
        'KẾT QUẢ TRA CỨU',
        found.title,
        content,
        found.answer!.text,
        'In từ hệ thống',
      ],
    });
    const text = (await print(20)).sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
    assert.notInclude(condensed(text), condensed('(Ký, ghi rõ họ tên)'));
    assert.notInclude(text, secret);
  });

  it('prints a list as a table whose head is on each sheet, with its total', async () => {
    const desk = await listDesk(45, undefined, { width: 700 });
    const heads = [...desk.shadowRoot!.querySelectorAll<HTMLElement>('.heads th:not(.check, .wide)')].map(
      ({ innerText }) => innerText,
    );
    ($(desk, '.load-more') as HTMLElement | null)?.click();
    await waitUntil(() => desk.shadowRoot!.querySelectorAll('.row').length > 20);
    await expectGoodPaper({
      whole: [...national, 'DANH SÁCH VIỆC', 'Tổng cộng:', 'Việc số 40'],
      together: [['NGƯỜI LẬP DANH SÁCH', '(Ký, ghi rõ họ tên)', 'Nguyễn Văn A', 'LÃNH ĐẠO ĐƠN VỊ']],
    });
    const { sheets } = await print(20);
    const said = sheets.map(({ texts }) => texts.map(({ text }) => text).join(' '));
    const withRows = said.filter((text) => text.includes('Việc số'));
    assert.isAbove(withRows.length, 1);
    // Also the heads of columns by which the list can be sorted, which are buttons on the screen.
    for (const text of withRows) for (const head of heads) assert.include(condensed(text), condensed(head));
    desk.parentElement!.remove();
  });

  it('leaves neither places to sign nor the line of origin alone on a last sheet, wherever the list ends', async () => {
    const desk = await listDesk(12, undefined, { width: 700 });
    const withRows = new Set<boolean>();
    for (let height = 0; height <= 150; height += 10) {
      desk.style.paddingBlockStart = `${height}mm`;
      const { sheets } = await print(20);
      const [first, ...more] = sheets.map(({ texts }) => condensed(texts.map(({ text }) => text).join('')));
      const last = more.at(-1) ?? first!;
      // The list begins where there is room for it: it is not moved to the next sheet whole.
      assert.include(first!, 'Việcsố', `${height} mm lower`);
      withRows.add(last.includes('Việcsố'));
      for (const text of ['Tổng cộng: 12', 'NGƯỜI LẬP DANH SÁCH', 'Nguyễn Văn A', 'In từ hệ thống'])
        assert.include(last, condensed(text), `${height} mm lower`);
    }
    assert.lengthOf([...withRows], 2, 'the end moves to a sheet of its own');
    desk.parentElement!.remove();
  });

  it('keeps a very long name of an office and of its place in the columns of the heading', async () => {
    const place = 'Thượng Nguyên Kim Bình Hòa Đông Phú Mỹ Tân Thạnh An Lộc Vĩnh Hưng Trung Nghĩa Sơn';
    const issuer = `Ủy ban nhân dân xã ${place}`;
    const host = { addController: () => {} } as unknown as ConstructorParameters<typeof LocaleController>[0];
    const head = sheetHead({ issuer, title: 'Danh sách' }, document.body, new LocaleController(host));
    showPart(html`<div class="on-paper">${head}</div>`, sheetStyles);
    await expectGoodPaper({ whole: [...national, place, issuer.toUpperCase()] });
  });

  /** Prints as a page does that links `paper.css`. */
  async function printLinked(): Promise<Sheet[]> {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../page-styles/paper.css', import.meta.url).href;
    document.head.append(link);
    await new Promise((resolve) => link.addEventListener('load', resolve));
    const { sheets } = await print();
    link.remove();
    for (const { width, height } of sheets) assert.deepEqual([width, height].map(Math.round), [595, 842]);
    return sheets;
  }

  it('prints the receipt of a report on one sheet, long titles and wide type and all', async () => {
    const element = document.createElement('div');
    const host = { addController: () => {} } as unknown as ConstructorParameters<typeof LocaleController>[0];
    const received = {
      ...sampleCases.receipt,
      title: longText('rác để lâu', 30),
      kind: 'report' as const,
      placeName: 'Đầu ngõ mẫu, tổ dân phố 5, phường Ba Đình, thành phố Hà Nội',
      pictures: 2,
      otherFiles: 0,
    };
    const trackerPage = 'https://example.vn/tra-cuu';
    const view = { received, texts: caseForm, names: cases, element, locale: new LocaleController(host), trackerPage };
    const slip = slipTemplate({ ...view, qr: qrCode(`${trackerPage}#mau`, caseForm.qrLabel) });
    // Where there is no Times: as wide as an office may see it.
    const wide = css`
      @media print {
        .base .on-paper {
          font-family: 'DejaVu Serif', serif;
        }
      }
    `;
    showPart(slip, [...paperStyles, wide]);
    await expectGoodPaper({ whole: [...national, 'PHIẾU TIẾP NHẬN', received.code, received.secret, received.title] });
    const sheets = await printLinked();
    assert.lengthOf(sheets, 1);
    assert.include(condensed(sheets[0]!.texts.map(({ text }) => text).join('')), condensed(caseForm.slip.made));
  });

  it('numbers the sheets in the middle above the text, and not the first, where the browser can', async () => {
    const desk = await listDesk(60, undefined, { width: 700 });
    ($(desk, '.load-more') as HTMLElement | null)?.click();
    await waitUntil(() => desk.shadowRoot!.querySelectorAll('.row').length > 20);
    const sheets = await printLinked();
    desk.parentElement!.remove();
    assert.isAbove(sheets.length, 1);
    // The margin above the text is 20 mm, at its sides 30 and 15.
    const millimetre = 72 / 25.4;
    const heads = sheets.map(({ texts }) => texts.filter(({ y }) => y < 20 * millimetre));
    assert.deepEqual(
      heads.map((head) => head.map(({ text }) => text)),
      sheets.map((_, at) => (at === 0 ? [] : [String(at + 1)])),
    );
    for (const [number] of heads.slice(1))
      assert.closeTo(number!.x + number!.width / 2, (30 + 165 / 2) * millimetre, 1);
    const foots = sheets.flatMap(({ texts, height }) => texts.filter(({ y }) => y > height - 20 * millimetre));
    assert.deepEqual(foots, []);
  });
});
