import { lowered, raised } from '../scripts.ts';
import { child, valueOf, type Element } from '../xml.ts';
import { shownField } from './field.ts';
import { toggle, type Styles } from './styles.ts';

/** The text of a paragraph as shown, and what else hangs on it. */
export interface ParagraphText {
  text: string;
  bold: boolean;
  /** Contents of text boxes anchored in it. */
  boxes: Element[];
  /** Crossed-out text; it is not part of `text`. */
  struck: string;
  /** The picture or the object of another program in it: its program, empty for a picture. */
  picture: string | undefined;
}

/** What sets the parts of a formula apart: a half is `1/2`, never 12. */
const inFormulas: Readonly<Record<string, string>> = { num: ' ', den: '/', sup: '^', sub: '_', rad: '√', e: ' ' };

/** Gathers the text of one paragraph: hidden text, deleted text and the second copy of a drawing are not shown. */
class Gatherer {
  text = '';
  struck = '';
  picture: string | undefined;
  /** For each open field, whether its code, which is not displayed, is being read. */
  readonly #fields: boolean[] = [];
  #codes = 0;
  /** Characters shown that are not bold, and that are. */
  plain = 0;
  bold = 0;
  readonly boxes: Element[] = [];
  readonly #styles: Styles;
  readonly #style: string | undefined;

  constructor(styles: Styles, style: string | undefined) {
    this.#styles = styles;
    this.#style = style;
  }

  gather(element: Element): void {
    for (const node of element.children) this.#node(node);
  }

  #node(node: Element): void {
    switch (node.name) {
      case 't':
        if (this.#codes === 0) this.text += node.text;
        break;
      case 'fldChar':
        this.#field(node);
        break;
      case 'num':
      case 'den':
      case 'sup':
      case 'sub':
      case 'rad':
      case 'e':
        this.text += inFormulas[node.name]!;
        this.gather(node);
        break;
      case 'pic':
      case 'imagedata':
        this.picture ??= '';
        break;
      case 'object':
        this.picture = child(node, 'OLEObject')?.attributes['ProgID'] ?? '';
        this.gather(node);
        break;
      case 'tab':
        this.text += '\t';
        break;
      case 'br':
      case 'cr':
        this.text += '\n';
        break;
      case 'noBreakHyphen':
        this.text += '-';
        break;
      case 'sym':
        this.text += '•';
        break;
      case 'del':
      case 'moveFrom':
      case 'pPr':
      case 'rPr':
        break;
      case 'txbxContent':
        this.boxes.push(node);
        break;
      case 'AlternateContent': {
        const shown = child(node, 'Choice') ?? child(node, 'Fallback');
        if (shown) this.gather(shown);
        break;
      }
      case 'r':
        this.#run(node);
        break;
      default:
        this.gather(node);
    }
  }

  /** A field is its code and, once it was computed, its result; fields stand inside the code of others. */
  #field(mark: Element): void {
    const kind = mark.attributes['fldCharType'];
    if (kind === 'begin') {
      this.text += shownField(mark);
      this.#fields.push(true);
      this.#codes += 1;
      return;
    }
    const wasCode = this.#fields.pop();
    if (wasCode) this.#codes -= 1;
    if (kind === 'separate' && wasCode !== undefined) this.#fields.push(false);
  }

  #run(run: Element): void {
    const properties = child(run, 'rPr');
    if (this.#styles.isOn('vanish', properties, this.#style)) return;
    const before = this.text.length;
    this.gather(run);
    this.#mark(before, properties);
    const added = this.text.slice(before).trim().length;
    if (this.#styles.isOn('b', properties, this.#style)) this.bold += added;
    else this.plain += added;
  }

  /** What was crossed out goes; raised and lowered digits are written as such, apart from the number they stand at. */
  #mark(from: number, properties: Element | undefined): void {
    const isOn = (name: string) => this.#styles.isOn(name, properties, this.#style);
    const added = this.text.slice(from);
    if (isOn('strike') || isOn('dstrike')) {
      this.struck += added;
      this.text = this.text.slice(0, from);
      return;
    }
    const set = (name: string) => this.#styles.valueOf(name, properties, this.#style);
    const [align, height] = [set('vertAlign'), Number(set('position') ?? 0)];
    if (align === 'superscript' || height > 0) this.text = this.text.slice(0, from) + raised(added);
    else if (align === 'subscript' || height < 0) this.text = this.text.slice(0, from) + lowered(added);
  }
}

export function paragraphText(paragraph: Element, styles: Styles, style: string | undefined): ParagraphText {
  const gatherer = new Gatherer(styles, style);
  gatherer.gather(paragraph);
  const { text, plain, bold, boxes, struck, picture } = gatherer;
  return { text, boxes, struck, picture, bold: bold > 0 && plain === 0 };
}

/** A paragraph whose end is deleted, moved away or hidden runs on into the next one. */
export function runsOn(properties: Element | undefined, styles: Styles, style: string | undefined): boolean {
  const mark = child(properties, 'rPr');
  return (
    child(mark, 'del') !== undefined ||
    child(mark, 'moveFrom') !== undefined ||
    (toggle(mark, 'vanish') ?? styles.isOn('vanish', undefined, style))
  );
}

export const styleOfParagraph = (properties: Element | undefined, styles: Styles) =>
  styles.paragraphStyle(valueOf(properties, 'pStyle'));
