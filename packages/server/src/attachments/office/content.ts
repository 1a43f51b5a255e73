import { encodingOf, readTags, type Pieces, type TagHandlers } from '@dvk/sdk/office';
import { dataLinkCheck } from './data-links.ts';
import { fieldCheck } from './fields.ts';
import { formulaCheck } from './formulas.ts';

/** What stands in every part that {@link checkContent} could refuse: names of tags cannot be written in another way. */
const marks = /<!DOCTYPE|fldChar|fldSimple|instrText|ddeLink|oleLink|refreshOnLoad|interval=/i;
/** Formulas to be judged: with a function that asks others, a link to a program, or characters written as references. */
const formulaTags = /<(?:\w+:)?(?:f|formula\d?|definedName|calculatedColumnFormula)[\s>]/;
const formulaMarks = /(?:WEBSERVICE|IMAGE|CALL|REGISTER(?:\.ID)?|EXEC|RTD|DDE|SQL\.REQUEST)\s*\(|&#|\|/i;
/** The longest of them may lie across two pieces. */
const overlap = 64;

/** Looks through a part, piece by piece, for a reason to read it. */
export class ContentScan {
  /** Whether the first character after marks and spaces is `<`, in UTF-8 or UTF-16. */
  isXml = false;
  /** Whether {@link checkContent} has something to judge. */
  isMarked = false;
  /** The container of old Office files, of OLE objects and of VBA projects. */
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

/** Byte-order marks, zeros of UTF-16, spaces and line ends. */
const unseen = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0, 9, 10, 13, 32]);
const oleSignature = Buffer.from('d0cf11e0', 'hex');

/**
 * Checks what a part says in its fields, formulas and queries.
 *
 * @throws UnfitFile, and `OfficeError` for what is not well-formed
 */
export function checkContent(pieces: Pieces): Promise<void> {
  const checks: TagHandlers[] = [fieldCheck(), formulaCheck(), dataLinkCheck()];
  return readTags(pieces, {
    open: (tag, attributes) => checks.forEach((check) => check.open?.(tag, attributes)),
    close: (tag) => checks.forEach((check) => check.close?.(tag)),
    text: (text) => checks.forEach((check) => check.text?.(text)),
  });
}
