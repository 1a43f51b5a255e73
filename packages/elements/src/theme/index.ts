export { contrast } from './color.ts';
export { changedColors, themeCss } from './css.ts';
export { graphicPairs, textPairs } from './pairs.ts';
export { paletteFrom, type Palette } from './palette.ts';
export { colors, type ColorName } from './tokens.ts';
