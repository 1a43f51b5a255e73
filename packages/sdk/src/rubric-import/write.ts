import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Rubric } from '../rubrics/schema.ts';
import { closingSentences, sheetRows, type SheetRow } from './sheet.ts';

/** Widths of the columns in hundredths of the page. */
const widths = [7, 43, 10, 25, 15];

const illustration = 'Mẫu minh họa – chưa phải văn bản ban hành';

/** What stands above and below the table. */
function heading(rubric: Rubric): string[] {
  const { number, title, issuer, confidence } = rubric.legalBasis;
  const source = [number, issuer].filter(Boolean).join(', ');
  return [rubric.title.vi, confidence === 'illustrative' ? illustration : source ? `Theo ${source}` : title];
}

function paragraphs(text: string, bold: boolean): Paragraph[] {
  return text
    .split('\n')
    .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold, font: 'Times New Roman', size: 26 })] }));
}

function tableRow({ kind, cells }: SheetRow): TableRow {
  const bold = kind !== 'line';
  const cell = (text: string, at: number, span = 1) =>
    new TableCell({
      children: paragraphs(text, bold),
      columnSpan: span,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths.slice(at, at + span).reduce((a, b) => a + b, 0), type: WidthType.PERCENTAGE },
    });
  return new TableRow({
    tableHeader: kind === 'header',
    cantSplit: true,
    children: kind === 'part' ? [cell(cells[1], 0, cells.length)] : cells.map((text, at) => cell(text, at)),
  });
}

/** The rubric as a .docx for A4, Times New Roman 13: heading, table, classes. `importRubric` reads it back. */
export async function exportRubricDocx(rubric: Rubric): Promise<Uint8Array<ArrayBuffer>> {
  const title = heading(rubric).map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 120 },
        children: [new TextRun({ text, bold: at === 0, italics: at > 0, font: 'Times New Roman', size: 28 })],
      }),
  );
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: sheetRows(rubric).map(tableRow) });
  const closing = closingSentences(rubric);
  const document = new Document({
    title: rubric.title.vi,
    sections: [
      {
        children: [...title, table, ...paragraphs(closing.join('\n'), false)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The rubric as an .xlsx of one sheet: heading, table, classes. `importRubric` reads it back. */
export async function exportRubricXlsx(rubric: Rubric): Promise<Uint8Array<ArrayBuffer>> {
  const title = heading(rubric).map((text) => [text, null, null, null, null]);
  const table = sheetRows(rubric);
  const first = title.length + 1;
  // Numbers stay text: a spreadsheet would turn 1.10 into 1.1 and 1.1 into the first of January.
  const rows = table.map(({ kind, cells }) => (kind === 'part' ? [cells[1], null, null, null, null] : [...cells]));
  const closing = closingSentences(rubric).map((text) => [text, null, null, null, null]);
  const merged = [
    ...title.map((_, at) => at),
    ...table.flatMap(({ kind }, at) => (kind === 'part' ? [first + at] : [])),
    ...closing.map((_, at) => first + rows.length + 1 + at),
  ];
  const sheet: WriteSheet = {
    name: 'Bộ tiêu chí',
    columns: widths.map((width) => ({ width })),
    rows: [...title, [], ...rows, [], ...closing],
    merges: merged.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 })),
  };
  return new Uint8Array(await writeXlsx({ sheets: [sheet], defaultFont: { name: 'Times New Roman', size: 13 } }));
}
