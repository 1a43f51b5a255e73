import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Session } from '@dvk/sdk/session';
import {
  later,
  offline,
  problem,
  sampleAccounts,
  samplePeople,
  sampleSession,
  sampleUnits,
  settingsInMemory,
  type MockHandlers,
} from '@dvk/sdk/testing';
import type { api } from '@dvk/sdk/api';
import { dateInVietnam } from '@dvk/sdk/text';
import { controlsOf } from '../internal/form-control.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { accessibilityTree, axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkPeople } from './dvk-people.ts';

type Handlers = MockHandlers<typeof api>;

const id = samplePeople.samplePersonId;
const account = '0199d000-0000-7000-8000-000000000001';
const { treeUnitId } = sampleUnits;

const who = (roles: Session['roles'], more: Partial<Session> = {}): Session => ({
  subject: `sample ${crypto.randomUUID()}`,
  name: 'Bùi Văn M',
  roles,
  unitId: null,
  tenant: 'demo',
  ...more,
});

function serverOf(session = who(['administrator']), more: Handlers['people'] = {}) {
  const now = new Date().toISOString();
  const day = dateInVietnam(now);
  const { personId } = session;
  const people = samplePeople.peopleInMemory(problem, { now, day, asking: personId ? { personId } : undefined });
  const accounts = sampleAccounts.accountsInMemory(problem, { now, day });
  const handlers: Handlers = {
    session: { get: () => session },
    people: { ...people.handlers, ...more } as Handlers['people'],
    accounts: accounts.handlers as Handlers['accounts'],
    units: sampleUnits.unitsInMemory(problem, day).handlers,
    settings: settingsInMemory().handlers,
  };
  return { people, handlers, fake: fakeClient(handlers) };
}

const $ = <E extends Element = HTMLElement>(desk: DvkPeople, selector: string) =>
  desk.shadowRoot!.querySelector<E>(selector);
const $$ = (desk: DvkPeople, selector: string) => [...desk.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const textOf = (desk: DvkPeople, selector = '.desk') => ($(desk, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ');
const names = (desk: DvkPeople) => $$(desk, '.row .opener').map(({ textContent }) => textContent.trim());
const formOf = (desk: DvkPeople) => $<HTMLFormElement>(desk, '#people-form')!;
const sent = ({ fake }: ReturnType<typeof serverOf>, method: string) =>
  fake.requests.filter((request) => request.method === method);

async function open({ fake }: ReturnType<typeof serverOf>, recordId = ''): Promise<DvkPeople> {
  const box = document.createElement('div');
  box.style.inlineSize = '1400px';
  const desk = await fixture<DvkPeople>(html`<dvk-people .client=${fake.client} record-id=${recordId}></dvk-people>`, {
    parentNode: box,
  });
  await waitUntil(() => $(desk, recordId ? '#record-title' : '.row'), 'it is there');
  return desk;
}

/** Waits until something is there. */
async function found<T>(find: () => T | null | undefined | false, what: string): Promise<T> {
  let value: T | null | undefined | false;
  await waitUntil(() => (value = find()), what);
  return value as T;
}

/** Presses a button by what it says, or what it is called. */
async function press(desk: DvkPeople, label: string): Promise<void> {
  const isIt = (button: HTMLElement) => (button.ariaLabel ?? button.textContent.trim()) === label;
  const button = await found(() => $$(desk, 'button').find(isIt), label);
  button.click();
}

/** Fills in fields of the form that is open, as a person does; some are there once another is filled in. */
async function fill(desk: DvkPeople, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const find = () => formOf(desk) && controlsOf(formOf(desk)).find((each) => each.name === name);
    const control = await found(find, name);
    (control as unknown as { value: string }).value = value;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await desk.updateComplete;
  }
}

const send = (desk: DvkPeople) => formOf(desk).requestSubmit();
const says = (desk: DvkPeople, text: string) => waitUntil(() => textOf(desk, '.base').includes(text), `“${text}”`);

describe('dvk-people', () => {
  expectNoPolicyViolations();

  it('lists people with their roles, counts where they stand, and narrows by role and unit', async () => {
    const desk = await open(serverOf());
    await waitUntil(() => textOf(desk, '.states').includes('Tất cả 9'), 'the counts');
    assert.include(textOf(desk, '.states'), 'Đang được ủy quyền 1');
    assert.include(textOf(desk, '.source'), 'danh sách này chưa có tác dụng');
    const role = $<HTMLSelectElement>(desk, '.choice [name=role]')!;
    role.value = 'unit-leader';
    role.dispatchEvent(new Event('change'));
    await waitUntil(() => names(desk).length === 3, 'the leaders');
    assert.deepEqual(names(desk), ['Hoàng Văn G', 'Nguyễn Văn A', 'Trần Văn E']);
    const unit = await found(() => $<HTMLSelectElement>(desk, '.choice [name=inUnit]'), 'the units');
    unit.value = treeUnitId(13);
    unit.dispatchEvent(new Event('change'));
    await waitUntil(() => desk.shadowRoot!.querySelectorAll('.active .pill').length === 2, 'both filters');
    assert.deepEqual(names(desk), ['Hoàng Văn G', 'Nguyễn Văn A', 'Trần Văn E']);
    assert.deepEqual(await axe(desk), []);
  });

  it('is found, opened and closed by the keyboard alone', async () => {
    const desk = await open(serverOf());
    $(desk, '.row .opener')!.focus();
    await sendKeys({ press: 'j' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => $(desk, '#record-title')?.matches(':focus'), 'the person is open');
    assert.equal(desk.recordId, id(4));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !$(desk, '.detail'), 'it is closed');
    await waitUntil(() => $(desk, `#row-${id(4)} .opener`)?.matches(':focus'), 'back at the same row');
    await sendKeys({ press: '/' });
    assert.isTrue($(desk, '.search input')!.matches(':focus'));
  });

  it('gives a role in a unit with all beneath it, and takes it back at once', async () => {
    const server = serverOf();
    const desk = await open(server, id(8));
    await press(desk, 'Giao vai trò');
    await fill(desk, { role: 'administrator' });
    assert.isUndefined(
      controlsOf(formOf(desk)).find(({ name }) => name === 'unitId'),
      'it counts everywhere',
    );
    await fill(desk, { role: 'unit-leader', unitId: treeUnitId(3), withSubtree: 'all', reason: 'Quyết định 1-QĐ/ĐU' });
    send(desk);
    await says(desk, 'Đã giao vai trò Lãnh đạo đơn vị cho Ngô Thị L.');
    const [request] = sent(server, 'POST');
    const day = dateInVietnam(Date.now());
    assert.deepEqual(await request!.json(), {
      role: 'unit-leader',
      unitId: treeUnitId(3),
      withSubtree: true,
      from: day,
      to: null,
      reason: 'Quyết định 1-QĐ/ĐU',
    });
    await waitUntil(() => textOf(desk, '.grants').includes('Khối đơn vị sự nghiệp, cả cấp dưới'), 'it is shown');
    await press(desk, 'Hoàn tác');
    await waitUntil(() => textOf(desk).includes('Chưa có vai trò nào.'), 'it is taken back');
    assert.include(textOf(desk, '.timeline'), 'Hoàn tác ngay sau khi giao', 'both stay readable');
  });

  it('says what an ending brings about before it is sent, and gives the role again when it is undone', async () => {
    const server = serverOf();
    const desk = await open(server, id(5));
    await press(desk, 'Chấm dứt vai trò Lãnh đạo đơn vị, Sở Nội vụ');
    await says(desk, 'Trần Văn E: Lãnh đạo đơn vị, Sở Nội vụ');
    assert.equal(sent(server, 'POST').length, 0);
    send(desk);
    await says(desk, 'Có 1 mục cần kiểm tra lại');
    await fill(desk, { reason: 'Chuyển công tác' });
    send(desk);
    await says(desk, 'Đã chấm dứt vai trò Lãnh đạo đơn vị của Hoàng Văn G.');
    await waitUntil(() => textOf(desk, '.detail').includes('Vai trò trước đây (1)'), 'it stays readable');
    await press(desk, 'Hoàn tác');
    await waitUntil(() => textOf(desk, '.grants').includes('Sở Nội vụ'), 'the role is back');
    assert.deepEqual(await axe(desk), []);
  });

  it('records who leaves, names the place without anybody, and takes them back without their roles', async () => {
    const desk = await open(serverOf(), id(4));
    await press(desk, 'Ghi nhận nghỉ công tác');
    await says(desk, 'không còn ai giữ vai trò Cán bộ đơn vị ở Chi bộ Trung tâm Khuyến nông');
    await fill(desk, { reason: 'Nghỉ hưu' });
    send(desk);
    await says(desk, 'Mọi vai trò đã chấm dứt.');
    await press(desk, 'Nhận lại');
    await says(desk, 'Đã nhận lại Đỗ Thị H.');
    assert.include(textOf(desk, '.detail'), 'Chưa có vai trò nào.');
  });

  it('keeps what is typed over a reload, and shows what somebody else has changed', async () => {
    const session = who(['administrator']);
    const server = serverOf(session);
    const desk = await open(server, id(6));
    await press(desk, 'Sửa thông tin');
    await fill(desk, { title: 'Quyền Giám đốc' });
    await waitUntil(() => $(desk, '#people-form [name=name]'), 'the form');
    await new Promise((done) => setTimeout(done, 600));
    desk.remove();
    const again = await open(server, id(6));
    await press(again, 'Sửa thông tin');
    await says(again, 'Đã mở lại bản nháp');
    const field = controlsOf(formOf(again)).find(({ name }) => name === 'title') as unknown as { value: string };
    assert.equal(field.value, 'Quyền Giám đốc');
    const { handlers } = server.people;
    const other = new Request('https://dvk.test', { headers: { 'if-match': '"v1"' } });
    handlers.change({ params: { id: id(6) }, body: { name: 'Trần Văn Em' }, request: other });
    send(again);
    await says(again, 'Họ và tên: từ “Trần Văn E” thành “Trần Văn Em”');
    await press(again, 'Lấy bản mới, giữ nội dung tôi đã nhập');
    send(again);
    await says(again, 'Đã sửa thông tin của Trần Văn Em.');
    await waitUntil(() => textOf(again, '.detail').includes('Quyền Giám đốc'), 'what was changed');
  });

  it('lets a leader delegate own roles only, with an end, and end what they delegated', async () => {
    const server = serverOf(who(['unit-leader'], { personId: id(5) }));
    const desk = await open(server, id(6));
    assert.isUndefined($$(desk, 'button').find(({ textContent }) => textContent.trim() === 'Sửa thông tin'));
    await press(desk, 'Ủy quyền');
    await fill(desk, { reason: 'Đi công tác' });
    const role = controlsOf(formOf(desk)).find(({ name }) => name === 'role') as unknown as { options: unknown[] };
    assert.equal(role.options.length, 1);
    send(desk);
    await says(desk, 'Có 1 mục cần kiểm tra lại');
    await press(desk, 'Hủy');
    await waitUntil(() => !formOf(desk), 'it is closed');
    await press(desk, 'Chấm dứt vai trò Lãnh đạo đơn vị, Sở Nội vụ');
    await fill(desk, { reason: 'Đã về' });
    assert.notInclude(textOf(desk, '#people-form'), 'Điều gì sẽ xảy ra');
    send(desk);
    await says(desk, 'Đã chấm dứt vai trò Lãnh đạo đơn vị của Trần Văn E.');
    assert.notInclude(textOf(desk, '.states'), 'Tài khoản dịch vụ');
  });

  it('shows the key of a program once, and revokes the one before', async () => {
    const desk = await open(serverOf(), account);
    await press(desk, 'Tạo khóa mới');
    await waitUntil(() => formOf(desk) && controlsOf(formOf(desk))[0]?.data, 'a last day');
    send(desk);
    await waitUntil(() => $(desk, '.new-key code'), 'the key');
    assert.include(textOf(desk, '.new-key'), 'dvk_MAU_');
    await press(desk, 'Sao chép khóa');
    await waitUntil(() => textOf(desk, '.dialog [role=status]') !== '', 'whether it was copied');
    await press(desk, 'Đã cất khóa, đóng');
    await waitUntil(() => !$(desk, '.new-key'), 'it is closed');
    assert.notInclude(textOf(desk, '.base'), 'dvk_MAU_');
    await press(desk, 'Thu hồi Khóa …0001');
    await says(desk, 'Phần mềm dùng khóa này sẽ ngừng ngay.');
    send(desk);
    await says(desk, 'Đã thu hồi khóa.');
    await waitUntil(() => textOf(desk, '.grants').includes('đã thu hồi'), 'it is said of the key');
  });

  it('invites somebody, who is open then: without a role nobody can work', async () => {
    const desk = await open(serverOf());
    await press(desk, 'Mời người dùng');
    await fill(desk, { name: 'Đỗ Thị N', invitation: 'do.thi.n@example.vn' });
    send(desk);
    await says(desk, 'Đã mời Đỗ Thị N. Giao vai trò để người này làm việc được.');
    await waitUntil(() => textOf(desk, '#record-title').includes('Đỗ Thị N'), 'the person');
    await press(desk, 'Giao vai trò');
    await found(() => formOf(desk), 'the form of a role');
  });

  it('adds a program with what it may do and an end', async () => {
    const server = serverOf();
    const desk = await open(server);
    $$(desk, '.tab')
      .find(({ textContent }) => textContent.includes('Tài khoản dịch vụ'))!
      .click();
    await press(desk, 'Thêm tài khoản dịch vụ');
    await fill(desk, { name: 'Phần mềm văn bản', role: 'inspector', reach: 'tenant', scopes: 'cases:read,units:read' });
    send(desk);
    await waitUntil(() => $(desk, '.new-key code'), 'its key');
    const [request] = sent(server, 'POST');
    const body = (await request!.json()) as Record<string, unknown>;
    assert.deepEqual(
      [body['name'], body['role'], body['unitId'], body['withSubtree'], body['scopes']],
      ['Phần mềm văn bản', 'inspector', null, false, ['cases:read', 'units:read']],
    );
  });

  it('says who must sign in, who may not, that it is offline, that there is no such person', async () => {
    const refused = async (session: Session) => {
      const { fake } = serverOf(session);
      const desk = await fixture<DvkPeople>(html`<dvk-people .client=${fake.client}></dvk-people>`);
      await waitUntil(() => $(desk, '[part=refusal]'), 'the refusal');
      return { text: textOf(desk, '[part=refusal]'), asked: fake.requests.some(({ url }) => url.includes('/people')) };
    };
    assert.include((await refused(sampleSession.visitor)).text, 'Đăng nhập');
    const officer = await refused(who(['unit-officer']));
    assert.include(officer.text, 'không xem được');
    assert.isFalse(officer.asked);
    const lost = await fixture<DvkPeople>(
      html`<dvk-people .client=${serverOf(who(['administrator']), { list: offline() }).fake.client}></dvk-people>`,
    );
    await waitUntil(() => $(lost, '[role=alert] button'), 'a way to try again');
    const none = await fixture<DvkPeople>(
      html`<dvk-people .client=${serverOf().fake.client} record-id=${id(99)}></dvk-people>`,
    );
    await waitUntil(() => textOf(none).includes('Không tìm thấy người này'), 'that there is none');
    const slow = serverOf(who(['administrator']), { list: later('infinite', () => ({ items: [], nextCursor: null })) });
    const waiting = await fixture<DvkPeople>(html`<dvk-people .client=${slow.fake.client}></dvk-people>`);
    await waitUntil(() => $(waiting, '[part=loading]'), 'that it is on its way');
  });

  it('tells screen readers whose role is ended, and fits a phone', async () => {
    const server = serverOf();
    await setViewport({ width: 320, height: 640 });
    const box = document.createElement('div');
    const desk = await fixture<DvkPeople>(
      html`<dvk-people .client=${server.fake.client} record-id=${id(6)}></dvk-people>`,
      { parentNode: box },
    );
    await waitUntil(() => $(desk, '.grants'), 'the roles');
    assert.isAtMost(desk.scrollWidth, 320);
    const tree = (await accessibilityTree('dvk-people')).join('\n');
    assert.include(tree, 'Chấm dứt vai trò Lãnh đạo đơn vị, Sở Nội vụ');
    await setViewport({ width: 1280, height: 800 });
  });
});
