import { assert, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { parts as texts } from '../locale/parts/vi.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { fits } from './tabs-fit.ts';
import { Tabs, tabsStyles } from './tabs.ts';

const names = ['Việc cần làm', 'Chờ phân loại', 'Chờ chuyển', 'Đang xử lý', 'Đang xử lý lại', 'Tất cả'];

/** What a word takes in the font of an element. */
function wordWidth(element: HTMLElement, word: string): number {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = getComputedStyle(element).font;
  return pen.measureText(word).width;
}

/** What an element has for words. */
function roomIn(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}

/** Six tabs in a box of so many pixels; pressing one selects it. */
function page(width: number, counts: readonly number[] = names.map((_, index) => index * 11)) {
  let selected = '0';
  let known = counts;
  const chosen: string[] = [];
  const tabs = new Tabs({ requestUpdate: () => shown.show(content()) });
  const content = () =>
    html`${tabs.render({
        tabs: names.map((name, index) => ({ id: String(index), name, count: known[index] })),
        selected,
        label: 'Trạng thái',
        panel: 'panel',
        texts,
        onSelect: (id) => {
          selected = id;
          chosen.push(id);
          shown.show(content());
        },
      })}
      <div id="panel" role="tabpanel" tabindex="0">Danh sách</div>`;
  const shown = showPart(content(), tabsStyles);
  (shown.root.host as HTMLElement).style.width = `${width}px`;
  const count = (counts: readonly number[]) => {
    known = counts;
    shown.show(content());
  };
  /** Nothing of the line is cut off, and no other tab would have fitted on it. */
  const isFull = () => {
    const widths = shown.all('.tab').map((tab) => tab.getBoundingClientRect().width);
    const [fitting, room] = [visible().length, shown.find('.tabs').clientWidth];
    const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
    const rest = fitting < names.length ? 100 : 0;
    const isNext = sum(widths.slice(0, fitting + 1)) + (fitting + 1 < names.length ? 100 : 0) <= room;
    return sum(widths.slice(0, fitting)) + rest <= room && (fitting === names.length || !isNext);
  };
  const visible = () => shown.all('.tab:not(.over)').map((tab) => tab.childNodes[1]!.textContent!.trim());
  return { shown, chosen, visible, isFull, count };
}

describe('tabs', () => {
  expectNoPolicyViolations();

  it('takes the focus at one tab; arrow keys lead to the others, Enter selects', async () => {
    const { shown, chosen } = page(1200);
    assert.deepEqual(await axe(shown.root.host), []);
    shown.find('.tab[tabindex="0"]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    assert.deepEqual(chosen, []);
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(chosen, ['2']);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(chosen, ['2', '0']);
    assert.deepEqual(
      shown.all('[aria-selected=true]').map((tab) => tab.tabIndex),
      [0],
    );
  });

  it('keeps one line: what does not fit is in a list, on a phone all of it', async () => {
    const { shown, chosen, visible } = page(600);
    await waitUntil(() => shown.find('select'));
    const left = () => [...shown.find<HTMLSelectElement>('select').options].map(({ text }) => text);
    assert.isBelow(visible().length, names.length);
    assert.equal(left()[0], 'Khác');
    assert.isAtMost(wordWidth(shown.find('select'), 'Khác'), roomIn(shown.find('select')), '“Khác” is not cut off');
    assert.equal(visible().length + left().length - 1, names.length);
    const host = shown.root.host as HTMLElement;
    const { scrollWidth, clientWidth } = shown.find('.tabs');
    assert.isAtMost(scrollWidth, clientWidth);
    assert.deepEqual(await axe(host), []);

    host.style.width = '360px';
    await waitUntil(() => visible().length === 0);
    assert.equal(left()[1], 'Chờ phân loại (11)');
    assert.deepEqual(await axe(host), []);
    const select = shown.find<HTMLSelectElement>('select');
    select.value = '4';
    select.dispatchEvent(new Event('change'));
    assert.deepEqual(chosen, ['4']);

    host.style.width = '1200px';
    await waitUntil(() => !shown.find('select'));
    assert.equal(visible().length, names.length);
  });

  it('shows as many as fit when counts come late and when they go', async () => {
    const { visible, isFull, count } = page(800, []);
    await waitUntil(isFull);
    const without = visible().length;
    count(names.map(() => 123_456));
    await waitUntil(() => visible().length < without && isFull());
    count([]);
    await waitUntil(() => visible().length === without && isFull());
  });

  it('shows as many as fit when the font arrives late', async () => {
    const { shown, visible, isFull } = page(800);
    (shown.root.host as HTMLElement).style.fontFamily = '"Late", monospace';
    await waitUntil(isFull);
    const before = visible().length;
    const late = new CSSStyleSheet();
    late.replaceSync(
      '@font-face { font-family: Late; size-adjust: 60%; src: local("DejaVu Sans"), local("Noto Sans"), local("Liberation Sans"); }',
    );
    document.adoptedStyleSheets.push(late);
    try {
      await waitUntil(() => visible().length > before && isFull());
    } finally {
      document.adoptedStyleSheets.pop();
    }
    await waitUntil(() => visible().length === before && isFull());
  });

  it('shows as many as fit in a container that shrinks and grows, whichever way it came there', async () => {
    const { shown, visible, isFull } = page(1200);
    const host = shown.root.host as HTMLElement;
    const seen = new Map<number, number>();
    for (const width of [1200, 900, 700, 500, 400, 500, 700, 900, 1200, 500, 900]) {
      host.style.width = `${width}px`;
      await waitUntil(() => (width < 480 ? visible().length === 0 : visible().length > 0 && isFull()), `${width} px`);
      seen.set(width, seen.get(width) ?? visible().length);
      assert.equal(visible().length, seen.get(width), `${width} px`);
    }
  });

  it('keeps what it knows while it is not shown', async () => {
    const { shown, visible, isFull } = page(700);
    const host = shown.root.host as HTMLElement;
    await waitUntil(isFull);
    const before = visible().length;
    host.style.display = 'none';
    // Told in the first, measured in the second.
    for (let frame = 0; frame < 3; frame += 1) await nextFrame();
    assert.equal(visible().length, before);
  });

  it('gives the list its room, more of it when one of its tabs is chosen', () => {
    const others = { plain: 90, chosen: 190 };
    const fitting = (room: number, chosen = 0) => fits({ widths: [100, 100, 100, 100], room, chosen, others });
    assert.equal(fitting(400), 4, 'all, without a list');
    assert.equal(fitting(399), 3);
    assert.equal(fitting(390), 3);
    assert.equal(fitting(389), 2);
    assert.equal(fitting(390, 2), 3);
    assert.equal(fitting(390, 3), 2);
    assert.equal(fitting(400, 3), 4);
    assert.equal(fitting(20), 1, 'never none');
    assert.equal(fitting(20, 3), 1);
    assert.equal(fits({ widths: [], room: 0, chosen: -1, others }), 0);
  });
});
