import type * as Docx from 'docx';
import { xmlText } from '@dvk/sdk/office';
import type { PaperProfile, TextStyle } from '../profiles/profile.ts';
import { a4, halfPoints, millimetres, twips } from './measure.ts';
import type { Align, Inline } from './paper.ts';

/** The library, once it is loaded: it is large, and only who writes a paper needs it. */
export type Library = typeof Docx;

/** How a paragraph stands: lengths in points, the indent of its first line in millimetres. */
export interface ParagraphStyle extends TextStyle {
  align?: Align | undefined;
  before?: number;
  after?: number;
  /** Exact height of a line; without it, that of the font. */
  line?: number;
  firstLine?: number;
  keepNext?: boolean;
  keepLines?: boolean;
  underlined?: boolean;
  /** From both sides, in twentieths of a point. */
  inset?: number;
  ruled?: boolean;
  pageBreakBefore?: boolean;
  fontFamily?: string;
}

/** What the parts of a paper are written with. */
export interface Kit {
  library: Library;
  profile: PaperProfile;
  /** Width of the text, in twentieths of a point. */
  width: number;
  paragraph(text: Inline | readonly Inline[], style: ParagraphStyle): Docx.Paragraph;
  /** A table without borders, as heads and signatures stand in. Shares add up to 1. */
  frame(shares: readonly number[], cells: readonly (readonly (Docx.Paragraph | Docx.Table)[])[]): Docx.Table;
  /** A line of its own between two paragraphs, centred. */
  rule(length: number, place?: { within?: number; after?: number }): Docx.Paragraph;
}

const inlines = (text: Inline | readonly Inline[]): readonly Inline[] =>
  typeof text === 'string' || 'text' in text ? [text] : text;

export function kitOf(library: Library, profile: PaperProfile, landscape = false): Kit {
  const { AlignmentType, BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    library;
  const { UnderlineType } = library;
  const alignments = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    justify: AlignmentType.BOTH,
  };
  const sheet = landscape ? a4.height : a4.width;
  const width = sheet - millimetres(profile.margins.left) - millimetres(profile.margins.right);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 };

  function paragraph(text: Inline | readonly Inline[], style: ParagraphStyle) {
    const children = inlines(text).flatMap((inline) => {
      const {
        text: words,
        bold = style.bold,
        italic = style.italic,
      } = typeof inline === 'string' ? { text: inline } : inline;
      return xmlText(words)
        .split('\n')
        .map(
          (part, at) =>
            new TextRun({
              text: part,
              size: halfPoints(style.size),
              ...(bold ? { bold } : {}),
              ...(italic ? { italics: italic } : {}),
              ...(style.underlined ? { underline: { type: UnderlineType.SINGLE } } : {}),
              ...(style.fontFamily ? { font: style.fontFamily } : {}),
              ...(at > 0 ? { break: 1 } : {}),
            }),
        );
    });
    return new Paragraph({
      children,
      alignment: alignments[style.align ?? 'left'],
      keepNext: style.keepNext ?? false,
      keepLines: style.keepLines ?? false,
      ...(style.pageBreakBefore ? { pageBreakBefore: true } : {}),
      spacing: {
        before: twips(style.before ?? 0),
        after: twips(style.after ?? 0),
        ...(style.line ? { line: twips(style.line), lineRule: LineRuleType.EXACT } : {}),
      },
      ...(style.firstLine || style.inset
        ? {
            indent: {
              ...(style.inset ? { left: style.inset, right: style.inset } : {}),
              ...(style.firstLine ? { firstLine: millimetres(style.firstLine) } : {}),
            },
          }
        : {}),
      ...(style.ruled ? { border: { bottom: line } } : {}),
    });
  }

  return {
    library,
    profile,
    width,
    paragraph,
    frame: (shares, cells) =>
      new Table({
        width: { size: width, type: WidthType.DXA },
        columnWidths: shares.map((share) => Math.round(share * width)),
        layout: library.TableLayoutType.FIXED,
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
        margins: { left: 0, right: 0 },
        rows: [
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (children, at) =>
                new TableCell({
                  children: [...children],
                  width: { size: Math.round(shares[at]! * width), type: WidthType.DXA },
                }),
            ),
          }),
        ],
      }),
    rule: (length, { within = width, after = 3 } = {}) =>
      paragraph('', {
        size: 2,
        before: 1,
        line: 3,
        after,
        ruled: true,
        inset: Math.max(0, Math.round((within - twips(length)) / 2)),
      }),
  };
}
