import type { Element } from '../xml.ts';
import { child, children, isOn } from '../xml.ts';

type NumberFormats = typeof import('numfmt');

/** How the cells of one style show their value. */
export interface CellStyle {
  /** `0.0%`, `dd/mm/yyyy`, `General`. */
  pattern: string;
  bold: boolean;
  /** All of it is crossed out. */
  struck: boolean;
}

/** A value as the sheet shows it. */
export interface Shown {
  text: string;
  /** The number shown, as JavaScript writes it; of a date, day and month: `1.11`. */
  number?: string;
  remark?: 'date' | 'percent' | 'rounded';
}

const general: CellStyle = { pattern: 'General', bold: false, struck: false };
/** Days between the two calendars a workbook can count in. */
const SINCE_1904 = 1462;

/** The styles of a workbook, by the index that cells name. */
export function cellStyles(root: Element | undefined, { getFormatFromId }: NumberFormats): CellStyle[] {
  const own = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'],
    ]),
  );
  const fonts = children(child(root, 'fonts'), 'font').map((font) => ({
    bold: isOn(font, 'b'),
    struck: isOn(font, 'strike'),
  }));
  return children(child(root, 'cellXfs'), 'xf').map(({ attributes }) => ({
    pattern: own.get(attributes['numFmtId']) ?? getFormatFromId(Number(attributes['numFmtId'] ?? 0), 'vi') ?? 'General',
    ...(fonts[Number(attributes['fontId'] ?? 0)] ?? { bold: false, struck: false }),
  }));
}

/** Writes values out as the sheet shows them. */
export class Shower {
  readonly #formats: NumberFormats;
  readonly #styles: CellStyle[];
  readonly #shift: number;
  readonly #kinds = new Map<string, { valid: string; type: string }>();

  constructor(formats: NumberFormats, styles: CellStyle[], since1904: boolean) {
    this.#formats = formats;
    this.#styles = styles;
    this.#shift = since1904 ? SINCE_1904 : 0;
  }

  style(index: string | undefined): CellStyle {
    return this.#styles[Number(index ?? 0)] ?? general;
  }

  /** A text; its format may add to it (`"- "@`), or hide it (`;;;`). */
  text(text: string, { pattern }: CellStyle): string {
    if (!/[^@]@|@[^@]|;.*;.*;/.test(pattern)) return text;
    return this.#formats.format(pattern, text, { throws: false });
  }

  /** What a format is for; a workbook has few formats and many cells. */
  #kindOf(pattern: string): { valid: string; type: string } {
    let kind = this.#kinds.get(pattern);
    if (!kind) {
      const { getFormatInfo, isValidFormat } = this.#formats;
      // A broken format shows what General would.
      const valid = isValidFormat(pattern) ? pattern : 'General';
      this.#kinds.set(pattern, (kind = { valid, type: getFormatInfo(valid).type }));
    }
    return kind;
  }

  number(stored: number, { pattern }: CellStyle): Shown {
    const { format, dateFromSerial } = this.#formats;
    const { valid, type } = this.#kindOf(pattern);
    // Most cells; longer numbers are shown shortened.
    if (valid === 'General' && Number.isInteger(stored) && Math.abs(stored) < 1e10)
      return { text: String(stored), number: String(stored) };
    if (type === 'date' || type === 'datetime') {
      const serial = stored + this.#shift;
      const text = format(valid, serial, { locale: 'vi', throws: false }).trim();
      const parts = dateFromSerial(serial);
      return parts ? { text, number: `${parts[2]}.${parts[1]}`, remark: 'date' } : { text };
    }
    const text = format(valid, stored, { locale: 'vi', throws: false }).trim();
    const plain = format(valid, stored, { throws: false });
    const digits = /-?\d[\d,]*(?:\.\d+)?|-?\.\d+/.exec(plain.replace(/\((.*)\)/, '-$1'))?.[0].replaceAll(',', '');
    if (digits === undefined || ['time', 'fraction', 'scientific', 'error'].includes(type)) return { text };
    if (type === 'percent') return { text, number: digits, remark: 'percent' };
    const rounded = Math.abs(Number(digits) - stored) > 1e-6;
    return { text, number: digits, ...(rounded ? { remark: 'rounded' } : {}) };
  }
}
