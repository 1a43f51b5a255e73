import type { Palette } from './palette.ts';
import { colors, type ColorName } from './tokens.ts';

const indented = (lines: readonly string[], by: string): string => lines.map((line) => `${by}${line}\n`).join('');

/**
 * The colours of a palette as CSS: the light ones, and both for browsers that know `light-dark()`. A custom property takes any
 * text, so older browsers would otherwise be left without a colour.
 *
 * @param selector what takes the colours
 * @param names which colours; all, if left out
 */
export function themeCss(
  palette: Palette,
  selector = ':root',
  names: readonly ColorName[] = Object.keys(colors) as ColorName[],
): string {
  const light = names.map((name) => `--dvk-color-${name}: ${palette[name][0]};`);
  const both = names.map((name) => `--dvk-color-${name}: light-dark(${palette[name].join(', ')});`);
  return `${selector} {\n${indented(light, '  ')}}
@supports (color: light-dark(red, red)) {\n  ${selector} {\n${indented(both, '    ')}  }\n}\n`;
}

/** The colours that a palette has of its own. */
export function changedColors(palette: Palette): ColorName[] {
  return (Object.keys(colors) as ColorName[]).filter((name) => palette[name].join() !== colors[name].join());
}
