import { dividedLines, isDivided, sumOf, type Line, type Structure } from './structures.ts';

/** A cell of the table to be written. */
export interface Cell {
  text: string;
  span: number;
  /** Rows it covers. */
  down: number;
  /** A number that the word processor counts before the text: its level, and the list it counts in. */
  list?: { level: number; id: number };
}

/** Cells of a row; `above` and `left` go on from there. */
export type Row = (Cell | 'above' | 'left')[];

type Kind = 'number' | 'group' | 'title' | 'level' | 'max' | 'evidence' | 'other-0' | 'other-1';

const make = (text: string, span = 1, down = 1): Cell => ({ text, span, down });
const points = (value: number) => String(value).replace('.', ',');
const romans = ['I', 'II', 'III', 'IV'];
const isGroupColumn = ({ heading }: Structure) => heading === 'group-merged' || heading === 'group-empty';

/** Numbers that the word processor counts; those of sections only where these have rows of their own. */
export const isCounted = ({ counted, format, heading, numbering }: Structure): boolean =>
  counted &&
  format === 'docx' &&
  numbering !== 'I-none' &&
  (numbering.startsWith('none') || heading === 'row' || heading === 'row-without-points');

/** Printed numbers of a section and of one of its lines. */
function numbersOf({ numbering }: Structure, section: number, at: number, before: number): [string, string] {
  switch (numbering) {
    case 'I-1':
      return [romans[section]!, String(at + 1)];
    case 'A-1':
      return ['ABC'[section]!, String(at + 1)];
    case '1-1.1':
      return [String(section + 1), `${section + 1}.${at + 1}`];
    case 'I-I.1':
      return [romans[section]!, `${romans[section]}.${at + 1}`];
    case 'I-none':
      return [romans[section]!, ''];
    case 'none-1':
      return ['', String(at + 1)];
    case 'none-on':
      return ['', String(before + at + 1)];
  }
}

function columnsOf(structure: Structure): Kind[] {
  const { numbersIn, others, sections, evidence, pointsIn, order } = structure;
  const levels = sections.some(({ lines }) => lines.some((each) => each.levels.length > 0));
  const other = (before: boolean) =>
    others.flatMap((each, at) => (each.before === before ? [`other-${at}` as Kind] : []));
  const max: Kind[] = pointsIn === 'column' || levels ? ['max'] : [];
  const papers: Kind[] = evidence ? ['evidence'] : [];
  return [
    ...(numbersIn === 'column' ? (['number'] as const) : []),
    ...(order === 'points-first' ? max : []),
    ...(isGroupColumn(structure) ? (['group'] as const) : []),
    'title',
    ...(levels ? (['level'] as const) : []),
    ...(order === 'evidence-first' ? papers : []),
    ...other(true),
    ...(order === 'points-first' ? [] : max),
    ...other(false),
    ...(order === 'evidence-first' ? [] : papers),
  ];
}

function headerOf({ header, maxLabel, others }: Structure, kinds: readonly Kind[]): Row[] {
  const labels: Record<Kind, string> = {
    number: 'STT',
    group: 'Lĩnh vực',
    title: 'Nội dung, tiêu chí',
    level: 'Mức độ',
    max: maxLabel,
    evidence: 'Tài liệu kiểm chứng',
    'other-0': others[0]?.label ?? '',
    'other-1': others[1]?.label ?? '',
  };
  const tall = header === 'two-rows' ? 2 : 1;
  const first = kinds.map((kind) => make(labels[kind], 1, tall));
  if (header === 'two-rows') return [first, kinds.map(() => 'above')];
  return header === 'counted' ? [first, kinds.map((_, at) => make(`(${at + 1})`))] : [first];
}

/** Writes the rows of a table one after the other. */
class RowWriter {
  readonly body: Row[] = [];
  readonly #structure: Structure;
  readonly #kinds: readonly Kind[];
  /** Lines written so far. */
  #before = 0;

  constructor(structure: Structure, kinds: readonly Kind[]) {
    this.#structure = structure;
    this.#kinds = kinds;
  }

  #row(cells: Partial<Record<Kind, Cell | 'above'>>): void {
    this.body.push(this.#kinds.map((kind) => cells[kind] ?? make('')));
  }

  #hasPenalty({ levels }: Line): boolean {
    const { penalties, pointsIn } = this.#structure;
    return penalties && pointsIn === 'column' && levels.length === 0;
  }

  #max(worth: number): string {
    return this.#kinds.includes('max') && this.#structure.pointsIn === 'column' ? points(worth) : '';
  }

  /** Number and title in their cells; `level` of the number's list. */
  #titled(number: string, title: string, worth: number | undefined, level: number, section: number, down = 1) {
    const { numbersIn, numbering, pointsIn } = this.#structure;
    const counted = number !== '' && isCounted(this.#structure);
    // Lines that begin anew in each section have a list for each.
    const list = counted ? { list: { level, id: numbering === 'none-1' ? section + 1 : 1 } } : {};
    const own = counted ? '' : number;
    const inTitle = numbersIn === 'title';
    const stated = worth === undefined || pointsIn === 'column' ? '' : points(worth);
    const text = `${inTitle && own ? `${own}. ` : ''}${title}`;
    const whole = !stated
      ? text
      : pointsIn === 'title-end'
        ? `${text} (${stated} điểm)`
        : `${text}\n(Tối đa ${stated}đ)`;
    return {
      number: { ...make(own, 1, down), ...(inTitle ? {} : list) },
      title: { ...make(whole, 1, down), ...(inTitle ? list : {}) },
    };
  }

  section(at: number): void {
    const structure = this.#structure;
    const { heading, numbersIn, sums } = structure;
    const section = structure.sections[at]!;
    const { title, lines } = section;
    const [own] = numbersOf(structure, at, 0, this.#before);
    const worth = sumOf(lines);
    if (heading === 'row') this.#row({ ...this.#titled(own, title, worth, 0, at), max: make(this.#max(worth)) });
    if (heading === 'row-without-points') this.#row(this.#titled(own, title, undefined, 0, at));
    if (heading === 'across') {
      const text = make(`${own ? `${own}. ` : ''}${title} (${points(worth)} điểm)`, this.#kinds.length);
      this.body.push([text, ...this.#kinds.slice(1).map(() => 'left' as const)]);
    }
    const height = lines.reduce(
      (sum, each) => sum + Math.max(1, each.levels.length),
      this.#hasPenalty(lines[0]!) ? 1 : 0,
    );
    const beside = structure.numbering === 'I-none' && numbersIn === 'column';
    const tall = heading === 'group-merged' ? height : 1;
    const group = isGroupColumn(structure)
      ? {
          group: make(own && !beside ? `${own}. ${title}` : title, 1, tall),
          ...(beside ? { number: make(own, 1, tall) } : {}),
        }
      : {};
    const more =
      heading === 'group-merged' ? { group: 'above' as const, ...(beside ? { number: 'above' as const } : {}) } : {};
    let index = 0;
    const parts = isDivided(structure) ? dividedLines(section) : [{ title: '', lines }];
    for (const part of parts) {
      if (part.title) {
        const sum = sumOf(part.lines);
        this.#row({ ...this.#titled('', part.title, sum, 0, at), max: make(this.#max(sum)) });
      }
      for (const line of part.lines) {
        this.#line(line, at, index, index === 0 ? group : more, more);
        index += 1;
      }
    }
    if (sums) this.#row({ title: make(`${sums} ${own || String(at + 1)}`), max: make(points(worth)) });
    this.#before += lines.length;
  }

  #line(line: Line, at: number, index: number, first: Partial<Record<Kind, Cell | 'above'>>, more: typeof first): void {
    const { title, points: most, levels } = line;
    const { levelCells, evidence, others } = this.#structure;
    const [, number] = numbersOf(this.#structure, at, index, this.#before);
    const tall = levelCells === 'merged' ? Math.max(1, levels.length) : 1;
    const scores = Object.fromEntries(
      others.map(({ filled }, other) => [`other-${other}`, make(filled ? points(most / 2) : '')]),
    );
    this.#row({
      ...this.#titled(number, title, levels.length > 0 ? undefined : most, 1, at, tall),
      level: make(levels[0]?.title ?? ''),
      max: make(levels.length > 0 ? points(levels[0]!.points) : this.#max(most)),
      evidence: make(evidence ? `Văn bản số ${this.#before + index + 1}` : ''),
      ...scores,
      ...first,
    });
    const merged = levelCells === 'merged' ? ('above' as const) : make('');
    for (const level of levels.slice(1))
      this.#row({ number: merged, title: merged, level: make(level.title), max: make(points(level.points)), ...more });
    if (index === 0 && this.#hasPenalty(line))
      this.#row({ title: make('- Chậm so với quy định'), max: make('-1'), ...more });
  }

  total(): void {
    const { total, sections } = this.#structure;
    const whole = points(sections.reduce((sum, { lines }) => sum + sumOf(lines), 0));
    if (!total) return;
    const inColumn = this.#kinds.includes('max');
    this.#row(inColumn ? { title: make(total), max: make(whole) } : { title: make(`${total}: ${whole} điểm`) });
  }
}

/** The rows of the header and of the body of a structure. */
export function rowsOf(structure: Structure): { header: Row[]; body: Row[] } {
  const kinds = columnsOf(structure);
  const writer = new RowWriter(structure, kinds);
  for (const at of structure.sections.keys()) writer.section(at);
  writer.total();
  return { header: headerOf(structure, kinds), body: writer.body };
}

/** Every text of the table. */
export function textsOf(structure: Structure): string[] {
  const { body } = rowsOf(structure);
  return body.flat().flatMap((cell) => (typeof cell === 'string' ? [] : cell.text.split('\n').filter(Boolean)));
}
