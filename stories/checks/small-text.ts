import type { Page } from 'playwright-core';

/** Keys, the labels of axes and tiles, and what is a drawing for those who see it may be smaller. */
const mayBeSmall = 'kbd, svg, .initials, .chart, .map, .dot, .qr-frame, [aria-hidden="true"]';

/** Text of the product below 14 px, where the page around has 14 px; nothing if there is none. */
export function textsTooSmall(page: Page): Promise<string> {
  return page.evaluate((mayBeSmall) => {
    const { fontSize } = document.body.style;
    document.body.style.fontSize = '14px';
    const found = new Set<string>();
    const visit = (root: ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const hasWords = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '',
        );
        if (!hasWords || element.closest(mayBeSmall) || element.getClientRects().length === 0) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < 13.99)
          found.add(
            `${element.localName}.${element.className}: ${size} px “${element.textContent.trim().slice(0, 30)}”`,
          );
      }
    };
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) visit(element.shadowRoot);
    document.body.style.fontSize = fontSize;
    return [...found].join('\n    ');
  }, mayBeSmall);
}
