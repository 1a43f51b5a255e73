import { assert } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { parts as texts } from '../locale/parts/vi.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { Tabs, tabsStyles } from './tabs.ts';

const names = ['Việc cần làm', 'Chờ phân loại', 'Chờ chuyển', 'Đang xử lý', 'Đang xử lý lại', 'Tất cả'];

/** Six tabs in a box of so many pixels; pressing one selects it. */
function page(width: number) {
  let selected = '0';
  const chosen: string[] = [];
  const tabs = new Tabs({ requestUpdate: () => shown.show(content()) });
  const content = () =>
    html`${tabs.render({
        tabs: names.map((name, index) => ({ id: String(index), name, count: index * 11 })),
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
  const visible = () => shown.all('.tab:not(.over)').map((tab) => tab.childNodes[1]!.textContent!.trim());
  return { shown, chosen, visible };
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
});
