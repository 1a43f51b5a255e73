import { css } from 'lit';

/** The reader's own font, where the page's is not fit for Vietnamese. */
const styles = css`
  .base {
    font-family: var(--dvk-font-family, system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif);
  }
`;

/** What browsers use where a page sets no font. */
const unset = /^(serif|-webkit-standard|"?Times( New Roman)?"?)$/;

/** Whether the first font of the page that is there has no letters with two marks, which another font would then draw. */
function lacksVietnamese(families: string): boolean {
  const canvas = document.createElement('canvas').getContext('2d')!;
  const isDrawn = (family: string, text: string) => {
    const [one, other] = ['monospace', 'serif'].map((fallback) => {
      canvas.font = `40px ${family}, ${fallback}`;
      return canvas.measureText(text).width;
    });
    return one === other;
  };
  for (const family of families.split(',')) {
    // A generic name always has a font; one that is still on its way is taken to be fit.
    if (!/["A-Z]/.test(family) || !document.fonts.check(`1em ${family}`, 'ộ')) return false;
    if (isDrawn(family, 'mi')) return !isDrawn(family, 'ộữắ');
  }
  return false;
}

/** Keeps the page's font, unless it has none or one without Vietnamese: text in two fonts is hard to read. */
export function useFontOfPage(host: Element): void {
  const { fontFamily } = getComputedStyle(host);
  if (unset.test(fontFamily) || lacksVietnamese(fontFamily))
    host.shadowRoot!.adoptedStyleSheets.push(styles.styleSheet!);
}
