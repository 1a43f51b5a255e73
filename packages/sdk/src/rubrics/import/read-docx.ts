import { refuse } from '../say.ts';
import { MAX_TEXT, rectangular, tidy, type Cell, type Content, type Grid } from './grid.ts';
import { Numbering } from './numbering.ts';
import type { Parts } from './package.ts';
import { attribute, child, children, parseXml, type Element } from './xml.ts';

/** Switched on, as `<w:vanish/>` is unless it says otherwise. */
function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(attribute(element, 'val') ?? '');
}

/** Child elements of a name, also those that a content control wraps. */
function unwrapped(parent: Element, name: string): Element[] {
  return children(parent).flatMap((node) => {
    if (node.localName === name) return [node];
    if (node.localName === 'sdt' || node.localName === 'customXml')
      return unwrapped(child(node, 'sdtContent') ?? node, name);
    return [];
  });
}

/** Shown text of a run: hidden text, deleted text and the second copy of a drawing are not shown. */
function textOf(element: Element): string {
  let text = '';
  for (const node of children(element)) {
    switch (node.localName) {
      case 't':
        text += node.textContent;
        break;
      case 'tab':
        text += '\t';
        break;
      case 'br':
      case 'cr':
        text += '\n';
        break;
      case 'noBreakHyphen':
        text += '-';
        break;
      case 'del':
      case 'moveFrom':
      case 'Fallback':
      case 'pPr':
      case 'rPr':
      case 'instrText':
        break;
      case 'r':
        if (!isOn(child(child(node, 'rPr'), 'vanish'))) text += textOf(node);
        break;
      default:
        text += textOf(node);
    }
  }
  return text;
}

class Reader {
  readonly #numbering: Numbering;
  /** Numbering that a paragraph style brings, by style id. */
  readonly #styles: ReadonlyMap<string, Element>;
  readonly content: Content = { grids: [], paragraphs: [] };
  #before: string[] = [];

  constructor(numbering: Element | undefined, styles: Element | undefined) {
    this.#numbering = new Numbering(numbering);
    this.#styles = new Map(
      (styles ? children(styles, 'style') : []).flatMap((style) => {
        const numbers = child(child(style, 'pPr'), 'numPr');
        return numbers ? [[attribute(style, 'styleId') ?? '', numbers]] : [];
      }),
    );
  }

  #paragraph(paragraph: Element): string {
    const properties = child(paragraph, 'pPr');
    const style = attribute(child(properties, 'pStyle'), 'val') ?? '';
    const numbers = child(properties, 'numPr') ?? this.#styles.get(style);
    const text = tidy(textOf(paragraph));
    const numId = attribute(child(numbers, 'numId'), 'val');
    if (!numId || numId === '0') return text;
    const number = this.#numbering.next(numId, Number(attribute(child(numbers, 'ilvl'), 'val') ?? 0));
    return `${number} ${text}`.trim();
  }

  #blocks(parent: Element): string {
    return children(parent)
      .flatMap((node) => {
        if (node.localName === 'p') return [this.#paragraph(node)];
        // A table inside a cell is read as text: what it says is shown, its shape is not the rubric's.
        if (node.localName === 'tcPr' || node.localName === 'sdtPr') return [];
        return ['tbl', 'tr', 'tc', 'sdt', 'sdtContent', 'ins'].includes(node.localName ?? '')
          ? [this.#blocks(node)]
          : [];
      })
      .filter(Boolean)
      .join('\n');
  }

  #table(table: Element): Grid {
    const rows: Cell[][] = [];
    for (const row of unwrapped(table, 'tr')) {
      // A row that a tracked change takes out is gone once the change is accepted.
      if (child(child(row, 'trPr'), 'del')) continue;
      const above = rows.at(-1) ?? [];
      const skipped = Number(attribute(child(child(row, 'trPr'), 'gridBefore'), 'val') ?? 0);
      const cells: Cell[] = Array.from({ length: Math.min(skipped, 100) }, () => ({ text: '' }));
      for (const element of unwrapped(row, 'tc')) {
        const properties = child(element, 'tcPr');
        const span = Math.min(Number(attribute(child(properties, 'gridSpan'), 'val') ?? 1) || 1, 100);
        const merge = child(properties, 'vMerge');
        const continues = merge && (attribute(merge, 'val') ?? 'continue') === 'continue';
        // Its own paragraphs count too, or the numbering below would slip.
        const own: Cell = { text: this.#blocks(element).slice(0, MAX_TEXT) };
        const cell = (continues && above[cells.length]) || own;
        for (let at = 0; at < span; at++) cells.push(cell);
      }
      rows.push(cells);
    }
    return { name: `bảng ${this.content.grids.length + 1}`, rows: rectangular(rows), before: this.#before };
  }

  read(body: Element): void {
    for (const node of children(body)) {
      if (node.localName === 'tbl') {
        this.content.grids.push(this.#table(node));
        this.#before = [];
      } else if (node.localName === 'p') {
        const text = this.#paragraph(node);
        if (!text) continue;
        this.content.paragraphs.push(text);
        this.#before = [...this.#before, text];
      } else if (node.localName === 'sdt') {
        const inside = child(node, 'sdtContent');
        if (inside) this.read(inside);
      }
    }
  }
}

/** Tables and paragraphs of a .docx, with automatic numbers written out and merged cells resolved. */
export async function readDocx(parts: Parts): Promise<Content> {
  const root = async (name: string) => {
    const bytes = parts.get(name);
    return bytes && ((await parseXml(bytes, name)).documentElement ?? undefined);
  };
  const body = child(await root('word/document.xml'), 'body');
  if (!body)
    refuse('not-an-office-file', '/file', 'Tệp .docx không có nội dung văn bản', 'The .docx has no document in it');
  const reader = new Reader(await root('word/numbering.xml'), await root('word/styles.xml'));
  reader.read(body);
  return reader.content;
}
