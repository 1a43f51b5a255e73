/** The list belongs to the text that stands in the box, and is where one can see it. */
import { aTimeout, assert, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Unit } from '@dvk/sdk/units';
import type { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import '../place-field/define.ts';
import '../unit-field/define.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { settled, shown } from '../testkit/shown.ts';
import type { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { waitUntil } from '../testkit/wait-until.ts';

/** Lists of units that are answered when the test says so. */
function slowUnits() {
  const asked = new Map<string, () => void>();
  const list = ({ query }: { query: { q: string } }) =>
    new Promise((done) => {
      const unit = { id: `id of ${query.q}`, name: `Đơn vị ${query.q}` } as Unit;
      asked.set(query.q, () => done({ items: [unit], nextCursor: null }));
    });
  const answer = async (text: string) => {
    await waitUntil(() => asked.has(text), `a question for “${text}”`);
    asked.get(text)!();
    await aTimeout(10);
  };
  return { answer, client: { units: { list, get: () => new Promise(() => {}) } } as unknown as DvkUnitField['client'] };
}

const items = (field: DvkUnitField | DvkPlaceField) => [
  ...field.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]'),
];
const box = (field: Element) => field.shadowRoot!.querySelector('input')!;

describe('a list that is loading', () => {
  expectNoPolicyViolations();
  const begin = async (other = '') => {
    const { client, answer } = slowUnits();
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <dvk-unit-field name="u" other-name=${other} label="Đơn vị" .client=${client}></dvk-unit-field>
      </form>`,
    );
    const sent: string[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(String(new FormData(form).get('u')));
    });
    const field = form.querySelector('dvk-unit-field')!;
    field.focus();
    await sendKeys({ type: 'a' });
    await answer('a');
    await field.updateComplete;
    assert.lengthOf(items(field), 1);
    return { field, answer, sent };
  };

  for (const keys of [['Enter'], ['ArrowDown', 'Enter'], ['ArrowUp', 'Enter'], ['Tab']])
    it(`chooses nothing of the text before by ${keys.join(', ')}`, async () => {
      const { field, answer, sent } = await begin();
      await sendKeys({ type: 'b' });
      for (const press of keys) await sendKeys({ press });
      assert.equal(field.value, '');
      assert.equal(field.typed, 'ab');
      assert.deepEqual(sent, []);
      if (!keys.includes('Tab')) await answer('ab');
      assert.equal(field.value, '', 'nor when the answer comes');
    });

  it('takes the line that was typed in full, although it was left before the search responded', async () => {
    const { field } = await begin();
    const changes: string[] = [];
    field.form!.addEventListener('change', () => changes.push(field.value));
    field.restoreState('');
    await sendKeys({ type: 'Đơn vị ' });
    const { client } = field;
    const unit = { id: 'u7', name: 'Đơn vị 7' } as Unit;
    let send = (): void => {};
    const list = () => new Promise((done) => (send = () => done({ items: [unit], nextCursor: null })));
    field.client = { units: { ...client!.units, list } } as unknown as DvkUnitField['client'];
    await sendKeys({ type: '7' });
    await sendKeys({ press: 'Tab' });
    assert.equal(field.value, '');
    send();
    await waitUntil(() => field.value === 'u7');
    assert.equal(changes.at(-1), 'u7');
    assert.equal((await settled(field)).error, '');
  });

  it('takes the line that the browser fills in in full', async () => {
    const field = await fixture<DvkPlaceField>(html`<dvk-place-field label="Tỉnh" level="province"></dvk-place-field>`);
    field.formStateRestoreCallback('tỉnh Đắk Lắk', 'autocomplete');
    await waitUntil(() => field.value === '66', 'it is found');
    field.formStateRestoreCallback('Không có tỉnh này', 'autocomplete');
    await aTimeout(50);
    assert.equal(field.value, '');
  });

  it('has no line of the text before to click on', async () => {
    const { field } = await begin();
    const [line] = items(field);
    await sendKeys({ type: 'b' });
    await field.updateComplete;
    assert.deepEqual(items(field), []);
    line!.click();
    assert.equal(field.value, '');
  });

  it('chooses of the text that stands there once its lines have come', async () => {
    const { field, answer } = await begin();
    await sendKeys({ type: 'b' });
    await answer('ab');
    await sendKeys({ press: 'Enter' });
    assert.equal(field.value, 'id of ab');
  });

  it('ignores results that come late', async () => {
    const { field, answer } = await begin();
    await sendKeys({ type: 'b' });
    await aTimeout(250);
    await sendKeys({ type: 'c' });
    await answer('abc');
    await answer('ab');
    await field.updateComplete;
    assert.deepEqual(
      items(field).map((item) => item.textContent!.trim()),
      ['Đơn vị abc'],
    );
  });

  it('ignores results for a text that a script, a reset or a draft has replaced', async () => {
    const replace: ((field: DvkUnitField) => void)[] = [
      (field) => field.setUnit({ id: null, name: 'Hội làm vườn' }),
      (field) => (field.value = ''),
      (field) => field.form!.reset(),
      (field) => field.restoreState('["","Hội làm vườn",null]'),
    ];
    for (const act of replace) {
      const { field, answer } = await begin();
      await sendKeys({ type: 'b' });
      await aTimeout(250);
      act(field);
      await answer('ab');
      assert.equal((await settled(field)).lines, 0);
      assert.equal(box(field).getAttribute('aria-expanded'), 'false');
    }
  });

  it('lets other text be sent where that is welcome', async () => {
    const { field, sent } = await begin('unitName');
    await sendKeys({ type: 'b' });
    await sendKeys({ press: 'Enter' });
    await aTimeout(20);
    assert.lengthOf(sent, 1);
    assert.equal(field.other, 'ab');
  });

  for (const key of ['Escape', 'Enter', 'ArrowDown'])
    it(`keeps ${key}, while it is open, from the page around`, async () => {
      const { field } = await begin();
      const heard: string[] = [];
      const listen = (event: KeyboardEvent) => heard.push(event.key);
      document.addEventListener('keydown', listen);
      await sendKeys({ press: key });
      assert.deepEqual(heard, []);
      if (key === 'ArrowDown') await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Escape' });
      document.removeEventListener('keydown', listen);
      assert.deepEqual(heard, ['Escape'], 'only what it has no use for');
      assert.equal(field.value, key === 'Enter' ? 'id of a' : '');
    });

  for (const lock of ['readonly', 'disabled'] as const)
    it(`goes when its field becomes ${lock}`, async () => {
      const { field } = await begin();
      const [line] = items(field);
      field[lock] = true;
      await field.updateComplete;
      line!.click();
      assert.equal(field.value, '');
      assert.deepEqual(items(field), []);
    });

  it('says that it is expanded only while there is a list', async () => {
    const { field, answer } = await begin();
    const says = () => field.updateComplete.then(() => box(field).getAttribute('aria-expanded'));
    assert.equal(await says(), 'true');
    await sendKeys({ type: 'b' });
    assert.equal(await says(), 'false', 'while it is loading');
    await answer('ab');
    assert.equal(await says(), 'true');
    await sendKeys({ press: 'Escape' });
    assert.equal(await says(), 'false');
  });
});

describe('a value that is no line', () => {
  it('counts as none, and the box is empty', async () => {
    const field = await fixture<DvkPlaceField>(
      html`<dvk-place-field name="p" label="Xã" value="99999" required></dvk-place-field>`,
    );
    await waitUntil(() => !field.checkValidity(), 'it is looked up');
    assert.isTrue(field.validity.valueMissing);
    assert.equal(field.value, '');
    assert.equal(shown(field).text, '');
    field.value = '66';
    await waitUntil(() => !field.checkValidity(), 'a province is no commune');
  });

  it('is shown as it is where its name cannot be had', async () => {
    const field = await fixture<DvkUnitField>(html`<dvk-unit-field label="Đơn vị" value="u1"></dvk-unit-field>`);
    await waitUntil(() => shown(field).text === 'u1');
    assert.isTrue(field.checkValidity());
  });
});

describe('the list is seen', () => {
  const before = { width: window.innerWidth, height: window.innerHeight };
  afterEach(() => setViewport(before));

  const open = async (style: string, around = '') => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <div><dvk-place-field label="Xã, phường"></dvk-place-field></div>
      </div>`,
    );
    place.style.cssText = around;
    (place.firstElementChild as HTMLElement).style.cssText = style;
    const field = place.querySelector('dvk-place-field')!;
    await field.updateComplete;
    field.focus();
    await sendKeys({ type: 'hoa' });
    await waitUntil(() => items(field).length > 3, 'lines');
    await field.updateComplete;
    return { field, list: field.shadowRoot!.querySelector('.list')!, control: box(field) };
  };
  const assertSeen = ({ list, control }: Awaited<ReturnType<typeof open>>) => {
    const is = list.getBoundingClientRect();
    assert.isAtLeast(is.top, 0);
    assert.isAtMost(is.bottom, window.innerHeight);
    assert.isAtMost(is.right, window.innerWidth);
    assert.isAtLeast(is.height, 80);
    const at = control.getBoundingClientRect();
    assert.isTrue(is.top >= at.bottom || is.bottom <= at.top, 'beside the box');
    const seen = document.elementFromPoint(is.left + 20, is.top + is.height / 2);
    assert.equal(seen, (list.getRootNode() as ShadowRoot).host, 'and nothing lies over it');
  };

  it('below the box where there is room', async () => {
    const all = await open('position:fixed;top:40px;left:10px;right:10px');
    assertSeen(all);
    assert.isAbove(all.list.getBoundingClientRect().top, all.control.getBoundingClientRect().top);
  });

  it('above the box at the lower edge of the window', async () => {
    const all = await open('position:fixed;bottom:10px;left:10px;right:10px');
    assertSeen(all);
    assert.isBelow(all.list.getBoundingClientRect().top, all.control.getBoundingClientRect().top);
  });

  it('on a narrow window, and where text is twice as large', async () => {
    await setViewport({ width: 320, height: 480 });
    assertSeen(await open('position:fixed;bottom:10px;left:10px;right:10px'));
    document.body.style.setProperty('--dvk-font-size', '32px');
    assertSeen(await open('position:fixed;top:100px;left:10px;right:10px'));
    document.body.style.removeProperty('--dvk-font-size');
  });

  it('in a panel that cuts off what is larger, or is moved', async () => {
    assertSeen(await open('', 'overflow:hidden;block-size:130px'));
    assertSeen(await open('', 'overflow:hidden;block-size:130px;transform:translate(20px,300px)'));
  });

  it('over a dialog that is open above all', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.style.cssText = 'inset:auto 0 0 0;margin:0;overflow:hidden';
    try {
      const field = document.createElement('dvk-place-field');
      field.label = 'Xã, phường';
      dialog.append(field);
      dialog.showModal();
      await field.updateComplete;
      field.focus();
      await sendKeys({ type: 'hoa' });
      await waitUntil(() => items(field).length > 3, 'lines');
      await field.updateComplete;
      assertSeen({ field, list: field.shadowRoot!.querySelector('.list')!, control: box(field) });
    } finally {
      dialog.remove();
    }
  });

  const enlarged: Record<string, (page: HTMLElement) => void> = {
    'zooms its body': ({ style }) => style.setProperty('zoom', '1.5'),
    'zooms its body out': ({ style }) => style.setProperty('zoom', '0.8'),
    'scales its body': ({ style }) => (style.transform = 'scale(1.25)'),
  };
  for (const [how, enlarge] of Object.entries(enlarged))
    for (const edge of ['top:40px', 'bottom:40px'])
      it(`exactly beside the box (${edge}) where the page ${how}`, async () => {
        const { body } = document;
        enlarge(body);
        try {
          const all = await open(`position:fixed;${edge};left:15px;inline-size:300px`);
          const [is, at] = [all.list, all.control].map((each) => each.getBoundingClientRect());
          assert.closeTo(is!.left, at!.left, 1);
          assert.closeTo(is!.width, at!.width, 1);
          assert.closeTo(Math.min(Math.abs(is!.top - at!.bottom), Math.abs(at!.top - is!.bottom)), 4, 1);
        } finally {
          body.removeAttribute('style');
        }
      });

  it('beside the box when the page is scrolled', async () => {
    const all = await open('padding-block:300px 2000px');
    window.scrollBy(0, 150);
    await aTimeout(50);
    assertSeen(all);
    window.scrollTo(0, 0);
  });
});
