import { setViewport } from '@web/test-runner-commands';
import { assert, aTimeout } from '@open-wc/testing';
import { listDesk, type ListDesk } from '../testkit/list-desk.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const all = <E extends HTMLElement = HTMLElement>(desk: ListDesk, selector: string) => [
  ...desk.shadowRoot!.querySelectorAll<E>(selector),
];
const one = <E extends HTMLElement = HTMLElement>(desk: ListDesk, selector: string) => all<E>(desk, selector)[0]!;
const textOf = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const openTitle = (desk: ListDesk) => textOf(desk.shadowRoot!.querySelector('#record-title'));
const focused = (desk: ListDesk) => desk.shadowRoot!.activeElement as HTMLElement | null;
const open = (desk: ListDesk, at: number) => all(desk, '.row .opener')[at - 1]!.click();
const press = (desk: ListDesk, label: string) =>
  all(desk, '.detail button')
    .find((each) => each.getAttribute('aria-label') === label || textOf(each).startsWith(label))!
    .click();
const shows = (desk: ListDesk, title: string) => waitUntil(() => openTitle(desk) === title, `${title} is open`);

describe('open record of a desk', () => {
  expectNoPolicyViolations();
  let desk: ListDesk;
  const address = window.location.href;
  before(() => setViewport({ width: 1440, height: 900 }));
  afterEach(() => {
    desk.parentElement!.remove();
    history.replaceState(null, '', address);
  });

  it('stands beside a wide list, and in the place of a narrow one, to which it comes back at its row', async () => {
    desk = await listDesk(20);
    open(desk, 2);
    await shows(desk, 'Việc số 2');
    const [list, record] = ['.list', '.record'].map((part) => one(desk, part).getBoundingClientRect());
    assert.isAtMost(list!.right, record!.left);
    assert.closeTo(record!.width, 512, 8);
    assert.isTrue(one(desk, '.row.current').dataset['id'] === 'row-2');
    desk.parentElement!.style.inlineSize = '900px';
    await waitUntil(() => !one(desk, '.list').checkVisibility());
    press(desk, 'Tất cả (20)');
    await waitUntil(() => textOf(focused(desk)) === 'Việc số 2');
    all(desk, '.row').at(-1)!.scrollIntoView();
    const { top } = all(desk, '.row').at(-1)!.getBoundingClientRect();
    open(desk, 20);
    await shows(desk, 'Việc số 20');
    assert.equal(focused(desk)?.id, 'record-title');
    press(desk, 'Đóng hồ sơ');
    await waitUntil(() => textOf(focused(desk)) === 'Việc số 20');
    assert.closeTo(all(desk, '.row').at(-1)!.getBoundingClientRect().top, top, 2);
  });

  it('is closed at once beside a long list, which then takes its room with the rows that it has', async () => {
    desk = await listDesk(25);
    open(desk, 20);
    await shows(desk, 'Việc số 20');
    const rows = all(desk, '.row');
    const { width } = one(desk, '.list').getBoundingClientRect();
    const { drawn } = desk;
    press(desk, 'Đóng hồ sơ');
    await desk.updateComplete;
    assert.isUndefined(one(desk, '.detail'));
    assert.equal(textOf(focused(desk)), 'Việc số 20');
    assert.equal(
      one(desk, '.list').getBoundingClientRect().width,
      width,
      'rows are laid out anew after the next paint',
    );
    const { top } = rows[19]!.getBoundingClientRect();
    await waitUntil(() => one(desk, '.list').getBoundingClientRect().width > width);
    await desk.updateComplete;
    assert.closeTo(rows[19]!.getBoundingClientRect().top, top, 2);
    assert.deepEqual(all(desk, '.row'), rows);
    const cells = rows[19]!.querySelectorAll('td:not(.check)').length;
    assert.isAtMost(desk.drawn - drawn, cells, 'of the rows, only that of the record is drawn again');
  });

  it('goes to the next and the one before, also to those that are not loaded yet', async () => {
    desk = await listDesk(25);
    open(desk, 20);
    await shows(desk, 'Việc số 20');
    assert.include(textOf(one(desk, '.record-head')), '20 trong 25');
    press(desk, 'Hồ sơ sau');
    await shows(desk, 'Việc số 21');
    press(desk, 'Hồ sơ trước');
    await shows(desk, 'Việc số 20');
    assert.lengthOf(all(desk, '.row'), 25);
  });

  it('tells the page where the person goes, and lets it go there itself', async () => {
    desk = await listDesk(3);
    const heard: string[] = [];
    let cancels = true;
    desk.addEventListener('dvk-navigate', (event) => {
      heard.push(event.recordId);
      if (cancels) event.preventDefault();
    });
    open(desk, 1);
    await desk.updateComplete;
    assert.equal(desk.getAttribute('record-id'), '');
    desk.recordId = 'row-2';
    await shows(desk, 'Việc số 2');
    assert.equal(desk.getAttribute('record-id'), 'row-2');
    press(desk, 'Đóng hồ sơ');
    await desk.updateComplete;
    assert.equal(openTitle(desk), 'Việc số 2', 'the page says when');
    desk.recordId = '';
    await waitUntil(() => !one(desk, '.detail'));
    cancels = false;
    open(desk, 3);
    await shows(desk, 'Việc số 3');
    assert.deepEqual(heard, ['row-1', '', 'row-3'], 'what the page does itself it need not be told');
    assert.equal(window.location.href, address, 'the address is the business of the page');
  });

  it('opens at once what the page asks for from the beginning, and not what is not there', async () => {
    desk = await listDesk(3, (it) => it.setAttribute('record-id', 'row-3'));
    await shows(desk, 'Việc số 3');
    desk.recordId = 'nowhere';
    await waitUntil(() => desk.getAttribute('record-id') === 'row-3');
    await waitUntil(() => one(desk, '[part=failure]'));
    assert.equal(openTitle(desk), 'Việc số 3');
  });

  describe('on a slow network', () => {
    /** Holds the answer for a record, or of a step, back until the function is called. */
    const hold = (what: string) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      desk.held.set(what, promise);
      return async () => {
        resolve();
        await aTimeout(20);
      };
    };

    it('is the one that was asked for last', async () => {
      desk = await listDesk(3);
      const first = hold('row-1');
      open(desk, 1);
      await desk.updateComplete;
      open(desk, 2);
      await shows(desk, 'Việc số 2');
      await first();
      assert.equal(openTitle(desk), 'Việc số 2');
      assert.equal(desk.recordId, 'row-2');
    });

    it('is opened when the widget comes back to the page that it left meanwhile', async () => {
      desk = await listDesk(3);
      const first = hold('row-1');
      desk.recordId = 'row-1';
      await desk.updateComplete;
      const home = desk.parentElement!;
      desk.remove();
      await first();
      home.append(desk);
      await shows(desk, 'Việc số 1');
    });

    it('is not opened any more when the person has gone back to the list', async () => {
      history.replaceState(null, '', '#list-desk=row-1');
      let first = async () => {};
      desk = await listDesk(3, (it) => {
        desk = it;
        it.syncUrl = 'hash';
        first = hold('row-1');
      });
      history.pushState(null, '', '#');
      window.dispatchEvent(new PopStateEvent('popstate'));
      await desk.updateComplete;
      await first();
      assert.isUndefined(one(desk, '.detail'));
      assert.equal(desk.recordId, '');
      assert.equal(window.location.hash, '');
    });

    it('is not the next one when it was closed while more rows were loaded', async () => {
      desk = await listDesk(25);
      open(desk, 20);
      await shows(desk, 'Việc số 20');
      const { promise, resolve } = Promise.withResolvers<void>();
      desk.hold = promise;
      press(desk, 'Hồ sơ sau');
      await desk.updateComplete;
      press(desk, 'Đóng hồ sơ');
      await desk.updateComplete;
      resolve();
      await aTimeout(20);
      assert.isUndefined(one(desk, '.detail'));
    });

    it('brings the list up to date and tells the page, also when it was closed while its step was sent', async () => {
      desk = await listDesk(3);
      const saved: string[] = [];
      desk.addEventListener('dvk-save', (event) => saved.push((event.result as { id: string }).id));
      open(desk, 1);
      await shows(desk, 'Việc số 1');
      const step = hold('step');
      press(desk, 'Kết thúc');
      await waitUntil(() => one(desk, '.confirm'));
      press(desk, 'Xác nhận: Kết thúc');
      await desk.updateComplete;
      press(desk, 'Đóng hồ sơ');
      await waitUntil(() => !one(desk, '.detail'));
      await step();
      assert.deepEqual(saved, ['row-1']);
      assert.include(textOf(one(desk, '.row[data-id=row-1]')), 'done');
    });
  });

  it('is none where the address names nothing that can be read', async () => {
    history.replaceState(null, '', '#list-desk=%E0%A4%A');
    desk = await listDesk(3, (it) => (it.syncUrl = 'hash'));
    assert.lengthOf(all(desk, '.row'), 3);
    assert.isUndefined(one(desk, '.detail'));
    open(desk, 2);
    await shows(desk, 'Việc số 2');
    assert.equal(window.location.hash, '#list-desk=row-2');
  });

  it('stays open, with its address, where another is asked for that there is not', async () => {
    desk = await listDesk(3, (it) => (it.syncUrl = 'hash'));
    open(desk, 2);
    await shows(desk, 'Việc số 2');
    window.location.hash = '#list-desk=.';
    await waitUntil(() => textOf(one(desk, '[part=failure]')).startsWith('Không tìm thấy hồ sơ này.'));
    assert.equal(openTitle(desk), 'Việc số 2');
    assert.equal(window.location.hash, '#list-desk=row-2');
  });

  it('has its address also where the page has another base', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/portal/';
    document.head.append(base);
    try {
      desk = await listDesk(3, (it) => (it.syncUrl = 'hash'));
      const link = one<HTMLAnchorElement>(desk, '.row .opener');
      assert.equal(link.href, `${address}#list-desk=row-1`);
      open(desk, 2);
      await shows(desk, 'Việc số 2');
      assert.equal(window.location.hash, '#list-desk=row-2');
    } finally {
      base.remove();
    }
  });

  it('keeps itself in the fragment of the address if the page asks for it, beside others, and follows Back', async () => {
    history.replaceState(null, '', '#muc-2&other-desk=row-1');
    desk = await listDesk(3, (it) => (it.syncUrl = 'hash'));
    const other = await listDesk(3, (it) => {
      it.syncUrl = 'hash';
      it.id = 'other-desk';
    });
    try {
      await shows(other, 'Việc số 1');
      assert.isUndefined(one(desk, '.detail'));
      const link = one<HTMLAnchorElement>(desk, '.row .opener');
      assert.equal(link.hash, '#muc-2&other-desk=row-1&list-desk=row-1');
      const { length } = history;
      open(desk, 2);
      await shows(desk, 'Việc số 2');
      assert.equal(window.location.hash, '#muc-2&other-desk=row-1&list-desk=row-2');
      press(desk, 'Hồ sơ sau');
      await shows(desk, 'Việc số 3');
      assert.equal(history.length, length + 1, 'from one record to the next is no step forward');
      history.back();
      await waitUntil(() => !one(desk, '.detail'));
      await waitUntil(() => textOf(focused(desk)) === 'Việc số 3');
      assert.equal(openTitle(other), 'Việc số 1');
      history.forward();
      await shows(desk, 'Việc số 3');
      press(desk, 'Đóng hồ sơ');
      await waitUntil(() => window.location.hash === '#muc-2&other-desk=row-1');
      assert.isUndefined(one(desk, '.detail'));
      assert.equal(openTitle(other), 'Việc số 1');
      press(other, 'Đóng hồ sơ');
      await waitUntil(() => window.location.hash === '#muc-2');
      window.location.hash = '#list-desk=row-1';
      await shows(desk, 'Việc số 1');
    } finally {
      other.parentElement!.remove();
    }
  });
});
