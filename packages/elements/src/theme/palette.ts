import { contrast, difference, fromOklch, toOklch, type Oklch } from './color.ts';
import { textPairs } from './pairs.ts';
import { colors, type ColorName } from './tokens.ts';

/** Every colour of the look, in light and in dark. */
export type Palette = Readonly<Record<ColorName, readonly [light: string, dark: string]>>;

/** What text needs beside its background, with room for rounding. */
const legible = 4.55;
/** An action in the colour of errors would look like one. */
const apart = 0.1;

/** The first lightness from `start`, in steps, that is good enough. */
function search(color: Oklch, start: number, step: number, isGood: (hex: string) => boolean): string {
  let hex = '';
  for (let l = start; l >= 0 && l <= 1; l += step) {
    hex = fromOklch({ ...color, l });
    if (isGood(hex)) return hex;
  }
  return hex;
}

const within = (color: Oklch, chroma: number): Oklch => ({ ...color, chroma: Math.min(color.chroma, chroma) });

/**
 * The colours for a brand: the house's own, with actions in the brand's hue. The brand is made darker for light pages and
 * lighter for dark ones until all text has a contrast of 4.5 : 1, and until actions do not look like errors.
 *
 * @param brand in hex or `rgb()`, e.g. `#9b1c1f`
 * @throws {TypeError} if `brand` is no such colour
 * @example
 * paletteFrom('#9b1c1f').action; // ['#…' on light pages, '#…' on dark ones]
 */
export function paletteFrom(brand: string): Palette {
  const given = toOklch(brand);
  const [light, dark] = [ofMode(given, 0), ofMode(given, 1)];
  const made = brandColors.map((name) => [name, [light[name], dark[name]]] as const);
  return { ...colors, ...Object.fromEntries(made) };
}

const brandColors = ['action', 'on-action', 'action-hover', 'action-soft'] as const;

function ofMode(given: Oklch, mode: 0 | 1): Record<(typeof brandColors)[number], string> {
  const isDark = mode === 1;
  const soft = fromOklch({ ...within(given, isDark ? 0.06 : 0.03), l: isDark ? 0.3 : 0.955 });
  const backgrounds = textPairs
    .filter(([text, background]) => text === 'action' && background !== 'action-soft')
    .map(([, background]) => colors[background][mode]);
  const isAction = (hex: string) =>
    [...backgrounds, soft].every((background) => contrast(hex, background) >= legible) &&
    difference(hex, colors.danger[mode]) >= apart;
  const action = isDark
    ? search(within(given, 0.12), Math.max(given.l, 0.78), 0.01, isAction)
    : search(given, Math.min(given.l, 0.6), -0.01, isAction);
  const { l } = toOklch(action);
  const onAction = isDark ? fromOklch({ ...within(given, 0.06), l: 0.22 }) : '#ffffff';
  const isHover = (hex: string) => contrast(hex, onAction) >= legible && contrast(hex, action) >= 1.2;
  // Away from the text on it; or towards it, where there is no room.
  const away = isDark ? 0.01 : -0.01;
  const hasRoom = isDark ? l < 0.9 : l > 0.25;
  const hover = search(toOklch(action), l, hasRoom ? away : -away, isHover);
  return { action, 'on-action': onAction, 'action-hover': hover, 'action-soft': soft };
}
