import { MAX_COLUMNS, MAX_ROWS } from '../limits.ts';
import { emptyCell, type Cell, type Row } from '../grid.ts';
import { child, valueOf, type Element } from '../xml.ts';
import { toggle } from './styles.ts';

/** Wrappers that show what they hold: content controls, tracked insertions, tags. */
export const wrappers: ReadonlySet<string> = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'ins',
  'moveTo',
  'smartTag',
  'hyperlink',
]);

/** Child elements of a name, also those inside wrappers. */
function unwrapped(parent: Element, name: string): Element[] {
  return parent.children.flatMap((node) => {
    if (node.name === name) return [node];
    return wrappers.has(node.name) ? unwrapped(node, name) : [];
  });
}

const count = (properties: Element | undefined, name: string, least: number) =>
  Math.min(Math.max(Number(valueOf(properties, name)) || least, least), MAX_COLUMNS);

export interface TableRows {
  rows: Row[];
  /** Rows beyond those read, and whether cells were cut off on the right. */
  beyond: number;
  wider: boolean;
  /** Numbers of rows that are not shown. */
  hidden: number[];
}

/**
 * The rows of a table with merged cells resolved. `read` makes a cell of its element; it is called for every cell that is
 * there, in order, also for those under a merged one: their paragraphs count in lists.
 */
export function tableRows(table: Element, name: string, read: (element: Element, address: string) => Cell): TableRows {
  const rows: Row[] = [];
  const hidden: number[] = [];
  let wider = false;
  let above: Cell[] = [];
  let number = 0;
  for (const element of unwrapped(table, 'tr')) {
    const properties = child(element, 'trPr');
    // A row deleted by a tracked change is not part of the final text.
    if (child(properties, 'del')) continue;
    number += 1;
    if (number > MAX_ROWS) continue;
    const address = (column: number) => `hàng ${number}, cột ${column + 1}`;
    const cells: Cell[] = [];
    const blank = (columns: number) => {
      for (let at = 0; at < columns; at++) cells.push(emptyCell(address(cells.length)));
    };
    blank(count(properties, 'gridBefore', 0));
    for (const cellElement of unwrapped(element, 'tc')) {
      const own = child(cellElement, 'tcPr');
      const made = read(cellElement, address(cells.length));
      if (child(own, 'cellDel')) continue;
      const vertical = child(own, 'vMerge');
      const horizontal = child(own, 'hMerge');
      const goesOn = (merge: Element | undefined) =>
        merge !== undefined && (merge.attributes['val'] ?? 'continue') === 'continue';
      const cell =
        (goesOn(vertical) ? above[cells.length] : undefined) ?? (goesOn(horizontal) ? cells.at(-1) : undefined) ?? made;
      for (let at = count(own, 'gridSpan', 1); at > 0; at--) cells.push(cell);
    }
    blank(count(properties, 'gridAfter', 0));
    if (cells.length > MAX_COLUMNS) wider ||= cells.slice(MAX_COLUMNS).some(({ text }) => text);
    cells.length = Math.min(cells.length, MAX_COLUMNS);
    above = cells;
    if (toggle(properties, 'hidden')) hidden.push(number);
    else rows.push({ cells, number, table: name });
  }
  return { rows, hidden, wider, beyond: Math.max(number - MAX_ROWS, 0) };
}
