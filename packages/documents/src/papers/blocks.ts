import type { Paragraph, Table } from 'docx';
import { halfPoints } from './measure.ts';
import type { Kit } from './kit.ts';
import type { Align, Block, Inline, Row } from './paper.ts';

/** Text of a table: a point smaller than that of the paper. */
const cellSize = (kit: Kit) => kit.profile.body.size - 1;

interface Cell {
  text: Inline | readonly Inline[];
  /** Share of the width. */
  share: number;
  align?: Align;
  span?: number;
}

interface Line {
  cells: readonly Cell[];
  bold?: boolean;
  header?: boolean;
  /** On the same page as the next one. */
  keepNext?: boolean;
}

function tableOf(kit: Kit, shares: readonly number[], lines: readonly Line[]): Table {
  const { BorderStyle, Table, TableCell, TableRow, VerticalAlign, WidthType, TableLayoutType } = kit.library;
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const wide = (share: number) => Math.round((share / whole) * kit.width);
  return new Table({
    width: { size: kit.width, type: WidthType.DXA },
    columnWidths: shares.map(wide),
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: lines.map(
      ({ cells, bold = false, header = false, keepNext = header }) =>
        new TableRow({
          cantSplit: true,
          tableHeader: header,
          children: cells.map(
            ({ text, share, align, span }) =>
              new TableCell({
                children: [kit.paragraph(text, { size: cellSize(kit), bold, align, before: 2, after: 2, keepNext })],
                width: { size: wide(share), type: WidthType.DXA },
                verticalAlign: VerticalAlign.CENTER,
                margins: { top: 20, bottom: 20, left: 85, right: 85 },
                ...(span ? { columnSpan: span } : {}),
              }),
          ),
        }),
    ),
  });
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>, kit: Kit): Table {
  const shares = columns.map(({ share }) => share);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const lineOf = ({ cells, bold = false, span }: Row): Line => ({
    bold,
    cells: span
      ? [{ text: cells[0]!, share: whole, span: columns.length }]
      : columns.map(({ share, align = 'left' }, at) => ({ text: cells[at] ?? '', share, align })),
  });
  const head: Line = {
    header: true,
    bold: true,
    cells: columns.map(({ title, share }) => ({ text: title, share, align: 'center' as const })),
  };
  return tableOf(kit, shares, [head, ...rows.map(lineOf)]);
}

function codes({ codes, note }: Extract<Block, { kind: 'codes' }>, kit: Kit): Table {
  const { BorderStyle, Table, TableCell, TableRow, WidthType } = kit.library;
  const line = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  const size = cellSize(kit);
  return new Table({
    width: { size: kit.width, type: WidthType.DXA },
    columnWidths: [kit.width],
    borders: { top: line, bottom: line, left: line, right: line },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: kit.width, type: WidthType.DXA },
            margins: { top: 160, bottom: 160, left: 280, right: 280 },
            children: [
              ...codes.flatMap(([name, code]) => [
                kit.paragraph(name, { size, keepNext: true }),
                kit.paragraph(code, { size: 18, bold: true, after: 8, fontFamily: 'Courier New', keepNext: true }),
              ]),
              ...(note ? [kit.paragraph(note, { size: size - 1, italic: true })] : []),
            ],
          }),
        ],
      }),
    ],
  });
}

/** The parts of the text. What stands after a table keeps its distance from it. */
export function blocksOf(blocks: readonly Block[], kit: Kit): (Paragraph | Table)[] {
  const { body } = kit.profile;
  const text = { size: body.size, line: body.line, before: body.before, after: body.after };
  const gap = () => kit.paragraph('', { size: 6, line: 6 });
  return blocks.flatMap((block): (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'paragraph': {
        const { align = 'justify', indent = true, keepNext = false } = block;
        return [kit.paragraph(block.text, { ...text, align, keepNext, ...(indent ? { firstLine: body.indent } : {}) })];
      }
      case 'heading':
        return [kit.paragraph(block.text, { ...text, bold: true, keepNext: true, before: Math.max(6, body.before) })];
      case 'remark':
        return [kit.paragraph(`(${block.text})`, { size: body.size - 1, italic: true, align: 'center', after: 8 })];
      case 'table':
        return [table(block, kit), gap()];
      case 'facts': {
        const lines = block.rows.map(([name, value], at) => ({
          // What is known at a glance is not torn apart.
          keepNext: at < block.rows.length - 1 && block.rows.length <= 12,
          cells: [
            { text: name, share: 0.32 },
            { text: value, share: 0.68 },
          ],
        }));
        return [tableOf(kit, [0.32, 0.68], lines), gap()];
      }
      case 'codes':
        return [codes(block, kit), gap()];
      case 'tag':
        return [kit.paragraph(block.text, { size: body.size })];
    }
  });
}

/** The size of the text, as the styles of a document have it. */
export const bodySize = (kit: Kit): number => halfPoints(kit.profile.body.size);
