import { say } from '../say.ts';
import { fold } from '../../text/index.ts';
import { readBands } from './bands.ts';
import { isRepeatedHeader, type Column, type Layout } from './columns.ts';
import type { Doubt } from './doubt.ts';
import { MAX_TEXT, type Cell, type Grid } from './grid.ts';
import { bareNumber, partOf, readPoints, splitNumber, splitPoints, styleOf, type NumberStyle } from './phrases.ts';

/** A line of the table as read, before it is known what kind of criterion it is. */
export interface Item {
  number: string;
  style: NumberStyle;
  title: string;
  /** In hundredths. */
  max: number | undefined;
  scoring: string;
  evidence: string;
  note: string;
  /** 1-based, as a person counts. */
  row: number;
  children: Item[];
}

/** Items as a tree, and what the table says its total is. */
export interface Outline {
  items: Item[];
  total: number | undefined;
}

// “Cộng”, “Tổng điểm”, but not “Công khai …” or “Tổng kết …”.
const totalRow = /^(?:tong (?:cong|diem|so diem)\b|(?:tong|cong)\s*(?:$|[:.(\d]))/;

function firstLine(text: string): [first: string, rest: string] {
  const at = text.indexOf('\n');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Number of an unnumbered “Điểm cộng” or “Điểm trừ”: it stands at the top, beside the groups. */
const PART = '§';

function isPart(text: string): boolean {
  return text.length < 120 && partOf(text) !== 'criteria';
}

/** The lines of one table from top to bottom. */
class Rows {
  readonly items: Item[] = [];
  readonly doubts: Doubt[] = [];
  total: number | undefined;
  readonly #grid: Grid;
  readonly #layout: Layout;

  constructor(grid: Grid, layout: Layout) {
    this.#grid = grid;
    this.#layout = layout;
  }

  #doubt(code: string, row: number, vi: string, en: string, ...values: Parameters<typeof say>[2][]): void {
    this.doubts.push({ code, table: this.#grid.name, row, text: say(vi, en, ...values) });
  }

  #cell(row: readonly Cell[], column: Column): Cell | undefined {
    return row[this.#layout.columns.indexOf(column)];
  }

  /** The text of a column, unless the cell is the lower part of one that was read above. */
  #own(at: number, column: Column): string {
    const index = this.#layout.columns.indexOf(column);
    const cell = this.#grid.rows[at]?.[index];
    const above = at > this.#layout.firstRow ? this.#grid.rows[at - 1]?.[index] : undefined;
    return cell && cell !== above ? cell.text : '';
  }

  #points(text: string, row: number): number | undefined {
    const points = readPoints(text);
    if (points === undefined && text)
      this.#doubt('unreadable-points', row, 'Không đọc được điểm “$0”', 'The points “$0” cannot be read', text);
    return points;
  }

  read(): void {
    const { rows } = this.#grid;
    for (let at = this.#layout.firstRow; at < rows.length; at++) {
      const row = rows[at]!;
      const texts = [...new Set(row)].map(({ text }) => text).filter(Boolean);
      if (texts.length === 0 || isRepeatedHeader(row, this.#layout)) continue;
      if (texts.some(({ length }) => length >= MAX_TEXT)) {
        this.#doubt(
          'text-cut',
          at + 1,
          'Ô này quá dài, chỉ đọc phần đầu',
          'This cell is too long: only its beginning was read',
        );
      }
      const words = fold(texts.find((text) => /\p{L}{2}/u.test(text)) ?? '');
      if (totalRow.test(words)) {
        this.total = this.#points(this.#own(at, 'max'), at + 1) ?? splitPoints(texts.join(' ')).points ?? this.total;
        continue;
      }
      this.#line(row, at);
    }
  }

  #line(row: readonly Cell[], at: number): void {
    const shown = at + 1;
    this.#groupColumn(at);
    const wide = new Set(row).size === 1 || row.every(({ text }, index) => index === 0 || text === '');
    if (wide && this.#isAside(row[0]!.text)) return;
    const titleCell = this.#cell(row, 'title');
    const numberCell = this.#cell(row, 'number');
    const ownTitle = wide ? row[0]!.text : this.#own(at, 'title');
    const max = wide ? undefined : this.#points(this.#own(at, 'max'), shown);
    const scoring = wide ? '' : this.#own(at, 'scoring');
    const evidence = wide ? '' : this.#own(at, 'evidence');
    const note = wide ? '' : this.#own(at, 'note');

    if (!ownTitle && titleCell?.text) {
      // The title cell goes on from above: this row is a level of it, or only more words.
      if (scoring && max !== undefined)
        this.#push({ number: '-', title: scoring, max, scoring: '', evidence, note, row: shown });
      else this.#append(scoring || note);
      return;
    }
    let number = wide || numberCell === titleCell ? '' : bareNumber(this.#own(at, 'number'));
    let [title, rest] = firstLine(ownTitle);
    const inTitle = splitNumber(title);
    if (!number && inTitle) ({ number, rest: title } = inTitle);
    else if (inTitle && inTitle.number === number) title = inTitle.rest;
    if (numberCell?.wasDate && number) {
      this.#doubt(
        'number-became-a-date',
        shown,
        'Số thứ tự bị Excel đổi thành ngày, đã đọc là “$0”',
        'The number had become a date; read as “$0”',
        number,
      );
    }
    const split = splitPoints(title);
    // A wide “Nhóm điểm cộng (tối đa 5 điểm)” has no points column of its own.
    const points = max ?? split.points;
    if (split.points !== undefined && max !== undefined && split.points !== max) {
      this.#doubt(
        'points-disagree',
        shown,
        'Tên ghi $0 điểm, cột điểm ghi $1',
        'The title says $0 points, the column $1',
        split.points,
        max,
      );
    }
    if (!title) {
      this.#append([scoring, note].filter(Boolean).join('\n'));
      return;
    }
    if (!number && points === undefined && !scoring && this.items.length > 0 && !wide) {
      this.#append(ownTitle);
      return;
    }
    if (wide && !number && isPart(ownTitle)) number = PART;
    // “Tiêu chí 1: …” across the table heads the lines 1, 2, 3 under it: it is not the first of them.
    const heads = wide && !isPart(ownTitle) && /^\d+$/.test(number) && this.#layout.columns.includes('number');
    const item = this.#push(
      {
        number,
        title: split.points === undefined ? title : split.title,
        max: points,
        scoring,
        evidence,
        note,
        row: shown,
      },
      heads ? 'section' : undefined,
    );
    if (this.#spansRows(at) && scoring && max !== undefined) {
      // The first level stands in the same row as the title that spans them all.
      item.max = undefined;
      item.scoring = '';
      this.#push({ number: '-', title: scoring, max, scoring: '', evidence: '', note: '', row: shown });
    }
    for (const line of rest.split('\n').filter(Boolean)) this.#subline(line, shown);
  }

  /** A column “Lĩnh vực” whose merged cells stand beside the lines of a group. */
  #groupColumn(at: number): void {
    const text = this.#own(at, 'group').replaceAll('\n', ' ');
    if (!text) return;
    const number = splitNumber(text);
    const { title, points } = splitPoints(number?.rest ?? text);
    const item = { number: number?.number ?? '', title, max: points, scoring: '', evidence: '', note: '', row: at + 1 };
    this.#push(item, 'section');
  }

  /** A heading across the table that is no part of it: notes, and what follows the total. */
  #isAside(text: string): boolean {
    if (isPart(text)) return false;
    return (
      /^(?:ghi chu|luu y|xep loai)/.test(fold(text)) ||
      readBands([text]).bands.length > 0 ||
      (this.total !== undefined && !splitNumber(text))
    );
  }

  #spansRows(at: number): boolean {
    const { columns } = this.#layout;
    const below = this.#grid.rows[at + 1];
    const same = (column: Column) => below?.[columns.indexOf(column)] === this.#grid.rows[at]![columns.indexOf(column)];
    return columns.includes('scoring') && below !== undefined && same('title') && !same('max');
  }

  /** A further line inside the title's cell: `- Tốt: 10 điểm`, or only words. */
  #subline(line: string, row: number): void {
    const number = splitNumber(line);
    const { title, points } = splitPoints(number?.rest ?? line);
    if (number && points !== undefined)
      this.#push({
        number: number.number,
        title: title.replace(/\s*[:–-]$/, ''),
        max: points,
        scoring: '',
        evidence: '',
        note: '',
        row,
      });
    else this.#append(line);
  }

  /** More words belong to the line before. */
  #append(text: string): void {
    const last = this.items.at(-1);
    if (!last || !text) return;
    last.scoring = [last.scoring, text].filter(Boolean).join('\n');
  }

  #push(item: Omit<Item, 'style' | 'children'>, style?: NumberStyle): Item {
    const previous = this.items.findLast((each) => each.style === 'letter' || each.style === 'roman');
    const made: Item = { ...item, style: style ?? styleOf(item.number, previous?.number), children: [] };
    this.items.push(made);
    return made;
  }
}

/** `1.10` typed into a spreadsheet is stored as `1.1`: after `1.9` that can only be the tenth. */
function mendTens(items: Item[], doubts: Doubt[], table: string): void {
  for (const [at, item] of items.entries()) {
    const before = items.slice(0, at).findLast(({ style }) => style === item.style);
    const [head, tail] = [
      item.number.slice(0, item.number.lastIndexOf('.') + 1),
      item.number.slice(item.number.lastIndexOf('.') + 1),
    ];
    if (!head || !before?.number.startsWith(head) || !/^[1-9]$/.test(tail)) continue;
    const previous = Number(before.number.slice(head.length));
    if (previous !== Number(tail) * 10 - 1) continue;
    item.number = `${head}${tail}0`;
    doubts.push({
      code: 'number-lost-zero',
      table,
      row: item.row,
      text: say('Số thứ tự đọc là “$0”', 'The number was read as “$0”', item.number),
    });
  }
}

/** Puts each item under the last one of a style above its own; a style met for the first time goes one level down. */
function nest(items: readonly Item[]): Item[] {
  const top: Item[] = [];
  let open: Item[] = [];
  for (const item of items) {
    const same = open.findIndex(({ style }) => style === item.style);
    if (item.style === 'part') open = [];
    else if (item.style === 'section') {
      open = open.slice(0, open.findLastIndex(({ style }) => ['letter', 'roman', 'part'].includes(style)) + 1);
    } else if (same >= 0) open = open.slice(0, same);
    else if (item.style.startsWith('decimal')) {
      // `1.1` after `a)` closes what stands under the last `1`.
      const depth = Number(item.style.slice(8));
      const parent = open.findLastIndex(
        ({ style }) =>
          !['small', 'bullet', 'none'].includes(style) &&
          !(style.startsWith('decimal') && Number(style.slice(8)) >= depth),
      );
      open = open.slice(0, parent + 1);
    } else if (item.style === 'roman' || item.style === 'letter') {
      const parent = open.findIndex(({ style }) => style === (item.style === 'roman' ? 'letter' : 'roman'));
      open = item.style === 'letter' && parent >= 0 ? [] : open.slice(0, parent + 1);
    } else if (item.style === 'small' || item.style === 'none') {
      const parent = open.findLastIndex(({ style }) => style !== 'bullet' && style !== 'none');
      open = open.slice(0, parent + 1);
    }
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  return top;
}

/** Reads the lines of a table into a tree. */
export function readOutline(grid: Grid, layout: Layout): Outline & { doubts: Doubt[] } {
  const rows = new Rows(grid, layout);
  rows.read();
  mendTens(rows.items, rows.doubts, grid.name);
  return { items: nest(rows.items), total: rows.total, doubts: rows.doubts };
}
