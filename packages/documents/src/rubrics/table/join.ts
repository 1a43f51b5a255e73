import { fold } from '@dvk/sdk/text';
import type { Doubts } from '../doubt.ts';
import type { Grid, Row } from '../grid.ts';
import { distinct, findLayout, type Layout } from './columns.ts';
import { isSurelyPart } from './parts.ts';
import { bareNumber, isFirst, splitNumber } from './numbers.ts';
import { cellPoints, splitPoints } from './points.ts';
import { readTotalLabel } from './total-label.ts';

/** A table with its columns known; a rubric that goes on in further tables is one. */
export interface Table {
  name: string;
  rows: Row[];
  layout: Layout;
  before: string[];
  /** The tables it was put together from. */
  parts: string[];
}

/** Text between two tables that opens another one rather than a new page of the same. */
const opensAnother = /phu luc|bang (?:so )?\d|tieu chi|thang diem|bang diem|cham diem|doi voi|danh cho|ap dung/;

/** The first line's number and title, where the columns of the table put them. */
function firstLine(rows: readonly Row[], { columns }: Layout): { number: string | undefined; title: string } {
  for (const { cells } of rows) {
    const group = cells[columns.indexOf('group')]?.text;
    // A group of its own begins here: its lines may count from one again.
    if (group) return { number: splitNumber(group)?.number, title: group };
    const title = cells[columns.indexOf('title')]?.text ?? '';
    const typed = cells[columns.indexOf('number')]?.text ?? '';
    if (!title && !typed) continue;
    return { number: bareNumber(typed) ?? splitNumber(title)?.number, title };
  }
  return { number: undefined, title: '' };
}

/** Its last row is the total of the whole. */
function isComplete({ rows }: Table): boolean {
  const last = rows.findLast(({ cells }) => cells.some(({ text }) => text));
  return last !== undefined && distinct(last.cells).some(({ text }) => readTotalLabel(text, false)?.scope.length === 0);
}

function sameColumns(one: Layout, other: Layout): boolean {
  const words = (layout: Layout) => layout.labels.map((label) => fold(label)).join('|');
  return words(one) === words(other) || one.columns.join() === other.columns.join();
}

/** Whether a table is the next part of the one before. */
function goesOn(table: Table, grid: Grid, layout: Layout | undefined): boolean {
  const width = table.layout.columns.length;
  if (grid.rows[0]?.cells.length !== width || grid.name.includes(',')) return false;
  if (grid.before.length > 3 || grid.before.some((text) => opensAnother.test(fold(text)))) return false;
  if (layout?.certain && !sameColumns(table.layout, layout)) return false;
  // A page break parts tables of a document; another sheet has a header of its own.
  if (!layout?.certain && /^[A-Z]+\d+$/.test(grid.rows[0].cells[0]!.address)) return false;
  const rows = grid.rows.slice(layout?.certain ? layout.firstRow : 0);
  const [max, title] = [table.layout.columns.indexOf('max'), table.layout.columns.indexOf('title')];
  const hasPoints = ({ cells }: Row) =>
    (cells[max] && cellPoints(cells[max])) ?? splitPoints(cells[title]!.text.replaceAll('\n', ' ')).points;
  if (!rows.some((row) => hasPoints(row) !== undefined)) return false;
  const { number, title: first } = firstLine(rows, table.layout);
  const restarts = number !== undefined && isFirst(number) && /^(?:1|01|I|A)$/.test(number);
  const started = firstLine(table.rows.slice(table.layout.firstRow), table.layout);
  // The same lines once more are another form of the rubric.
  if (first && fold(first) === fold(started.title)) return false;
  if (isComplete(table)) return isSurelyPart(first) || (number !== undefined && !isFirst(number));
  return !(restarts && started.number === number && layout?.certain);
}

/** Tables with a column of criteria and one of points, the parts of one table put together. */
export function joinTables(grids: readonly Grid[], doubts: Doubts): Table[] {
  const tables: Table[] = [];
  let last: Table | undefined;
  for (const grid of grids) {
    const layout = findLayout(grid);
    if (last && goesOn(last, grid, layout)) {
      last.rows.push(...grid.rows.slice(layout?.certain ? layout.firstRow : 0));
      last.parts.push(grid.name);
      continue;
    }
    if (!layout) continue;
    const { name, rows, before } = grid;
    const table = { name, rows: [...rows], layout, before, parts: [name] };
    tables.push(table);
    last = layout.certain ? table : undefined;
  }
  for (const { name, parts } of tables) {
    if (parts.length > 1)
      doubts.add(
        'tables-joined',
        { table: name },
        'Các bảng $0 được đọc nối liền thành một bảng',
        'The tables $0 were read as one',
        parts.map((part) => `“${part}”`).join(', '),
      );
  }
  return tables;
}
