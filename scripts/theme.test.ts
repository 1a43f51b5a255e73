import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  colors,
  contrast,
  graphicPairs,
  paletteFrom,
  textPairs,
  type ColorName,
  type Palette,
} from '../packages/elements/src/theme/index.ts';
import { difference, formatHex, fromOklch, parseColor, toOklch } from '../packages/elements/src/theme/color.ts';
import { themePalettes } from './lib/generate/themes.ts';

/** The pairs of a palette without enough contrast. */
function faults(palette: Palette): string[] {
  return [
    [textPairs, 4.5],
    [graphicPairs, 3],
  ].flatMap(([pairs, least]) =>
    (pairs as typeof textPairs).flatMap(([front, back]) =>
      ([0, 1] as const).flatMap((mode) => {
        const reached = contrast(palette[front][mode], palette[back][mode]);
        return reached >= (least as number) ? [] : [`${mode ? 'dark' : 'light'}: ${front} on ${back} ${reached}`];
      }),
    ),
  );
}

const channel = fc.integer({ min: 0, max: 255 });
const anyColor = fc.tuple(channel, channel, channel);

describe('colour', () => {
  it('is read as CSS writes it', () => {
    const red = parseColor('#9b1c1f');
    for (const same of ['9B1C1F', 'rgb(155 28 31)', 'rgb(155, 28, 31)', ' RGBA(155,28,31) '])
      assert.deepEqual(parseColor(same.startsWith('9') ? `#${same}` : same), red);
    assert.deepEqual(parseColor('#fa0'), parseColor('#ffaa00'));
    assert.deepEqual(parseColor('rgb(100% 0% 50%)'), [1, 0, 0.5]);
    for (const text of [
      '',
      'red',
      '9b1c1f',
      '#9b1c',
      '#9b1c1f80',
      'rgb(1 2)',
      'rgb(1, 2 3)',
      'rgb(1 2 3 / 50%)',
      '#ggg',
    ])
      assert.throws(() => parseColor(text), TypeError, text);
  });

  it('has the contrast that WCAG 2 gives, and the OKLCH that CSS gives', () => {
    assert.equal(contrast('#000', '#fff'), 21);
    assert.equal(contrast('#777', '#fff').toFixed(2), '4.48');
    assert.equal(contrast('#fff', '#0b4a83').toFixed(1), '9.0');
    const { l, chroma, hue } = toOklch('#ff0000');
    assert.deepEqual(
      [l, chroma, (hue * 180) / Math.PI].map((each) => each.toFixed(3)),
      ['0.628', '0.258', '29.234'],
    );
  });

  it('comes back from OKLCH as it was', () => {
    fc.assert(
      fc.property(anyColor, (rgb) => {
        const hex = formatHex(rgb.map((each) => each / 255) as [number, number, number]);
        assert.ok(difference(fromOklch(toOklch(hex)), hex) < 0.01);
      }),
    );
  });
});

describe('palette', () => {
  it('of the house and of every sample theme can be read by everybody', () => {
    for (const [name, palette] of Object.entries({ house: colors, ...themePalettes }))
      assert.deepEqual(faults(palette), [], name);
  });

  it('can be read by everybody, whatever the brand, and no action looks like an error', () => {
    fc.assert(
      fc.property(anyColor, (rgb) => {
        const palette = paletteFrom(`rgb(${rgb.join(' ')})`);
        assert.deepEqual(faults(palette), []);
        for (const mode of [0, 1] as const) {
          assert.ok(difference(palette.action[mode], palette.danger[mode]) >= 0.1);
          assert.ok(contrast(palette.action[mode], palette['action-hover'][mode]) >= 1.2);
        }
      }),
      {
        numRuns: 1000,
        examples: [[[0, 0, 0]], [[255, 255, 255]], [[180, 35, 24]], [[255, 157, 147]], [[255, 255, 0]]],
      },
    );
  });

  it('keeps a brand that is good as it is, and all that is not of the brand', () => {
    const palette = paletteFrom('#0B4A83');
    assert.equal(palette.action[0], '#0b4a83');
    const own = new Set<ColorName>(['action', 'on-action', 'action-hover', 'action-soft']);
    for (const name of Object.keys(colors) as ColorName[])
      if (!own.has(name)) assert.deepEqual(palette[name], colors[name]);
  });
});

interface Token {
  $type?: string;
  $value: { unit?: string; value?: number; colorSpace?: string; components?: number[]; hex?: string };
}

describe('the files for design tools', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, '../packages/elements/themes', name), 'utf8')) as object;
  /** The tokens of a file by their paths. */
  const tokensOf = (part: object, at: readonly string[] = []): [string, Token][] =>
    Object.entries(part).flatMap(([name, value]: [string, Token | object]) => {
      if (name.startsWith('$')) return [];
      assert.match(name, /^[^.{}]+$/);
      return '$value' in value ? [[[...at, name].join('.'), value as Token]] : tokensOf(value, [...at, name]);
    });
  const modes = { Light: read('tokens.json'), Dark: read('tokens.dark.json') };

  it('name their mode as Figma does, and have the same tokens of the same types', () => {
    const typesOf = (file: object) => tokensOf(file).map(([name, { $type }]) => `${name}: ${$type}`);
    assert.deepEqual(typesOf(modes.Light), typesOf(modes.Dark));
    for (const [name, file] of Object.entries(modes))
      assert.deepEqual((file as { $extensions: object }).$extensions, { 'com.figma.modeName': name });
  });

  it('have the type at each token, with the value that the type asks for', () => {
    for (const [name, { $type, $value }] of Object.values(modes).flatMap((file) => tokensOf(file))) {
      assert.ok(['color', 'dimension', 'shadow'].includes($type!), name);
      if ($type === 'dimension') assert.ok($value.unit === 'px' && Number.isFinite($value.value), name);
      if ($type !== 'color') continue;
      assert.equal($value.colorSpace, 'srgb', name);
      assert.deepEqual(
        $value.components!.map((each) => Math.round(each * 255)),
        parseColor($value.hex!).map((each) => Math.round(each * 255)),
        name,
      );
    }
  });
});
