import { getDocumentProxy } from 'unpdf';

const millimetre = 72 / 25.4;

/**
 * Lets a test print the page on A4 as a person does, with a margin in millimetres, or with what the page's own `@page` says, and
 * read where each text stands on which sheet: a point is 1/72 inch, the origin at the top left.
 */
export function printPlugin() {
  return {
    name: 'print',
    async executeCommand({ command, payload, session }) {
      if (command !== 'print') return undefined;
      const page = session.browser.getPage(session.id);
      // A medium that a test has emulated, be it the screen, holds for the printer as well.
      await page.emulateMedia({ media: null });
      const { margin } = payload;
      const side = margin === undefined ? undefined : `${margin}mm`;
      const pdf = await page.pdf(
        side === undefined
          ? { preferCSSPageSize: true }
          : { format: 'A4', margin: { top: side, bottom: side, left: side, right: side } },
      );
      const document = await getDocumentProxy(new Uint8Array(pdf));
      const sheets = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const sheet = await document.getPage(number);
        const [, , width, height] = sheet.view;
        const { items } = await sheet.getTextContent();
        sheets.push({
          width,
          height,
          texts: items
            .filter(({ str }) => str?.trim())
            .map(({ str, transform, width: length }) => {
              const [, , , size, x, baseline] = transform;
              return { text: str, x, y: height - baseline, width: length, size: Math.abs(size) };
            }),
        });
      }
      await document.loadingTask.destroy();
      return { sheets, margin: margin === undefined ? undefined : margin * millimetre };
    },
  };
}
