import { TextBudget, tidy, type Content } from '../grid.ts';
import type { Parts } from '../package.ts';
import { readXml } from '../xml.ts';
import { sharedText, readWorkbook } from './workbook.ts';
import { readSheet } from './sheet.ts';

/** Sheets with cells that are read; a workbook with more is data rather than a rubric. */
const MAX_SHEETS = 50;

/** Paragraphs of the text boxes drawn on a sheet. */
async function drawnText(parts: Parts, sheet: string): Promise<string[]> {
  const found: string[] = [];
  for (const { type, target } of await parts.relationsOf(sheet)) {
    const bytes = type === 'drawing' ? await parts.read(target) : undefined;
    if (!bytes) continue;
    await readXml(bytes, target, {
      within: 'txBody',
      each: (paragraph) => {
        const text = tidy(sharedText(paragraph).text);
        if (text) found.push(text);
      },
    });
  }
  return found;
}

/** The visible sheets of an .xlsx: values as shown, merged cells resolved. */
export async function readXlsx(parts: Parts, main: string): Promise<Content> {
  const workbook = await readWorkbook(parts, main);
  const content: Content = { grids: [], paragraphs: [], unread: [] };
  const budget = new TextBudget();
  const unreadSheets: string[] = [];
  const hiddenSheets: string[] = [];
  const embedded: string[] = [];
  for (const { name, part, hidden } of workbook.sheets) {
    if (part === undefined || content.grids.length >= MAX_SHEETS) unreadSheets.push(name);
    else if (hidden) hiddenSheets.push(name);
    else {
      const { grid, unread } = await readSheet((await parts.read(part))!, part, name, workbook, budget);
      if (grid.rows.length > 0) content.grids.push(grid);
      content.unread.push(...unread);
      content.paragraphs.push(...(await drawnText(parts, part)));
      const isObject = ({ type }: { type: string }) => type === 'oleObject' || type === 'package';
      if ((await parts.relationsOf(part)).some(isObject)) embedded.push(name);
    }
  }
  if (unreadSheets.length > 0) content.unread.push({ code: 'unread-sheets', what: unreadSheets });
  if (embedded.length > 0) content.unread.push({ code: 'foreign-objects', what: embedded });
  if (hiddenSheets.length > 0) content.unread.push({ code: 'hidden-sheets', what: hiddenSheets });
  return content;
}
