import type { Place } from '../doubt.ts';
import type { Cell, Row } from '../grid.ts';
import { distinct } from './columns.ts';
import type { Item, Total } from './item.ts';
import { styleOf, type NumberStyle } from './numbers.ts';

/** What has been read of a table so far, from top to bottom. */
export class Reading {
  readonly items: Item[] = [];
  readonly totals: Total[] = [];
  /** Cells that reach the draft. */
  readonly used = new Set<Cell>();
  /** Rows that are no lines – above the header, notes, what follows the total – as paragraphs with their cells. */
  readonly asides: { text: string; cells: Cell[] }[] = [];
  #lastLetter: string | undefined;
  #lastSmall: string | undefined;

  use(cells: readonly Cell[]): void {
    for (const cell of cells) this.used.add(cell);
  }

  addAside({ cells }: Row): void {
    const own = distinct(cells).filter(({ text }) => text);
    if (own.length > 0) this.asides.push({ text: own.map(({ text }) => text).join(' '), cells: own });
  }

  /** Adds a line; its style is that of its number unless its position in the table gives another. */
  addItem(row: Row, item: Pick<Item, 'number' | 'title' | 'max' | 'bold'> & Partial<Item>, style?: NumberStyle): Item {
    const small = this.#goesOnSmall(item.number);
    const printed = small ? item.number.toLowerCase() : item.number;
    const own = style ?? styleOf(printed, /^[a-zđ]$/.test(printed) ? this.#lastSmall : this.#lastLetter);
    if (own === 'letter' || own === 'roman') this.#lastLetter = item.number;
    if (own === 'small') this.#lastSmall = printed;
    const made: Item = {
      scoring: '',
      evidence: '',
      note: '',
      isLine: false,
      negative: false,
      ...item,
      style: own,
      table: row.table,
      row: row.number,
      order: this.items.length,
      children: [],
    };
    this.items.push(made);
    return made;
  }

  /** `C` after `a`, `b` goes on with them, however it is written. */
  #goesOnSmall(number: string): boolean {
    const follows = (last: string | undefined, next: string) =>
      last !== undefined && last.length === 1 && next.charCodeAt(0) === last.charCodeAt(0) + 1;
    return (
      /^[A-Z]$/.test(number) &&
      follows(this.#lastSmall, number.toLowerCase()) &&
      this.#lastSmall !== 'a' &&
      !follows(this.#lastLetter, number)
    );
  }
}

/** Where a doubt about a row, or one of its cells, is. */
export function placeOf({ number, table }: Row, cell?: Cell): Place {
  return { table, row: number, ...(cell ? { address: cell.address } : {}) };
}
