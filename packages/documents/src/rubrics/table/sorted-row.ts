/** A row whose cells are sorted by what their columns hold. */
import { joinTexts, type Cell, type Row } from '../grid.ts';
import type { Layout } from './columns.ts';
import type { Column } from './labels.ts';
import { bareNumber } from './numbers.ts';
import { readTotalLabel } from './total-label.ts';

/** Which column a merged cell is read as: the first of these that it covers. */
const precedence: readonly Column[] = [
  'title',
  'group',
  'number',
  'max',
  'level-max',
  'scoring',
  'evidence',
  'note',
  'other',
];

/** A row sorted by what its columns hold: only cells with something in them that do not go on from above. */
export class SortedRow {
  readonly row: Row;
  readonly #own = new Map<Column, Cell[]>();
  /** Columns whose cell goes on from the row above. */
  readonly continued = new Set<Column>();
  /** One text across the whole table, or across the columns of titles and points. */
  readonly across: boolean;

  constructor(row: Row, above: Row | undefined, { columns }: Layout) {
    this.row = row;
    const roles = new Map<Cell, Set<Column>>();
    for (const [at, cell] of row.cells.entries()) {
      if (!cell.text && !cell.remark) continue;
      const known = roles.get(cell);
      if (known) known.add(columns[at]!);
      else roles.set(cell, new Set([columns[at]!]));
    }
    for (const [cell, covered] of roles) {
      const role = precedence.find((each) => covered.has(each))!;
      if (above?.cells.some((each, at) => each === cell && row.cells[at] === cell)) this.continued.add(role);
      else this.#own.set(role, [...(this.#own.get(role) ?? []), cell]);
    }
    const [only, ...others] = [...roles.keys()];
    const covered = only ? roles.get(only)! : new Set();
    const inFirst = covered.has('number') && bareNumber(only!.text) === undefined;
    this.across =
      [...roles].some(([cell, all]) => all.has('title') && all.has('max') && this.cells('title').includes(cell)) ||
      (others.length === 0 &&
        !this.continued.size &&
        only !== undefined &&
        (inFirst || (covered.has('number') && covered.has('title'))));
  }

  cells(column: Column): Cell[] {
    return this.#own.get(column) ?? [];
  }

  all(): Cell[] {
    return [...this.#own.values()].flat();
  }

  text(column: Column): string {
    return joinTexts(...this.cells(column).map(({ text }) => text));
  }
}

/** “TT | Lĩnh vực | Tiêu chí | Điểm”, where number and group stand together and the further lines of a group have neither. */
export function areNumbersOfGroups(lines: readonly SortedRow[]): boolean {
  const has = (column: Column) => (line: SortedRow) => line.cells(column).length > 0;
  const numbered = lines.filter(has('number')).filter(has('title'));
  return (
    numbered.length > 0 &&
    numbered.every(has('group')) &&
    lines.some((line) => has('title')(line) && has('max')(line) && !has('group')(line) && !has('number')(line))
  );
}

/** Whether the row below is the second level of the same title. */
export function holdsFirstLevel(line: SortedRow, next: SortedRow | undefined, columns: readonly Column[]): boolean {
  if (!next || columns.includes('level-max') || line.cells('scoring').length === 0 || line.cells('max').length === 0)
    return false;
  const bare = (['title', 'number', 'group'] as const).every((column) => next.cells(column).length === 0);
  const isTotal = readTotalLabel(next.text('scoring'), false) !== undefined;
  return bare && !isTotal && next.cells('scoring').length > 0 && next.cells('max').length > 0;
}
