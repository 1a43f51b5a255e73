import type { Page } from 'playwright-core';

/**
 * Chromium may leave out what is in a size container inside a `<fieldset>` when something beside it comes or goes, such as the error
 * of the field: the tiles of a choice then vanish. A container stands around the fieldset instead.
 */
export function containersInFieldsets(page: Page): Promise<string> {
  return page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode, isInside: boolean): void => {
      for (const element of root.children) {
        const isContainer = getComputedStyle(element).containerType !== 'normal';
        if (isInside && isContainer) found.push(`${element.localName}.${element.className}`);
        const isWithin = isInside || element.localName === 'fieldset';
        if (element.shadowRoot) look(element.shadowRoot, isWithin);
        look(element, isWithin);
      }
    };
    look(document.body, false);
    return found.join(', ');
  });
}
