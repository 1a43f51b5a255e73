import { unsafeCSS, type CSSResult, type CSSResultOrNative } from 'lit';
import { colors, compactSizes, sizes } from './tokens.ts';

// In Node nothing is drawn.
const knowsPairs = globalThis.CSS?.supports('color', 'light-dark(red, red)') ?? true;

/**
 * What stands for `var(--_name)`: the public property, else the token. Browsers without `light-dark()` get the light colours. Desks
 * say with `--_usual-control` what is usual in them: see `desk/list-page-styles`.
 */
const values = new Map<string, string>([
  ...Object.entries({ ...sizes, control: `var(--_usual-control,${sizes.control})` }).map(
    ([name, value]) => [name, `var(--dvk-${name},${value})`] as const,
  ),
  ...Object.entries(colors).map(
    ([name, pair]) => [name, `var(--dvk-color-${name},${knowsPairs ? `light-dark(${pair})` : pair[0]})`] as const,
  ),
]);

const withTokens = new WeakMap<CSSResultOrNative, CSSResultOrNative>();

/**
 * Styles with their tokens filled in. Declared on each host as custom properties, forty tokens would cost a field more than all
 * else that the browser styles in it.
 */
export function fillTokens(styles: CSSResultOrNative): CSSResultOrNative {
  if (!('cssText' in styles)) return styles;
  const filled =
    withTokens.get(styles) ??
    unsafeCSS(styles.cssText.replace(/var\(--_([\w-]+)\)/g, (own, name: string) => values.get(name) ?? own));
  withTokens.set(styles, filled);
  return filled;
}

function declare(names: readonly string[], from: Readonly<Record<string, string>>): string {
  return names.map((name) => `--dvk-${name}:${from[name]};`).join('');
}

const compact = Object.keys(compactSizes);

/**
 * Set through the public names, so that a density holds for the elements inside, too. `--_row-flow` says whether the second line
 * of a row stands below the first or beside it.
 */
export const densityStyles: CSSResult = unsafeCSS(
  `:host([density='compact']){${declare(compact, compactSizes)}--_row-flow:column}:host([density='comfortable']){${declare(compact, sizes)}--_row-flow:row}`,
);
