import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { events } from '@dvk/sdk/api';
import type { api } from '@dvk/sdk/api';
import { ledgerFaultKinds, type AuditEvent, type LedgerCheck } from '@dvk/sdk/audit';
import type { Session } from '@dvk/sdk/session';
import { later, offline, problem, sampleAudit, type MockHandlers } from '@dvk/sdk/testing';
import { auditRecord } from '../locale/audit-record/vi.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkAudit } from './dvk-audit.ts';
import { factsOf } from './record/facts.ts';
import { audit } from './vi.ts';

type Handlers = MockHandlers<typeof api>;

const newest = sampleAudit.auditEvent.position;

const who = (...roles: Session['roles']): Session => ({
  subject: `sample ${crypto.randomUUID()}`,
  name: 'Bùi Văn M',
  roles,
  unitId: null,
  tenant: 'demo',
});

function serverOf(session = who('inspector'), more: Handlers['audit'] = {}, faulty = false) {
  const ledger = sampleAudit.ledgerInMemory(problem, { now: new Date().toISOString(), faulty });
  const handlers: Handlers = {
    session: { get: () => session },
    audit: { ...ledger.handlers, ...more } as Handlers['audit'],
  };
  return { ledger, handlers, fake: fakeClient(handlers) };
}

const $ = <E extends Element = HTMLElement>(desk: DvkAudit, selector: string) =>
  desk.shadowRoot!.querySelector<E>(selector);
const $$ = (desk: DvkAudit, selector: string) => [...desk.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const textOf = (desk: DvkAudit, selector = '.desk') => ($(desk, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ');
const rows = (desk: DvkAudit) => $$(desk, '.row .opener').map(({ textContent }) => textContent.trim());

async function open({ fake }: ReturnType<typeof serverOf>, recordId = ''): Promise<DvkAudit> {
  const box = document.createElement('div');
  box.style.inlineSize = '1400px';
  const desk = await fixture<DvkAudit>(html`<dvk-audit .client=${fake.client} record-id=${recordId}></dvk-audit>`, {
    parentNode: box,
  });
  await waitUntil(() => $(desk, recordId ? '#record-title' : '.row'), 'it is there');
  return desk;
}

async function press(desk: DvkAudit, label: string): Promise<void> {
  let button: HTMLElement | undefined;
  const isIt = (each: HTMLElement) => each.textContent.trim().startsWith(label);
  await waitUntil(() => (button = $$(desk, 'button').find(isIt)), label);
  button!.click();
}

function choose(desk: DvkAudit, name: string, value: string): void {
  const control = $<HTMLSelectElement>(desk, `.filter-row [name=${name}]`)!;
  control.value = value;
  control.dispatchEvent(new Event('change'));
}

const queries = ({ fake }: ReturnType<typeof serverOf>) =>
  fake.requests.filter(({ url }) => url.includes('/audit/events?')).map(({ url }) => decodeURIComponent(url));

describe('dvk-audit', () => {
  expectNoPolicyViolations();

  it('lists what was done in words, by whom and with which record, a group each day', async () => {
    const desk = await open(serverOf());
    const [first, second] = $$(desk, '.row').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));
    assert.include(first, 'Chuyển đơn vị xử lý');
    assert.include(first, 'PA-261121-0041-K');
    assert.include(first, 'Trần Thị B');
    assert.include(first, 'Bộ phận thường trực');
    assert.include(second, 'Xem thông tin người gửi');
    assert.match(textOf(desk), /Hôm nay|Hôm qua/);
    assert.include(textOf(desk, '.list'), 'Thời hạn xử lý', 'a setting is known by its name');
    assert.deepEqual(await axe(desk), []);
  });

  it('has who read sealed data as a tab, and is narrowed by record, kind and days', async () => {
    const server = serverOf();
    const desk = await open(server);
    await press(desk, 'Xem thông tin người gửi');
    await waitUntil(() => rows(desk).length === 2, 'only reading');
    await press(desk, 'Tất cả việc');
    choose(desk, 'area', 'person');
    await waitUntil(() => rows(desk).length === 1, 'people alone');
    const kinds = [...$<HTMLSelectElement>(desk, '.filter-row [name=kind]')!.options].map(({ value }) => value);
    assert.ok(
      kinds.slice(1).every((kind) => kind.startsWith('person.')),
      'only what can be chosen there',
    );
    choose(desk, 'area', '');
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    choose(desk, 'from', today);
    await waitUntil(() => queries(server).at(-1)!.includes(`from=${today}`), 'from today');
    await waitUntil(() => textOf(desk, '.active').includes('Từ:'), 'a pill tells');
    choose(desk, 'to', '2999-01-01');
    await desk.updateComplete;
    assert.notInclude(queries(server).at(-1)!, '2999', 'no day that is still to come');
  });

  it('asks for nothing where a tab and a kind exclude each other', async () => {
    const server = serverOf();
    const desk = await open(server);
    choose(desk, 'kind', 'case.answered');
    await waitUntil(() => rows(desk).length === 1, 'the answers');
    const asked = queries(server).length;
    await press(desk, 'Thiết lập, bộ tiêu chí');
    await waitUntil(() => rows(desk).length === 0, 'nothing');
    assert.equal(queries(server).length, asked);
  });

  it('opens an entry with all that it tells, and leads to its record, to what else was done with it and by whom', async () => {
    const server = serverOf();
    const desk = await open(server, String(newest));
    const detail = textOf(desk, '.detail');
    for (const words of ['UBND phường Mẫu', '11/12/2026', 'tran-thi-b', String(newest)]) assert.include(detail, words);
    assert.match(detail, /→/, 'the states before and after');
    let went = '';
    desk.addEventListener('dvk-navigate', (event) => {
      if (event.area) went = `${event.area}/${event.recordId}`;
    });
    await press(desk, 'Mở hồ sơ');
    assert.match(went, /^cases\/01890000/);
    await press(desk, 'Các việc của người này');
    await waitUntil(() => !$(desk, '.detail') && rows(desk).length === 2, 'what she did');
    assert.include(textOf(desk, '.active'), 'Người làm: Trần Thị B');
    assert.equal(desk.recordId, '');
    await waitUntil(() => $(desk, '.row'), 'the list');
    $$(desk, '.row .opener')[0]!.click();
    await press(desk, 'Các việc với hồ sơ này');
    await waitUntil(
      () => textOf(desk, '.active').includes('Hồ sơ: Phản ánh, kiến nghị PA-261121-0041-K'),
      'of the case',
    );
    assert.deepEqual(rows(desk), ['Chuyển đơn vị xử lý', 'Xem thông tin người gửi']);
  });

  it('says what was read of a sender, and which fields were changed, without their contents', async () => {
    const reading = await open(serverOf(), String(newest - 1));
    assert.include(textOf(reading, '.detail'), 'Nội dung đã xem không nằm trong nhật ký');
    const changed = await open(serverOf(), String(newest - 2));
    assert.include(textOf(changed, '.detail'), 'Mục đã đổi Chức vụ, Đơn vị công tác');
    assert.include(textOf(changed, '.detail'), 'không ghi nội dung trước và sau');
    assert.deepEqual(await axe(changed), []);
  });

  it('has words for every part of every event of the catalogue', () => {
    const shapes = events as unknown as Record<string, { _zod: { def: { shape: object } } }>;
    for (const [kind, { _zod }] of Object.entries(shapes))
      for (const key of Object.keys(_zod.def.shape)) {
        if (key === 'from' || key === 'to') continue;
        assert.property(auditRecord.labels, key, `${kind}: ${key}`);
      }
    for (const area of ['case', 'unit', 'model', 'person']) assert.property(audit.areas, area);
  });

  it('tells what a newer server says in an event that is not known', () => {
    const event: AuditEvent = {
      ...sampleAudit.auditEvent,
      kind: 'comet.seen',
      subject: 'comet/1',
      data: { tail: [1, 'x'], at: null },
    };
    assert.deepEqual(factsOf(event, { texts: auditRecord, words: audit, lang: 'vi' }), [['tail', '1, x']]);
  });

  it('checks the ledger when asked, shows how far it is, and what was found', async () => {
    const server = serverOf();
    const desk = await open(server);
    await waitUntil(() => textOf(desk, '.ledger').includes('Nguyên vẹn'), 'the last check');
    assert.include(textOf(desk, '.ledger'), 'tự động hằng đêm');
    assert.include(textOf(desk, '.ledger'), '1.204 việc trong một chuỗi, 611 hồ sơ');
    await press(desk, 'Kiểm tra ngay');
    await waitUntil(() => textOf(desk, '.ledger').includes('Đang chờ máy chủ'), 'it waits');
    assert.isUndefined($$(desk, 'button').find(({ textContent }) => textContent.includes('Kiểm tra ngay')));
    await waitUntil(() => textOf(desk, '.ledger').includes('đã xem 600 việc'), 'how far it is');
    await waitUntil(() => textOf(desk, '.ledger').includes('nhật ký nguyên vẹn'), 'it is done');
    assert.include(textOf(desk, '.ledger'), 'theo yêu cầu của Bùi Văn M');
  });

  it('tells each fault in plain words with its record, and what to do', async () => {
    const desk = await open(serverOf(who('administrator'), {}, true));
    await waitUntil(() => textOf(desk, '.ledger').includes('2 chỗ không khớp'), 'the faults');
    const text = textOf(desk, '.ledger');
    assert.include(
      text,
      '“sender” của Phản ánh, kiến nghị PA-261122-0042-K đã bị sửa mà không có sự kiện nào ghi lại.',
    );
    assert.include(text, 'Thiếu sự kiện trước sự kiện 1044');
    assert.include(text, 'Giữ nguyên hiện trạng');
    assert.include(text, 'hệ thống ngừng ghi mọi thay đổi');
    assert.deepEqual(await axe(desk), []);
    await press(desk, 'Xem các việc với hồ sơ này');
    await waitUntil(() => rows(desk).join() === 'Nhận phản ánh, kiến nghị', 'of that case');
    assert.ok(ledgerFaultKinds.length > 10);
  });

  it('watches the check of somebody else instead of beginning a second one', async () => {
    const server = serverOf();
    const desk = await open(server);
    await waitUntil(() => $(desk, '.ledger.holds'), 'the last check');
    server.ledger.handlers.check();
    await press(desk, 'Kiểm tra ngay');
    await waitUntil(() => textOf(desk, '.ledger').includes('theo yêu cầu trước đó'), 'it says so');
    await waitUntil(() => textOf(desk, '.ledger').includes('Đã kiểm tra xong'), 'it is done');
  });

  it('goes on watching when the network was away', async () => {
    const server = serverOf();
    const desk = await open(server);
    await waitUntil(() => $(desk, '.ledger.holds'), 'the last check');
    await press(desk, 'Kiểm tra ngay');
    await waitUntil(() => $(desk, '.ledger.running'), 'it runs');
    const { audit: answers } = server.handlers;
    server.fake.answer({ ...server.handlers, audit: { ...answers, getCheck: offline } as Handlers['audit'] });
    await waitUntil(() => textOf(desk, '.ledger').includes('Mất kết nối'), 'it says so');
    server.fake.answer(server.handlers);
    await waitUntil(() => textOf(desk, '.ledger').includes('Đã kiểm tra xong'), 'it is done');
  });

  it('hands out an anchor as a file, and has the ledger held against one that was kept', async () => {
    const server = serverOf();
    const desk = await open(server);
    await press(desk, 'Tải bằng chứng');
    await waitUntil(() => textOf(desk, '.ledger').includes('Giữ tệp này ở nơi'), 'what to do with it');
    const give = (text: string) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'x.json'));
      const input = $<HTMLInputElement>(desk, '.ledger input[type=file]')!;
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    };
    give('{"x":1}');
    await waitUntil(() => textOf(desk, '.ledger').includes('không phải bằng chứng'), 'it is none');
    give(JSON.stringify({ ...server.ledger.handlers.anchor() }));
    await waitUntil(() => $(desk, '.ledger.running'), 'it is checked');
    const sent = server.fake.requests.find(({ method }) => method === 'POST')!;
    assert.equal(((await sent.json()) as { anchor: { events: number } }).anchor.events, newest);
  });

  it('an address that names no entry says so, and shows the list', async () => {
    for (const id of ['999999', 'abc', '../x']) {
      const server = serverOf();
      const desk = await fixture<DvkAudit>(html`<dvk-audit .client=${server.fake.client} record-id=${id}></dvk-audit>`);
      await waitUntil(() => textOf(desk).includes('Không tìm thấy việc này trong nhật ký'), id);
      await waitUntil(() => $(desk, '.row'), 'the list');
    }
  });

  it('is for administrators and inspectors: others are told so, and nothing is asked for them', async () => {
    const server = serverOf(who('secretariat'));
    const desk = await fixture<DvkAudit>(html`<dvk-audit .client=${server.fake.client}></dvk-audit>`);
    await waitUntil(() => $(desk, '[part=refusal]'), 'the refusal');
    assert.include(textOf(desk, '.panel'), 'Trang này dành cho quản trị hệ thống');
    assert.deepEqual(
      server.fake.requests.filter(({ url }) => url.includes('/audit/')),
      [],
    );
  });

  it('shows nothing of one person to the next', async () => {
    const server = serverOf(who('administrator'));
    const desk = await open(server);
    await press(desk, 'Kiểm tra ngay');
    await waitUntil(() => $(desk, '.ledger.running'), 'it runs');
    desk.client = fakeClient({ ...server.handlers, session: { get: () => ({ ...who('secretariat') }) } }).client;
    await waitUntil(() => $(desk, '[part=refusal]'), 'the refusal');
    assert.isNull($(desk, '.ledger'));
    assert.notInclude(desk.shadowRoot!.textContent, 'PA-2611');
  });

  it('a ledger whose state cannot be read is still a list; what fails is told with a way on', async () => {
    const desk = await open(serverOf(who('inspector'), { checks: () => problem('unavailable') }));
    await waitUntil(() => textOf(desk, '.ledger').includes('Chưa xem được tình trạng nhật ký'), 'it says so');
    const without = serverOf(who('inspector'), { list: offline });
    const failed = await fixture<DvkAudit>(html`<dvk-audit .client=${without.fake.client}></dvk-audit>`);
    await waitUntil(() => $(failed, '[part=failure]'), 'the failure');
  });

  it('never checked: says so, and that the server does it each night', async () => {
    const none = serverOf(who('inspector'), { checks: () => ({ items: [] as LedgerCheck[], nextCursor: null }) });
    const desk = await open(none);
    await waitUntil(() => textOf(desk, '.ledger').includes('chưa được kiểm tra lần nào'), 'it says so');
    assert.include(textOf(desk, '.ledger'), 'Chưa kiểm tra');
  });

  it('is used by the keyboard alone, and fits a phone', async () => {
    const desk = await open(serverOf());
    $(desk, '.row .opener')!.focus();
    await sendKeys({ press: 'j' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => $(desk, '#record-title')?.matches(':focus'), 'the entry is open');
    assert.equal(desk.recordId, String(newest - 1));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !$(desk, '.detail'), 'it is closed');
    await setViewport({ width: 320, height: 700 });
    const narrow = await fixture<DvkAudit>(
      html`<dvk-audit .client=${serverOf(undefined, {}, true).fake.client}></dvk-audit>`,
    );
    await waitUntil(() => $(narrow, '.row') && $(narrow, '.ledger.faulty'), 'all is there');
    assert.isAtMost(narrow.scrollWidth, narrow.clientWidth);
    await setViewport({ width: 1280, height: 900 });
  });

  it('is told as still loading while the list is on its way', async () => {
    const { fake } = serverOf(who('inspector'), {
      list: later('infinite', () => ({ items: [], nextCursor: null })),
    });
    const desk = await fixture<DvkAudit>(html`<dvk-audit .client=${fake.client}></dvk-audit>`);
    await waitUntil(() => $(desk, '[part=loading]'), 'it waits');
  });
});
