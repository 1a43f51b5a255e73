import { changedColors, themeCss } from '../theme/css.ts';
import { paletteFrom } from '../theme/palette.ts';

/**
 * The style sheet of a context with a brand. Made by script, which a strict Content-Security-Policy allows.
 * @throws {TypeError} if the brand is no colour
 */
export function brandSheet(brand: string): CSSStyleSheet {
  const palette = paletteFrom(brand);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeCss(palette, ':host', changedColors(palette)));
  return sheet;
}
