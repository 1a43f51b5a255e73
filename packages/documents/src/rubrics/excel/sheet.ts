import {
  cellOf,
  emptyCell,
  rectangular,
  tidy,
  type Cell,
  type Grid,
  type Remark,
  type Row,
  type TextBudget,
  type Unread,
} from '../grid.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.ts';
import { child, children, readXml, type Element } from '../xml.ts';
import { sharedText, type SharedText, type Workbook } from './workbook.ts';

/** `A` → 0, `AA` → 26. */
function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

/** 0 → `A`, 26 → `AA`. */
function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

interface Place {
  row: number;
  column: number;
}

/** `C5` → row 5, column 2. */
function placeOf(reference: string | undefined): Place | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  return match ? { row: Number(match[2]), column: columnIndex(match[1]!) } : undefined;
}

const isSet = (value: string | undefined) => value === '1' || value === 'true';

/** Reads the rows of a sheet as they are shown. */
class SheetReader {
  readonly rows: Row[] = [];
  readonly unread: Unread[] = [];
  readonly #name: string;
  readonly #workbook: Workbook;
  readonly #budget: TextBudget;
  readonly #tidied = new Map<number, SharedText>();
  /** Addresses of cells hidden by a format, and crossed-out text by address. */
  readonly #unshown: string[] = [];
  readonly #struck: string[] = [];
  readonly #hiddenRows = new Set<number>();
  #beyond = 0;
  #wider = false;
  #last = 0;

  constructor(name: string, workbook: Workbook, budget: TextBudget) {
    this.#name = name;
    this.#workbook = workbook;
    this.#budget = budget;
  }

  row(element: Element): void {
    if (element.name !== 'row') return;
    const { r, hidden, ht } = element.attributes;
    const number = Number(r) || this.#last + 1;
    this.#last = number;
    if (this.rows.length >= MAX_ROWS) {
      if (children(element, 'c').some((cell) => cell.children.length > 0)) this.#beyond += 1;
      return;
    }
    const cells: Cell[] = [];
    let next = 0;
    for (const cell of children(element, 'c')) {
      const column = placeOf(cell.attributes['r'])?.column ?? next;
      next = column + 1;
      if (column >= MAX_COLUMNS) {
        this.#wider ||= cell.children.length > 0;
        continue;
      }
      while (cells.length < column) cells.push(emptyCell(columnName(cells.length) + number));
      cells[column] = this.#cell(cell, columnName(column) + number);
    }
    // A row drawn with no height is hidden as well.
    if (isSet(hidden) || (ht !== undefined && Number(ht) === 0)) this.#hiddenRows.add(number);
    // Rows that are only formatted hold nothing until a merged area reaches into them.
    const empty = cells.every(({ text, remark }) => !text && !remark);
    this.rows.push({ cells: empty ? [] : cells, number, table: this.#name });
  }

  /** A shared string is tidied once, however many cells show it. */
  #shared(index: number): SharedText {
    let shared = this.#tidied.get(index);
    if (shared === undefined) {
      const { text, struck } = this.#workbook.strings[index] ?? { text: '', struck: '' };
      this.#tidied.set(index, (shared = { text: tidy(text), struck: tidy(struck) }));
    }
    return shared;
  }

  #cell(element: Element, address: string): Cell {
    const { shower } = this.#workbook;
    const style = shower.style(element.attributes['s']);
    const value = child(element, 'v')?.text ?? '';
    const make = (text: string, more: { number?: string; remark?: Remark } = {}, struck = ''): Cell => {
      const crossed = style.struck ? text : struck;
      if (crossed) this.#struck.push(`${address}: “${crossed}”`);
      if (style.struck) return emptyCell(address);
      const whole = this.#budget.take(text);
      const cell = cellOf(
        address,
        whole.split('\n').map((line) => ({ label: '', text: line })),
      );
      return { ...cell, ...more, ...(style.bold ? { bold: true } : {}) };
    };
    const makeText = (text: string, struck = ''): Cell => {
      const shown = shower.text(text, style);
      if (text && !shown) this.#unshown.push(address);
      return make(shown === text ? text : tidy(shown), {}, tidy(struck));
    };
    switch (element.attributes['t']) {
      case 's': {
        const { text, struck } = this.#shared(Number(value));
        return makeText(text, struck);
      }
      case 'inlineStr': {
        const { text, struck } = sharedText(child(element, 'is'));
        return makeText(tidy(text), struck);
      }
      case 'str':
        return makeText(tidy(value));
      case 'd':
        return make(value, { remark: 'date' });
      case 'b':
        return make(isSet(value) ? 'TRUE' : 'FALSE');
      case 'e':
        return make(value, { remark: 'error' });
      default: {
        if (value.trim() === '') return child(element, 'f') ? make('', { remark: 'no-result' }) : emptyCell(address);
        const stored = Number(value);
        if (!Number.isFinite(stored)) return make(tidy(value), { remark: 'error' });
        const { text, ...more } = shower.number(stored, style);
        // A format that hides naughts is common, and hides nothing else.
        if (!text && stored !== 0) this.#unshown.push(address);
        return make(tidy(text), more);
      }
    }
  }

  /** Merged areas become one cell each; then rows and columns that are not shown are left out. */
  finish(sheet: Element): Row[] {
    while (this.rows.length > 0 && this.rows.at(-1)!.cells.length === 0) this.rows.pop();
    rectangular(this.rows);
    this.#merge(sheet);
    const hiddenColumns = new Set<number>();
    for (const { attributes } of children(child(sheet, 'cols'), 'col')) {
      const { min, max, hidden, width } = attributes;
      if (!isSet(hidden) && !(width !== undefined && Number(width) === 0)) continue;
      for (let at = Number(min) - 1; at < Math.min(Number(max), MAX_COLUMNS); at++) hiddenColumns.add(at);
    }
    const shown: Row[] = [];
    const seen = new Set<Cell>();
    const unseen = new Set<Cell>();
    for (const { cells, number, table } of this.rows) {
      const isHidden = this.#hiddenRows.has(number);
      const visible = isHidden ? [] : cells.filter((_, at) => !hiddenColumns.has(at));
      for (const cell of visible) seen.add(cell);
      for (const cell of cells) if (cell.text) unseen.add(cell);
      if (!isHidden) shown.push({ cells: visible, number, table });
    }
    const hidden = [...unseen].filter((cell) => !seen.has(cell)).map(({ address }) => address);
    hidden.push(...this.#unshown);
    if (this.#struck.length > 0) this.unread.push({ code: 'struck-text', table: this.#name, what: this.#struck });
    if (hidden.length > 0) this.unread.push({ code: 'hidden-cells', table: this.#name, what: hidden });
    if (this.#beyond > 0) this.unread.push({ code: 'rows-beyond', table: this.#name, what: [String(this.#beyond)] });
    if (this.#wider) this.unread.push({ code: 'columns-beyond', table: this.#name, what: [] });
    return shown;
  }

  #merge(sheet: Element): void {
    const index = new Map(this.rows.map(({ number }, at) => [number, at]));
    const width = this.rows[0]?.cells.length ?? 0;
    // Areas do not overlap in a sound file: together they are no larger than the sheet.
    let left = this.rows.length * width;
    for (const { attributes } of children(child(sheet, 'mergeCells'), 'mergeCell')) {
      const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf);
      const origin = from && this.rows[index.get(from.row) ?? -1]?.cells[from.column];
      if (!origin || !to) continue;
      for (let at = index.get(from.row)!; at < this.rows.length && this.rows[at]!.number <= to.row; at++) {
        const { cells } = this.rows[at]!;
        for (let column = from.column; column <= Math.min(to.column, width - 1); column++) {
          if (--left < 0) return;
          cells[column] = origin;
        }
      }
    }
  }
}

/** One sheet, as it is shown. */
export async function readSheet(
  bytes: Uint8Array,
  part: string,
  name: string,
  workbook: Workbook,
  budget: TextBudget,
): Promise<{ grid: Grid; unread: Unread[] }> {
  const reader = new SheetReader(name, workbook, budget);
  const root = await readXml(bytes, part, { within: 'sheetData', each: (element) => reader.row(element) });
  const rows = reader.finish(root);
  return { grid: { name, rows, before: [] }, unread: reader.unread };
}
