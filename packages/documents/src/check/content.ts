import { encodingOf, readTags, type Pieces, type TagHandlers } from '@dvk/sdk/office';
import { dataLinkCheck } from './data-links.ts';
import { fieldCheck } from './fields.ts';
import { formulaCheck } from './formulas.ts';

/** Every part that {@link checkContent} could refuse contains one of these; names of tags have no other spelling. */
const marks = /<!DOCTYPE|fldChar|fldSimple|instrText|ddeLink|oleLink|refreshOnLoad|interval=/i;
/** Formulas to be checked: with a function that loads something, a link to a program, or characters written as references. */
const formulaTags = /<(?:\w+:)?(?:f|formula\d?|definedName|calculatedColumnFormula)[\s>]/;
const formulaMarks = /(?:WEBSERVICE|IMAGE|CALL|REGISTER(?:\.ID)?|EXEC|RTD|DDE|SQL\.REQUEST)\s*\(|&#|\|/i;
/** Longer than any match, because one may be split between two pieces. */
const overlap = 64;

/** Searches a part, piece by piece, for a reason to parse it. */
export class ContentScan {
  /** Whether the first character after byte-order marks and white space is `<`, in UTF-8 or UTF-16. */
  isXml = false;
  /** Whether {@link checkContent} must check the part. */
  isMarked = false;
  /** Whether it has the format of old Office files, OLE objects and VBA projects. */
  isOle = false;
  #hasFormulas = false;
  #hasFormulaMarks = false;
  #first = true;
  #tail = '';

  add(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    if (this.#first) {
      this.#first = false;
      this.isXml = bytes.subarray(0, 64).find((byte) => !unseen.has(byte)) === 0x3c;
      this.isOle = bytes.subarray(0, 4).equals(oleSignature);
      if (this.isXml && encodingOf(bytes) !== 'utf-8') this.isMarked = true;
    }
    if (!this.isXml || this.isMarked) return;
    const text = this.#tail + bytes.toString('latin1');
    this.#hasFormulas ||= formulaTags.test(text);
    this.#hasFormulaMarks ||= formulaMarks.test(text);
    this.isMarked = marks.test(text) || (this.#hasFormulas && this.#hasFormulaMarks);
    this.#tail = text.slice(-overlap);
  }
}

/** The bytes of byte-order marks and of white space, with the zeros of UTF-16. */
const unseen = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0, 9, 10, 13, 32]);
const oleSignature = Buffer.from('d0cf11e0', 'hex');

/**
 * Checks the fields, formulas and queries of a part.
 *
 * @throws UnfitOfficeFile, and `OfficeError` for what is not well-formed
 */
export function checkContent(pieces: Pieces): Promise<void> {
  const checks: TagHandlers[] = [fieldCheck(), formulaCheck(), dataLinkCheck()];
  return readTags(pieces, {
    open: (tag, attributes) => checks.forEach((check) => check.open?.(tag, attributes)),
    close: (tag) => checks.forEach((check) => check.close?.(tag)),
    text: (text) => checks.forEach((check) => check.text?.(text)),
  });
}
