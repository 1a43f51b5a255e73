import { fold } from '@dvk/sdk/text';
import type { Cell, Grid, Row } from '../grid.ts';
import { filledOf, hasWords, holdsLines, takeTurns } from './filled.ts';
import { guessOf, isTitle, type Column, type Guess } from './labels.ts';
import { cellPoints, splitPoints } from './points.ts';
import { readTotalLabel } from './total-label.ts';

/** Where the columns of a table are, and where its lines begin. */
export interface Layout {
  columns: Column[];
  /** What the header calls each column. */
  labels: string[];
  headerRow: number;
  firstRow: number;
  /** The header row itself was found. */
  certain: boolean;
  /** Every text of the header, folded. */
  words: ReadonlySet<string>;
  /** Columns that could as well hold the maxima. */
  rivals: number[];
  /** The header does not say which column has the criteria. */
  titleGuessed?: true;
}

/** Different cells of a row, in order. */
export const distinct = (row: readonly Cell[]): Cell[] => [...new Set(row)];

const textsOf = (row: readonly Cell[]) =>
  distinct(row)
    .map(({ text }) => text)
    .filter(Boolean);

/** The cells of a column in the header, top to bottom, merged ones once. */
function labelsOf(rows: readonly Row[], column: number): string[] {
  return [...new Set(rows.map(({ cells }) => cells[column]!))].map(({ text }) => text).filter(Boolean);
}

/** `(1) | (2) | (3) …` under a header; a letter may stand for the first, a sum for one of them. */
export function isCounting({ cells }: Row): boolean {
  const shown = textsOf(cells);
  const texts = shown.map((text) => text.replace(/[()[\]\s]/g, ''));
  const numbers = texts.map((text) => Number(/^\d+/.exec(text)?.[0] ?? Number.NaN));
  return (
    (texts.length >= 3 || (texts.length > 0 && shown.every((text) => /^\(.*\)$/.test(text)))) &&
    texts.every((text, at) => text.length <= 12 && (numbers[at]! > 0 || /^[a-z]$/i.test(text))) &&
    numbers.filter((value, at) => at > 0 && value === (numbers[at - 1] || value - 1) + 1).length >= texts.length - 1
  );
}

/** A row that heads the table: it names a title column and at least one other. */
function isHeader({ cells }: Row): boolean {
  const shown = distinct(cells);
  const found = shown.map(({ text }) => guessOf(text));
  const ofPoints = found.some((guess) => typeof guess === 'number');
  if (found.length < 2 || !found.some(isTitle) || !(ofPoints || found.includes('number'))) return false;
  // A line of the table may speak of points as well, but it holds some; “STT | … | Điểm tối đa | 0 | 0,5 | 1” is a header.
  const surely = shown.some((cell, at) => found[at] === 3 && cellPoints(cell) === undefined);
  return surely || (ofPoints && found.includes('number')) || !cells.some((cell) => cellPoints(cell) !== undefined);
}

/** The lower row of a header: it shares merged cells with the upper one, or only fills in below what spans or is empty there. */
function goesOn(row: Row, header: readonly Row[]): boolean {
  const upper = header.at(-1)!.cells;
  const texts = textsOf(row.cells);
  if (texts.length === 0 || new Set(row.cells).size === 1 || isCounting(row)) return false;
  if (row.cells.some((cell, at) => cell.text !== '' && cell === upper[at])) return true;
  const titles = upper.flatMap((cell, at) => (isTitle(guessOf(cell.text)) ? [at] : []));
  return (
    titles.every((at) => row.cells[at]!.text === '') &&
    row.cells.every(
      (cell, at) =>
        cell.text === '' || upper[at]!.text === '' || upper[at] === upper[at - 1] || upper[at] === upper[at + 1],
    ) &&
    !row.cells.some((cell) => cellPoints(cell) !== undefined)
  );
}

/** Guesses of each column; the lower words decide, the upper ones help: “Điểm” over “Tối đa | Tự chấm”. */
function guessColumns(header: readonly Row[]): (Guess | undefined)[] {
  return header[0]!.cells.map((_, at) => {
    const labels = labelsOf(header, at);
    const lowest = guessOf(labels.at(-1) ?? '');
    const whole = guessOf(labels.join(' '));
    return lowest !== undefined && lowest !== 2 ? lowest : (whole ?? lowest);
  });
}

/** Which of several title columns has the lines: those left of it with fewer texts are groups, the others are further texts. */
function settleTitles(columns: (Column | undefined)[], body: readonly Row[]): void {
  const lines = body.filter(({ cells }) => !cells.some(({ text }) => readTotalLabel(text, false)));
  const filled = columns.map((_, at) => filledOf(lines, at));
  const titles = () => columns.flatMap((column, at) => (column === 'title' ? [at] : []));
  for (const at of titles()) {
    const { own, numbers } = filled[at]!;
    if (titles().length > 1 && own > 0 && numbers > own * 0.6) columns[at] = 'number';
  }
  const all = titles();
  // Set in by one column a step, each row has its title in one of them.
  const apart = all.length > 1 && all.every((at) => filled[at]!.own >= 2);
  if (apart && takeTurns(lines, all)) {
    for (const at of all.slice(0, -1)) columns[at] = 'group';
    return;
  }
  const most = Math.max(0, ...titles().map((at) => filled[at]!.own));
  // The last of those that are filled about as often as any; a few more in one are headings over both.
  const full = titles().filter((at) => filled[at]!.own >= most * 0.6);
  const line = full.at(-1) ?? titles()[0];
  const first = full[0] ?? line;
  for (const at of titles()) {
    if (at === line && first === line) continue;
    // “Tiêu chí | Nội dung” filled in every row: the first is the title, the second a further text.
    if (first !== line && first !== undefined && filled[first]!.own >= filled[line!]!.own * 0.95) {
      columns[at] = at === first ? 'title' : at < first ? 'group' : 'scoring';
    } else if (at !== line) columns[at] = at < line! ? 'group' : 'scoring';
  }
}

/** Whether the titles of a table state points: “Công tác lãnh đạo (10 điểm)”. */
export function statesPoints(body: readonly Row[], title: number): boolean {
  const texts = body.map(({ cells }) => cells[title]?.text ?? '').filter(Boolean);
  const stating = texts.filter((text) => splitPoints(text.replaceAll('\n', ' ')).points !== undefined);
  return stating.length >= 2 && stating.length * 4 > texts.length;
}

function settle(guesses: readonly (Guess | undefined)[], body: readonly Row[]): Pick<Layout, 'columns' | 'rivals'> {
  const columns = guesses.map((guess): Column | undefined => {
    if (guess === 'group') return 'title';
    return typeof guess === 'number' ? 'other' : guess;
  });
  settleTitles(columns, body);
  const ranked = guesses.flatMap((guess, at) => (typeof guess === 'number' ? [{ at, rank: guess }] : []));
  const hasPoints = (at: number) => body.some(({ cells }) => cellPoints(cells[at]!) !== undefined);
  const withPoints = ranked.filter(({ at }) => hasPoints(at));
  const best = Math.max(-1, ...(withPoints.length > 0 ? withPoints : ranked).map(({ rank }) => rank));
  const top = (withPoints.length > 0 ? withPoints : ranked).filter(({ rank }) => rank === best).map(({ at }) => at);
  const scoring = columns.indexOf('scoring');
  // Where only given scores are filled in, the titles may state the points; those of levels may follow in their column.
  const inTitles = best === 0 && statesPoints(body, columns.indexOf('title'));
  const max = inTitles ? ranked.find(({ rank }) => rank > 1)?.at : top[0];
  const rivals = max === undefined || inTitles ? [] : top.slice(1);
  if (max !== undefined) {
    columns[max] = 'max';
    // “Điểm tối đa | Mức độ | Điểm”: the points right of the levels are theirs.
    const level = ranked.find(({ at, rank }) => at === scoring + 1 && at > max && rank >= 2 && hasPoints(at))?.at;
    if (scoring > max && level !== undefined) {
      columns[level] = 'level-max';
      return { columns: columns.map((column) => column ?? 'other'), rivals: rivals.filter((at) => at !== level) };
    }
  }
  // Given scores are no maxima. Without another column they are used, with a doubt.
  const doubtful = best === 0 && max !== undefined ? [max] : [];
  return { columns: columns.map((column) => column ?? 'other'), rivals: [...rivals, ...doubtful] };
}

/** Without a header: the longest texts are titles, short numbers before them numbers, numbers after them points. */
function guess({ rows }: Grid): Column[] {
  const width = rows[0]?.cells.length ?? 0;
  const column = (at: number) => rows.map(({ cells }) => cells[at]!.text).filter(Boolean);
  const average = (texts: string[]) => texts.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1);
  const averages = Array.from({ length: width }, (_, at) => average(column(at)));
  const title = averages.reduce((best, value, at) => (value > averages[best]! ? at : best), 0);
  return averages
    .map((length, at): Column => {
      if (at === title) return 'title';
      const texts = column(at);
      if (texts.length === 0) return 'other';
      const numeric = rows.filter(({ cells }) => cells[at]!.text && cellPoints(cells[at]!)).length / texts.length;
      if (at < title) return length <= 6 ? 'number' : 'other';
      return numeric > 0.6 ? 'max' : 'other';
    })
    .map((each, at, all) => (all.indexOf(each) < at ? 'other' : each));
}

/** A table without a column of points, whose titles state them: “Công tác lãnh đạo (10 điểm)”. */
function headedWithoutPoints({ rows }: Grid): Layout | undefined {
  for (let at = 0; at < Math.min(rows.length, 10); at++) {
    const header = rows[at]!;
    const guesses = guessColumns([header]);
    if (!guesses.some(isTitle)) continue;
    const firstRow = at + 1 + (rows[at + 1] && isCounting(rows[at + 1]!) ? 1 : 0);
    const body = rows.slice(firstRow);
    const { columns } = settle(guesses, body);
    if (columns.includes('max') || !statesPoints(body, columns.indexOf('title'))) continue;
    const labels = header.cells.map(({ text }) => text);
    const words = new Set(textsOf(header.cells).map(fold));
    return { columns, labels, words, headerRow: at, firstRow, certain: true, rivals: [] };
  }
  return undefined;
}

/**
 * Columns next to the criteria whose heading is not understood: numbers, groups or names right before them, titles that are set in
 * by one column a step, and the lines of a merged criterion.
 */
function besideTitles(
  guesses: readonly (Guess | undefined)[],
  header: readonly Row[],
  body: readonly Row[],
): (Guess | undefined)[] {
  const title = guesses.findIndex(isTitle);
  const points = guesses.findIndex((guess, at) => typeof guess === 'number' && at > title);
  return guesses.map((guess, at) => {
    const { own, numbers } = filledOf(body, at);
    if (guess !== undefined || own < 2 || (points >= 0 && at > points)) return guess;
    const isBefore = at === title - 1 && labelsOf(header, at).length === 0;
    if (isBefore && numbers > own * 0.6) return 'number';
    if (!hasWords(body, at)) return guess;
    return isBefore || takeTurns(body, [title, at]) || holdsLines(body, { title, words: at, points }) ? 'title' : guess;
  });
}

/** A header whose column of points is named, but none of criteria: the columns of words left of the points hold them. */
function headedWithoutTitle({ rows }: Grid): Layout | undefined {
  for (let at = 0; at < Math.min(rows.length, 10); at++) {
    const header = rows[at]!;
    const body = rows.slice(at + 1);
    const guesses = guessColumns([header]);
    const points = guesses.findIndex(
      (each, column) =>
        typeof each === 'number' && each >= 2 && body.some(({ cells }) => cellPoints(cells[column]!) !== undefined),
    );
    if (points < 0 || textsOf(header.cells).length < 2 || header.cells.some((cell) => cellPoints(cell) !== undefined))
      continue;
    const worded = guesses.map((each, column) => each === undefined && column < points && hasWords(body, column));
    if (!worded.includes(true)) continue;
    return {
      ...settle(
        guesses.map((each, column) => (worded[column] ? 'title' : each)),
        body,
      ),
      labels: header.cells.map(({ text }) => text),
      words: new Set(textsOf(header.cells).map(fold)),
      headerRow: at,
      firstRow: at + 1,
      certain: true,
      titleGuessed: true,
    };
  }
  return undefined;
}

/** Finds the header of a table, of one or more rows, anywhere in its first rows; where there is none, `certain` is false. */
export function findLayout(grid: Grid): Layout | undefined {
  const { rows } = grid;
  for (let at = 0; at < Math.min(rows.length, 40); at++) {
    if (!isHeader(rows[at]!)) continue;
    const header = [rows[at]!];
    while (header.length < 4 && rows[at + header.length] && goesOn(rows[at + header.length]!, header))
      header.push(rows[at + header.length]!);
    const below = at + header.length;
    const firstRow = below + (rows[below] && isCounting(rows[below]) ? 1 : 0);
    const labels = header[0]!.cells.map((_, column) => labelsOf(header, column).join(' – '));
    const words = new Set(header.flatMap(({ cells }) => textsOf(cells)).map(fold));
    return {
      ...settle(besideTitles(guessColumns(header), header, rows.slice(firstRow)), rows.slice(firstRow)),
      labels,
      words,
      headerRow: at,
      firstRow,
      certain: true,
    };
  }
  const headed = headedWithoutPoints(grid) ?? headedWithoutTitle(grid);
  if (headed) return headed;
  const columns = guess(grid);
  const max = columns.indexOf('max');
  if (max < 0 || !columns.includes('title')) return undefined;
  // Words over the points are a heading all the same, if not one that is known.
  const first = rows.findIndex(({ cells }) => cells[max]!.text !== '');
  const labelled =
    first >= 0 &&
    first < 10 &&
    cellPoints(rows[first]!.cells[max]!) === undefined &&
    new Set(rows[first]!.cells).size > 1;
  const header = labelled ? [rows[first]!] : [];
  return {
    columns,
    labels: columns.map((_, at) => header[0]?.cells[at]?.text ?? ''),
    words: new Set(header.flatMap(({ cells }) => textsOf(cells)).map(fold)),
    headerRow: labelled ? first : 0,
    firstRow: labelled ? first + 1 : 0,
    certain: false,
    rivals: [],
  };
}

/** A header repeated at the top of a printed page, or over the next part of a sheet: its columns of titles and points say the same. */
export function isRepeatedHeader(row: Row, { certain, columns, words }: Layout): boolean {
  const [title, points] = [row.cells[columns.indexOf('title')], row.cells[columns.indexOf('max')]];
  const known = (cell: Cell | undefined) => cell !== undefined && cell.text !== '' && words.has(fold(cell.text));
  if (certain && title !== points && known(title) && known(points)) return true;
  const texts = textsOf(row.cells);
  const all = texts.length >= Math.min(2, words.size) && texts.every((text) => words.has(fold(text)));
  return certain && ((texts.length > 0 && all) || isCounting(row));
}
