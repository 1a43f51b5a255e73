import { assert, fixture, html as page } from '@open-wc/testing';
import '../choice-field/define.ts';
import '../text-field/define.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';

/** The first block of CSS below a heading of the guide. */
async function cssOf(heading: string): Promise<string> {
  const guide = await (await fetch('/docs/guides/theme-it.md')).text();
  const section = guide.slice(guide.indexOf(`\n## ${heading}\n`));
  return /```css\n([^`]*)```/.exec(section)![1]!;
}

describe('a theme of a box', () => {
  expectNoPolicyViolations();
  const sheet = new CSSStyleSheet();
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  const label = 'Tên mô hình';
  /** The looks of a field in the page and of one in the box. */
  async function looks(css: string) {
    sheet.replaceSync(css);
    const around = await fixture(
      page`<div><dvk-text-field label=${label}></dvk-text-field>
        <div class="campaign"><dvk-text-field label=${label}></dvk-text-field></div></div>`,
    );
    return [...around.querySelectorAll('dvk-text-field')].map((field) => {
      const control = field.shadowRoot!.querySelector<HTMLElement>('#control')!;
      control.focus();
      const { outlineColor, borderRadius, backgroundColor, fontSize } = getComputedStyle(control);
      return {
        outlineColor,
        radius: Number.parseFloat(borderRadius),
        backgroundColor,
        size: Number.parseFloat(fontSize),
      };
    }) as [Look, Look];
  }
  interface Look {
    outlineColor: string;
    radius: number;
    backgroundColor: string;
    size: number;
  }

  it('holds for what is inside, as the guide says, and nowhere else', async () => {
    const [outside, inside] = await looks(await cssOf('A theme for the page, another for a box'));
    assert.equal(outside.outlineColor, 'rgb(11, 93, 59)');
    assert.equal(inside.outlineColor, 'rgb(138, 0, 15)');
    assert.isAbove(outside.radius, 0);
    assert.equal(inside.radius, 0);
    assert.equal(inside.size, 20);
  });

  it('takes no color from another that it sets', async () => {
    sheet.replaceSync('.campaign { --dvk-color-action: #8a000f }');
    const options = [{ value: 'a', label: 'A' }];
    const box = await fixture(
      page`<div class="campaign"><dvk-choice-field label=${label} value="a" .options=${options}></dvk-choice-field></div>`,
    );
    const { shadowRoot } = box.querySelector('dvk-choice-field')!;
    const { borderColor, backgroundColor } = getComputedStyle(shadowRoot!.querySelector('.chosen')!);
    assert.deepEqual([borderColor, backgroundColor], ['rgb(138, 0, 15)', 'rgb(232, 241, 251)']);
  });

  it('chooses light or dark, and the size of an em, where they are used', async () => {
    const [outside, inside] = await looks(`
      :root { --dvk-color-action: light-dark(#0b5d3b, #9be3bf); --dvk-radius: 1em; color-scheme: light; }
      .campaign { color-scheme: dark; font-size: 32px; }`);
    assert.deepEqual([outside.outlineColor, inside.outlineColor], ['rgb(11, 93, 59)', 'rgb(155, 227, 191)']);
    assert.deepEqual([outside.radius, inside.radius], [outside.size, 32]);
  });

  it('resolves var() where it is written', async () => {
    const [, inside] = await looks(
      ':root { --portal: #0b5d3b; --dvk-color-action: var(--portal) } .campaign { --portal: #8a000f }',
    );
    assert.equal(inside.outlineColor, 'rgb(11, 93, 59)');
    const [, again] = await looks(
      ':root { --portal: #0b5d3b; --dvk-color-action: var(--portal) } .campaign { --portal: #8a000f; --dvk-color-action: var(--portal) }',
    );
    assert.equal(again.outlineColor, 'rgb(138, 0, 15)');
  });
});
