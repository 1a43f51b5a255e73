import { assert } from '@open-wc/testing';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { html } from 'lit';
import { iconStyles } from './icon.ts';
import { icons } from './list.ts';
import { sendIcon } from './send.ts';

describe('icons', () => {
  expectNoPolicyViolations();

  it('gives each meaning an icon of its own', () => {
    const drawn = Object.values(icons).map(({ tabler }) => tabler);
    const twice = drawn.filter((name, at) => drawn.indexOf(name) !== at);
    assert.deepEqual(twice, []);
  });

  it('draws with the colour of the text in the size of its place', () => {
    const { all } = showPart(
      html`<p>${sendIcon}</p>
        ${['icon-16', 'icon-24', 'icon-28'].map((size) => html`<p class=${size}>${sendIcon}</p>`)}`,
      iconStyles,
    );
    assert.deepEqual(
      all('.icon').map((icon) => icon.getBoundingClientRect().width),
      [20, 16, 24, 28],
    );
    const { stroke, color, strokeWidth } = getComputedStyle(all('.icon')[0]!);
    assert.equal(stroke, color);
    assert.equal(strokeWidth, '1.75px');
  });
});
