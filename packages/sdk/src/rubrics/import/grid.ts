/** A cell of a table; the cells of a merged area are one and the same object. */
export interface Cell {
  text: string;
  /** Set when a spreadsheet turned what was typed (`1.1`) into a date. */
  wasDate?: true;
}

/** A table as rows of equal length. */
export interface Grid {
  /** Where it stands, for a person to find it: “bảng 2”, name of the sheet. */
  name: string;
  rows: Cell[][];
  /** Rows or columns that are not shown were left out. */
  hidden?: boolean;
  /** Paragraphs before it, nearest last. */
  before: string[];
}

/** What a file holds. */
export interface Content {
  grids: Grid[];
  /** Every paragraph outside tables. */
  paragraphs: string[];
}

/** Rows of unequal length filled up with empty cells. */
export function rectangular(rows: Cell[][]): Cell[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? { text: '' }));
}

/** Longest text kept of one cell or paragraph; a rubric's own texts are no longer either. */
export const MAX_TEXT = 4000;

/** What people see as one text: NFC, plain spaces, no spaces at line ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\t]+/g, ' ')
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, MAX_TEXT);
}
