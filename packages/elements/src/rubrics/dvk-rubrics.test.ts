import { assert, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { illustrativeModel, illustrativeUnit, tayNinh2022, type Rubric, type RubricNode } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { installedRubric, problem, rubricsInMemory, type RubricsInMemory } from '@dvk/sdk/testing';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { newSubject } from '../testkit/list-desk.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkRubrics, RubricVersion } from './dvk-rubrics.ts';

let subject: string;
const session = (...roles: Session['roles']): Session => ({
  subject,
  name: 'Nguyễn Văn A',
  roles,
  unitId: null,
  tenant: 'demo',
});

/** The version of a year after {@link illustrativeUnit}: one group is worth more, another less. */
const next: Rubric = {
  ...illustrativeUnit,
  version: '2026',
  title: { vi: 'Tiêu chí dân vận khéo đối với đơn vị, năm 2026' },
  legalBasis: {
    number: '120/QĐ-UBND',
    title: 'Quyết định 120/QĐ-UBND',
    issuer: 'Ủy ban nhân dân tỉnh',
    date: '2026-01-02',
    confidence: 'published',
  },
};

const decision = {
  reason: 'Cụ thể hóa quy định mới',
  publishedBy: 'Trần Thị B',
  withdrawReason: null,
  withdrawnBy: null,
};

const someRubrics = (): RubricsInMemory =>
  rubricsInMemory(
    [
      installedRubric(illustrativeUnit),
      installedRubric(next, { validFrom: '2026-02-01', addedAt: '2026-01-20T03:00:00Z', decision }),
      installedRubric(illustrativeModel),
      installedRubric(tayNinh2022, { validTo: '2023-12-31' }),
    ],
    { rubric: illustrativeUnit, doubts: [] },
  );

const fakeOf = (memory: RubricsInMemory, roles: Session['roles'] = ['administrator']): FakeClient =>
  fakeClient({ session: { get: () => session(...roles) }, rubrics: memory.handlers });

const all = <T extends Element = HTMLElement>(element: DvkRubrics, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const one = <T extends Element = HTMLElement>(element: DvkRubrics, selector: string): T =>
  all<T>(element, selector)[0]!;
const textOf = (element: Element | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const button = (element: DvkRubrics, name: string) =>
  all<HTMLButtonElement>(element, 'button').find((each) => textOf(each).startsWith(name))!;

async function make(fake: FakeClient, template = html`<dvk-rubrics .client=${fake.client}></dvk-rubrics>`) {
  const element = await fixture<DvkRubrics>(template);
  await waitUntil(() => one(element, '#rows tbody tr'), 'the list is there');
  return element;
}

async function makeOpen(fake: FakeClient, id: string) {
  const element = await make(fake);
  await element.show(id);
  await waitUntil(() => one(element, '.score-table'), 'the version is open');
  return element;
}

const openId = `${next.id}/${next.version}`;

async function write(element: DvkRubrics, name: string, value: string): Promise<void> {
  const find = () => one<HTMLElementTagNameMap['dvk-text-field']>(element, `[name="${name}"]`);
  await waitUntil(find, `the field ${name}`);
  const field = find();
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await element.updateComplete;
}

describe('dvk-rubrics', () => {
  expectNoPolicyViolations();
  beforeEach(() => {
    subject = newSubject();
  });

  it('lists every version, those in force first, with state, days and basis', async () => {
    const element = await make(fakeOf(someRubrics(), ['secretariat']));
    const rows = all(element, '#rows tbody tr').map(textOf);
    assert.lengthOf(rows, 4);
    assert.include(rows[0], 'năm 2026');
    for (const words of ['Đang áp dụng', 'từ 01/02/2026', '120/QĐ-UBND']) assert.include(rows[0], words);
    assert.include(rows[2], 'Đã được thay thế');
    assert.include(rows[3], 'Hết hiệu lực');
    assert.deepEqual(await axe(element), []);
  });

  it('narrows by state, by what is scored and by words, with counts', async () => {
    const element = await make(fakeOf(someRubrics()));
    const tabs = () => all(element, '[role=tab]').map(textOf);
    await waitUntil(() => tabs()[0] === 'Tất cả 4', 'the counts');
    assert.deepEqual(tabs().slice(0, 5), [
      'Tất cả 4',
      'Sắp có hiệu lực 0',
      'Đang áp dụng 2',
      'Đã được thay thế 1',
      'Hết hiệu lực 1',
    ]);
    all(element, '[role=tab]')[2]!.click();
    await waitUntil(() => all(element, '#rows tbody tr').length === 2, 'those in force');
    const select = one<HTMLSelectElement>(element, '.filter-row select');
    select.value = 'model';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => all(element, '#rows tbody tr').length === 1, 'those for models');
  });

  it('opens a version with its basis, who published it and why, and the whole table', async () => {
    const element = await makeOpen(fakeOf(someRubrics(), ['inspector']), openId);
    const facts = textOf(one(element, '.facts'));
    for (const words of ['120/QĐ-UBND', 'Ủy ban nhân dân tỉnh', 'Trần Thị B', 'Cụ thể hóa quy định mới', '100 điểm'])
      assert.include(facts, words);
    const table = textOf(one(element, '.score-table'));
    assert.include(table, 'Tổng cộng');
    assert.include(textOf(one(element, '.rules')), 'Xếp loại');
    assert.isUndefined(button(element, 'Rút khỏi áp dụng'), 'who only reads cannot withdraw');
    assert.deepEqual(await axe(element), []);
  });

  it('says of an illustration that it is none that was issued', async () => {
    const element = await makeOpen(fakeOf(someRubrics()), `${illustrativeUnit.id}/${illustrativeUnit.version}`);
    assert.include(textOf(one(element, '.states-line')), 'chưa phải văn bản ban hành');
  });

  it('lists what differs from the version before, and leaves it at words where that cannot be loaded', async () => {
    const memory = someRubrics();
    const fake = fakeOf(memory);
    const element = await makeOpen(fake, openId);
    fake.answer({ rubrics: { ...memory.handlers, get: problem('internal-error') } });
    one<HTMLDetailsElement>(element, '.compare').open = true;
    await waitUntil(() => textOf(one(element, '.compare')).includes('Chưa tải được phiên bản trước'), 'it says so');
    fake.answer({ rubrics: memory.handlers });
    button(element, 'Thử lại').click();
    await waitUntil(() => one(element, '.differences'), 'the differences');
    assert.include(textOf(one(element, '.differences')), 'năm 2026');
  });

  it('withdraws a version with a reason, and says what will hold then', async () => {
    const memory = someRubrics();
    const element = await makeOpen(fakeOf(memory), openId);
    const saved: RubricVersion[] = [];
    element.addEventListener('dvk-save', ({ result }) => saved.push(result));
    button(element, 'Rút khỏi áp dụng').click();
    await waitUntil(() => one(element, '.step form'), 'the form');
    const notice = textOf(one(element, '.step .notice.warning'));
    assert.include(notice, `phiên bản ${illustrativeUnit.version} được áp dụng`);
    assert.include(notice, 'Bảng chấm điểm đã lập theo phiên bản này giữ nguyên');
    one<HTMLButtonElement>(element, '.step form .primary').click();
    await element.updateComplete;
    assert.lengthOf(saved, 0, 'a reason is needed');
    await write(element, 'reason', 'Ban hành nhầm tệp');
    one<HTMLButtonElement>(element, '.step form .primary').click();
    await waitUntil(() => saved.length === 1, 'it is withdrawn');
    assert.equal(saved[0]!.state, 'withdrawn');
    assert.equal(memory.versions[1]!.decision!.withdrawReason, 'Ban hành nhầm tệp');
    await waitUntil(() => textOf(one(element, '.facts')).includes('Ban hành nhầm tệp'), 'it is told');
    assert.include(textOf(one(element, '.states-line')), 'Đã rút');
    assert.isUndefined(button(element, 'Rút khỏi áp dụng'), 'once and for good');
  });

  it('says in words that nothing will be in force, that nothing changes, and from when', async () => {
    const memory = rubricsInMemory(
      [
        installedRubric(next, { validFrom: '2026-02-01' }),
        installedRubric({ ...next, version: '2199' }, { validFrom: '2199-01-01' }),
        installedRubric({ ...illustrativeModel, version: '2020' }, { validTo: '2020-12-31' }),
        installedRubric(illustrativeModel, { validFrom: '2021-01-01' }),
      ],
      { rubric: next, doubts: [] },
    );
    const said = async (id: string) => {
      const element = await makeOpen(fakeOf(memory), id);
      button(element, 'Rút khỏi áp dụng').click();
      await waitUntil(() => one(element, '.step form'), 'the form');
      return textOf(one(element, '.step .notice.warning'));
    };
    assert.include(await said(`${next.id}/2199`), 'Từ 01/01/2199, phiên bản 2026 (120/QĐ-UBND) được áp dụng.');
    assert.include(await said(`${next.id}/2026`), 'không còn phiên bản nào được áp dụng');
    assert.include(await said(`${illustrativeModel.id}/2020`), 'hiện không được áp dụng');
  });

  it('asks who has not signed in a while to sign in again, and keeps the reason', async () => {
    const memory = someRubrics();
    const fake = fakeClient({
      session: { get: () => session('administrator') },
      rubrics: { ...memory.handlers, withdraw: problem('sign-in-again') },
    });
    const element = await makeOpen(fake, openId);
    let again = false;
    element.addEventListener('dvk-sign-in', (event) => (again = event.again));
    button(element, 'Rút khỏi áp dụng').click();
    await write(element, 'reason', 'Ban hành nhầm tệp');
    one<HTMLButtonElement>(element, '.step form .primary').click();
    await waitUntil(() => one(element, '.step [part=failure] button'), 'it asks');
    one<HTMLButtonElement>(element, '.step [part=failure] button').click();
    assert.isTrue(again);
    assert.equal(one<HTMLElementTagNameMap['dvk-text-field']>(element, '[name=reason]').value, 'Ban hành nhầm tệp');
  });

  it('says that there is no such version, and goes back with Escape', async () => {
    const element = await make(fakeOf(someRubrics()));
    await element.show('mau/2030');
    await waitUntil(() => textOf(one(element, '[part=failure]')).includes('Không tìm thấy phiên bản này'), 'no record');
    await element.show('khong-co');
    await waitUntil(() => textOf(one(element, '[part=failure]')).includes('Không tìm thấy phiên bản này'), 'no id');
    await element.show(openId);
    one(element, '#record-title').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await waitUntil(() => one(element, '#rows tbody tr') && !one(element, '.score-table'), 'the list again');
  });

  it('fits a phone of 320 px', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await makeOpen(fakeOf(someRubrics()), openId);
      assert.isAtMost(element.scrollWidth, 320);
      assert.isAtMost(document.documentElement.scrollWidth, 320);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});

/** What the reader made of a file: a group that does not add up, and two doubts. */
const draft: Rubric = {
  ...illustrativeModel,
  id: 'imported',
  version: 'draft',
  title: { vi: 'Thang điểm mô hình “Dân vận khéo”, năm 2027' },
  legalBasis: { title: 'Bảng', confidence: 'from-memory' },
};
const firstGroup = draft.criteria[0] as Extract<RubricNode, { kind: 'group' }>;
const wrong: Rubric = {
  ...draft,
  criteria: [{ ...firstGroup, max: firstGroup.max + 200 }, ...draft.criteria.slice(1)],
};
const doubts = [
  {
    code: 'points-disagree',
    table: 'bảng 2',
    row: 4,
    address: 'hàng 4, cột Điểm',
    pointer: '/criteria/0/max',
    text: { vi: 'Cột “Điểm” ghi 12, các mục cộng 10', en: 'Column says 12, lines add to 10' },
  },
  { code: 'text-not-read', text: { vi: 'Đoạn dưới bảng chưa được đọc', en: 'The text below was not read' } },
];

const assessments = [1, 2].map((at) => ({
  id: `01890000-0000-7000-8000-00000000000${at}`,
  subjectName: `Mô hình số ${at}`,
  unitName: 'Phường Mẫu',
  period: '2026',
  rubricId: illustrativeModel.id,
  rubricVersion: illustrativeModel.version,
  lines: [],
}));

const importing = (rubric: Rubric = draft): RubricsInMemory =>
  rubricsInMemory([installedRubric(illustrativeModel)], { rubric, doubts }, assessments);

async function read(element: DvkRubrics, name = 'tieu-chi.docx'): Promise<void> {
  await waitUntil(() => one(element, 'dvk-file-field'), 'the field for the file');
  const field = one<HTMLElementTagNameMap['dvk-file-field']>(element, 'dvk-file-field');
  field.addFiles([new File(['x'], name)]);
  await waitUntil(() => textOf(one(element, '.base .notice')).startsWith(`Đã đọc “${name}”`), 'it was read');
  await waitUntil(() => one(element, '.findings .count'), 'it was checked');
}

async function makeImport(fake: FakeClient) {
  const element = await make(fake);
  button(element, 'Nhập bộ tiêu chí mới').click();
  await read(element);
  return element;
}

async function fillIn(element: DvkRubrics): Promise<void> {
  await write(element, 'rubric/legalBasis/number', '88/QĐ-UBND');
  await write(element, 'rubric/legalBasis/date', '2026-12-20');
  await write(element, 'rubric/legalBasis/issuer', 'Ủy ban nhân dân tỉnh');
  await write(element, 'rubric/legalBasis/title', 'Quyết định ban hành thang điểm');
  await write(element, 'reason', 'Áp dụng cho năm 2027');
}

const valueOf = (element: DvkRubrics, name: string) =>
  one<HTMLElementTagNameMap['dvk-text-field']>(element, `[name="${name}"]`)?.value;

describe('dvk-rubrics: import', () => {
  expectNoPolicyViolations();
  beforeEach(() => {
    subject = newSubject();
  });

  it('is for administrators alone', async () => {
    const element = await make(fakeOf(someRubrics(), ['secretariat']));
    assert.isUndefined(button(element, 'Nhập bộ tiêu chí mới'));
    await element.show('new');
    await waitUntil(() => textOf(one(element, '[part=failure]')).includes('Không tìm thấy phiên bản này'), 'no record');
  });

  it('counts what must be corrected, with its place in the file, and does not publish it', async () => {
    const element = await makeImport(fakeOf(importing(wrong)));
    const findings = textOf(one(element, '.findings'));
    for (const words of ['Phải sửa mới ban hành được', 'bảng 2, hàng 4, cột Điểm', 'Đến I'])
      assert.include(findings, words);
    assert.include(textOf(one(element, '.totals')), 'Thừa 2 điểm so với thang điểm');
    button(element, 'Đến I').click();
    assert.equal(element.shadowRoot!.activeElement?.getAttribute('data-pointer'), '/criteria/0');
    await fillIn(element);
    button(element, 'Kiểm tra').click();
    await waitUntil(() => one(element, '.check .notice.danger'), 'it says why not');
    assert.isUndefined(button(element, 'Ban hành phiên bản'));
  });

  it('shows doubts one by one beside their place, and remembers those that were looked at', async () => {
    const element = await makeImport(fakeOf(importing()));
    assert.deepEqual(await axe(element), []);
    assert.include(textOf(one(element, '.doubts h3')), 'Chỗ cần xem lại trong tệp Word: 1 trong 2');
    assert.include(textOf(one(element, '.doubt-place')), 'bảng 2, hàng 4, cột Điểm');
    assert.lengthOf(all(element, '.excerpt .asked'), 1);
    button(element, 'Đúng như văn bản, xem tiếp').click();
    await waitUntil(() => textOf(one(element, '.doubts h3')).includes('2 trong 2'), 'the next one');
    button(element, 'Đúng như văn bản').click();
    await waitUntil(() => textOf(one(element, '.doubts')).includes('Đã xem cả 2 chỗ'), 'all of them');
    await read(element, 'tieu-chi-da-sua.docx');
    assert.include(textOf(one(element, '.doubts')), 'Đã xem cả 2 chỗ', 'the same doubts of the corrected file');
  });

  it('proposes what it can, and says what publishing brings about before it publishes', async () => {
    const memory = importing();
    const element = await makeImport(fakeOf(memory));
    const saved: RubricVersion[] = [];
    element.addEventListener('dvk-save', ({ result }) => saved.push(result));
    assert.equal(valueOf(element, 'continues'), illustrativeModel.id);
    assert.equal(valueOf(element, 'rubric/version'), '2027');
    assert.equal(valueOf(element, 'validFrom'), '2027-01-01');
    button(element, 'Kiểm tra').click();
    await waitUntil(() => one(element, '#summary'), 'what is missing');
    await fillIn(element);
    button(element, 'Kiểm tra').click();
    await waitUntil(() => one(element, '.check .primary'), 'what it brings about');
    const said = textOf(one(element, '.check'));
    for (const words of [
      `Phiên bản ${illustrativeModel.version}`,
      'Chỉ đổi câu chữ',
      '2 không phải làm gì',
      'Không bảng chấm điểm nào bị chuyển tự động',
    ])
      assert.include(said, words);
    assert.lengthOf(memory.versions, 1, 'nothing is published by looking');
    button(element, 'Ban hành phiên bản 2027').click();
    await waitUntil(() => saved.length === 1, 'it is published');
    assert.deepEqual(memory.versions[1]!.rubric.legalBasis, {
      number: '88/QĐ-UBND',
      date: '2026-12-20',
      issuer: 'Ủy ban nhân dân tỉnh',
      title: 'Quyết định ban hành thang điểm',
      confidence: 'published',
    });
    await waitUntil(() => textOf(one(element, '#record-title')) === draft.title.vi, 'it is open');
    assert.include(textOf(one(element, '.step')), 'Đã ban hành phiên bản 2027.');
    assert.include(textOf(one(element, '.facts')), 'Áp dụng cho năm 2027');
  });

  it('names the scorecards that would have to be scored again, with reasons', async () => {
    const [line, ...others] = firstGroup.children;
    const group: RubricNode = { ...firstGroup, children: [{ ...line!, id: 'moi' }, ...others] };
    const added: Rubric = { ...draft, criteria: [group, ...draft.criteria.slice(1)] };
    const element = await makeImport(fakeOf(importing(added)));
    await fillIn(element);
    button(element, 'Kiểm tra').click();
    await waitUntil(() => one(element, '.touched'), 'those touched');
    assert.lengthOf(all(element, '.touched li'), 2);
    assert.match(textOf(one(element, '.touched li')), /^Mô hình số 1 .*là mục mới/);
  });

  it('puts faults beside their fields: its own, and those of the server', async () => {
    const memory = importing();
    const fake = fakeOf(memory);
    const element = await makeImport(fake);
    await fillIn(element);
    await write(element, 'rubric/version', illustrativeModel.version);
    button(element, 'Kiểm tra').click();
    const errorOf = (name: string) =>
      one<HTMLElementTagNameMap['dvk-text-field']>(element, `[name="${name}"]`).shownError;
    await waitUntil(() => errorOf('rubric/version').startsWith('Đã có phiên bản này'), 'there is such a version');
    await write(element, 'rubric/version', '2027');
    button(element, 'Kiểm tra').click();
    await waitUntil(() => one(element, '.check .primary'), 'what it brings about');
    fake.answer({
      session: { get: () => session('administrator') },
      rubrics: {
        ...memory.handlers,
        publish: problem('validation-failed', {
          errors: [{ pointer: '/rubric/legalBasis/number', code: 'required' }],
        }),
      },
    });
    button(element, 'Ban hành phiên bản').click();
    await waitUntil(() => errorOf('rubric/legalBasis/number') !== '', 'the fault of the server');
  });

  it('needs neither number nor issuer for an illustration, and says in its head what it is', async () => {
    const element = await makeImport(fakeOf(importing()));
    await write(element, 'rubric/legalBasis/confidence', 'illustrative');
    await write(element, 'rubric/legalBasis/title', 'Thang điểm mẫu');
    await write(element, 'reason', 'Dùng thử');
    assert.include(textOf(one(element, '.state-line')), 'mẫu minh họa, chưa phải văn bản ban hành');
    button(element, 'Kiểm tra').click();
    await waitUntil(() => one(element, '.check .primary'), 'nothing is missing');
  });

  it('keeps the code of a new rubric while it is to continue another one', async () => {
    const element = await makeImport(fakeOf(importing()));
    assert.isUndefined(one(element, '[name="rubric/id"]'));
    await write(element, 'continues', '-');
    await waitUntil(() => valueOf(element, 'rubric/id') === 'thang-diem-mo-hinh-dan-van-kheo', 'the code proposed');
    const select = one(element, '[name=continues]').shadowRoot!.querySelector('select')!;
    assert.equal(select.selectedOptions[0]!.textContent!.trim(), 'Bộ tiêu chí mới');
    await write(element, 'rubric/id', 'mau');
    await write(element, 'continues', illustrativeModel.id);
    await waitUntil(() => !one(element, '[name="rubric/id"]'), 'it is that of the other');
    await write(element, 'continues', '-');
    await waitUntil(() => valueOf(element, 'rubric/id') === 'mau', 'what was typed');
  });

  it('outlives a reload, and a sign-in that is too old', async () => {
    const memory = importing();
    const fake = fakeOf({ ...memory, handlers: { ...memory.handlers, publish: problem('sign-in-again') } });
    const before = await makeImport(fake);
    await fillIn(before);
    button(before, 'Kiểm tra').click();
    await waitUntil(() => one(before, '.check .primary'), 'what it brings about');
    button(before, 'Ban hành phiên bản').click();
    await waitUntil(() => one(before, '.publication [part=failure] button'), 'it asks to sign in again');
    before.remove();
    const element = await make(fakeOf(memory));
    button(element, 'Nhập bộ tiêu chí mới').click();
    await waitUntil(() => valueOf(element, 'reason') === 'Áp dụng cho năm 2027', 'what was typed');
    assert.equal(valueOf(element, 'rubric/legalBasis/date'), '2026-12-20');
    assert.include(textOf(one(element, '.state-line')), 'tieu-chi.docx');
    button(element, 'Xóa bản nháp').click();
    await waitUntil(() => !one(element, '#publication'), 'it is gone');
  });

  it('says of a file that it cannot be read, and of a check that failed', async () => {
    const memory = importing();
    const fake = fakeOf({
      ...memory,
      handlers: { ...memory.handlers, read: problem('unsupported-media-type', { detail: 'Tệp không có bảng nào.' }) },
    });
    const element = await make(fake);
    button(element, 'Nhập bộ tiêu chí mới').click();
    await waitUntil(() => one(element, 'dvk-file-field'), 'the field');
    const field = one<HTMLElementTagNameMap['dvk-file-field']>(element, 'dvk-file-field');
    field.addFiles([new File(['x'], 'a.docx')]);
    await waitUntil(() => field.shadowRoot!.textContent!.includes('Tệp không có bảng nào.'), 'why not');
    const answers = { session: { get: () => session('administrator') } };
    fake.answer({ ...answers, rubrics: { ...memory.handlers, check: problem('internal-error') } });
    field.files = [];
    field.addFiles([new File(['x'], 'a.docx')]);
    await waitUntil(() => textOf(one(element, '.findings')).includes('Chưa kiểm tra được'), 'not checked');
    fake.answer({ ...answers, rubrics: memory.handlers });
    button(element, 'Thử lại').click();
    await waitUntil(() => one(element, '.findings .count'), 'checked');
  });
});
