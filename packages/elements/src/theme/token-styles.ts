import { colors, compactSizes, sizes } from './tokens.ts';

function declare<T>(values: Readonly<Record<string, T>>, toText: (name: string, value: T) => string): string {
  return Object.entries(values)
    .map(([name, value]) => `${toText(name, value)};`)
    .join('');
}

const compact = Object.keys(compactSizes) as (keyof typeof compactSizes)[];

/**
 * Private `--_*`, which take the public `--dvk-*` where the page set them. Browsers without `light-dark()` get the light colours.
 * The density is set through the public names, so that it holds for the elements inside, too.
 */
export const tokenRules: string = [
  `:host{${declare(sizes, (name, value) => `--_${name}:var(--dvk-${name},${value})`)}`,
  `${declare(colors, (name, [light]) => `--_${name}:var(--dvk-color-${name},${light})`)}}`,
  `@supports (color:light-dark(red,red)){:host{`,
  `${declare(colors, (name, pair) => `--_${name}:var(--dvk-color-${name},light-dark(${pair}))`)}}}`,
  `:host([density=compact]){${declare(compactSizes, (name, value) => `--dvk-${name}:${value}`)}}`,
  `:host([density=comfortable]){${compact.map((name) => `--dvk-${name}:${sizes[name]};`).join('')}}`,
].join('');
