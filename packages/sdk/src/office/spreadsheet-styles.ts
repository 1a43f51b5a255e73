import { xmlText } from './xml-text.ts';

/** How a cell looks, beside its value. */
export interface CellLook {
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
  /** Long text goes on in further lines. */
  wrap?: boolean;
  /** A thin line on every side. */
  bordered?: boolean;
  /** What is typed into it stays as it is typed: `007` keeps its zeros. */
  isText?: boolean;
}

/** Type of the whole workbook. */
export interface WorkbookFont {
  name: string;
  /** Points. */
  size: number;
}

/** Collects the formats of a workbook; each is written once. The first is that of a cell nothing is said of. */
export class SpreadsheetStyles {
  readonly #numbers = new Map<string, number>();
  readonly #looks: CellLook[] = [];
  readonly #font: WorkbookFont;

  constructor(font: WorkbookFont) {
    this.#font = font;
    this.numberOf({});
  }

  /** The number by which a cell names its format. */
  numberOf({ bold, italic, align, wrap, bordered, isText }: CellLook): number {
    const look = {
      bold: bold || undefined,
      italic: italic || undefined,
      align,
      wrap: wrap || undefined,
      bordered: bordered || undefined,
      isText: isText || undefined,
    };
    const key = JSON.stringify(look);
    let found = this.#numbers.get(key);
    if (found === undefined) {
      found = this.#looks.push(look as CellLook) - 1;
      this.#numbers.set(key, found);
    }
    return found;
  }

  /** The part `xl/styles.xml`, without its declaration. */
  xml(namespace: string): string {
    const { name, size } = this.#font;
    const font = (marks: string) => `<font>${marks}<sz val="${size}"/><name val="${xmlText(name)}"/></font>`;
    const fonts = ['', '<b/>', '<i/>', '<b/><i/>'].map(font).join('');
    const side = (at: string) => `<${at} style="thin"><color auto="1"/></${at}>`;
    const box = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
    const formats = this.#looks.map(({ bold, italic, align, wrap, bordered, isText }) => {
      const fontId = (bold ? 1 : 0) + (italic ? 2 : 0);
      const alignment = [align && `horizontal="${align}"`, wrap && 'vertical="center" wrapText="1"'].filter(Boolean);
      return (
        `<xf numFmtId="${isText ? 49 : 0}" fontId="${fontId}" fillId="0" borderId="${bordered ? 1 : 0}" xfId="0"` +
        `${isText ? ' applyNumberFormat="1"' : ''} applyFont="1"${bordered ? ' applyBorder="1"' : ''}` +
        (alignment.length > 0 ? ` applyAlignment="1"><alignment ${alignment.join(' ')}/></xf>` : '/>')
      );
    });
    return `<styleSheet ${namespace}><fonts count="4">${fonts}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${box}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}
