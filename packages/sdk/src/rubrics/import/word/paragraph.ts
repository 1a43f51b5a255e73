import { child, valueOf, type Element } from '../xml.ts';
import { toggle, type Styles } from './styles.ts';

/** The text of a paragraph as shown, and what else hangs on it. */
export interface ParagraphText {
  text: string;
  bold: boolean;
  /** Contents of text boxes anchored in it. */
  boxes: Element[];
}

/** Gathers the text of one paragraph: hidden text, deleted text and the second copy of a drawing are not shown. */
class Gatherer {
  text = '';
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
        this.text += node.text;
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

  #run(run: Element): void {
    const properties = child(run, 'rPr');
    if (this.#styles.isOn('vanish', properties, this.#style)) return;
    const before = this.text.length;
    this.gather(run);
    const added = this.text.slice(before).trim().length;
    if (this.#styles.isOn('b', properties, this.#style)) this.bold += added;
    else this.plain += added;
  }
}

export function paragraphText(paragraph: Element, styles: Styles, style: string | undefined): ParagraphText {
  const gatherer = new Gatherer(styles, style);
  gatherer.gather(paragraph);
  const { text, plain, bold, boxes } = gatherer;
  return { text, boxes, bold: bold > 0 && plain === 0 };
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
