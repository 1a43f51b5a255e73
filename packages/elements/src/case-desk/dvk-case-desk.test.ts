import { aTimeout, assert, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { Case, CaseNote, SuggestedUnit } from '@dvk/sdk/cases';
import type { Session } from '@dvk/sdk/session';
import { offline, problem, sampleCases } from '@dvk/sdk/testing';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkCaseDesk } from './dvk-case-desk.ts';
import { caseDesk } from './vi.ts';
import { wrappedChips } from '../testkit/chips.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { record, summary } = sampleCases;

const signedIn = (...roles: Session['roles']): Session => ({
  subject: 'sample',
  name: 'Nguyễn Văn A',
  roles,
  unitId: record.unitId,
  tenant: 'demo',
});
const make = (fake: FakeClient) => fixture<DvkCaseDesk>(html`<dvk-case-desk .client=${fake.client}></dvk-case-desk>`);
const $ = <T extends Element = HTMLElement>(desk: DvkCaseDesk, selector: string) =>
  desk.shadowRoot!.querySelector<T>(selector);
const field = (desk: DvkCaseDesk, name: string) =>
  $<HTMLElementTagNameMap['dvk-text-field']>(desk, `.confirm [name=${name}]`)!;
const textOf = (desk: DvkCaseDesk) => desk.shadowRoot!.textContent!;
const press = (desk: DvkCaseDesk, label: string) => {
  const buttons = [...desk.shadowRoot!.querySelectorAll('button')];
  const named = (is: (text: string) => boolean) => buttons.find((button) => is(button.textContent!.trim()));
  (named((text) => text === label) ?? named((text) => text.startsWith(label)))!.click();
};

async function openFirst(desk: DvkCaseDesk): Promise<void> {
  await waitUntil(() => $(desk, '.row'));
  $(desk, '.row')!.click();
  await waitUntil(() => $(desk, '.detail .facts'));
}

describe('dvk-case-desk', () => {
  expectNoPolicyViolations();
  const list = () => ({ items: [summary], nextCursor: null });

  it('offers the steps of the role and the state, and no other', async () => {
    const get = () => record;
    const officer = await make(fakeClient({ session: { get: () => signedIn('unit-officer') }, cases: { list, get } }));
    await openFirst(officer);
    const steps = () => [...officer.shadowRoot!.querySelectorAll('.step button')].map((b) => b.textContent!.trim());
    const ofUnit = ['Không thuộc thẩm quyền', 'Xin gia hạn', 'Trả lời'];
    assert.deepEqual(steps(), ofUnit);
    const leader = await make(fakeClient({ session: { get: () => signedIn('unit-leader') }, cases: { list, get } }));
    await openFirst(leader);
    assert.deepEqual(
      [...leader.shadowRoot!.querySelectorAll('.step button')].map((b) => b.textContent!.trim()),
      ofUnit,
    );
  });

  it('marks what is overdue, but not what was refused, and names the place', async () => {
    const late = { ...summary, dueAt: '2020-01-02T10:00:00Z', due: { class: 'overdue' as const, workingDays: -3 } };
    const refused = { ...late, id: crypto.randomUUID(), status: 'ineligible' as const, due: null };
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: () => ({ items: [late, refused], nextCursor: null }),
        get: () => ({ ...record, dueAt: late.dueAt, status: 'ineligible' }),
      },
    });
    const desk = await make(fake);
    await waitUntil(() => $(desk, '.row'));
    assert.deepEqual(
      [...desk.shadowRoot!.querySelectorAll('.row .due')].map((cell) => cell.textContent),
      ['Quá 3 ngày', '–'],
    );
    await waitUntil(() => $(desk, '.row .meta')!.textContent === `phường Ba Đình · ${summary.code}`);
    await openFirst(desk);
    assert.notInclude($(desk, '.detail')!.textContent, 'Quá hạn');
    await waitUntil(() => $(desk, '.detail')!.textContent.includes('tổ dân phố 5, phường Ba Đình, thành phố Hà Nội'));
  });

  it('has one chip for a case that is overdue, and its state beside it in words', async () => {
    const due = { class: 'overdue' as const, workingDays: -15 };
    const reopened = { status: 'reopened' as const, due, dueAt: '2020-01-02T10:00:00Z' };
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: () => ({ items: [{ ...summary, ...reopened }], nextCursor: null }),
        get: () => ({ ...record, ...reopened }),
      },
    });
    const desk = await make(fake);
    await waitUntil(() => $(desk, '.row .chip'));
    assert.deepEqual(wrappedChips(desk), []);
    await openFirst(desk);
    for (const place of ['.row', '.states-line']) {
      assert.match($(desk, place)!.textContent, /Đang xử lý lại/);
      const chips = [...desk.shadowRoot!.querySelectorAll(`${place} .chip:not(.plain)`)];
      assert.deepEqual(
        chips.map(({ className }) => className),
        ['chip danger'],
        place,
      );
    }
  });

  it('brings the list up to date with the case it opens, and prints the names of its files', async () => {
    const file = {
      id: crypto.randomUUID(),
      name: 'ảnh.jpg',
      mediaType: 'image/jpeg' as const,
      size: 1,
      sha256: '0'.repeat(64),
      uploadedAt: record.receivedAt,
    };
    const fake = fakeClient({
      session: { get: () => signedIn('inspector') },
      cases: { list, get: () => ({ ...record, status: 'answered', attachments: [file] }) },
    });
    const desk = await make(fake);
    await openFirst(desk);
    assert.include($(desk, '.row')!.textContent, 'Đã trả lời');
    const name = $(desk, '.file-names li')!;
    try {
      await emulateMedia({ media: 'print' });
      assert.isTrue(name.checkVisibility());
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('answers with the version it read', async () => {
    const saved = {
      ...record,
      status: 'answered' as const,
      answer: {
        text: 'Đã thu gom.',
        at: '2026-11-18T08:30:00Z',
        unitName: record.unitName!,
        solution: null,
        attachments: [],
      },
      answeredAt: '2026-11-18T08:30:00Z',
      etag: '"v4"',
    };
    const fake = fakeClient({
      session: { get: () => signedIn('unit-officer') },
      cases: { list, get: () => record, transition: () => saved },
    });
    const desk = await make(fake);
    await openFirst(desk);
    press(desk, 'Trả lời');
    await waitUntil(() => field(desk, 'answer'));
    field(desk, 'answer').value = 'Đã thu gom.';
    $<HTMLFormElement>(desk, '.confirm')!.requestSubmit();
    await waitUntil(() => textOf(desk).includes('Đã ghi nhận: Trả lời'));
    const request = fake.requests.find(({ method }) => method === 'POST')!;
    assert.equal(request.headers.get('if-match'), '"v3"');
    assert.deepEqual(await request.json(), { action: 'answer', answer: 'Đã thu gom.' });
    assert.include($(desk, '.row')!.textContent!, 'Đã trả lời');
  });

  it('keeps the answer being written when somebody else was faster', async () => {
    const fake = fakeClient({
      session: { get: () => signedIn('unit-officer') },
      cases: { list, get: () => record, transition: problem('precondition-failed') },
    });
    const desk = await make(fake);
    await openFirst(desk);
    press(desk, 'Trả lời');
    await waitUntil(() => field(desk, 'answer'));
    field(desk, 'answer').value = 'Đã thu gom.';
    $<HTMLFormElement>(desk, '.confirm')!.requestSubmit();
    await waitUntil(() => textOf(desk).includes('người khác sửa'));
    press(desk, 'Tải bản mới');
    await waitUntil(() => !textOf(desk).includes('người khác sửa'));
    assert.equal(field(desk, 'answer').value, 'Đã thu gom.');
  });

  it('keeps the step being written over another case, another search, signing in anew and a reload', async () => {
    const subject = `sample ${crypto.randomUUID()}`;
    const other = { ...record, id: crypto.randomUUID(), title: 'Việc khác' };
    const serving = () =>
      fakeClient({
        session: { get: () => ({ ...signedIn('unit-officer'), subject }) },
        cases: {
          list: () => ({ items: [summary, { ...summary, id: other.id }], nextCursor: null }),
          get: ({ params }) => (params.id === other.id ? other : record),
        },
      });
    const text = 'Đã thu gom.';
    const first = serving();
    const before = await make(first);
    await openFirst(before);
    press(before, 'Trả lời');
    await waitUntil(() => field(before, 'answer'));
    field(before, 'answer').value = text;
    field(before, 'answer').dispatchEvent(new Event('input', { bubbles: true, composed: true }));

    const lists = ({ requests }: FakeClient) =>
      requests.filter(({ url }) => new URL(url).pathname === '/v1/cases').length;
    $<HTMLInputElement>(before, '[name=q]')!.value = 'rac';
    $<HTMLFormElement>(before, '[role=search]')!.requestSubmit();
    await waitUntil(() => lists(first) === 2);
    await waitUntil(() => $(before, '[aria-busy=false]'));
    assert.equal(field(before, 'answer').value, text, 'after another search');

    const again = serving();
    before.client = again.client;
    await waitUntil(() => lists(again) === 1);
    await waitUntil(() => $(before, '[aria-busy=false]'));
    assert.equal(field(before, 'answer').value, text, 'after signing in anew');

    await before.show(other.id);
    assert.isNull(field(before, 'answer'), 'not at another case');
    await before.show(record.id);
    assert.equal(field(before, 'answer').value, text, 'back at the case');

    before.remove();
    const after = await make(serving());
    await after.updateComplete;
    await openFirst(after);
    await waitUntil(() => field(after, 'answer')?.value === text, 'after a reload');
    press(after, 'Hủy');
    await after.show(other.id);
    await after.show(record.id);
    assert.isNull(field(after, 'answer'), 'given up');
  });

  it('takes a step for several cases, each as it is now, and says how it went', async () => {
    const rows = ['received', 'closed', 'received', 'received'].map((status, at) => ({
      ...summary,
      id: crypto.randomUUID(),
      code: `PA-26112${at}-0001-K`,
      status: status as Case['status'],
    }));
    let lost = 0;
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: () => ({ items: rows, nextCursor: null }),
        get: ({ params }) => ({ ...record, ...rows.find(({ id }) => id === params.id)! }),
        transition: ({ params }) =>
          params.id === rows[2]!.id
            ? problem('precondition-failed')
            : params.id === rows[3]!.id && (lost += 1) === 1
              ? offline()
              : { ...record, id: params.id, status: 'accepted' as const },
      },
    });
    const desk = await make(fake);
    await waitUntil(() => $(desk, '.heads input'));
    $(desk, '.heads input')!.click();
    await waitUntil(() => $(desk, '.bar'));
    const inBar = (label: string) =>
      [...desk.shadowRoot!.querySelectorAll<HTMLElement>('.bar button')].find((b) => b.textContent.includes(label))!;
    assert.isDefined(inBar(caseDesk.steps.assign));
    inBar(caseDesk.steps.accept).click();
    await waitUntil(() => $<HTMLDialogElement>(desk, '.dialog')?.open);
    $(desk, '.dialog .primary')!.click();
    await waitUntil(() => $(desk, '.results'));
    const resultsOf = () =>
      [...desk.shadowRoot!.querySelectorAll('.results tr')].map((row) =>
        row.textContent.trim().replaceAll(/\s+/g, ' '),
      );
    const results = resultsOf();
    assert.match(results[0]!, /^PA-261120-0001-K Đã xong$/);
    assert.match(
      results[1]!,
      /^PA-261121-0001-K Trạng thái hiện tại không cho phép.* Đơn vị xử lý: UBND phường Mẫu\.$/,
    );
    assert.match(results[2]!, /^PA-261122-0001-K .*người khác/);
    const sent = fake.requests.filter(({ method }) => method === 'POST');
    assert.deepEqual(await Promise.all(sent.map((request) => request.json())), [
      { action: 'accept' },
      { action: 'accept' },
      { action: 'accept' },
    ]);
    assert.equal(sent[0]!.headers.get('if-match'), record.etag);
    assert.match(results[3]!, /^PA-261123-0001-K .*kết nối/);

    // It may have been recorded: asked for again with the same key, and not read again.
    const before = fake.requests.length;
    press(desk, 'Thử lại với 3');
    await waitUntil(() => $(desk, '.dialog form'));
    $(desk, '.dialog .primary')!.click();
    await waitUntil(() => resultsOf().length === 3);
    assert.match(resultsOf()[2]!, /^PA-261123-0001-K Đã xong$/);
    const again = fake.requests.slice(before);
    assert.isFalse(again.some(({ method, url }) => method === 'GET' && url.endsWith(rows[3]!.id)));
    const keyOf = (requests: Request[]) =>
      requests
        .find(({ method, url }) => method === 'POST' && url.includes(rows[3]!.id))!
        .headers.get('idempotency-key');
    assert.equal(keyOf(again), keyOf(sent));
  });

  it('breaks words of any length', async () => {
    const long = 'Nghiêng'.repeat(40);
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: () => ({ items: [{ ...summary, title: long, unitName: long }], nextCursor: null }),
        get: () => ({ ...record, title: long, content: long, unitName: long, address: long }),
      },
    });
    const desk = await make(fake);
    desk.style.inlineSize = '320px';
    await waitUntil(() => $(desk, '.row'));
    assert.isAtMost(desk.scrollWidth, 320, 'the list');
    await openFirst(desk);
    assert.isAtMost(desk.scrollWidth, 320, 'the record');
  });

  it('asks again for a file that did not come', async () => {
    const file = {
      id: crypto.randomUUID(),
      name: 'biên bản.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' as const,
      size: 1,
      sha256: '0'.repeat(64),
      uploadedAt: '2026-11-20T02:00:00Z',
    };
    let isUp = false;
    let asked = 0;
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: { list, get: () => ({ ...record, attachments: [file] }) },
      attachments: {
        download: () => {
          asked += 1;
          return isUp ? new Blob(['x']) : problem('unavailable');
        },
      },
    });
    const desk = await make(fake);
    await openFirst(desk);
    $(desk, '.file-name')!.click();
    await waitUntil(() => $(desk, '[part=failure]'));
    isUp = true;
    $(desk, '[part=failure] .button')!.click();
    await waitUntil(() => asked === 2);
    await waitUntil(() => !$(desk, '[part=failure]'));
  });

  it('passes a case to the suggested unit by one button, says why, and takes notes in the foot', async () => {
    const suggestion: SuggestedUnit = {
      unitId: record.unitId!,
      name: 'Sở Mẫu',
      topic: true,
      place: false,
      answered: 14,
      answeredHere: 2,
      onTime: 13,
      sentBackBy: [{ name: 'UBND xã Mẫu', at: '2026-11-25T09:40:00Z' }],
    };
    const notes: CaseNote[] = [];
    let current: Case = { ...record, status: 'received', unitId: null, unitName: null };
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list,
        get: () => current,
        suggestUnit: () => ({ suggestion }),
        history: () => ({ items: [], nextCursor: null }),
        notes: () => ({ items: notes, nextCursor: null }),
        addNote: ({ body }) => {
          const by = { roles: ['secretariat'], unitId: null, unitName: null, self: true, name: 'Nguyễn Văn A' };
          notes.unshift({ id: crypto.randomUUID(), at: '2026-11-25T09:41:00Z', by, text: body.text });
          return notes[0]!;
        },
        transition: () => (current = { ...record, etag: '"v4"' }),
      },
    });
    const desk = await make(fake);
    await openFirst(desk);
    await waitUntil(() => textOf(desk).includes('Sở Mẫu'));
    const card = $(desk, '.card')!.textContent;
    for (const reason of ['Phụ trách lĩnh vực', '14 hồ sơ', '13 đúng hạn', 'UBND xã Mẫu đã gửi trả ngày 25/11'])
      assert.include(card, reason);
    assert.lengthOf([...desk.shadowRoot!.querySelectorAll('.detail .primary')], 1, 'one primary button');
    press(desk, 'Chuyển đơn vị này');
    await waitUntil(() => textOf(desk).includes('Đã ghi nhận: Chuyển đơn vị'));
    const sent = fake.requests.find(({ method }) => method === 'POST')!;
    assert.deepEqual(await sent.json(), { action: 'assign', unitId: suggestion.unitId });
    assert.equal(sent.headers.get('if-match'), '"v3"');
    assert.isNull($(desk, '.card'), 'it waits for the unit');
    const box = $<HTMLTextAreaElement>(desk, '.step [name=note]')!;
    box.value = 'Đã gọi cho đơn vị.';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    press(desk, 'Ghi');
    await waitUntil(() => $(desk, '.notes')?.textContent.includes('Đã gọi cho đơn vị.'));
    assert.equal($<HTMLTextAreaElement>(desk, '.step [name=note]')!.value, '');

    fake.answer({
      cases: {
        transition: () => (current = { ...record, status: 'accepted', unitId: null, unitName: null, etag: '"v5"' }),
        suggestUnit: () => ({ suggestion }),
      },
    });
    press(desk, 'Hoàn tác');
    await waitUntil(() => $(desk, '.detail .card')?.textContent.includes('Sở Mẫu'), 'it is to be routed again');
    const undo = fake.requests.findLast(({ method }) => method === 'POST')!;
    assert.deepEqual(await undo.json(), { action: 'recall' });
    assert.equal(undo.headers.get('if-match'), '"v4"', 'not if somebody has changed it since');
    assert.isNull($(desk, '.toast'));
  });

  it('keeps the focus, and the record, when the message that offers to undo is closed', async () => {
    const waiting: Case = { ...record, status: 'received', unitId: null, unitName: null };
    const suggestion = { unitId: record.unitId!, name: 'Sở Mẫu', topic: true, place: false, answered: 14 };
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list,
        get: () => waiting,
        suggestUnit: () => ({ suggestion: { ...suggestion, answeredHere: 2, onTime: 13, sentBackBy: [] } }),
        history: () => ({ items: [], nextCursor: null }),
        notes: () => ({ items: [], nextCursor: null }),
        transition: () => ({ ...record, etag: '"v4"' }),
      },
    });
    const desk = await make(fake);
    /** With Escape, where nothing had the focus before. */
    const closeMessage = async () => {
      (desk.shadowRoot!.activeElement as HTMLElement | null)?.blur();
      await waitUntil(() => $(desk, '.undo'));
      const undo = $(desk, '.undo')!;
      undo.focus();
      const options = { key: 'Escape', bubbles: true, composed: true, cancelable: true };
      undo.dispatchEvent(new KeyboardEvent('keydown', options));
      await waitUntil(() => !$(desk, '.toast'));
      await desk.updateComplete;
    };
    await openFirst(desk);
    await waitUntil(() => textOf(desk).includes('Sở Mẫu'));
    press(desk, 'Chuyển đơn vị này');
    await closeMessage();
    assert.isNotNull($(desk, '.detail'), 'the record stays open');
    assert.isTrue($(desk, '.detail')!.contains(desk.shadowRoot!.activeElement), 'the focus is in the record');
    desk.recordId = '';
    await waitUntil(() => !$(desk, '.detail'));

    await openFirst(desk);
    await waitUntil(() => textOf(desk).includes('Sở Mẫu'));
    press(desk, 'Chuyển đơn vị này');
    await waitUntil(() => $(desk, '.toast'));
    desk.recordId = '';
    await waitUntil(() => !$(desk, '.detail'));
    await closeMessage();
    assert.isTrue(desk.shadowRoot!.activeElement !== null, 'the focus is in the list');
  });

  it('grants an extension as it was asked for, and says of each reason who reads it', async () => {
    const asked = { until: '2026-12-14', reason: 'Chờ kết quả đo', at: '2026-11-20T02:00:00Z' };
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: { list, get: () => ({ ...record, extensionRequest: asked }), transition: () => record },
    });
    const desk = await make(fake);
    await openFirst(desk);
    assert.include($(desk, '.card')!.textContent, asked.reason);
    press(desk, 'Không gia hạn…');
    await waitUntil(() => field(desk, 'reason'));
    assert.include(field(desk, 'reason').label, 'người gửi không đọc được');
    press(desk, 'Hủy');
    await desk.updateComplete;
    press(desk, 'Gia hạn đến 14/12/2026');
    await waitUntil(() => fake.requests.some(({ method }) => method === 'POST'));
    const sent = fake.requests.find(({ method }) => method === 'POST')!;
    assert.deepEqual(await sent.json(), { action: 'extend' });

    const refusing = await make(
      fakeClient({
        session: { get: () => signedIn('secretariat') },
        cases: { list, get: () => ({ ...record, status: 'received', unitId: null }) },
      }),
    );
    await openFirst(refusing);
    press(refusing, 'Từ chối');
    await waitUntil(() => field(refusing, 'reason'));
    assert.include(field(refusing, 'reason').label, 'người gửi sẽ đọc được');
  });

  it('says that a term was extended, and nothing of an extension of the term before a reopening', async () => {
    const extension = { until: '2026-12-14', reason: 'Chờ kết quả đo', at: '2026-11-20T02:00:00Z' };
    // The new term happens to end on the day to which the one before was extended.
    const extended = { ...record, dueAt: '2026-12-14T16:59:59.999Z', extensions: [extension] };
    const by = { roles: ['anonymous'], unitId: null, unitName: null, self: false };
    const event = (kind: string, at: string) =>
      ({ sequence: 1, at, kind, by, from: null, to: 'reopened', unitName: null, reason: null }) as const;
    const show = async (open: Case, ...events: ReturnType<typeof event>[]) => {
      const history = () => ({ items: events, nextCursor: null });
      const session = { get: () => signedIn('secretariat') };
      const desk = await make(fakeClient({ session, cases: { list, get: () => open, history } }));
      await openFirst(desk);
      await waitUntil(() => $(desk, '.timeline'));
      return $(desk, '.states-line')!.textContent!;
    };
    const received = event('case.received', record.receivedAt);
    assert.include(await show(extended, received), 'đã gia hạn');
    const reopened = { ...extended, reopenCount: 1 };
    const reopening = event('case.reopened', '2026-11-25T02:00:00Z');
    assert.notInclude(await show(reopened, reopening, received), 'đã gia hạn');
    const again = { ...extension, at: '2026-11-26T02:00:00Z' };
    const twice = { ...reopened, extensions: [extension, again] };
    assert.include(await show(twice, event('case.extended', again.at), reopening, received), 'đã gia hạn');
  });

  it('calls a sender who was not signed in the sender', async () => {
    const by = { roles: ['anonymous'], unitId: null, unitName: null, self: false };
    const at = '2026-11-25T09:41:00Z';
    const event = {
      sequence: 1,
      at,
      kind: 'case.received',
      by,
      from: null,
      to: 'received',
      unitName: null,
      reason: null,
    };
    const history = () => ({ items: [event], nextCursor: null });
    const session = { get: () => signedIn('secretariat') };
    const desk = await make(fakeClient({ session, cases: { list, get: () => record, history } }));
    await openFirst(desk);
    await waitUntil(() => /· Người gửi/.test($(desk, '.timeline')?.textContent ?? ''));
  });

  it('shows the contact of the sender when asked to, and never to a unit', async () => {
    const sender = { name: 'Nguyễn Văn A', phone: '0912345678', email: null };
    const opened = async (...roles: Session['roles']) => {
      const get = () => ({ ...record, sender: roles.includes('secretariat') ? sender : null });
      const desk = await make(fakeClient({ session: { get: () => signedIn(...roles) }, cases: { list, get } }));
      await openFirst(desk);
      return desk;
    };
    const desk = await opened('secretariat');
    assert.include($(desk, '.facts')!.textContent, '09xx xxx 678');
    press(desk, 'Hiện số');
    await waitUntil(() => $(desk, '.facts')!.textContent.includes('0912 345 678'));
    assert.include($(await opened('unit-officer'), '.facts')!.textContent, 'Đã ẩn với đơn vị xử lý');
  });

  it('passes several cases each to the unit suggested for it, names those without one, and takes it back', async () => {
    const rows = [1, 2].map((at) => ({
      ...summary,
      id: crypto.randomUUID(),
      code: `PA-26112${at}-0001-K`,
      status: 'received' as Case['status'],
    }));
    const now = new Map<string, Case>(rows.map((row) => [row.id, { ...record, ...row, unitId: null }]));
    const actions: string[] = [];
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: () => ({ items: [...now.values()], nextCursor: null }),
        get: ({ params }) => now.get(params.id)!,
        suggestUnit: ({ params }) => ({
          suggestion:
            params.id === rows[0]!.id
              ? {
                  unitId: record.unitId!,
                  name: 'Sở Mẫu',
                  topic: true,
                  place: false,
                  answered: 0,
                  answeredHere: 0,
                  onTime: 0,
                  sentBackBy: [],
                }
              : null,
        }),
        transition: ({ params, body }) => {
          actions.push(body.action);
          const status = body.action === 'assign' ? 'in-progress' : 'accepted';
          now.set(params.id, { ...now.get(params.id)!, status, unitName: status === 'accepted' ? null : 'Sở Mẫu' });
          return now.get(params.id)!;
        },
      },
    });
    const desk = await make(fake);
    await waitUntil(() => $(desk, '.heads input'));
    $(desk, '.heads input')!.click();
    await waitUntil(() => $(desk, '.bar'));
    $(desk, '.bar .white')!.click();
    await waitUntil(() => $<HTMLDialogElement>(desk, '.dialog')?.open);
    $(desk, '.dialog .primary')!.click();
    const results = () => [...desk.shadowRoot!.querySelectorAll('.results tr')].map((row) => row.textContent);
    await waitUntil(() => results().length === 2);
    assert.include(results()[0]!, 'Đã chuyển Sở Mẫu');
    assert.include(results()[1]!, 'Chưa có đơn vị nào để đề xuất');
    press(desk, 'Hoàn tác 1 hồ sơ');
    await waitUntil(() => actions.length === 2);
    assert.deepEqual(actions, ['assign', 'recall']);
  });

  for (const id of ['.', '..', 'mot-hai', '%2F', '01990000-0000-7000-8000-00000000dead'])
    it(`says of a link that names no case that it is wrong, and shows the list: ${id}`, async () => {
      const { href } = window.location;
      history.replaceState(null, '', `#muc-2&case-desk=${id}`);
      try {
        const fake = fakeClient({
          session: { get: () => signedIn('unit-officer') },
          cases: { list, get: problem('not-found') },
        });
        const desk = await fixture<DvkCaseDesk>(
          html`<dvk-case-desk .client=${fake.client} sync-url="hash"></dvk-case-desk>`,
        );
        await waitUntil(() => $(desk, '.row') && $(desk, '[role=alert]'));
        assert.include($(desk, '[role=alert]')!.textContent, 'Không tìm thấy hồ sơ này. Đường liên kết có thể sai');
        assert.isNull($(desk, '[role=alert] button'), 'trying again would not help');
        assert.equal(desk.recordId, '');
        assert.equal(window.location.hash, '#muc-2', 'so that Back leads from the next record to the list');
        fake.answer({ cases: { list, get: () => record } });
        await openFirst(desk);
        assert.isNull($(desk, '[role=alert]'));
      } finally {
        history.replaceState(null, '', href);
      }
    });

  it('says when a case cannot be opened', async () => {
    const fake = fakeClient({
      session: { get: () => signedIn('unit-officer') },
      cases: { list, get: problem('internal-error') },
    });
    const desk = await make(fake);
    await waitUntil(() => $(desk, '.row'));
    $(desk, '.row')!.click();
    await waitUntil(() => $(desk, '[role=alert]')?.textContent.includes('Hệ thống gặp lỗi'));
    assert.exists($(desk, '.row'), 'the list stays');
  });

  it('shows an answer as its sender will see it before it is sent', async () => {
    const file = (name: string) => ({ id: crypto.randomUUID(), name, size: 1200 });
    const before = {
      ...file('truoc.jpg'),
      mediaType: 'image/jpeg' as const,
      sha256: '0'.repeat(64),
      uploadedAt: record.receivedAt,
    };
    const fake = fakeClient({
      session: { get: () => signedIn('unit-officer') },
      cases: { list, get: () => ({ ...record, attachments: [before] }) },
    });
    const desk = await make(fake);
    await openFirst(desk);
    press(desk, 'Trả lời');
    await waitUntil(() => field(desk, 'answer'));
    field(desk, 'answer').value = 'Đã thu gom.';
    $<HTMLElementTagNameMap['dvk-file-field']>(desk, '[name=attachments]')!.files = [
      file('sau.jpg'),
      file('bien-ban.pdf'),
    ];
    field(desk, 'solution').value = 'part';
    field(desk, 'answer').dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => textOf(desk).includes('11 ký tự'));
    press(desk, 'Xem trước');
    await waitUntil(() => $(desk, '.dialog .answer'));
    const shown = $(desk, '.dialog')!.textContent.replaceAll(/\s+/g, ' ');
    for (const words of ['Nội dung trả lời', record.unitName!, 'Đã thu gom.', 'Giải quyết một phần', 'bien-ban.pdf'])
      assert.include(shown, words);
    assert.lengthOf([...desk.shadowRoot!.querySelectorAll('.dialog .pair-pictures figure')], 2);
    assert.isFalse(
      fake.requests.some(({ method }) => method === 'POST'),
      'nothing is sent',
    );
  });

  it('warns of personal data in an answer', async () => {
    const fake = fakeClient({ session: { get: () => signedIn('unit-officer') }, cases: { list, get: () => record } });
    const desk = await make(fake);
    await openFirst(desk);
    press(desk, 'Câu trả lời');
    await waitUntil(() => field(desk, 'answer'));
    field(desk, 'answer').value = 'Gọi 0912 345 678';
    field(desk, 'answer').dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => $(desk, '.notice.advice')?.textContent.includes('có vẻ có số điện thoại'));
  });

  it('finds by words and state, and loads more', async () => {
    const queries: unknown[] = [];
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list: ({ query }) => {
          queries.push(query);
          return { items: [{ ...summary, id: crypto.randomUUID() }], nextCursor: query.cursor ? null : 'next' };
        },
      },
    });
    const desk = await make(fake);
    await waitUntil(() => $(desk, '.row'));
    press(desk, 'Tải thêm');
    await waitUntil(() => desk.shadowRoot!.querySelectorAll('.row').length === 2);
    $<HTMLInputElement>(desk, '[name=q]')!.value = 'rac';
    $<HTMLFormElement>(desk, '[role=search]')!.requestSubmit();
    await waitUntil(() => queries.length === 3);
    await waitUntil(() => desk.shadowRoot!.querySelectorAll('.row').length === 1);
    const status = ['received', 'accepted', 'reopened'];
    assert.deepEqual(queries.splice(0), [
      { limit: 20, status },
      { limit: 20, status, cursor: 'next' },
      { limit: 20, status, q: 'rac' },
    ]);
    press(desk, 'Đã trả lời');
    await waitUntil(() => queries.length === 1);
    assert.deepEqual(queries, [{ limit: 20, status: ['answered'], q: 'rac' }]);
  });

  it('never loses the focus: begun, given up, recorded, back to the list', async () => {
    let current = { ...record, status: 'received' as Case['status'] };
    const fake = fakeClient({
      session: { get: () => signedIn('secretariat') },
      cases: {
        list,
        get: () => current,
        transition: () => (current = { ...current, status: 'accepted', etag: '"v2"' }),
      },
    });
    const desk = await make(fake);
    await openFirst(desk);
    const focused = () => desk.shadowRoot!.activeElement?.textContent?.trim().replaceAll(/\s+/g, ' ');
    const click = async (label: string) => {
      const button = [...desk.shadowRoot!.querySelectorAll<HTMLElement>('.detail button')].find(
        (b) => b.textContent!.trim() === label,
      )!;
      button.focus();
      button.click();
      await waitUntil(() => !button.isConnected, label);
      await waitUntil(() => desk.shadowRoot!.activeElement, `the focus after ${label}`);
    };
    await click('Tiếp nhận xử lý');
    assert.equal(focused(), 'Xác nhận: Tiếp nhận xử lý');
    await click('Hủy');
    assert.equal(focused(), 'Tiếp nhận xử lý');
    await click('Tiếp nhận xử lý');
    await click('Xác nhận: Tiếp nhận xử lý');
    assert.isNotNull(desk.shadowRoot!.activeElement!.closest('.card'));
    await click('Việc cần làm');
    assert.isTrue(desk.shadowRoot!.activeElement!.matches('.row .opener'));
  });

  it('keeps the focus when a failure goes away with the button that was pressed', async () => {
    const slowly = async (answer: Case) => {
      await aTimeout(50);
      return answer;
    };
    const session = { get: () => signedIn('unit-officer') };
    const read = { list, get: () => slowly(record) };
    const fake = fakeClient({ session, cases: { ...read, transition: problem('precondition-failed') } });
    const desk = await make(fake);
    await openFirst(desk);
    press(desk, 'Trả lời');
    await waitUntil(() => field(desk, 'answer'));
    field(desk, 'answer').value = 'Đã thu gom.';
    const pressFocused = async (label: string) => {
      const find = () => [...desk.shadowRoot!.querySelectorAll('button')].find((b) => b.textContent!.trim() === label);
      await waitUntil(find, label);
      find()!.focus();
      find()!.click();
      await waitUntil(() => !find()?.isConnected, `${label} is gone`);
      await waitUntil(() => desk.shadowRoot!.activeElement, `the focus after ${label}`);
    };
    press(desk, 'Gửi trả lời');
    await waitUntil(() => $(desk, '.step > [role=alert]'));
    assert.lengthOf([...desk.shadowRoot!.querySelectorAll('[role=alert] button')], 1, 'one button, with one meaning');
    const above = $(desk, '.step > [role=alert]')!.getBoundingClientRect().bottom;
    assert.isAtLeast($(desk, '.foot-actions')!.getBoundingClientRect().top - above, 10, 'the buttons stand apart');
    await pressFocused('Tải bản mới');
    assert.isNotNull(desk.shadowRoot!.activeElement!.closest('.step'));
    fake.answer({ cases: { transition: problem('internal-error') } });
    press(desk, 'Gửi trả lời');
    await waitUntil(() => $(desk, '[role=alert]'));
    fake.answer({ cases: { transition: () => slowly({ ...record, status: 'closed' }) } });
    await pressFocused('Thử lại');
    await waitUntil(() => textOf(desk).includes('Đã ghi nhận'));
    assert.isNotNull(desk.shadowRoot!.activeElement!.closest('.detail'), 'no step is left, the case is');
  });

  for (const [what, before] of [
    ['was opening', () => {}],
    [
      'was reloading',
      async (desk: DvkCaseDesk) => {
        await openFirst(desk);
        press(desk, 'Trả lời');
        await waitUntil(() => field(desk, 'answer'));
        field(desk, 'answer').value = 'Đã thu gom.';
        press(desk, 'Gửi trả lời');
        await waitUntil(() => $(desk, '[role=alert]'));
      },
    ],
    [
      'was answering',
      async (desk: DvkCaseDesk) => {
        await openFirst(desk);
        press(desk, 'Trả lời');
        await waitUntil(() => field(desk, 'answer'));
        field(desk, 'answer').value = 'Đã thu gom.';
      },
    ],
  ] as const)
    it(`shows nobody else the case that somebody ${what}`, async () => {
      let hold: Promise<void> | undefined;
      let end = (): void => {};
      const late = async () => {
        await hold;
        return record;
      };
      const first = fakeClient({
        session: { get: () => signedIn('unit-officer') },
        cases: { list, get: late, transition: what === 'was reloading' ? problem('precondition-failed') : late },
      });
      const desk = await make(first);
      await waitUntil(() => $(desk, '.row'));
      await before(desk);
      hold = new Promise((resolve) => (end = resolve));
      const sent = first.requests.length;
      if (what === 'was opening') $(desk, '.row')!.click();
      else press(desk, what === 'was reloading' ? 'Tải bản mới' : 'Gửi trả lời');
      await waitUntil(() => first.requests.length > sent);
      desk.client = fakeClient({
        session: { get: () => ({ ...signedIn('unit-officer'), subject: 'another' }) },
        cases: { list: () => ({ items: [], nextCursor: null }) },
      }).client;
      await waitUntil(() => $(desk, '[part=empty]'));
      let told = 0;
      for (const type of ['dvk-load', 'dvk-save']) desk.addEventListener(type, () => (told += 1));
      end();
      await waitUntil(() => $(desk, '[aria-busy=false]'));
      await desk.updateComplete;
      assert.notInclude(textOf(desk), record.content);
      assert.notInclude(textOf(desk), record.code);
      assert.equal(told, 0);
    });

  it('asks a visitor to sign in, says to a citizen that it is for officers, and loads no list', async () => {
    const visiting = fakeClient({ session: { get: () => ({ ...signedIn('anonymous'), subject: null }) } });
    const visitor = await make(visiting);
    await waitUntil(() => textOf(visitor).includes('Đăng nhập bằng tài khoản của đơn vị'));
    let asked = false;
    visitor.addEventListener('dvk-sign-in', () => (asked = true));
    press(visitor, 'Đăng nhập');
    assert.isTrue(asked);
    const citizen = await make(fakeClient({ session: { get: () => signedIn('citizen') } }));
    await waitUntil(() => textOf(citizen).includes('dành cho cán bộ'));
    assert.isNull($(citizen, 'button'));
    assert.lengthOf(visiting.requests, 1);
  });
});
