import type { Row } from '../grid.ts';
import { bareNumber } from './numbers.ts';
import { cellPoints } from './points.ts';

/** How the cells of a column look in the lines of the table. */
export interface Filled {
  /** Rows in which it has a text of its own. */
  own: number;
  /** Of those, numbers such as `1`, `a)`, `I.1`. */
  numbers: number;
}

/** How a column is filled; a cell merged with the one above or beside it is not its own. */
export function filledOf(rows: readonly Row[], column: number): Filled {
  const filled: Filled = { own: 0, numbers: 0 };
  for (const [at, { cells }] of rows.entries()) {
    const cell = cells[column]!;
    if (!cell.text || cell === rows[at - 1]?.cells[column] || cell === cells[column - 1] || cell === cells[column + 1])
      continue;
    filled.own += 1;
    if (bareNumber(cell.text) !== undefined) filled.numbers += 1;
  }
  return filled;
}

/** Words rather than numbers or marks in a column. */
export const hasWords = (rows: readonly Row[], column: number) => {
  const texts = rows.map(({ cells }) => cells[column]!.text).filter(Boolean);
  return texts.filter((text) => /\p{L}{2}/u.test(text)).length > texts.length / 2;
};

/** Whether hardly any row has texts in more than one of these columns, as with titles that are set in by one column a step. */
export function takeTurns(body: readonly Row[], columns: readonly number[]): boolean {
  const texts = body.map(({ cells }) => new Set(columns.map((at) => cells[at]!).filter(({ text }) => text)).size);
  return texts.filter((count) => count > 1).length * 5 <= texts.filter((count) => count > 0).length;
}

/** Whether lines with points have their text in this column alone, and the title of the row above in the title column. */
export function holdsLines(body: readonly Row[], at: { title: number; words: number; points: number }): boolean {
  return (
    at.title < at.words &&
    at.points >= 0 &&
    body.some(({ cells }, row) => {
      const title = cells[at.title]!;
      const isOwn = title.text !== '' && title !== body[row - 1]?.cells[at.title];
      return !isOwn && cells[at.words]!.text !== '' && cellPoints(cells[at.points]!) !== undefined;
    })
  );
}
