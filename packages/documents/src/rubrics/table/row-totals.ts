/** Rows that state a sum rather than a line. */
import type { Doubts } from '../doubt.ts';
import type { Cell, Row } from '../grid.ts';
import type { Item } from './item.ts';
import type { Column } from './labels.ts';
import { bareNumber } from './numbers.ts';
import { isPart, isSurelyPart, partOf } from './parts.ts';
import { cellPoints, shareOf } from './points.ts';
import { placeOf, type Reading } from './reading.ts';
import type { SortedRow } from './sorted-row.ts';
import { readTotalLabel, type TotalLabel } from './total-label.ts';

/** A row that states a sum; it is no line. */
export function readTotalRow(line: SortedRow, reading: Reading): boolean {
  const worded = (columns: readonly Column[]) =>
    columns.flatMap((each) => line.cells(each)).find(({ text }) => /\p{L}{2}/u.test(text));
  const first = worded(['title', 'group', 'number']);
  // “Score | Total points | 200”: the words may be in another column; “Total: 100” may be in the column of points itself.
  const beside: Column[] = line.cells('max').some((cell) => cellPoints(cell)) ? ['scoring', 'other'] : ['other'];
  const label = (first ? [first] : [worded(beside), worded(['max'])]).find(
    (cell) => cell && (readTotalLabel(cell.text, false) ?? sumOfPart(cell.text, reading.items)),
  );
  if (!label) return false;
  const number = line.cells('number').find((cell) => cell !== label);
  const read =
    readTotalLabel(label.text, number !== undefined && bareNumber(number.text) !== undefined) ??
    (number === undefined ? sumOfPart(label.text, reading.items) : undefined);
  if (!read) return false;
  const stated = line.cells('max').find((cell) => cell !== label);
  const inCell = stated && (cellPoints(stated) ?? shareOf(stated))?.points;
  const points = inCell ?? read.points;
  reading.use([label, ...line.cells('number')]);
  if (stated && inCell !== undefined) reading.use([stated]);
  if (points !== undefined) {
    const { row } = line;
    const { scope, cap } = read;
    const section = cap ? reading.items.findLast(({ number: own }) => own === scope[0]) : undefined;
    if (section) section.max ??= points;
    reading.totals.push({
      points,
      label: label.text.replaceAll('\n', ' '),
      scope,
      after: reading.items.length,
      place: placeOf(row, stated ?? label),
    });
  }
  return true;
}

/** “Tổng điểm cộng” below the lines of a bonus is their sum; above them it would be their heading. */
function sumOfPart(label: string, items: readonly Item[]): TotalLabel | undefined {
  if (!/^\s*(?:tổng|cộng)\s/iu.test(label) || !isSurelyPart(label)) return undefined;
  const above = items.findLast(({ title }) => isPart(title));
  return above && above !== items.at(-1) && partOf(above.title) === partOf(label)
    ? { scope: [], cap: false }
    : undefined;
}

/** Points in a row without a label, taken for a total. */
export function addUnnamedTotal(row: Row, cell: Cell, reading: Reading, doubts: Doubts): void {
  const points = cellPoints(cell)?.points;
  reading.use([cell]);
  if (points !== undefined)
    reading.totals.push({
      points,
      label: '',
      scope: [],
      after: reading.items.length,
      place: placeOf(row, cell),
    });
  else if (cell.text)
    doubts.add(
      'unreadable-points',
      placeOf(row, cell),
      'Không đọc được điểm “$0”',
      'The points “$0” cannot be read',
      cell.text,
    );
}
