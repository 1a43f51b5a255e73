import type { CSSResult } from 'lit';
import { fillTokens } from '../theme/token-styles.ts';

/** Adds styles that came with something loaded on demand, with their tokens filled in. */
export function addStyles({ shadowRoot }: Element, styles: CSSResult): void {
  const { styleSheet } = fillTokens(styles) as CSSResult;
  const { adoptedStyleSheets } = shadowRoot!;
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}
