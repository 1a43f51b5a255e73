import type { CSSResult } from 'lit';
import { fillTokens } from '../theme/token-styles.ts';

/** Adds styles that came with something loaded on demand. */
export function adoptStyles({ shadowRoot: root }: HTMLElement, styles: readonly CSSResult[]): void {
  for (const each of styles) {
    const sheet = (fillTokens(each) as CSSResult).styleSheet!;
    if (!root!.adoptedStyleSheets.includes(sheet)) root!.adoptedStyleSheets.push(sheet);
  }
}
