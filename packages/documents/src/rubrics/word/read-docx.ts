import {
  cellOf,
  rectangular,
  TextBudget,
  tidy,
  type Cell,
  type Content,
  type Grid,
  type Line,
  type Unread,
} from '../grid.ts';
import type { Parts } from '../package.ts';
import { refuse } from '@dvk/sdk/rubrics';
import { child, children, readXml, type Element } from '../xml.ts';
import { Numbering } from './numbering.ts';
import { paragraphText, runsOn, styleOfParagraph } from './paragraph.ts';
import { Styles } from './styles.ts';
import { tableRows, wrappers } from './table.ts';

/** Elements without displayed text: formatting, text before a tracked change, field instructions. */
const skip: ReadonlySet<string> = new Set(
  (
    'rFonts sz szCs lang color jc spacing ind shd tblPr tblGrid tcW tcBorders tcMar tblPrEx sectPr proofErr bookmarkStart ' +
    'bookmarkEnd lastRenderedPageBreak tabs pBdr instrText delInstrText delText rPrChange pPrChange trPrChange tcPrChange ' +
    'numberingChange sdtPr commentRangeStart commentRangeEnd commentReference binData blip rt'
  ).split(' '),
);

/** Where the paragraphs and tables of a stretch of the document go. */
interface Sink {
  paragraph(line: Line, bold: boolean): void;
  table(element: Element): void;
  /** Something that is shown and not read. */
  unread(code: 'struck-text' | 'pictures', text: string): void;
}

class Reader {
  readonly content: Content = { grids: [], paragraphs: [], unread: [] };
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #budget = new TextBudget();
  #before: string[] = [];
  /** Tables of the document itself, not those inside others. */
  #tables = 0;
  /** Text of paragraphs that run on into the next one. */
  #carried = '';
  readonly #body: Sink = {
    paragraph: ({ label, text }) => {
      const whole = `${label} ${text}`.trim();
      if (!whole) return;
      this.content.paragraphs.push(whole);
      this.#before.push(whole);
    },
    table: (element) => this.#grid(element, `bảng ${++this.#tables}`),
    // Pictures around tables are emblems and signatures; what another program put there may be a table.
    unread: (code, text) => {
      if (code === 'struck-text') this.content.unread.push({ code, what: [text] });
      else if (text) this.content.unread.push({ code: 'foreign-objects', what: [text] });
    },
  };

  constructor(numbering: Element | undefined, styles: Element | undefined) {
    this.#styles = new Styles(styles);
    this.#numbering = new Numbering(numbering, this.#styles);
  }

  /** One child of the body. */
  read(node: Element): void {
    this.#block(node, this.#body);
  }

  /** The body has ended. */
  finish(): void {
    this.#flush(this.#body);
  }

  /** Tables outside the body have no text before them in the body, but they are read. */
  #aside(place: string, lines: string[]): Sink {
    let tables = 0;
    return {
      paragraph: ({ text }) => text && lines.push(text),
      table: (element) => this.#grid(element, `${place}, bảng ${++tables}`),
      unread: () => undefined,
    };
  }

  /** Headers and footers of pages: only their tables may belong to a rubric. */
  readMargin(margin: Element, place: string): void {
    this.#before = [];
    this.#blocks(margin, this.#aside(place, []));
  }

  /** Paragraphs of footnotes or endnotes: they are reported, not read. */
  readNotes(notes: Element): void {
    const lines: string[] = [];
    const sink = this.#aside('chú thích', lines);
    for (const note of notes.children) {
      if (note.attributes['type'] === undefined || note.attributes['type'] === 'normal') this.#blocks(note, sink);
    }
    if (lines.length > 0) this.content.unread.push({ code: 'footnotes', what: lines });
  }

  #blocks(parent: Element, sink: Sink): void {
    for (const node of parent.children) this.#block(node, sink);
    this.#flush(sink);
  }

  /** Nothing is left for it to run on into. */
  #flush(sink: Sink): void {
    if (!this.#carried) return;
    const text = this.#budget.take(tidy(this.#carried));
    this.#carried = '';
    sink.paragraph({ label: '', text }, false);
  }

  #block(node: Element, sink: Sink): void {
    if (node.name === 'p') this.#paragraph(node, sink);
    else if (node.name === 'tbl') {
      this.#flush(sink);
      sink.table(node);
    } else if (wrappers.has(node.name)) for (const inner of node.children) this.#block(inner, sink);
    else if (node.name === 'AlternateContent') {
      const shown = child(node, 'Choice') ?? child(node, 'Fallback');
      if (shown) this.#blocks(shown, sink);
    } else if (node.name === 'altChunk') {
      this.content.unread.push({ code: 'foreign-objects', what: [this.content.grids.at(-1)?.name ?? ''] });
    }
  }

  #paragraph(paragraph: Element, sink: Sink): void {
    const properties = child(paragraph, 'pPr');
    const style = styleOfParagraph(properties, this.#styles);
    const { text, bold, boxes, struck, picture } = paragraphText(paragraph, this.#styles, style);
    if (struck.trim()) sink.unread('struck-text', `“${tidy(struck)}”`);
    if (picture !== undefined) sink.unread('pictures', picture);
    if (runsOn(properties, this.#styles, style)) this.#carried += text;
    else {
      const whole = tidy(this.#carried + text);
      this.#carried = '';
      const label = this.#numbering.next(properties, style).trim();
      sink.paragraph({ label, text: this.#budget.take(whole) }, bold);
    }
    for (const box of boxes) this.#blocks(box, sink);
  }

  #grid(table: Element, name: string): Grid {
    const grid: Grid = { name, rows: [], before: this.#before };
    this.#before = [];
    // Its number comes before those of the tables inside it.
    this.content.grids.push(grid);
    const { rows, hidden, beyond, wider } = tableRows(table, name, (element, address) =>
      this.#cell(element, address, name),
    );
    grid.rows = rectangular(rows);
    const { unread } = this.content;
    if (hidden.length > 0) unread.push({ code: 'hidden-cells', table: name, what: hidden.map((row) => `hàng ${row}`) });
    if (beyond > 0) unread.push({ code: 'rows-beyond', table: name, what: [String(beyond)] });
    if (wider) unread.push({ code: 'columns-beyond', table: name, what: [] });
    return grid;
  }

  /** Collects by kind what is not read of a table. */
  #unread(code: Unread['code'], table: string, what: string): void {
    const { unread } = this.content;
    const known = unread.find((each) => each.code === code && each.table === table);
    if (known) known.what.push(what);
    else unread.push({ code, table, what: [what] });
  }

  #cell(element: Element, address: string, table: string): Cell {
    const lines: Line[] = [];
    let [plain, bolds, nested] = [0, 0, false];
    this.#blocks(element, {
      paragraph: (line, bold) => {
        // A line break inside a paragraph begins a new line as well.
        for (const [at, text] of line.text.split('\n').entries())
          lines.push({ label: at === 0 ? line.label : '', text });
        if (bold) bolds += 1;
        else if (line.text) plain += 1;
      },
      table: (inner) => {
        // Its text is shown in this cell; its shape may be the rubric's, when the outer table is only for layout.
        nested = true;
        for (const { cells } of this.#grid(inner, `${table}, ${address}`).rows) {
          const text = [...new Set(cells)]
            .map((cell) => cell.text.replaceAll('\n', ' '))
            .filter(Boolean)
            .join(': ');
          lines.push({ label: '', text });
        }
      },
      unread: (code, text) => this.#unread(code, table, [address, text].filter(Boolean).join(': ')),
    });
    const cell = cellOf(address, lines);
    return {
      ...cell,
      ...(bolds > 0 && plain === 0 ? { bold: true } : {}),
      ...(nested ? { remark: 'nested' as const } : {}),
    };
  }
}

/** Tables and paragraphs of a .docx, with automatic numbers written out and merged cells resolved. */
export async function readDocx(parts: Parts, main: string): Promise<Content> {
  const relations = await parts.relationsOf(main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = async (type: string, usual: string) => {
    const name = relations.find((each) => each.type === type)?.target ?? folder + usual;
    const bytes = await parts.read(name);
    return bytes && readXml(bytes, name, { skip });
  };
  const reader = new Reader(await related('numbering', 'numbering.xml'), await related('styles', 'styles.xml'));
  let found = false;
  const root = await readXml((await parts.read(main))!, main, {
    skip,
    within: 'body',
    each: (element) => {
      found = true;
      reader.read(element);
    },
  });
  if (!found && children(root, 'body').length === 0)
    refuse(
      'not-an-office-file',
      '/file',
      'Tệp .docx không có nội dung văn bản: hãy mở bằng Word rồi lưu lại',
      'The .docx has no document in it: open it in Word and save it again',
    );
  reader.finish();
  for (const type of ['footnotes', 'endnotes']) {
    const notes = await related(type, `${type}.xml`);
    if (notes) reader.readNotes(notes);
  }
  for (const [type, place] of [
    ['header', 'đầu trang'],
    ['footer', 'chân trang'],
  ] as const)
    for (const { target } of relations.filter((each) => each.type === type)) {
      const bytes = await parts.read(target);
      if (bytes) reader.readMargin(await readXml(bytes, target, { skip }), place);
    }
  return reader.content;
}
