import { fold } from '../../../text/index.ts';
import type { Doubts } from '../doubt.ts';
import { joinTexts, type Cell, type Line, type Row } from '../grid.ts';
import { readBands } from './bands.ts';
import { distinct, isRepeatedHeader, type Layout } from './columns.ts';
import type { Column } from './labels.ts';
import { isPart, isSurelyPart, partOf } from './parts.ts';
import type { Item, Total } from './item.ts';
import { bareNumber, labelNumber, splitNumber, styleOf, type NumberStyle } from './numbers.ts';
import { cellPoints, shareOf, splitPoints } from './points.ts';
import { readPair, readScoring } from './scoring.ts';
import { readTotalLabel, type TotalLabel } from './total-row.ts';

/** A cell beside the one it is read as: of merged columns the title counts first. */
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
class SortedRow {
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

/** What a cell of titles says: number, title, points, and the lines below the title. */
interface Titled {
  number: string | undefined;
  title: string;
  points: number | undefined;
  /** The points in the title have a minus. */
  negative: boolean;
  /** The points are a number in brackets without a word. */
  bare: boolean;
  /** Paragraphs that are lines or levels of their own. */
  below: Line[];
}

/** The first paragraphs up to one with a mark or a level of its own are the title. */
function readTitle(lines: readonly Line[]): Titled {
  const [first = { label: '', text: '' }, ...others] = lines;
  const typed = first.label ? { number: labelNumber(first.label), rest: first.text } : splitNumber(first.text);
  const end = others.findIndex(
    ({ label, text }) =>
      label !== '' ||
      splitNumber(text) !== undefined ||
      readPair(text) !== undefined ||
      readScoring(text) !== undefined,
  );
  const more = end < 0 ? others : others.slice(0, end);
  const whole = [typed?.rest ?? first.text, ...more.map(({ text }) => text)].filter(Boolean).join(' ');
  const { title, points, negative = false, bare = false } = splitPoints(whole);
  return { number: typed?.number, title, points, negative, bare, below: end < 0 ? [] : others.slice(end) };
}

/** A line to fill in, or a remark on what stands above: it is never a line of its own. */
const isRemark = (text: string, points: number | undefined) =>
  /^[(*\s]*(?:ghi chu|luu y|notes?:)/.test(fold(text.slice(0, 40))) ||
  (points === undefined && /…{3}|\.{6}|_{5}|^\*/.test(text));

/** “TT | Lĩnh vực | Tiêu chí | Điểm”, where number and group stand together and the further lines of a group have neither. */
function areNumbersOfGroups(lines: readonly SortedRow[]): boolean {
  const has = (column: Column) => (line: SortedRow) => line.cells(column).length > 0;
  const numbered = lines.filter(has('number')).filter(has('title'));
  return (
    numbered.length > 0 &&
    numbered.every(has('group')) &&
    lines.some((line) => has('title')(line) && has('max')(line) && !has('group')(line) && !has('number')(line))
  );
}

/** The lines of a table from top to bottom. */
export class Rows {
  readonly items: Item[] = [];
  readonly totals: Total[] = [];
  /** Cells that reach the draft. */
  readonly used = new Set<Cell>();
  /** Rows that are no lines – above the header, notes, what follows the total – as paragraphs with their cells. */
  readonly asides: { text: string; cells: Cell[] }[] = [];
  readonly #layout: Layout;
  readonly #doubts: Doubts;
  #lastLetter: string | undefined;
  #lastSmall: string | undefined;
  /** No more points follow. */
  #ended = false;
  /** How many items stand above the last row that names a total. */
  #closedAt = -1;
  /** The points read last had a minus. */
  #negative = false;
  /** The numbers are those of the groups beside them, not of their lines. */
  #numbersOfGroups = false;
  /** Texts of the groups the columns of groups are in. */
  readonly #groups: string[] = [];

  constructor(layout: Layout, doubts: Doubts) {
    this.#layout = layout;
    this.#doubts = doubts;
  }

  read(rows: readonly Row[]): void {
    const { headerRow, firstRow } = this.#layout;
    for (const row of rows.slice(0, headerRow)) this.#aside(row);
    for (const { cells } of rows.slice(headerRow, firstRow)) for (const cell of cells) this.used.add(cell);
    const lines: SortedRow[] = [];
    for (let at = firstRow; at < rows.length; at++) {
      const row = rows[at]!;
      if (row.cells.every(({ text, remark }) => !text && !remark)) continue;
      if (isRepeatedHeader(row, this.#layout)) for (const cell of row.cells) this.used.add(cell);
      else lines.push(new SortedRow(row, at > firstRow ? rows[at - 1] : undefined, this.#layout));
    }
    this.#numbersOfGroups = areNumbersOfGroups(lines);
    const last = lines.findLastIndex((line) => line.cells('max').some((cell) => cellPoints(cell)));
    for (const [at, line] of lines.entries()) {
      this.#ended = at > last;
      this.#line(line, lines[at + 1]);
    }
  }

  #place({ number, table }: Row, cell?: Cell) {
    return { table, row: number, ...(cell ? { address: cell.address } : {}) };
  }

  #use(cells: readonly Cell[]): void {
    for (const cell of cells) this.used.add(cell);
  }

  #aside({ cells }: Row): void {
    const own = distinct(cells).filter(({ text }) => text);
    if (own.length > 0) this.asides.push({ text: own.map(({ text }) => text).join(' '), cells: own });
  }

  #line(line: SortedRow, next: SortedRow | undefined): void {
    const { row } = line;
    if (this.#total(line)) return;
    const groups = line.cells('group');
    const titleCells = line.cells('title');
    const numberCells = line.cells('number');
    const words = numberCells.filter(({ text }) => bareNumber(text) === undefined);
    const heading = titleCells.length === 0 && words.length > 0 ? words : titleCells;
    const first = heading[0] ?? groups[0];
    if ((line.across && this.#isAside(first?.text ?? '')) || this.#isBelow(line, first?.text ?? '')) {
      this.#aside(row);
      return;
    }
    if (heading.length > 0) this.#groupColumns(line);
    const shown = heading.length > 0 ? heading : groups;
    if (shown.length === 0) this.#continuation(line);
    else this.#titled(line, shown, next);
  }

  /** A row that states a sum; it is no line. */
  #total(line: SortedRow): boolean {
    const worded = (columns: readonly Column[]) =>
      columns.flatMap((each) => line.cells(each)).find(({ text }) => /\p{L}{2}/u.test(text));
    const first = worded(['title', 'group', 'number']);
    // “Score | Total points | 200”: the words may stand beside; “Total: 100” may stand in the column of points itself.
    const beside: Column[] = line.cells('max').some((cell) => cellPoints(cell)) ? ['scoring', 'other'] : ['other'];
    const label = (first ? [first] : [worded(beside), worded(['max'])]).find(
      (cell) => cell && (readTotalLabel(cell.text, false) ?? this.#sumOfPart(cell.text)),
    );
    if (!label) return false;
    const number = line.cells('number').find((cell) => cell !== label);
    const read =
      readTotalLabel(label.text, number !== undefined && bareNumber(number.text) !== undefined) ??
      (number === undefined ? this.#sumOfPart(label.text) : undefined);
    if (!read) return false;
    this.#closedAt = this.items.length;
    const stated = line.cells('max').find((cell) => cell !== label);
    const inCell = stated && (cellPoints(stated) ?? shareOf(stated))?.points;
    const points = inCell ?? read.points;
    this.#use([label, ...line.cells('number')]);
    if (stated && inCell !== undefined) this.#use([stated]);
    if (points !== undefined) {
      const { row } = line;
      const { scope, cap } = read;
      const section = cap ? this.items.findLast(({ number: own }) => own === scope[0]) : undefined;
      if (section) section.max ??= points;
      this.totals.push({
        points,
        label: label.text.replaceAll('\n', ' '),
        scope,
        after: this.items.length,
        place: this.#place(row, stated ?? label),
      });
    }
    return true;
  }

  /** “Tổng điểm cộng” below the lines of a bonus is their sum; above them it would be their heading. */
  #sumOfPart(label: string): TotalLabel | undefined {
    if (!/^\s*(?:tổng|cộng)\s/iu.test(label) || !isSurelyPart(label)) return undefined;
    const above = this.items.findLast(({ title }) => isPart(title));
    return above && above !== this.items.at(-1) && partOf(above.title) === partOf(label)
      ? { scope: [], cap: false }
      : undefined;
  }

  /** A row across the table that is no part of it: notes, and what follows the total. */
  #isAside(text: string): boolean {
    if (isPart(text)) return false;
    return (
      /^\(?(?:ghi chu|luu y|notes?:|xep loai|cach xep loai|ket qua xep loai|noi nhan)/.test(fold(text.slice(0, 60))) ||
      readBands([text]).bands.length > 0
    );
  }

  /** What stands below the total: classes, notes, signatures. */
  #isBelow(line: SortedRow, text: string): boolean {
    return (
      this.#ended &&
      this.#closedAt === this.items.length &&
      !line.cells('number').some((cell) => bareNumber(cell.text) !== undefined) &&
      !splitNumber(text) &&
      !isPart(text)
    );
  }

  /** Columns of groups, whose merged or single cells stand beside the first of their lines. */
  #groupColumns(line: SortedRow): void {
    const { columns } = this.#layout;
    const groupColumns = columns.flatMap((column, at) => (column === 'group' ? [at] : []));
    for (const cell of line.cells('group')) {
      this.#use([cell]);
      const level = groupColumns.findIndex((at) => line.row.cells[at] === cell);
      // Written again in every row, it is still the same group.
      if (this.#groups[level] === cell.text) continue;
      this.#groups.length = level;
      this.#groups[level] = cell.text;
      const { number: typed, title, points, below } = readTitle(cell.lines);
      const number = this.#numbersOfGroups && level === 0 ? this.#number(line, [cell], typed) : typed;
      const item = this.#push(
        line.row,
        { number: number ?? '', title, max: points, bold: cell.bold === true },
        `section-${level + 1}`,
      );
      item.note = joinTexts(...below.map(({ label, text }) => `${label} ${text}`.trim()));
    }
  }

  /** Points of the line, as the column states them; what cannot be read is a doubt. */
  #points(line: SortedRow): number | undefined {
    const [cell, ...others] = line.cells('max');
    this.#negative = false;
    if (!cell || line.across) return undefined;
    const share = shareOf(cell);
    const found = cellPoints(cell) ?? share;
    const place = this.#place(line.row, cell);
    if (!found) {
      this.#use([cell]);
      // A formula without a result is told as such.
      if (!cell.text) return undefined;
      this.#doubts.add(
        cell.remark === 'date' ? 'points-became-a-date' : 'unreadable-points',
        place,
        'Không đọc được điểm “$0”',
        'The points “$0” cannot be read',
        cell.text,
      );
      return undefined;
    }
    if (others.length === 0) this.#use([cell]);
    if (share ?? cell.remark === 'percent')
      this.#doubts.add(
        'percent-as-points',
        place,
        'Ô ghi “$0”; bản nháp hiểu là $1 điểm',
        'The cell says “$0”, read as $1 points',
        cell.text,
        found.points,
      );
    if (cell.remark === 'rounded')
      this.#doubts.add(
        'shown-rounded',
        place,
        'Ô lưu nhiều chữ số hơn số hiện ra “$0”; bản nháp lấy số hiện ra',
        'The cell stores more digits than the “$0” it shows; what is shown was read',
        cell.text,
      );
    if (found.from !== undefined)
      this.#doubts.add(
        'lower-bound-dropped',
        place,
        'Ô ghi “$0”; bản nháp chỉ giữ mức cao nhất $1',
        'The cell says “$0”; the draft keeps only the highest, $1',
        cell.text,
        found.points,
      );
    this.#negative = found.negative === true;
    return found.points;
  }

  /** What the line says beside its title. */
  #texts(line: SortedRow): { scoring: string; evidence: string; note: string } {
    for (const column of ['scoring', 'evidence', 'note'] as const) this.#use(line.cells(column));
    const levelPoints = line.cells('level-max')[0];
    const worth = levelPoints && cellPoints(levelPoints);
    let scoring = line.text('scoring');
    if (levelPoints) {
      this.#use([levelPoints]);
      scoring = worth
        ? `${scoring.replaceAll('\n', ' ')}: ${levelPoints.text} điểm`.replace(/điểm điểm$/u, 'điểm')
        : joinTexts(scoring, levelPoints.text);
    }
    return { scoring, evidence: line.text('evidence'), note: line.text('note') };
  }

  /** A row without a title: a level of the line above, or more of what it says. */
  #continuation(line: SortedRow): void {
    const last = this.items.at(-1);
    const texts = this.#texts(line);
    const { row } = line;
    const isLevel = texts.scoring && line.cells('max').length > 0 && !this.#layout.columns.includes('level-max');
    if (last && isLevel) {
      const max = this.#points(line);
      this.#use(line.cells('number'));
      this.#push(row, {
        number: '-',
        title: texts.scoring,
        max,
        bold: false,
        evidence: texts.evidence,
        note: texts.note,
      });
      return;
    }
    for (const cell of line.cells('max')) this.#unlabelled(row, cell);
    if (last) {
      last.scoring = joinTexts(last.scoring, texts.scoring);
      last.evidence = joinTexts(last.evidence, texts.evidence);
      last.note = joinTexts(last.note, texts.note);
    } else if (joinTexts(texts.scoring, texts.evidence, texts.note)) this.#aside(row);
  }

  /** Points beside nothing: a total that nobody named, if they are one. */
  #unlabelled(row: Row, cell: Cell): void {
    const points = cellPoints(cell)?.points;
    this.#use([cell]);
    if (points !== undefined)
      this.totals.push({
        points,
        label: '',
        scope: [],
        after: this.items.length,
        place: this.#place(row, cell),
      });
    else if (cell.text)
      this.#doubts.add(
        'unreadable-points',
        this.#place(row, cell),
        'Không đọc được điểm “$0”',
        'The points “$0” cannot be read',
        cell.text,
      );
  }

  #titled(line: SortedRow, shown: readonly Cell[], next: SortedRow | undefined): void {
    const { row } = line;
    this.#use(shown);
    const read = readTitle(shown.flatMap(({ lines }) => lines));
    const titled = line.cells('title').length > 0;
    const number = this.#numbersOfGroups && titled ? read.number : this.#number(line, shown, read.number);
    const title =
      number !== undefined && read.number !== undefined && number !== read.number && read.number !== '-'
        ? `${read.number}. ${read.title}`
        : read.title;
    if ((number ?? '-') === '-' && this.#remark(line, shown, read.points)) return;
    const stated = this.#points(line);
    if (read.points !== undefined && stated !== undefined && read.points !== stated)
      this.#doubts.add(
        'points-disagree',
        this.#place(row),
        'Tên ghi $0 điểm, cột điểm ghi $1',
        'The title says $0 points, the column $1',
        read.points,
        stated,
      );
    if (read.bare && stated === undefined)
      this.#doubts.add(
        'points-without-unit',
        this.#place(row),
        'Lấy số trong ngoặc sau “$0” làm điểm: $1',
        'The number in brackets after “$0” is taken for its points: $1',
        read.title,
        read.points!,
      );
    // A heading “Nhóm điểm cộng (tối đa 5 điểm)” has no points column of its own.
    const max = stated ?? read.points;
    const texts = this.#texts(line);
    const bold = shown.every((cell) => cell.bold);
    if (!title) {
      this.#untitled(line, number, texts);
      return;
    }
    const negative = stated === undefined ? read.negative : this.#negative;
    const isLine = stated === undefined && line.cells('max').some(({ text }) => text !== '');
    const item = this.#push(
      row,
      { number: number ?? '', title, max, isLine, bold, negative, ...texts },
      this.#styleOf(line, shown, number, title),
    );
    if (this.#holdsFirstLevel(line, next)) {
      // The first level stands in the same row as the title that is over them all.
      Object.assign(item, { max: undefined, isLine: true, scoring: '' });
      this.#push(row, { number: '-', title: texts.scoring, max, bold: false });
    }
    for (const below of read.below) this.#subline(below, item, row);
  }

  /** A row that only adds to the line above: a remark, a line to fill in, words beside a number that goes on. */
  #remark(line: SortedRow, shown: readonly Cell[], points: number | undefined): boolean {
    const last = this.items.at(-1);
    const text = joinTexts(...shown.map((cell) => cell.text));
    const adds = isRemark(text, points) || (points === undefined && this.#sameNumber(line));
    if (!last || line.cells('max').length > 0 || !adds) return false;
    const { scoring, evidence, note } = this.#texts(line);
    last.note = joinTexts(last.note, text, note);
    last.scoring = joinTexts(last.scoring, scoring);
    last.evidence = joinTexts(last.evidence, evidence);
    return true;
  }

  /** The number beside goes on from the row above: what stands here belongs to the line that has it. */
  #sameNumber(line: SortedRow): boolean {
    return line.continued.has('number') && !line.across && !this.#layout.columns.includes('group');
  }

  /** A number with nothing after it but points or remarks. */
  #untitled(
    line: SortedRow,
    number: string | undefined,
    texts: { scoring: string; evidence: string; note: string },
  ): void {
    const title = texts.scoring || texts.note;
    if (!title) {
      this.#doubts.add(
        'no-title',
        this.#place(line.row),
        'Dòng “$0” không có nội dung',
        'The row “$0” has no title',
        number ?? '',
      );
      return;
    }
    const max = this.#points(line);
    this.#push(line.row, {
      number: number ?? '',
      title,
      max,
      bold: false,
      evidence: texts.evidence,
      note: texts.scoring ? texts.note : '',
    });
  }

  #number(line: SortedRow, shown: readonly Cell[], inTitle: string | undefined): string | undefined {
    const cell = line.cells('number').find((each) => !shown.includes(each));
    if (!cell) return inTitle;
    this.#use([cell]);
    const label = cell.lines[0]?.label;
    const typed = cell.number ?? (label ? labelNumber(label) : bareNumber(cell.text));
    if (cell.remark === 'date')
      this.#doubts.add(
        'number-became-a-date',
        this.#place(line.row, cell),
        'Số thứ tự bị Excel đổi thành ngày, đã đọc là “$0”',
        'The number had become a date; read as “$0”',
        typed ?? cell.text,
      );
    return typed ?? (cell.text || inTitle);
  }

  /** Styles that the place in the table gives rather than the number. */
  #styleOf(
    line: SortedRow,
    shown: readonly Cell[],
    number: string | undefined,
    title: string,
  ): NumberStyle | undefined {
    const inGroups = this.#layout.columns.flatMap((column, at) => (column === 'group' ? [at] : []));
    const level = inGroups.findIndex((at) => line.row.cells[at] === shown[0]);
    if (level >= 0 && !line.across) {
      this.#groups.length = level;
      this.#groups[level] = shown[0]!.text;
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

  /** Whether the row below is the second level of the same title. */
  #holdsFirstLevel(line: SortedRow, next: SortedRow | undefined): boolean {
    const { columns } = this.#layout;
    if (!next || columns.includes('level-max') || line.cells('scoring').length === 0 || line.cells('max').length === 0)
      return false;
    const bare = (['title', 'number', 'group'] as const).every((column) => next.cells(column).length === 0);
    const isTotal = readTotalLabel(next.text('scoring'), false) !== undefined;
    return bare && !isTotal && next.cells('scoring').length > 0 && next.cells('max').length > 0;
  }

  /** A further paragraph of a title's cell: `- Tốt: 10 điểm`, or only words. */
  #subline({ label, text }: Line, parent: Item, row: Row): void {
    const typed = label ? { number: labelNumber(label), rest: text } : splitNumber(text);
    const { title, points, negative = false } = splitPoints(typed?.rest ?? text);
    if (typed && points !== undefined)
      this.#push(row, {
        number: typed.number,
        title: title.replace(/\s*[:–-]$/, ''),
        max: points,
        bold: false,
        negative,
      });
    else {
      const last = this.items.at(-1)!;
      const owner = last.row === parent.row && last.table === parent.table ? last : parent;
      owner.scoring = joinTexts(owner.scoring, `${label} ${text}`.trim());
    }
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

  #push(row: Row, item: Pick<Item, 'number' | 'title' | 'max' | 'bold'> & Partial<Item>, style?: NumberStyle): Item {
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
}
