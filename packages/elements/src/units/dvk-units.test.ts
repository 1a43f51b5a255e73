import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Session } from '@dvk/sdk/session';
import { problem, sampleSession, sampleUnits } from '@dvk/sdk/testing';
import { dateInVietnam } from '@dvk/sdk/text';
import { controlsOf } from '../internal/form-control.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { accessibilityTree, axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkUnits } from './dvk-units.ts';

const { treeUnitId: id, treeUnits, unitsInMemory } = sampleUnits;
const today = dateInVietnam(Date.now());

const who = (...roles: Session['roles']): Session => ({
  subject: `sample ${crypto.randomUUID()}`,
  name: 'Nguyễn Văn A',
  roles,
  unitId: null,
  tenant: 'demo',
});

function serverOf(session: Session = who('administrator'), first = treeUnits) {
  const units = unitsInMemory(problem, today, first);
  return { units, session, fake: fakeClient({ session: { get: () => session }, units: units.handlers }) };
}
type Server = ReturnType<typeof serverOf>;

const $ = <E extends Element = HTMLElement>(desk: DvkUnits, selector: string) =>
  desk.shadowRoot!.querySelector<E>(selector);
const $$ = (desk: DvkUnits, selector: string) => [...desk.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const names = (desk: DvkUnits) => $$(desk, '.tree .name').map(({ textContent }) => textContent);
const textOf = (desk: DvkUnits) => desk.shadowRoot!.textContent!.replaceAll(/\s+/g, ' ');
const rowOf = (desk: DvkUnits, at: number) => $(desk, `#row-${id(at)}`)!;
const focused = (desk: DvkUnits) => (desk.shadowRoot!.activeElement as HTMLElement | null)?.dataset['key'];
const formOf = (desk: DvkUnits) => $<HTMLFormElement>(desk, '#unit-form')!;
const keys = async (...presses: string[]) => {
  for (const press of presses) await sendKeys({ press });
};

async function open({ fake }: Server, recordId = ''): Promise<DvkUnits> {
  const box = document.createElement('div');
  box.style.inlineSize = '1400px';
  const desk = await fixture<DvkUnits>(html`<dvk-units .client=${fake.client} record-id=${recordId}></dvk-units>`, {
    parentNode: box,
  });
  await waitUntil(() => $(desk, recordId ? '#record-title' : '.row'), 'it is there');
  return desk;
}

const press = (desk: DvkUnits, label: string) =>
  $$(desk, 'button')
    .find((button) => button.textContent.trim() === label)!
    .click();

/** Fills in fields of the form that is open, as a person does. */
async function fill(desk: DvkUnits, values: Record<string, string>): Promise<void> {
  for (const control of controlsOf(formOf(desk))) {
    const value = values[control.name];
    if (value === undefined) continue;
    (control as unknown as { value: string }).value = value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  await desk.updateComplete;
}

const send = (desk: DvkUnits) => formOf(desk).requestSubmit();

/** Opens a form by its button, once it holds what it begins with. */
async function begin(desk: DvkUnits, label: string, name: string): Promise<void> {
  press(desk, label);
  await waitUntil(() => {
    const form = formOf(desk) as HTMLFormElement | null;
    const control = form && controlsOf(form).find((each) => each.name === name);
    return control && (name === 'name' ? control.data : true);
  }, 'the form is there');
}

describe('dvk-units', () => {
  expectNoPolicyViolations();

  it('shows the tree level by level, each loaded when it is unfolded', async () => {
    const server = serverOf();
    const desk = await open(server);
    assert.deepEqual(names(desk), [
      'Đảng ủy UBND tỉnh',
      'Khối sở, ngành',
      'Khối đơn vị sự nghiệp',
      'Khối doanh nghiệp nhà nước',
      'Ủy ban nhân dân tỉnh',
    ]);
    const asked = () => server.fake.requests.filter(({ url }) => url.includes('parent=')).length;
    assert.equal(asked(), 2, 'the top, and what is below its only unit');
    rowOf(desk, 3).querySelector<HTMLElement>('.twist')!.click();
    await waitUntil(() => names(desk).includes('Chi bộ Trung tâm Khuyến nông'));
    assert.equal(asked(), 3);
    const row = rowOf(desk, 10);
    assert.deepEqual(
      ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((name) => row.getAttribute(name)),
      ['3', '2', '4', null],
    );
    assert.equal(rowOf(desk, 3).getAttribute('aria-expanded'), 'true');
    rowOf(desk, 3).querySelector<HTMLElement>('.twist')!.click();
    await desk.updateComplete;
    assert.equal(rowOf(desk, 3).getAttribute('aria-expanded'), 'false');
    assert.notInclude(names(desk), 'Chi bộ Trung tâm Khuyến nông');
  });

  it('is walked, opened and ticked by the keyboard alone', async () => {
    const desk = await open(serverOf());
    rowOf(desk, 1).focus();
    await keys('ArrowDown', 'ArrowDown', 'ArrowRight');
    await waitUntil(() => rowOf(desk, 9));
    assert.equal(focused(desk), id(3));
    await keys('ArrowRight');
    assert.equal(focused(desk), id(9));
    await keys('Space', 'ArrowDown', 'Space');
    assert.equal($$(desk, '[aria-checked=true]').length, 2);
    assert.include(textOf(desk), 'Hợp nhất 2 đơn vị');
    await keys('ArrowLeft');
    assert.equal(focused(desk), id(3));
    await keys('ArrowLeft');
    assert.isNull(rowOf(desk, 9));
    await keys('End');
    assert.equal(focused(desk), id(5));
    await keys('Home');
    assert.equal(focused(desk), id(1));
    await sendKeys({ type: 'kh' });
    assert.equal(focused(desk), id(2), 'letters lead to a name');
    await keys('Enter');
    await waitUntil(() => $(desk, '#record-title')?.matches(':focus'), 'the unit is open');
    assert.equal(desk.recordId, id(2));
    await keys('Escape');
    await waitUntil(() => focused(desk) === id(2), 'back at the same row');
    assert.isNull($(desk, '.detail'));
    await keys('/');
    assert.isTrue($(desk, '.find input')!.matches(':focus'));
  });

  it('has one Tab stop for the tree', async () => {
    const desk = await open(serverOf());
    assert.equal($$(desk, '.tree [tabindex="0"]').length, 1);
    await keys('ArrowDown');
    rowOf(desk, 2).focus();
    await desk.updateComplete;
    assert.deepEqual(
      $$(desk, '.tree [tabindex="0"]').map(({ dataset }) => dataset['key']),
      [id(2)],
    );
  });

  it('finds units by former names, with where they stand', async () => {
    const desk = await open(serverOf());
    const input = $<HTMLInputElement>(desk, '.find input')!;
    input.value = 'lao dong';
    $<HTMLFormElement>(desk, '.find')!.requestSubmit();
    await waitUntil(() => names(desk).join() === 'Sở Nội vụ');
    await waitUntil(() => textOf(desk).includes('Đảng ủy UBND tỉnh › Khối sở, ngành › Đảng ủy Sở Nội vụ'));
    input.value = 'không có';
    $<HTMLFormElement>(desk, '.find')!.requestSubmit();
    await waitUntil(() => textOf(desk).includes('Không có đơn vị nào phù hợp'));
    $<HTMLElement>(desk, '[part=empty] .button')!.click();
    await waitUntil(() => names(desk).length > 1, 'the tree is back');
  });

  it('shows the tree of another day, with its names', async () => {
    const desk = await open(serverOf(), id(13));
    desk.on = '2026-01-31';
    await waitUntil(() => names(desk).includes('Sở Nội vụ và Lao động'), 'the former name');
    assert.include(textOf(desk), 'có hiệu lực ngày 31/01/2026');
    press(desk, 'Về hôm nay');
    await waitUntil(() => names(desk).includes('Sở Nội vụ'));
    desk.on = 'hôm qua';
    await desk.updateComplete;
    assert.include(textOf(desk), `có hiệu lực ngày ${today.split('-').reverse().join('/')}`, 'what is no day is today');
  });

  it('opens a unit where it stands in the tree, with all that is known of it', async () => {
    const desk = await open(serverOf(), id(13));
    await waitUntil(() => rowOf(desk, 13)?.getAttribute('aria-current') === 'true', 'unfolded down to it');
    const text = textOf(desk);
    for (const part of ['H56.12', '000.00.12.H56', '1 đường Mẫu', 'Sở Nội vụ và Lao động', 'đến hết 28/02/2026'])
      assert.include(text, part);
    await waitUntil(() => $$(desk, '.facts .unit-link').some(({ textContent }) => textContent === 'Đảng ủy Sở Nội vụ'));
    $$(desk, '.facts .unit-link')[0]!.click();
    await waitUntil(() => $(desk, '#record-title')?.textContent === 'Đảng ủy Sở Nội vụ');
  });

  it('renames a unit from a day on, with the version that it read', async () => {
    const server = serverOf();
    const desk = await open(server, id(13));
    let saved: unknown;
    desk.addEventListener('dvk-save', ({ result }) => (saved = result));
    await begin(desk, 'Đổi tên, chuyển cấp trên', 'name');
    send(desk);
    await waitUntil(() => $(desk, '#unit-form [name=reason]')?.matches(':focus'), 'the reason is missing');
    await fill(desk, { reason: 'Theo quyết định mẫu.' });
    send(desk);
    await waitUntil(() => textOf(desk).includes('Chưa có nội dung nào được sửa.'));
    await fill(desk, { name: 'Sở Nội vụ mới', since: today, 'basis/title': 'Quyết định 714-QĐ/ĐU' });
    send(desk);
    await waitUntil(() => $(desk, '#record-title')?.textContent === 'Sở Nội vụ mới');
    const request = server.fake.requests.find(({ method }) => method === 'PATCH')!;
    assert.equal(request.headers.get('if-match'), '"v1"');
    assert.deepEqual(await request.json(), {
      name: 'Sở Nội vụ mới',
      since: today,
      reason: 'Theo quyết định mẫu.',
      basis: { title: 'Quyết định 714-QĐ/ĐU', confidence: 'secondary' },
    });
    assert.equal((saved as { id: string }).id, id(13));
    await waitUntil(() => names(desk).includes('Sở Nội vụ mới'), 'in the tree, too');
    await waitUntil(() => textOf(desk).includes('Căn cứ: Quyết định 714-QĐ/ĐU'), 'in the history');
    assert.isNull(formOf(desk));
  });

  it('puts an emptied field right as one that there is none of', async () => {
    const server = serverOf();
    const desk = await open(server, id(13));
    await begin(desk, 'Sửa thông tin', 'name');
    await fill(desk, { address: '' });
    send(desk);
    await waitUntil(() => server.units.now().find((unit) => unit.id === id(13))!.address === null);
    const request = server.fake.requests.find(({ method }) => method === 'PATCH')!;
    assert.deepEqual(await request.json(), { address: null });
  });

  it('tells what somebody else has changed meanwhile, and keeps what was typed', async () => {
    const server = serverOf();
    const desk = await open(server, id(13));
    await begin(desk, 'Sửa thông tin', 'name');
    await fill(desk, { phone: '0900000000' });
    server.units.change(id(13), { address: '2 đường Mẫu' });
    send(desk);
    await waitUntil(() => textOf(desk).includes('Trụ sở: từ “1 đường Mẫu” thành “2 đường Mẫu”'));
    press(desk, 'Lấy bản mới, giữ nội dung tôi đã nhập');
    await desk.updateComplete;
    const valueOf = (name: string) => controlsOf(formOf(desk)).find((control) => control.name === name)!.data;
    assert.deepEqual([valueOf('address'), valueOf('phone')], ['2 đường Mẫu', '0900000000']);
    send(desk);
    await waitUntil(() => server.units.now().find((unit) => unit.id === id(13))!.phone);
    assert.equal(server.units.now().find((unit) => unit.id === id(13))!.address, '2 đường Mẫu');
  });

  it('adds a unit, and shows what the server refuses at its field', async () => {
    const server = serverOf();
    const desk = await open(server);
    await begin(desk, 'Thêm đơn vị', 'code');
    await fill(desk, { name: 'Chi bộ Trung tâm mẫu', code: 'SNV', kind: 'party-cell', partyParentId: id(3) });
    send(desk);
    await waitUntil(() => $<HTMLElementTagNameMap['dvk-text-field']>(desk, '#unit-form [name=code]')!.error !== '');
    await fill(desk, { code: 'CBTTM' });
    send(desk);
    await waitUntil(() => $(desk, '#record-title')?.textContent === 'Chi bộ Trung tâm mẫu');
    await waitUntil(() => names(desk).includes('Chi bộ Trung tâm mẫu'), 'in the tree');
  });

  it('merges ticked units into a new one, and says before what it brings about', async () => {
    const server = serverOf();
    const desk = await open(server);
    rowOf(desk, 3).querySelector<HTMLElement>('.twist')!.click();
    await waitUntil(() => rowOf(desk, 9));
    for (const at of [9, 10]) rowOf(desk, at).querySelector<HTMLElement>('.tick')!.click();
    await desk.updateComplete;
    await begin(desk, 'Hợp nhất 2 đơn vị', 'into/unit/code');
    assert.include(textOf(desk), 'Nhập đủ tên, mã và ngày để xem trước.');
    await fill(desk, {
      'into/unit/name': 'Chi bộ Trung tâm Dịch vụ nông nghiệp',
      'into/unit/code': 'CBTTDV',
      on: '2027-01-01',
    });
    await waitUntil(() => textOf(desk).includes('3 hồ sơ đang mở'), 'the effect');
    assert.include(textOf(desk), 'hết hiệu lực 31/12/2026');
    assert.include(textOf(desk), '4 mô hình');
    assert.isFalse(
      server.fake.requests.some(({ url }) => url.endsWith('/v1/unit-merges')),
      'nothing was done',
    );
    await fill(desk, { reason: 'Sắp xếp tổ chức bộ máy (mẫu).' });
    send(desk);
    await waitUntil(() => $(desk, '#record-title')?.textContent === 'Chi bộ Trung tâm Dịch vụ nông nghiệp');
    const { into, unitIds } = (await server.fake.requests
      .find(({ url }) => url.endsWith('/v1/unit-merges'))!
      .json()) as { into: { unit: object }; unitIds: string[] };
    assert.deepEqual(unitIds, [id(9), id(10)]);
    assert.deepInclude(into.unit, { kind: 'party-cell', partyParentId: id(3) });
    assert.isNull($(desk, '.bar'), 'nothing is ticked any more');
    await waitUntil(() =>
      $$(desk, '.units-list .unit-link').some(({ textContent }) => textContent === 'Chi bộ Trung tâm Khuyến nông'),
    );
  });

  it('merges a unit into one of the ticked, which goes on', async () => {
    const server = serverOf();
    const desk = await open(server);
    rowOf(desk, 3).querySelector<HTMLElement>('.twist')!.click();
    await waitUntil(() => rowOf(desk, 9));
    for (const at of [9, 10]) rowOf(desk, at).querySelector<HTMLElement>('.tick')!.click();
    await desk.updateComplete;
    await begin(desk, 'Hợp nhất 2 đơn vị', 'into/unit/code');
    await fill(desk, { way: 'existing' });
    await fill(desk, { 'into/unitId': id(9), on: '2027-01-01', reason: 'Mẫu.' });
    await waitUntil(() => textOf(desk).includes('giữ lại, tiếp nối các đơn vị kia'));
    send(desk);
    await waitUntil(() =>
      server.units
        .now()
        .find((unit) => unit.id === id(10))!
        .successorIds.includes(id(9)),
    );
  });

  it('splits a unit, each of those below it to the new one that was chosen', async () => {
    const server = serverOf();
    const desk = await open(server, id(3));
    await begin(desk, 'Chia tách', 'into/0/unit/code');
    await fill(desk, {
      'into/0/unit/name': 'Khối nông nghiệp',
      'into/0/unit/code': 'KNN',
      'into/1/unit/name': 'Khối khác',
      'into/1/unit/code': 'KK',
      on: '2027-01-01',
      [`child/${id(12)}`]: '1',
      reason: 'Mẫu.',
    });
    await waitUntil(() => textOf(desk).includes('4 đơn vị trực thuộc'), 'the effect');
    send(desk);
    await waitUntil(() => $(desk, '#record-title')?.textContent === 'Khối nông nghiệp');
    const now = server.units.now();
    const parentOf = (at: number) =>
      now.find(({ id: each }) => each === now.find((unit) => unit.id === id(at))!.partyParentId)!;
    assert.deepEqual([parentOf(9).name, parentOf(12).name], ['Khối nông nghiệp', 'Khối khác']);
  });

  it('ends a unit, and says why that cannot be', async () => {
    const desk = await open(serverOf(), id(3));
    await begin(desk, 'Kết thúc hiệu lực', 'validTo');
    await fill(desk, { validTo: today, reason: 'Mẫu.' });
    send(desk);
    await waitUntil(() => $<HTMLElementTagNameMap['dvk-date-field']>(desk, '#unit-form [name=validTo]')!.error !== '');
  });

  it('keeps what was typed when the dialog is closed, and forgets it when it is given up', async () => {
    const desk = await open(serverOf(), id(13));
    await begin(desk, 'Đổi tên, chuyển cấp trên', 'name');
    await fill(desk, { name: 'Sở Nội vụ (nháp)' });
    $<HTMLElement>(desk, '.dialog-close')!.click();
    await waitUntil(() => !formOf(desk));
    await begin(desk, 'Đổi tên, chuyển cấp trên', 'name');
    await waitUntil(() => textOf(desk).includes('Đã mở lại bản nháp'));
    assert.equal(controlsOf(formOf(desk))[0]!.data, 'Sở Nội vụ (nháp)');
    press(desk, 'Hủy');
    await waitUntil(() => !formOf(desk));
    await begin(desk, 'Đổi tên, chuyển cấp trên', 'name');
    assert.equal(controlsOf(formOf(desk))[0]!.data, 'Sở Nội vụ');
  });

  it('can be read by other staff, who change nothing', async () => {
    const desk = await open(serverOf(who('unit-officer')), id(13));
    assert.include(textOf(desk), 'Chỉ xem. Quản trị hệ thống mới sửa được đơn vị.');
    assert.isEmpty($$(desk, '.tick, .step .button, .desk-actions .button'));
    assert.notInclude(textOf(desk), 'Lịch sử thay đổi', 'which they may not read');
  });

  it('asks visitors to sign in, and tells citizens that it is not for them', async () => {
    for (const session of [sampleSession.visitor, who('citizen')]) {
      const desk = await fixture<DvkUnits>(html`<dvk-units .client=${serverOf(session).fake.client}></dvk-units>`);
      await waitUntil(() => $(desk, '[part=refusal]'));
      assert.isNull($(desk, '.tree'));
    }
  });

  it('says that there is no such unit, and that the tree could not be loaded', async () => {
    const desk = await fixture<DvkUnits>(
      html`<dvk-units .client=${serverOf().fake.client} record-id=${id(99)}></dvk-units>`,
    );
    await waitUntil(() => textOf(desk).includes('Không tìm thấy đơn vị này.'));
    assert.equal(desk.recordId, '');
    const { client } = fakeClient({
      session: { get: () => who('administrator') },
      units: { list: problem('internal-error') },
    });
    const other = await fixture<DvkUnits>(html`<dvk-units .client=${client}></dvk-units>`);
    await waitUntil(() => $(other, '[role=alert] button'));
  });

  it('loads more of a long level when asked', async () => {
    const [head] = treeUnits;
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...head!,
      id: id(100 + at),
      code: `N${at}`,
      name: `Chi bộ số ${at + 1}`,
      partyParentId: head!.id,
    }));
    const desk = await open(serverOf(who('administrator'), [head!, ...many]));
    await waitUntil(() => names(desk).length === 101);
    assert.equal(rowOf(desk, 100).getAttribute('aria-setsize'), '130');
    const more = $(desk, '.more')!;
    assert.include(more.textContent, 'còn 30');
    more.focus();
    await keys('Enter');
    await waitUntil(() => names(desk).length === 131);
    await waitUntil(() => focused(desk) === id(200), 'the focus goes on');
    assert.isNull($(desk, '.more'));
  });

  it('is clear to assistive technology, in the tree, a record and a form', async () => {
    const desk = await open(serverOf(), id(13));
    await waitUntil(() => rowOf(desk, 13));
    assert.deepEqual(await axe(desk), []);
    const tree = await accessibilityTree('dvk-units');
    assert.isTrue(
      tree.some((line) => line.includes('treeitem') && line.includes('Sở Nội vụ')),
      tree.join('\n'),
    );
    await begin(desk, 'Đổi tên, chuyển cấp trên', 'name');
    assert.deepEqual(await axe(desk), []);
  });
});
