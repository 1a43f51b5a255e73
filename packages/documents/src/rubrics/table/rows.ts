import type { Doubts } from '../doubt.ts';
import { joinTexts, type Cell, type Line, type Row } from '../grid.ts';
import { isRepeatedHeader, type Layout } from './columns.ts';
import { GroupColumns } from './group-columns.ts';
import type { Item } from './item.ts';
import { bareNumber, labelNumber, splitNumber, type NumberStyle } from './numbers.ts';
import { isPart } from './parts.ts';
import { cellPoints, splitPoints } from './points.ts';
import { placeOf, Reading } from './reading.ts';
import { readRowPoints } from './row-points.ts';
import { readNumber, readTexts, type RowTexts } from './row-texts.ts';
import { addUnnamedTotal, readTotalRow } from './row-totals.ts';
import { areNumbersOfGroups, holdsFirstLevel, SortedRow } from './sorted-row.ts';
import { isNote, isRemark, readTitle } from './title.ts';

/** Reads the rows of a table from top to bottom. */
class RowReader {
  readonly reading = new Reading();
  readonly #layout: Layout;
  readonly #doubts: Doubts;
  /** No more points follow. */
  #ended = false;
  /** How many items stand above the last row that names a total. */
  #closedAt = -1;
  /** The numbers belong to the groups in the next column, not to the lines. */
  #numbersOfGroups = false;
  readonly #groups: GroupColumns;

  constructor(layout: Layout, doubts: Doubts) {
    this.#layout = layout;
    this.#doubts = doubts;
    this.#groups = new GroupColumns(layout);
  }

  read(rows: readonly Row[]): void {
    const { headerRow, firstRow } = this.#layout;
    for (const row of rows.slice(0, headerRow)) this.reading.addAside(row);
    for (const { cells } of rows.slice(headerRow, firstRow)) this.reading.use(cells);
    const lines: SortedRow[] = [];
    for (let at = firstRow; at < rows.length; at++) {
      const row = rows[at]!;
      if (row.cells.every(({ text, remark }) => !text && !remark)) continue;
      if (isRepeatedHeader(row, this.#layout)) this.reading.use(row.cells);
      else lines.push(new SortedRow(row, at > firstRow ? rows[at - 1] : undefined, this.#layout));
    }
    this.#numbersOfGroups = areNumbersOfGroups(lines);
    const last = lines.findLastIndex((line) => line.cells('max').some((cell) => cellPoints(cell)));
    for (const [at, line] of lines.entries()) {
      this.#ended = at > last;
      this.#line(line, lines[at + 1]);
    }
  }

  #line(line: SortedRow, next: SortedRow | undefined): void {
    const { row } = line;
    if (readTotalRow(line, this.reading)) {
      this.#closedAt = this.reading.items.length;
      return;
    }
    const groups = line.cells('group');
    const titleCells = line.cells('title');
    const numberCells = line.cells('number');
    const words = numberCells.filter(({ text }) => bareNumber(text) === undefined);
    const heading = titleCells.length === 0 && words.length > 0 ? words : titleCells;
    const first = heading[0] ?? groups[0];
    if ((line.across && isNote(first?.text ?? '')) || this.#isBelow(line, first?.text ?? '')) {
      this.reading.addAside(row);
      return;
    }
    if (heading.length > 0) this.#groupColumns(line);
    const shown = heading.length > 0 ? heading : groups;
    if (shown.length === 0) this.#continuation(line);
    else this.#titled(line, shown, next);
  }

  /** Whether the row is below the total: classes, notes, signatures. */
  #isBelow(line: SortedRow, text: string): boolean {
    return (
      this.#ended &&
      this.#closedAt === this.reading.items.length &&
      !line.cells('number').some((cell) => bareNumber(cell.text) !== undefined) &&
      !splitNumber(text) &&
      !isPart(text)
    );
  }

  /** Group columns: the merged or single cell of a group is in the row of its first line. */
  #groupColumns(line: SortedRow): void {
    for (const cell of line.cells('group')) {
      this.reading.use([cell]);
      const level = this.#groups.levelOf(line.row, cell);
      if (!this.#groups.enter(level, cell.text)) continue;
      const { number: typed, title, points, below } = readTitle(cell.lines);
      const number =
        this.#numbersOfGroups && level === 0 ? readNumber(line, [cell], typed, this.reading, this.#doubts) : typed;
      const item = this.reading.addItem(
        line.row,
        { number: number ?? '', title, max: points, bold: cell.bold === true },
        `section-${level + 1}`,
      );
      item.note = joinTexts(...below.map(({ label, text }) => `${label} ${text}`.trim()));
    }
  }

  /** A row without a title: a level of the line above, or a continuation of it. */
  #continuation(line: SortedRow): void {
    const last = this.reading.items.at(-1);
    const texts = readTexts(line, this.reading);
    const { row } = line;
    const isLevel = texts.scoring && line.cells('max').length > 0 && !this.#layout.columns.includes('level-max');
    if (last && isLevel) {
      const max = readRowPoints(line, this.reading, this.#doubts)?.points;
      this.reading.use(line.cells('number'));
      this.reading.addItem(row, {
        number: '-',
        title: texts.scoring,
        max,
        bold: false,
        evidence: texts.evidence,
        note: texts.note,
      });
      return;
    }
    for (const cell of line.cells('max')) addUnnamedTotal(row, cell, this.reading, this.#doubts);
    if (last) {
      last.scoring = joinTexts(last.scoring, texts.scoring);
      last.evidence = joinTexts(last.evidence, texts.evidence);
      last.note = joinTexts(last.note, texts.note);
    } else if (joinTexts(texts.scoring, texts.evidence, texts.note)) this.reading.addAside(row);
  }

  #titled(line: SortedRow, shown: readonly Cell[], next: SortedRow | undefined): void {
    const { row } = line;
    this.reading.use(shown);
    const read = readTitle(shown.flatMap(({ lines }) => lines));
    const titled = line.cells('title').length > 0;
    const number =
      this.#numbersOfGroups && titled ? read.number : readNumber(line, shown, read.number, this.reading, this.#doubts);
    const title =
      number !== undefined && read.number !== undefined && number !== read.number && read.number !== '-'
        ? `${read.number}. ${read.title}`
        : read.title;
    if ((number ?? '-') === '-' && this.#remark(line, shown, read.points)) return;
    const inColumn = readRowPoints(line, this.reading, this.#doubts);
    const stated = inColumn?.points;
    if (read.points !== undefined && stated !== undefined && read.points !== stated)
      this.#doubts.add(
        'points-disagree',
        placeOf(row),
        'Tên ghi $0 điểm, cột điểm ghi $1',
        'The title says $0 points, the column $1',
        read.points,
        stated,
      );
    if (read.bare && stated === undefined)
      this.#doubts.add(
        'points-without-unit',
        placeOf(row),
        'Lấy số trong ngoặc sau “$0” làm điểm: $1',
        'The number in brackets after “$0” is taken for its points: $1',
        read.title,
        read.points!,
      );
    // A heading “Nhóm điểm cộng (tối đa 5 điểm)” has no points column of its own.
    const max = stated ?? read.points;
    const texts = readTexts(line, this.reading);
    const bold = shown.every((cell) => cell.bold);
    if (!title) {
      this.#untitled(line, number, texts);
      return;
    }
    const negative = inColumn?.negative ?? read.negative;
    const isLine = stated === undefined && line.cells('max').some(({ text }) => text !== '');
    const item = this.reading.addItem(
      row,
      { number: number ?? '', title, max, isLine, bold, negative, ...texts },
      this.#styleOf(line, shown, number, title),
    );
    if (holdsFirstLevel(line, next, this.#layout.columns)) {
      // The first level is in the same row as the title of all levels.
      Object.assign(item, { max: undefined, isLine: true, scoring: '' });
      this.reading.addItem(row, { number: '-', title: texts.scoring, max, bold: false });
    }
    for (const below of read.below) this.#subline(below, item, row);
  }

  /** A row that only adds to the line above: a remark, a line to fill in, text next to a merged number. */
  #remark(line: SortedRow, shown: readonly Cell[], points: number | undefined): boolean {
    const last = this.reading.items.at(-1);
    const text = joinTexts(...shown.map((cell) => cell.text));
    const adds = isRemark(text, points) || (points === undefined && this.#sameNumber(line));
    if (!last || line.cells('max').length > 0 || !adds) return false;
    const { scoring, evidence, note } = readTexts(line, this.reading);
    last.note = joinTexts(last.note, text, note);
    last.scoring = joinTexts(last.scoring, scoring);
    last.evidence = joinTexts(last.evidence, evidence);
    return true;
  }

  /** The number cell is merged with the row above: this row belongs to the line with that number. */
  #sameNumber(line: SortedRow): boolean {
    return line.continued.has('number') && !line.across && !this.#layout.columns.includes('group');
  }

  /** A number with nothing after it but points or remarks. */
  #untitled(line: SortedRow, number: string | undefined, texts: RowTexts): void {
    const title = texts.scoring || texts.note;
    if (!title) {
      this.#doubts.add(
        'no-title',
        placeOf(line.row),
        'Dòng “$0” không có nội dung',
        'The row “$0” has no title',
        number ?? '',
      );
      return;
    }
    const max = readRowPoints(line, this.reading, this.#doubts)?.points;
    this.reading.addItem(line.row, {
      number: number ?? '',
      title,
      max,
      bold: false,
      evidence: texts.evidence,
      note: texts.scoring ? texts.note : '',
    });
  }

  /** Styles that the place in the table gives rather than the number. */
  #styleOf(
    line: SortedRow,
    shown: readonly Cell[],
    number: string | undefined,
    title: string,
  ): NumberStyle | undefined {
    const level = this.#groups.levelOf(line.row, shown[0]);
    if (level >= 0 && !line.across) {
      this.#groups.enter(level, shown[0]!.text);
      return `section-${level + 1}`;
    }
    if (number === undefined) {
      if (line.across) return isPart(title) ? 'part' : 'section-0';
      return this.#sameNumber(line) ? 'bullet' : undefined;
    }
    // “Tiêu chí 1: …” across the table heads the lines 1, 2, 3 under it: it is not the first of them.
    const counted = this.#layout.columns.includes('number');
    return line.across && counted && /^\d+$/.test(number) && !isPart(title) ? 'section-0' : undefined;
  }

  /** A further paragraph of a title's cell: `- Tốt: 10 điểm`, or only words. */
  #subline({ label, text }: Line, parent: Item, row: Row): void {
    const typed = label ? { number: labelNumber(label), rest: text } : splitNumber(text);
    const { title, points, negative = false } = splitPoints(typed?.rest ?? text);
    if (typed && points !== undefined)
      this.reading.addItem(row, {
        number: typed.number,
        title: title.replace(/\s*[:–-]$/, ''),
        max: points,
        bold: false,
        negative,
      });
    else {
      const last = this.reading.items.at(-1)!;
      const owner = last.row === parent.row && last.table === parent.table ? last : parent;
      owner.scoring = joinTexts(owner.scoring, `${label} ${text}`.trim());
    }
  }
}

/** Reads the lines of a table, their totals and the rows around them. */
export function readRows(rows: readonly Row[], layout: Layout, doubts: Doubts): Reading {
  const reader = new RowReader(layout, doubts);
  reader.read(rows);
  return reader.reading;
}
