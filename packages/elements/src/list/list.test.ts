import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { assert, aTimeout, html } from '@open-wc/testing';
import { readXlsx } from 'hucre/xlsx';
import { fakeClient } from '../testkit/fake-client.ts';
import { newSubject, listDesk, type ListDesk, type Row } from '../testkit/list-desk.ts';
import { accessibilityTree, axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import type { BulkStep } from './definition.ts';
import { writeCsv } from './write-csv.ts';

const all = <E extends HTMLElement = HTMLElement>(desk: ListDesk, selector: string) => [
  ...desk.shadowRoot!.querySelectorAll<E>(selector),
];
const one = <E extends HTMLElement = HTMLElement>(desk: ListDesk, selector: string) => all<E>(desk, selector)[0]!;
const textOf = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const texts = (desk: ListDesk, selector: string) => all(desk, selector).map(textOf);
const titles = (desk: ListDesk) => texts(desk, '.row .opener');
const focused = (desk: ListDesk) => desk.shadowRoot!.activeElement as HTMLElement | null;
const press = (desk: ListDesk, label: string, within = '') => {
  const selector = ['button', 'summary', 'label'].map((each) => `${within} ${each}`).join(',');
  all(desk, selector)
    .find((each) => textOf(each).startsWith(label) || each.getAttribute('aria-label')?.startsWith(label))!
    .click();
};
const isShown = (element: Element | undefined) => element?.checkVisibility() ?? false;
const moving: BulkStep<Row> = { key: 'move', label: 'Chuyển', run: async (rows) => rows.map(done) };
const done = ({ id }: Row) => ({ id, ok: true, text: 'Đã chuyển' });

describe('list of a desk', () => {
  expectNoPolicyViolations();
  let desk: ListDesk;
  before(() => setViewport({ width: 1440, height: 900 }));
  afterEach(() => {
    desk.parentElement!.remove();
  });

  it('is a plain table, with names, groups, an order, and one way into each row', async () => {
    desk = await listDesk(3, (it) => (it.bulk = [moving]));
    const tree = await accessibilityTree('dvk-list-desk');
    const row = (at: number, points: string, state: string) => [
      'row',
      `cell "Chọn Việc số ${at}"`,
      `checkbox "Chọn Việc số ${at}"`,
      `cell "Việc số ${at} HS-${at}"`,
      `button "Việc số ${at}"`,
      `cell "${points}"`,
      `cell "xã Mẫu ${at}"`,
      `cell "${state}"`,
    ];
    const from = tree.indexOf('table "Danh sách việc"');
    assert.deepEqual(tree.slice(from, from + 40), [
      'table "Danh sách việc"',
      'rowgroup',
      'row',
      'columnheader "Chọn tất cả dòng đang hiện"',
      'checkbox "Chọn tất cả dòng đang hiện"',
      'columnheader "Nội dung"',
      'columnheader "Điểm"',
      'button "Điểm" – "Sắp xếp theo Điểm"',
      'columnheader "Nơi"',
      'columnheader "Trạng thái"',
      'rowgroup "Quá hạn · 2"',
      'row',
      'rowheader "Quá hạn · 2"',
      ...row(1, '0', 'new'),
      ...row(2, '0.5', 'new'),
      'rowgroup "Trong hạn · 1"',
      'row',
      'rowheader "Trong hạn · 1"',
      ...row(3, '1', 'done'),
    ]);
    assert.equal(getComputedStyle(one(desk, '.frame')).borderRadius, '10px', 'its styles have the tokens');
    press(desk, 'Điểm', '.heads');
    await waitUntil(() => titles(desk)[0] === 'Việc số 3');
    assert.deepEqual(desk.queries.at(-1), { limit: 20, sort: 'most' });
    assert.equal(one(desk, 'th.end').getAttribute('aria-sort'), 'descending');
    one(desk, '.row input').click();
    await waitUntil(() => one(desk, '.bar'));
    assert.deepEqual(await axe(desk), []);
  });

  it('obeys its keys in the list, and nowhere else', async () => {
    desk = await listDesk(25, (it) => (it.bulk = [moving]));
    await sendKeys({ press: 'j' });
    assert.isNull(focused(desk), 'the focus is not in the list');
    one(desk, '.row .opener').focus();
    await sendKeys({ press: 'j' });
    assert.equal(textOf(focused(desk)), 'Việc số 2');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'k' });
    await sendKeys({ press: 'ArrowUp' });
    assert.equal(textOf(focused(desk)), 'Việc số 1');
    await sendKeys({ press: 'Space' });
    await waitUntil(() => one(desk, '.row.selected'));
    assert.equal(textOf(one(desk, '.bar b')), 'Đã chọn 1 việc');
    assert.isUndefined(one(desk, '.detail'), 'selecting opens nothing');
    assert.include(await accessibilityTree('dvk-list-desk'), 'group "Làm với các dòng đã chọn"');
    one(desk, '.bar .tool').focus();
    await sendKeys({ press: 'Tab' });
    assert.equal(focused(desk)?.closest('.menu')?.parentElement?.className, 'steps', 'Tab leads through the steps');
    one(desk, '.row .opener').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => one(desk, '.detail'));
    await waitUntil(() => focused(desk)?.id === 'record-title');
    one(desk, '.row .opener').focus();
    await sendKeys({ press: '/' });
    await waitUntil(() => focused(desk)?.matches('[name=q]'));
    await sendKeys({ type: 'jk / ' });
    assert.equal((focused(desk) as HTMLInputElement).value, 'jk / ', 'a person who types is left alone');
    (focused(desk) as HTMLInputElement).value = '';
    one(desk, '.row .opener').focus();
    for (const more of [{ isComposing: true }, { keyCode: 229 }, { ctrlKey: true }]) {
      const key = new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true, cancelable: true, ...more });
      focused(desk)!.dispatchEvent(key);
      assert.equal(textOf(focused(desk)), 'Việc số 1', JSON.stringify(more));
    }
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !one(desk, '.detail'));
    await waitUntil(() => textOf(focused(desk)) === 'Việc số 1');
    all(desk, '.row .opener').at(-1)!.focus();
    await sendKeys({ press: 'j' });
    await waitUntil(() => textOf(focused(desk)) === 'Việc số 21', 'after the last that is loaded come more');
  });

  it('narrows by state, filters and words, says by what, and takes it back', async () => {
    desk = await listDesk(25);
    assert.deepEqual(texts(desk, '.tabs .tab'), ['Tất cả 25', 'Mới 17', 'Xong 8']);
    assert.equal(textOf(one(desk, '.foot .shown')), '20 trong 25 việc');
    press(desk, 'Xong', '.tabs');
    await waitUntil(() => titles(desk).length === 8);
    press(desk, 'Nơi', '.filter-row');
    press(desk, 'xã Mẫu 3', '.filter-row');
    press(desk, 'xã Mẫu 6', '.filter-row');
    await waitUntil(() => titles(desk).length === 3);
    assert.deepEqual(desk.queries.at(-1), { limit: 20, status: ['done'], place: ['xã Mẫu 3', 'xã Mẫu 6'] });
    assert.deepEqual(texts(desk, '.pill'), ['Nơi: xã Mẫu 3, xã Mẫu 6']);
    assert.equal(textOf(one(desk, '.active .shown')), '3 trong 3 việc');
    assert.deepEqual(texts(desk, '.tabs .tab'), ['Tất cả 7', 'Mới 4', 'Xong 3'], 'each state as if it were chosen');
    press(desk, 'Xóa lọc');
    await waitUntil(() => titles(desk).length === 8);
    const search = one<HTMLInputElement>(desk, '[name=q]');
    search.focus();
    search.value = 'số 2';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await aTimeout(500);
    assert.notProperty(desk.queries.at(-1)!, 'q', 'a word being composed is not looked for');
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitUntil(() => desk.queries.at(-1)!['q'] === 'số 2');
    await waitUntil(() => titles(desk).join() === 'Việc số 21,Việc số 24');
    assert.equal(focused(desk), search);
    assert.deepEqual(await axe(desk), []);
  });

  it('keeps rows that are there while others are on their way, and says when they do not come', async () => {
    desk = await listDesk(25);
    let go = () => {};
    desk.hold = new Promise((resolve) => (go = resolve));
    press(desk, 'Xong', '.tabs');
    await waitUntil(() => one(desk, '.panel').getAttribute('aria-busy') === 'true');
    assert.lengthOf(titles(desk), 20);
    desk.fails = true;
    go();
    await waitUntil(() => one(desk, '[part=failure]'));
    assert.isTrue(isShown(one(desk, '.filter-row')));
    desk.fails = false;
    press(desk, 'Thử lại');
    await waitUntil(() => titles(desk).length === 8);
    press(desk, 'Loại', '.filter-row');
    const kind = one<HTMLSelectElement>(desk, 'select[name=kind]');
    desk.all = [];
    kind.value = 'a';
    kind.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => one(desk, '[part=empty]'));
    assert.include(textOf(one(desk, '[part=empty]')), 'Không có việc nào phù hợp.');
    assert.deepEqual(texts(desk, '.pill'), ['Loại: Loại A'], 'the way out of the filter');
    press(desk, 'Xóa lọc', '[part=empty]');
    await waitUntil(() => textOf(one(desk, '[part=empty]')).includes('Khi có việc, danh sách hiện ở đây.'));
  });

  it('shows its rows before they are counted, with counts of these filters or none', async () => {
    const counting = Promise.withResolvers<void>();
    const tabs = () => texts(desk, '.tab');
    desk = await listDesk(30, (it) => (it.holdCounts = counting.promise));
    assert.deepEqual(
      [titles(desk).length, desk.countQueries.length],
      [20, 1],
      'rows are there, counts asked for after',
    );
    assert.deepEqual(tabs(), ['Tất cả …', 'Mới …', 'Xong …']);
    assert.equal(one(desk, '[role=tab]').querySelector('.count')!.getAttribute('aria-hidden'), 'true');
    assert.equal(textOf(one(desk, '.foot .shown')), '20 việc đầu tiên');
    assert.equal(one(desk, 'section').getAttribute('aria-busy'), 'false');
    counting.resolve();
    await waitUntil(() => tabs()[0] === 'Tất cả 30');
    assert.deepEqual(tabs(), ['Tất cả 30', 'Mới 20', 'Xong 10']);
    assert.equal(textOf(one(desk, '.foot .shown')), '20 trong 30 việc');
    // In another tab the same is counted, with other filters not.
    desk.holdCounts = Promise.withResolvers<void>().promise;
    all(desk, '.tab')[2]!.click();
    await waitUntil(() => titles(desk).length === 10);
    assert.deepEqual(tabs(), ['Tất cả 30', 'Mới 20', 'Xong 10']);
    assert.equal(textOf(one(desk, '.foot .shown')), '10 trong 10 việc');
    const box = one<HTMLInputElement>(desk, 'input[type=search]');
    box.value = 'số 12';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    box.form!.requestSubmit();
    await waitUntil(() => titles(desk).length === 1);
    assert.deepEqual(tabs(), ['Tất cả …', 'Mới …', 'Xong …']);
    assert.equal(textOf(one(desk, '.foot .shown')), '1 việc');
  });

  it('keeps filters under a name and chosen columns on this machine, for their person alone', async () => {
    const subject = newSubject();
    desk = await listDesk(25, undefined, { subject });
    assert.deepEqual(texts(desk, '.heads th'), ['Nội dung', 'Điểm', 'Nơi', 'Trạng thái']);
    press(desk, 'Cột hiển thị', '.list-actions');
    press(desk, 'Nơi', '.list-actions');
    press(desk, 'Mã', '.list-actions');
    await waitUntil(() => texts(desk, '.heads th').join() === 'Nội dung,Điểm,Mã,Trạng thái');
    press(desk, 'Xong', '.tabs');
    press(desk, 'xã Mẫu 3', '.filter-row');
    await desk.updateComplete;
    const form = one<HTMLFormElement>(desk, '.filter-row .save');
    form.querySelector('input')!.value = 'Xong ở xã 3';
    form.requestSubmit();
    desk.parentElement!.remove();

    desk = await listDesk(25, undefined, { subject: newSubject() });
    assert.include(texts(desk, '.heads th'), 'Nơi', 'somebody else begins as everybody does');
    assert.isEmpty(texts(desk, '.filter-row .saved'));
    desk.parentElement!.remove();

    desk = await listDesk(25, undefined, { subject });
    assert.deepEqual(texts(desk, '.heads th'), ['Nội dung', 'Điểm', 'Mã', 'Trạng thái']);
    press(desk, 'Xong ở xã 3', '.filter-row');
    await waitUntil(() => texts(desk, '.pill').join() === 'Nơi: xã Mẫu 3');
    await waitUntil(() => 'place' in desk.queries.at(-1)!, 'the list is asked for anew');
    assert.deepEqual(desk.queries.at(-1), { limit: 20, status: ['done'], place: ['xã Mẫu 3'] });
    press(desk, 'Xóa bộ lọc Xong ở xã 3', '.filter-row');
    press(desk, 'Hiển thị như ban đầu', '.list-actions');
    await waitUntil(() => texts(desk, '.heads th').includes('Nơi'));
    assert.isEmpty(texts(desk, '.filter-row .saved'));
  });

  it('selects rows, ranges, what is shown and all, and says how a step went for each', async () => {
    const runs: string[][] = [];
    const undone: string[] = [];
    desk = await listDesk(25, (it) => {
      it.bulk = [
        {
          ...moving,
          run: async (rows) => {
            runs.push(rows.map(({ code }) => code));
            const isFirst = runs.length === 1;
            return rows.map((row) =>
              row.code === 'HS-2' && isFirst ? { ...done(row), ok: false, text: 'Chưa có đơn vị' } : done(row),
            );
          },
          undo: async (rows) => {
            undone.push(...rows.map(({ code }) => code));
            return rows.map(done);
          },
        },
      ];
    });
    const boxes = () => all<HTMLInputElement>(desk, '.row input');
    boxes()[0]!.click();
    boxes()[2]!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    await waitUntil(() => textOf(one(desk, '.bar b')) === 'Đã chọn 3 việc');
    assert.isTrue(one<HTMLInputElement>(desk, '.heads input').indeterminate);
    one(desk, '.heads input').click();
    await waitUntil(() => textOf(one(desk, '.bar b')) === 'Đã chọn 20 việc');
    press(desk, 'Chọn cả 25', '.bar');
    await waitUntil(() => textOf(one(desk, '.bar b')) === 'Đã chọn 25 việc');
    assert.lengthOf(titles(desk), 25, 'what is selected is there to be seen');
    press(desk, 'Bỏ chọn tất cả', '.bar');
    await waitUntil(() => !one(desk, '.bar'));
    for (const at of [0, 1, 3]) boxes()[at]!.click();
    await waitUntil(() => one(desk, '.bar'));
    const before = desk.queries.length;
    press(desk, 'Chuyển', '.bar');
    await waitUntil(() => textOf(one(desk, '.dialog h2')) === 'Chuyển: 2 xong, 1 cần xem lại');
    assert.deepEqual(texts(desk, '.results tr'), ['HS-1 Đã chuyển', 'HS-2 Chưa có đơn vị', 'HS-4 Đã chuyển']);
    await waitUntil(() => desk.queries.length > before, 'the list is loaded again');
    assert.deepEqual(await axe(desk), []);
    press(desk, 'Hoàn tác 2 việc', '.dialog');
    await waitUntil(() => textOf(one(desk, '.dialog h2')) === 'Đã hoàn tác 2 việc.');
    assert.deepEqual(undone, ['HS-1', 'HS-4']);
    press(desk, 'Đóng', '.dialog-foot');
    await waitUntil(() => !one(desk, '.dialog'));
    assert.equal(textOf(one(desk, '.bar b')), 'Đã chọn 1 việc', 'what failed stays selected');
    press(desk, 'Chuyển', '.bar');
    await waitUntil(() => textOf(one(desk, '.dialog h2')) === 'Chuyển: 1 xong');
    assert.deepEqual(runs.at(-1), ['HS-2']);
  });

  it('selects nothing of another list that has come while all of this one were loaded', async () => {
    desk = await listDesk(25, (it) => (it.bulk = [moving]));
    all<HTMLInputElement>(desk, '.row input')[0]!.click();
    await waitUntil(() => one(desk, '.bar'));
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.hold = promise;
    press(desk, 'Chọn cả 25', '.bar');
    await desk.updateComplete;
    desk.hold = undefined;
    press(desk, 'Xong', '.tabs');
    await waitUntil(() => titles(desk).length === 8);
    resolve();
    await aTimeout(20);
    assert.isUndefined(one(desk, '.bar'));
    assert.lengthOf(titles(desk), 8);
  });

  it('stops a step of many when somebody else signs in, for whom nothing more is sent', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let signal: AbortSignal | undefined;
    desk = await listDesk(3, (it) => {
      it.bulk = [
        {
          ...moving,
          run: async (rows, _values, _onProgress, stop) => {
            signal = stop;
            await promise;
            return rows.map(done);
          },
        },
      ];
    });
    for (const box of all<HTMLInputElement>(desk, '.row input')) box.click();
    await waitUntil(() => one(desk, '.bar'));
    press(desk, 'Chuyển', '.bar');
    await waitUntil(() => one(desk, '.dialog'));
    one<HTMLFormElement>(desk, '#bulk-form').requestSubmit();
    await waitUntil(() => signal);
    assert.isFalse(signal!.aborted);
    const next = newSubject();
    desk.client = fakeClient({
      session: { get: () => ({ subject: next, name: null, roles: ['secretariat'], unitId: null, tenant: 'demo' }) },
    }).client;
    await waitUntil(() => signal!.aborted);
    resolve();
    await aTimeout(20);
    assert.isUndefined(one(desk, '.dialog'));
  });

  it('cannot be closed, and shows how it went for each, while a step of many is under way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    desk = await listDesk(3, (it) => {
      it.bulk = [{ ...moving, run: async (rows) => (await promise, rows.map(done)) }];
    });
    all<HTMLInputElement>(desk, '.row input')[0]!.click();
    await waitUntil(() => one(desk, '.bar'));
    press(desk, 'Chuyển', '.bar');
    await waitUntil(() => one(desk, '.dialog'));
    one<HTMLFormElement>(desk, '#bulk-form').requestSubmit();
    await desk.updateComplete;
    await sendKeys({ press: 'Escape' });
    await desk.updateComplete;
    assert.isTrue(one<HTMLDialogElement>(desk, '.dialog').open);
    assert.isTrue(one<HTMLButtonElement>(desk, '.dialog-close').disabled);
    resolve();
    await waitUntil(() => textOf(one(desk, '.dialog h2')) === 'Chuyển: 1 xong');
    assert.isFalse(one<HTMLButtonElement>(desk, '.dialog-close').disabled);
  });

  it('looks for what can be seen of what was pasted', async () => {
    desk = await listDesk(3);
    const box = one<HTMLInputElement>(desk, '.search input');
    box.value = '\u202eViệc\u202c\u0007 s\u200bố 2\u200e ';
    one<HTMLFormElement>(desk, 'form.search').requestSubmit();
    await waitUntil(() => desk.queries.at(-1)!['q']);
    assert.equal(desk.queries.at(-1)!['q'], 'Việc số 2');
  });

  it('begins as for everybody where what this machine has kept cannot be read', async () => {
    const broken = [
      '"text"',
      '[]',
      '{"saved":null,"columns":"title"}',
      '{"saved":[null,{"name":7},{"name":"Cũ","view":{"q":"x"}},{"name":"Tốt","view":{"tab":"done","filters":{"place":"xã Mẫu 3"}}}]}',
      '{',
    ];
    for (const kept of broken) {
      const subject = newSubject();
      localStorage.setItem(`dvk-list dvk-list-desk ${subject}`, kept);
      desk = await listDesk(3, undefined, { subject });
      assert.deepEqual(texts(desk, '.heads th'), ['Nội dung', 'Điểm', 'Nơi', 'Trạng thái'], kept);
      for (const button of all(desk, '.saved .item')) {
        button.click();
        await desk.updateComplete;
        await waitUntil(() => one(desk, '.panel').getAttribute('aria-busy') === 'false');
        assert.isUndefined(one(desk, '[part=failure]'), kept);
      }
      desk.parentElement!.remove();
    }
  });

  it('asks once for what a step of many needs, and again for those that failed', async () => {
    const asked: unknown[] = [];
    desk = await listDesk(3, (it) => {
      it.bulk = [
        {
          ...moving,
          fields: () => html`<dvk-text-field name="reason" label="Lý do" required></dvk-text-field>`,
          run: async (rows, values) => {
            asked.push([rows.map(({ code }) => code), values]);
            if (asked.length === 1) throw new TypeError('Failed to fetch');
            return rows.map(done);
          },
        },
      ];
    });
    one(desk, '.row input').click();
    await waitUntil(() => one(desk, '.bar'));
    press(desk, 'Chuyển', '.bar');
    await waitUntil(() => one<HTMLDialogElement>(desk, '.dialog')?.open);
    press(desk, 'Chuyển', '.dialog');
    assert.isEmpty(asked, 'without a reason nothing is done');
    one<HTMLElementTagNameMap['dvk-text-field']>(desk, '.dialog dvk-text-field').value = 'Trùng';
    press(desk, 'Chuyển', '.dialog');
    await waitUntil(() => textOf(one(desk, '.dialog h2')) === 'Chuyển: 0 xong, 1 cần xem lại');
    press(desk, 'Thử lại với 1 việc', '.dialog');
    await waitUntil(() => one(desk, '.dialog form'));
    press(desk, 'Chuyển', '.dialog');
    await waitUntil(() => textOf(one(desk, '.dialog h2')) === 'Chuyển: 1 xong');
    const once = [['HS-1'], { reason: 'Trùng' }];
    assert.deepEqual(asked, [once, once]);
  });

  it('loads more without moving what is there, and goes on where the button was', async () => {
    desk = await listDesk(45);
    const top = () => one(desk, '.row').getBoundingClientRect().top;
    one(desk, '.load-more').scrollIntoView();
    one(desk, '.load-more').focus();
    const before = top();
    assert.equal(textOf(one(desk, '.load-more')), 'Tải thêm 20');
    one(desk, '.load-more').click();
    await waitUntil(() => titles(desk).length === 40);
    assert.equal(textOf(one(desk, '.load-more')), 'Tải thêm 5', 'no more than there are');
    assert.equal(top(), before);
    assert.isTrue(focused(desk)?.matches('.load-more'));
    one(desk, '.load-more').click();
    await waitUntil(() => titles(desk).length === 45);
    await waitUntil(() => textOf(focused(desk)) === 'Việc số 41');
    assert.equal(textOf(one(desk, '.foot .shown')), '45 trong 45 việc');
  });

  it('draws no row again that has not changed, and lays out only those near, with 1,000 of them', async () => {
    desk = await listDesk(1000, (it) => (it.bulk = [moving]));
    one(desk, '.row input').click();
    await waitUntil(() => one(desk, '.bar'));
    press(desk, 'Chọn cả 1.000', '.bar');
    await waitUntil(() => titles(desk).length === 1000);
    press(desk, 'Bỏ chọn tất cả', '.bar');
    await desk.updateComplete;
    const mutations: MutationRecord[] = [];
    const observer = new MutationObserver((records) => mutations.push(...records));
    observer.observe(desk.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
    const counting = async (act: () => Promise<unknown> | void) => {
      await desk.updateComplete;
      observer.takeRecords();
      mutations.length = 0;
      desk.drawn = 0;
      await act();
      await desk.updateComplete;
      mutations.push(...observer.takeRecords());
      return { drawn: desk.drawn, mutations: mutations.length };
    };
    const columns = 4;
    const moved = await counting(async () => {
      all(desk, '.row .opener')[500]!.focus();
      await sendKeys({ press: 'j' });
    });
    assert.deepEqual(moved, { drawn: 0, mutations: 0 }, 'moving');
    const selected = await counting(() => all(desk, '.row input')[500]!.click());
    assert.equal(selected.drawn, columns, 'selecting');
    assert.isBelow(selected.mutations, 40);
    const opened = await counting(async () => {
      all(desk, '.row .opener')[700]!.click();
      await waitUntil(() => one(desk, '.detail'));
    });
    // The row as it was known before, and as it has just come.
    assert.isAtMost(opened.drawn, 2 * columns, 'opening');
    const blocks = all(desk, '.table .full');
    assert.isAbove(blocks.length, 20);
    assert.equal(getComputedStyle(blocks.at(-1)!).contentVisibility, 'auto');
    const shown = all(desk, '.row').filter((row) =>
      row.querySelector('.opener')!.checkVisibility({ contentVisibilityAuto: true } as never),
    );
    assert.isBelow(shown.length, 200);
  });

  it('has one line a row in a compact widget or context', async () => {
    desk = await listDesk(3);
    const lines = () => {
      const [name, meta] = ['.opener', '.meta'].map((part) => one(desk, `.row ${part}`).getBoundingClientRect());
      return meta!.top >= name!.bottom ? 2 : 1;
    };
    assert.equal(lines(), 2);
    // As a context around it declares it.
    desk.parentElement!.style.setProperty('--_row-flow', 'column');
    assert.equal(lines(), 1);
    desk.density = 'comfortable';
    await desk.updateComplete;
    assert.equal(lines(), 2);
    desk.density = 'compact';
    await desk.updateComplete;
    assert.equal(lines(), 1);
  });

  it('puts everything of a card at the edge of its name, also while rows are chosen, and cuts off no state or code', async () => {
    for (const hasIcons of [true, false]) {
      desk = await listDesk(3, (it) => ((it.bulk = [moving]), (it.hasIcons = hasIcons)), { width: 300 });
      const edges = (...parts: string[]) =>
        parts.map((part) => Math.round(one(desk, `.row ${part}`).getBoundingClientRect().left));
      assert.lengthOf(new Set(edges('.opener', '.meta', '.points')), 1);
      const [states, choice] = ['.states', '.tabs-others'].map((part) => one(desk, part).getBoundingClientRect());
      assert.isAtMost(choice!.right, states!.right, 'the whole box is seen');
      assert.isAtLeast(choice!.width, 170, 'with its words');
      const meta = one(desk, '.row .meta');
      meta.append(' và một nơi có tên rất dài, xã Mẫu Rất Xa');
      assert.isAtMost(meta.scrollWidth, meta.clientWidth);
      press(desk, 'Chọn', '.phone-tools');
      await waitUntil(() => isShown(one(desk, '.row input')));
      assert.lengthOf(new Set(edges('.opener', '.meta', '.points')), 1);
      const [box, name] = ['.check', '.name'].map((part) => one(desk, `.row ${part}`).getBoundingClientRect());
      assert.isAtMost(box!.right, name!.left, 'beside each other');
      assert.isBelow(box!.top, name!.bottom);
      desk.parentElement!.remove();
    }
  });

  it('never makes the page scroll sideways, whatever columns there are: what does not fit scrolls in the table', async () => {
    const column = (at: number) => ({
      key: `more-${at}`,
      label: `Cột ${at}`,
      width: 11,
      render: () => at,
      value: () => at,
    });
    const scrolled = new Set<boolean>();
    for (const width of [400, 600, 700, 850, 1000, 1150])
      for (const more of [[], [column(1)], [column(1), column(2), column(3)]]) {
        desk = await listDesk(2, (it) => ((it.bulk = [moving]), (it.more = more)), { width });
        const what = `${more.length} more columns at ${width} px`;
        const [panel, table] = [one(desk, '.panel'), one(desk, '.table')];
        assert.isAtMost(panel.scrollWidth, panel.clientWidth, what);
        const scrolls = table.scrollWidth > table.clientWidth;
        if (scrolls) assert.equal(getComputedStyle(table).overflowX, 'auto', what);
        scrolled.add(scrolls);
        const rows = [...desk.shadowRoot!.querySelectorAll('.row')].map((row) => row.getBoundingClientRect().width);
        assert.isAtLeast(Math.min(...rows), table.scrollWidth - 1, `${what}: rows are as wide as what is in them`);
        desk.parentElement!.remove();
      }
    assert.lengthOf([...scrolled], 2);
  });

  it('has room for cards in a narrow list, and becomes a table again on paper', async () => {
    desk = await listDesk(3, (it) => (it.bulk = [moving]), { width: 360 });
    assert.isFalse(isShown(one(desk, '.search input')));
    assert.isFalse(isShown(one(desk, '.row input')));
    const [title, state] = ['.opener', '.status'].map((part) => one(desk, `.row ${part}`).getBoundingClientRect());
    assert.isAbove(state!.top, title!.bottom, 'below each other');
    assert.isAtMost(desk.shadowRoot!.querySelector('.frame')!.scrollWidth, 360);
    press(desk, 'Tìm', '.phone-tools');
    await waitUntil(() => isShown(one(desk, '.search input')));
    press(desk, 'Chọn', '.phone-tools');
    await waitUntil(() => isShown(one(desk, '.row input')));
    const choice = one<HTMLSelectElement>(desk, '.tabs-others');
    assert.deepEqual([...choice.options].map(textOf), ['Tất cả (3)', 'Mới (2)', 'Xong (1)']);
    choice.value = 'done';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => titles(desk).length === 1);
    press(desk, 'Bộ lọc', '.phone-tools');
    await waitUntil(() => one<HTMLDialogElement>(desk, '.dialog')?.open);
    assert.deepEqual(await axe(desk), []);
    press(desk, 'Xem 1 trong 1 việc', '.dialog');
    await waitUntil(() => !one(desk, '.dialog'));
    try {
      await emulateMedia({ media: 'print' });
      const shown = (selector: string) => getComputedStyle(one(desk, selector)).display;
      assert.deepEqual(['.table', '.table thead', '.row', '.row .status'].map(shown), [
        'table',
        'table-header-group',
        'table-row',
        'table-cell',
      ]);
      assert.isFalse(
        isShown(one(desk, '.filter-row')) || isShown(one(desk, '.foot')) || isShown(one(desk, '.list-actions')),
      );
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });
});

describe('export of a list', () => {
  expectNoPolicyViolations();
  let desk: ListDesk;
  let saved: { name: string; blob: Blob }[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  before(() => {
    let latest: Blob;
    URL.createObjectURL = (blob) => {
      latest = blob as Blob;
      return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: latest });
    };
  });
  after(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });
  beforeEach(() => {
    saved = [];
  });
  afterEach(() => {
    desk?.parentElement?.remove();
  });

  it('writes every page of what is shown, in the columns that are shown, so that Excel reads it', async () => {
    desk = await listDesk(250);
    desk.all[0]!.title = '=cmd|"/c calc"!A1';
    press(desk, 'Mới', '.tabs');
    await waitUntil(() => texts(desk, '.row .status').every((state) => state === 'new'));
    press(desk, 'Xuất', '.list-actions');
    press(desk, 'Excel', '.list-actions');
    await waitUntil(() => saved.length === 1);
    assert.match(saved[0]!.name, /^Danh sách việc \d{4}-\d\d-\d\d\.xlsx$/);
    const { sheets } = await readXlsx(new Uint8Array(await saved[0]!.blob.arrayBuffer()));
    const expected = desk.all.filter(({ status }) => status === 'new');
    assert.deepEqual(sheets[0]!.rows, [
      ['Nội dung', 'Điểm', 'Nơi', 'Trạng thái'],
      ...expected.map(({ title, points, place, status }) => [title, points, place, status]),
    ]);
    assert.deepEqual(desk.queries.slice(-2), [
      { limit: 100, status: ['new'] },
      { limit: 100, cursor: '100', status: ['new'] },
    ]);
    press(desk, 'CSV, cách bằng dấu chấm phẩy', '.list-actions');
    await waitUntil(() => saved.length === 2);
    assert.match(saved[1]!.name, /\.csv$/);
    const bytes = new Uint8Array(await saved[1]!.blob.arrayBuffer());
    assert.deepEqual(bytes.slice(0, 3), Uint8Array.of(0xef, 0xbb, 0xbf));
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    assert.lengthOf(lines, expected.length + 1);
    assert.deepEqual(lines.slice(0, 3), [
      'Nội dung;Điểm;Nơi;Trạng thái',
      `"'=cmd|""/c calc""!A1";0;xã Mẫu 1;new`,
      'Việc số 2;0,5;xã Mẫu 2;new',
    ]);
  });

  it('can be stopped, and says so', async () => {
    desk = await listDesk(250);
    let go = () => {};
    desk.hold = new Promise((resolve) => (go = resolve));
    press(desk, 'Excel', '.list-actions');
    await waitUntil(() => textOf(one(desk, '.exporting')).includes('đã lấy 0 trong 250'));
    press(desk, 'Dừng', '.exporting');
    go();
    await waitUntil(() => textOf(one(desk, '[role=status]')).includes('Đã dừng xuất'));
    assert.isEmpty(saved);
    desk.fails = true;
    press(desk, 'Excel', '.list-actions');
    await waitUntil(() => textOf(one(desk, '.exporting')).includes('Chưa xuất được'));
  });

  it('makes no formula of what somebody wrote, and keeps the separator out of the text', () => {
    const texts = ['=1+1', '+84', '-1', '@a', '\t=1', ' =1', 'a=b', 'a;b', 'a"b', 'a\nb'];
    assert.equal(
      writeCsv([texts, [1.5, -2, null]], ';'),
      `\uFEFF'=1+1;'+84;'-1;'@a;'\t=1;' =1;a=b;"a;b";"a""b";"a\nb"\r\n1,5;-2;\r\n`,
    );
    assert.equal(writeCsv([['a;b', 1.5]], ','), '\uFEFF"a;b",1.5\r\n');
  });
});
