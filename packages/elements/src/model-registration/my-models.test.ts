import { assert, aTimeout, fixture, html } from '@open-wc/testing';
import type { Model } from '@dvk/sdk/models';
import { bacKan2017, illustrativeModel } from '@dvk/sdk/rubrics';
import {
  problem,
  sampleAssessments,
  sampleDrafts,
  sampleModels,
  sampleRubrics,
  sampleSettings,
} from '@dvk/sdk/testing';
import { addDays, dateInVietnam } from '@dvk/sdk/text';
import { $, button, control, formOf, network, posts, send, text, textOf } from '../testkit/form-widget.ts';
import { fill, make, withOfficer, type Widget } from '../testkit/registering.ts';
import { axe } from '../testkit/page.ts';
import { wrappedChips } from '../testkit/chips.ts';
import { serverDrafts } from '../testkit/server-drafts.ts';
import { summary, unitWith } from '../testkit/unit-models.ts';
import type { FakeClient } from '../testkit/fake-client.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { registered, registration } = sampleModels;
const { draft } = sampleDrafts;

let serial = 0;
const model = (name: string, changes: Partial<Model>): Model =>
  registered(
    { ...registration, name },
    { id: `01890000-0000-7000-8000-${String((serial += 1)).padStart(12, '0')}`, ...changes },
  );
const building = model('Camera an ninh', { status: 'building', assessmentDate: '2199-12-15' });
const returned = model('Tổ tự quản đường sông', {
  status: 'returned',
  statusReason: 'Xem các mục dưới đây.',
  remarks: [
    { field: 'content/resources', text: 'Thiếu biên bản họp dân.' },
    { field: 'communeCode', text: 'Nêu đúng xã.' },
  ],
  correctBy: '2020-12-07',
});
const recognised = model('Tiếng loa nghĩa tình', { status: 'recognised' });
const all = [recognised, building, returned];

async function makeList(fake: FakeClient): Promise<Widget> {
  const widget = await fixture<Widget>(
    html`<dvk-model-registration lang="vi" .client=${fake.client}></dvk-model-registration>`,
  );
  await waitUntil(() => $(widget, '.my-models'), 'the list');
  await widget.updateComplete;
  return widget;
}
const namesOf = (widget: Widget) =>
  [...widget.shadowRoot!.querySelectorAll('.row .opener')].map((name) => name.textContent);
const rowOf = (widget: Widget, name: string) =>
  [...widget.shadowRoot!.querySelectorAll('.row')].find((row) => row.querySelector('.opener')!.textContent === name)!;
/** Types a name, and waits until the server has the draft. */
async function typeName(widget: Widget, name: string): Promise<void> {
  const box = text(widget, 'name');
  box.value = name;
  box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

describe('dvk-model-registration: the models of a unit', () => {
  withOfficer();
  // Which columns and filters somebody has chosen is kept.
  beforeEach(() => localStorage.clear());

  it('shows what is due first, with the only primary button, the state, the stage, and counts', async () => {
    const widget = await makeList(unitWith(all, { drafts: serverDrafts(draft).handlers }));
    assert.deepEqual(namesOf(widget), [draft.title, returned.name, building.name, recognised.name]);
    const primary = [...widget.shadowRoot!.querySelectorAll('.primary')].map((each) => each.textContent.trim());
    assert.deepEqual(primary, ['Bổ sung và gửi lại']);
    const first = rowOf(widget, returned.name);
    assert.equal(first.querySelector('.chip')!.textContent, 'Trả lại bổ sung');
    assert.equal(
      first.querySelector('.due.danger')!.textContent,
      'Đơn vị cần bổ sung 2 mục: quá hạn từ ngày 07/12/2020 (thứ Hai)',
    );
    assert.include(rowOf(widget, building.name).textContent, 'Bắt đầu tự chấm điểm: hết ngày 15/12/2199');
    assert.equal(rowOf(widget, building.name).querySelector('.stages')!.textContent.trim(), 'Bước 2 trong 7: Xây dựng');
    assert.include(rowOf(widget, draft.title!).textContent, 'mở tiếp được trên máy khác');
    const counts = () =>
      [...widget.shadowRoot!.querySelectorAll('.tab')].map((tab) => tab.textContent.replace(/\s+/g, ' ').trim());
    await waitUntil(() => counts()[0] === 'Tất cả 4');
    assert.deepEqual(counts(), ['Tất cả 4', 'Cần làm 2', 'Nháp 1', 'Đang thực hiện 1', 'Được công nhận 1']);
    assert.deepEqual(wrappedChips(widget), []);
    assert.deepEqual(await axe(widget), []);
  });

  it('calls due soon what the working days and the limit of the province make so', async () => {
    const day = (days: number) => addDays(dateInVietnam(Date.now()), days);
    const next = model('Đường hoa', { status: 'building', assessmentDate: day(20) });
    const groups = async (off: string[], dueSoonDays: number) => {
      const workWeek = { weekdays: [1, 2, 3, 4, 5, 6, 7], off, worked: [] };
      const { thresholds } = sampleSettings.settings;
      const told = { ...sampleSettings.settings, workWeek, thresholds: { ...thresholds, dueSoonDays } };
      const widget = await makeList(unitWith([next], { settings: { get: () => told } }));
      return [...widget.shadowRoot!.querySelectorAll('.group')].map((group) => group.textContent.trim());
    };
    const usual = await groups([], 2);
    const closed = Array.from({ length: 18 }, (_, at) => day(at + 1));
    const soon = await groups(closed, 2);
    assert.notDeepEqual(soon, usual, 'two days are left that are worked');
    assert.deepEqual(await groups([], 20), soon);
    assert.deepEqual(await groups([], 19), usual);
  });

  it('shows the models of a tab, and says where there are none', async () => {
    const widget = await makeList(unitWith(all));
    const choose = (name: string) =>
      [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.tab')]
        .find((tab) => tab.textContent.includes(name))!
        .click();
    choose('Được công nhận');
    await waitUntil(() => namesOf(widget).length === 1);
    assert.deepEqual(namesOf(widget), [recognised.name]);
    choose('Nháp');
    await waitUntil(() => $(widget, '[part=empty]'));
    assert.include($(widget, '[part=empty]')!.textContent, 'Không có bản nháp nào');
    choose('Cần làm');
    await waitUntil(() => namesOf(widget).length === 2);
    assert.deepEqual(namesOf(widget), [returned.name, building.name]);
  });

  it('shows the models before they are counted, and without counts where there are none', async () => {
    const counting = Promise.withResolvers<never>();
    const widget = await makeList(unitWith(all, {}, { counts: () => counting.promise }));
    const tabs = () =>
      [...widget.shadowRoot!.querySelectorAll('.tab')].map((tab) => tab.textContent.replace(/\s+/g, ' ').trim());
    assert.deepEqual(namesOf(widget), [returned.name, building.name, recognised.name]);
    assert.deepEqual(tabs(), ['Tất cả …', 'Cần làm …', 'Nháp 0', 'Đang thực hiện …', 'Được công nhận …']);
    counting.reject(new TypeError('down'));
    await waitUntil(() => tabs()[0] === 'Tất cả');
    assert.deepEqual(namesOf(widget), [returned.name, building.name, recognised.name]);
    assert.isNull($(widget, '[part=failure]'));
  });

  describe('when answers come late', () => {
    const tab = (widget: Widget, name: string) =>
      [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.tab')].find((each) => each.textContent.includes(name))!;

    it('shows the models of the tab that was chosen last', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let isLate = false;
      const widget = await makeList(
        unitWith(
          all,
          {},
          {
            list: async ({ query }) => {
              if (isLate && query.status?.includes('building')) await promise;
              return {
                items: all.filter((each) => !query.status || query.status.includes(each.status)).map(summary),
                nextCursor: null,
              };
            },
          },
        ),
      );
      isLate = true;
      tab(widget, 'Đang thực hiện').click();
      await widget.updateComplete;
      tab(widget, 'Được công nhận').click();
      await waitUntil(() => namesOf(widget).length === 1);
      assert.deepEqual(namesOf(widget), [recognised.name]);
      resolve();
      await aTimeout(20);
      assert.deepEqual(namesOf(widget), [recognised.name]);
    });

    it('takes a step again for the model that it was for', async () => {
      const ready = model('Ngõ sáng đèn', { status: 'building', assessmentDate: '2020-12-15' });
      const other = model('Bếp ăn', { status: 'building', assessmentDate: '2020-12-16' });
      const moved: string[] = [];
      let fails = true;
      const widget = await makeList(
        unitWith(
          [ready, other],
          {},
          {
            transition: ({ params }) => {
              moved.push(params.id);
              return fails ? problem('unavailable') : registered(registration, { status: 'self-assessing' });
            },
          },
        ),
      );
      const ask = (name: string) => rowOf(widget, name).querySelector<HTMLElement>('.button')!.click();
      const inDialog = (at: number) =>
        widget.shadowRoot!.querySelectorAll<HTMLElement>('dialog .dialog-foot button')[at]!;
      ask(ready.name);
      await waitUntil(() => $(widget, 'dialog[open]'));
      inDialog(1).click();
      await waitUntil(() => $(widget, '[part=failure]'));
      ask(other.name);
      await waitUntil(() => $(widget, 'dialog[open]'));
      inDialog(0).click();
      await waitUntil(() => !$(widget, 'dialog'));
      fails = false;
      $(widget, '[part=failure] button')?.click();
      await waitUntil(() => moved.length === 2);
      assert.deepEqual(moved, [ready.id, ready.id]);
    });
  });

  it('breaks words of any length', async () => {
    const long = 'Nghiêng'.repeat(40);
    const remarks = returned.remarks!.map((remark) => ({ ...remark, text: long }));
    const widget = await makeList(
      unitWith([model(long, { ...returned, remarks, statusReason: long, unitName: long })]),
    );
    widget.style.inlineSize = '320px';
    assert.isAtMost(widget.scrollWidth, 320);
  });

  it('leads from a remark to its field in the correction', async () => {
    const widget = await makeList(unitWith(all));
    const links = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.remarks a')];
    assert.deepEqual(
      links.map((link) => link.textContent),
      ['Đến mục 7a', 'Đến mục “Xã, phường, đặc khu”'],
    );
    links[0]!.click();
    await waitUntil(() => $(widget, 'form'));
    await waitUntil(() => (widget.shadowRoot!.activeElement as HTMLInputElement | null)?.name === 'content/resources');
    assert.equal(text(widget, 'name').value, returned.name);
    assert.include(textOf(widget), 'Thiếu biên bản họp dân. Đến mục 7a');
  });

  it('takes a step only after a question', async () => {
    let now = building;
    const list = unitWith(
      [building],
      {},
      {
        transition: ({ body }) =>
          (now = { ...building, status: body.action === 'begin-self-assessment' ? 'self-assessing' : 'paused' }),
      },
    );
    const widget = await makeList(list);
    rowOf(widget, building.name).querySelector<HTMLElement>('.primary')!.click();
    await waitUntil(() => $<HTMLDialogElement>(widget, 'dialog')?.open);
    assert.equal(now.status, 'building');
    $(widget, '.dialog-foot .primary')!.click();
    await waitUntil(() => textOf(widget).includes('“Camera an ninh”: Tự đánh giá'));
    assert.equal(now.status, 'self-assessing');
  });

  it('leads to the scorecard of a model that is being scored, and opens one where there is none', async () => {
    const scoring = model('Ngõ sáng đèn', { status: 'self-assessing', assessmentDate: '2199-12-15' });
    const made = sampleAssessments.assessmentOf(bacKan2017, []);
    const asked: string[] = [];
    let found = [sampleAssessments.summaryOf(made, bacKan2017)];
    const fake = unitWith([scoring], {
      rubrics: { list: () => ({ items: [sampleRubrics.summaryOf(illustrativeModel)], nextCursor: null }) },
      assessments: {
        list: ({ query }) => {
          asked.push(query.subjectId!);
          return { items: found, nextCursor: null };
        },
        create: ({ body }) => ({ ...made, id: made.id.replace('a1', 'a2'), rubricId: body.rubricId }),
      },
    });
    const widget = await makeList(fake);
    assert.isNull(rowOf(widget, scoring.name).querySelector('.primary'), 'nowhere to go');
    widget.scorecardUrl = '/cham-diem';
    await widget.updateComplete;
    const heard: string[][] = [];
    widget.addEventListener('dvk-navigate', (event) => {
      heard.push([event.area, event.recordId]);
      event.preventDefault();
    });
    const go = () => rowOf(widget, scoring.name).querySelector<HTMLElement>('.primary')!.click();
    assert.include(rowOf(widget, scoring.name).querySelector('.primary')!.textContent, 'Tự chấm tiếp');
    go();
    await waitUntil(() => heard.length === 1);
    found = [];
    await waitUntil(() => $(widget, '[aria-busy=false]'));
    go();
    await waitUntil(() => heard.length === 2);
    assert.deepEqual(heard, [
      ['assessments', made.id],
      ['assessments', made.id.replace('a1', 'a2')],
    ]);
    assert.deepEqual(asked, [scoring.id, scoring.id]);
    const [post] = posts(fake);
    assert.deepEqual(((await post!.json()) as { subject: object }).subject, { kind: 'model', id: scoring.id });
  });

  describe('drafts on the server', () => {
    it('are saved while somebody types, gone on with on another machine, and deleted with the sending', async () => {
      const server = serverDrafts();
      const fake = unitWith([], { drafts: server.handlers });
      const widget = await makeList(fake);
      button(widget, 'Đăng ký mô hình mới').focus();
      button(widget, 'Đăng ký mô hình mới').click();
      await waitUntil(() => $(widget, 'form') && text(widget, 'name'));
      await widget.updateComplete;
      assert.equal(widget.shadowRoot!.activeElement?.id, 'title');
      await fill(widget);
      await typeName(widget, 'Bếp ăn không đồng');
      await waitUntil(() => textOf(widget).includes('Đã lưu bản nháp lên máy chủ'));
      assert.include(textOf(widget), 'chỉ quý vị thấy');
      const [saved] = server.drafts.values();
      assert.equal(saved!.title, 'Bếp ăn không đồng');
      button(widget, 'Mô hình của đơn vị tôi').click();
      await waitUntil(() => namesOf(widget).length === 1);
      // As on another machine: this one keeps nothing once the server has it.
      rowOf(widget, 'Bếp ăn không đồng').querySelector<HTMLElement>('.button')!.click();
      await waitUntil(() => $(widget, 'form') && text(widget, 'name')?.value === 'Bếp ăn không đồng');
      assert.include(textOf(widget), 'Đã mở lại bản nháp');
      await send(widget);
      const body = (await posts(fake)[0]!.json()) as { name: string; draftId?: string };
      assert.deepEqual([body.name, body.draftId], ['Bếp ăn không đồng', saved!.id]);
      // What comes next is told in the list, so that is where the receipt leads.
      const [onward, ...others] = widget.shadowRoot!.querySelectorAll<HTMLButtonElement>('.button.primary');
      assert.equal(onward!.textContent, 'Mô hình của đơn vị tôi');
      assert.lengthOf(others, 0);
      onward!.click();
      await waitUntil(
        () => $(widget, '.layout, [part=sheet]') === null && textOf(widget).includes('Đăng ký mô hình mới'),
      );
    });

    it('are both kept when another machine was faster', async () => {
      const theirs = { ...draft, etag: '"v9"', title: 'Sửa trên máy khác' };
      const server = serverDrafts(draft);
      const widget = await makeList(unitWith([], { drafts: server.handlers }));
      rowOf(widget, draft.title!).querySelector<HTMLElement>('.button')!.click();
      await waitUntil(() => $(widget, 'form') && $(widget, '.end'));
      await widget.updateComplete;
      server.drafts.set(draft.id, theirs);
      await typeName(widget, 'Sửa trên máy này');
      await waitUntil(() => textOf(widget).includes('vừa được sửa trên máy khác'));
      assert.deepEqual([...server.drafts.values()].map(({ title }) => title).sort(), [
        'Sửa trên máy khác',
        'Sửa trên máy này',
      ]);
      assert.equal(text(widget, 'name').value, 'Sửa trên máy này');
    });

    it('that could not be saved stay on the machine, and the list says so', async () => {
      const widget = await make(unitWith([], { drafts: {} }));
      await typeName(widget, 'Ngõ sáng đèn');
      await waitUntil(() => textOf(widget).includes('Chưa lưu được bản nháp lên máy chủ'));
      button(widget, 'Mô hình của đơn vị tôi').click();
      await waitUntil(() => namesOf(widget).length === 1);
      assert.include(rowOf(widget, 'Ngõ sáng đèn').textContent, 'chỉ trên máy này');
      button(widget, 'Đăng ký mô hình mới').click();
      await waitUntil(() => $(widget, 'form') && text(widget, 'name')?.value === 'Ngõ sáng đèn');
      network(true);
    });

    it('are deleted with what was typed', async () => {
      const server = serverDrafts(draft);
      const widget = await makeList(unitWith([], { drafts: server.handlers }));
      rowOf(widget, draft.title!).querySelector<HTMLElement>('.button')!.click();
      await waitUntil(() => $(widget, 'form') && $(widget, '.end'));
      await typeName(widget, 'Khác');
      button(widget, 'Xóa bản nháp').click();
      await waitUntil(() => server.drafts.size === 0);
      assert.equal(control(widget, 'name').data, undefined);
      assert.isNotNull(formOf(widget));
    });
  });
});
