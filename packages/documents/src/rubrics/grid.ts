import { refuse } from '@dvk/sdk/rubrics';
import { MAX_CHARACTERS } from './limits.ts';

/** A paragraph as shown. */
export interface Line {
  /** The number that a word processor shows before it without storing it in the text: `1.1.`, `a)`; a bullet is `-`. */
  label: string;
  text: string;
}

/** A cell of a table; the cells of a merged area are one and the same object. */
export interface Cell {
  lines: readonly Line[];
  /** All of it as one text, labels included. */
  text: string;
  /** Where a person finds it: `C5` in a sheet, “hàng 5, cột 3” in a document. */
  address: string;
  /** All of its text is bold. */
  bold?: boolean;
  /** The number a spreadsheet shows here, as JavaScript writes it: `8.5`. */
  number?: string;
  /** What the reader had to do to get at the text, or could not; each is a doubt when the cell is used. */
  remark?: Remark;
}

/**
 * `date`: a number typed as `1.1` that the spreadsheet turned into a date · `rounded`: stored with more decimals than shown ·
 * `percent`: a share shown as such · `no-result`: a formula without a computed result · `error`: `#REF!` and its like ·
 * `nested`: it contains another table, read as text · `cut`: too long, only its beginning was read.
 */
export type Remark = 'date' | 'rounded' | 'percent' | 'no-result' | 'error' | 'nested' | 'cut';

export interface Row {
  cells: Cell[];
  /** As a person counts, 1-based. */
  number: number;
  /** Name of its table. */
  table: string;
}

/** A table: rows of equal length. */
export interface Grid {
  /** The name by which a person finds it: “bảng 2”, the name of the sheet. */
  name: string;
  rows: Row[];
  /** The text before it in the file. */
  before: string[];
}

/** Something of the file that is not read at all. */
export interface Unread {
  code:
    | 'hidden-cells'
    | 'hidden-sheets'
    | 'unread-sheets'
    | 'footnotes'
    | 'rows-beyond'
    | 'columns-beyond'
    | 'struck-text'
    | 'pictures'
    | 'foreign-objects';
  table?: string;
  /** Addresses, names or first words. */
  what: string[];
}

/** What a file holds. */
export interface Content {
  grids: Grid[];
  /** Every paragraph outside tables. */
  paragraphs: string[];
  unread: Unread[];
}

/** Longest text of one cell or paragraph, cut to this; a rubric's own texts are no longer either. */
export const MAX_TEXT = 4000;

/** Most cells: numbers, codes, words of a foreign language, apart by single spaces. */
const alreadyTidy = /^(?:[\x21-\x7e]+(?: [\x21-\x7e]+)*)?$/;

/**
 * What people see as one text: NFC, plain spaces, no spaces at line ends. Cut before it is normalised, and long runs of
 * combining marks (which no writing has) are shortened first: normalising them takes quadratic time.
 */
export function tidy(text: string): string {
  if (text.length <= MAX_TEXT && alreadyTidy.test(text)) return text;
  return text
    .slice(0, 3 * MAX_TEXT)
    .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[\u200b-\u200d\ufeff\u00ad\u2060]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t\v\f ]+/g, ' ')
    .replace(/(?: ?[\r\n\u0085\u2028\u2029])+ ?/g, '\n')
    .trim()
    .slice(0, MAX_TEXT);
}

/** Counts the characters taken from a file and refuses one that has more than any rubric could need. */
export class TextBudget {
  #left = MAX_CHARACTERS;

  take(text: string): string {
    this.#left -= text.length;
    if (this.#left < 0) {
      refuse(
        'file-too-large',
        '/file',
        'Tệp có quá nhiều chữ: hãy tách riêng phần có bảng tiêu chí',
        'The file holds too much text: keep only the part with the table of criteria',
      );
    }
    return text;
  }
}

export const emptyCell = (address: string): Cell => ({ lines: [], text: '', address });

/** A cell of these paragraphs; empty ones are dropped, and what is longer than a rubric can hold. */
export function cellOf(address: string, paragraphs: readonly Line[]): Cell {
  const lines: Line[] = [];
  let length = 0;
  let cut = false;
  for (const line of paragraphs) {
    if (!line.label && !line.text) continue;
    length += line.label.length + line.text.length + 1;
    if (length > MAX_TEXT) {
      cut = true;
      if (lines.length === 0) lines.push({ ...line, text: line.text.slice(0, MAX_TEXT - 100) });
      break;
    }
    lines.push(line);
  }
  const text = lines.map((line) => `${line.label} ${line.text}`.trim()).join('\n');
  return { lines, text, address, ...(cut ? { remark: 'cut' } : {}) };
}

/** Joined texts; once longer than a rubric can hold, no more is added. */
export function joinTexts(...texts: (string | undefined)[]): string {
  let whole = '';
  for (const text of texts) if (text && whole.length <= MAX_TEXT) whole = whole ? `${whole}\n${text}` : text;
  return whole;
}

/** Rows of unequal length filled up with empty cells. */
export function rectangular(rows: Row[]): Row[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (const { cells, number } of rows) {
    while (cells.length < width) cells.push(emptyCell(`hàng ${number}, cột ${cells.length + 1}`));
  }
  return rows;
}
