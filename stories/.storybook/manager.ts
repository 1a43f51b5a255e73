/** What stands around the stories: the name, and a picker for any brand colour. */
import { createElement, type ChangeEvent, type ReactElement } from 'react';
import { addons, types, useGlobals } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

/** A brand that is no sample theme stands in the address as `c9b1c1f`; see `dressPage` in toolbar.ts. */
function BrandPicker(): ReactElement {
  const [globals, updateGlobals] = useGlobals();
  const brand = String(globals['brand']);
  const title = 'Màu bất kỳ của cổng thông tin / any brand colour';
  // No JSX: Storybook's own bundler looks for a global `React` then.
  return createElement('input', {
    type: 'color',
    title,
    'aria-label': title,
    style: { inlineSize: 28, blockSize: 24, padding: 0, border: 0, background: 'none' },
    value: /^c[0-9a-f]{6}$/.test(brand) ? `#${brand.slice(1)}` : '#0b4a83',
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => updateGlobals({ brand: `c${target.value.slice(1)}` }),
  });
}

addons.register('dvk/brand', () => {
  addons.add('dvk/brand/picker', { type: types.TOOL, title: 'Màu bất kỳ', render: BrandPicker });
});

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'Dân vận khéo: giao diện', colorSecondary: '#0b4a83' }),
});
