import type { Cell, Row } from '../grid.ts';
import type { Layout } from './columns.ts';

/** The columns that name groups of lines, the widest group first, and the groups that the row read last is in. */
export class GroupColumns {
  readonly #positions: readonly number[];
  readonly #texts: string[] = [];

  constructor({ columns }: Layout) {
    this.#positions = columns.flatMap((column, at) => (column === 'group' ? [at] : []));
  }

  /** Level of a cell in these columns, from 0; -1 outside them. */
  levelOf(row: Row, cell: Cell | undefined): number {
    return this.#positions.findIndex((at) => row.cells[at] === cell);
  }

  /** Whether another group begins here: a group that is written again in every row is still the same one. */
  enter(level: number, text: string): boolean {
    if (this.#texts[level] === text) return false;
    this.#texts.length = level;
    this.#texts[level] = text;
    return true;
  }
}
