import type { Rubric } from '@dvk/sdk/rubrics';
import type { Bytes } from './bytes.ts';
import { heading, isCentred, widths } from './layout.ts';
import { closingSentences, sheetRows, type SheetRow } from './sheet.ts';

type Docx = typeof import('docx');

/** A4 with the margins of official papers, in twentieths of a point: 20 mm, the binding side 30 mm. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 },
};

/** The parts of the document, made with the library once it is loaded. */
function partsOfDocument({ AlignmentType, Paragraph, TableCell, TableRow, TextRun, VerticalAlign, WidthType }: Docx) {
  const title = (text: string, at: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: [new TextRun({ text, bold: at === 0, italics: at > 0, font: 'Times New Roman', size: 28 })],
    });
  const paragraphs = (text: string, bold: boolean, centred = false) =>
    text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: line, bold, font: 'Times New Roman', size: 26 })],
        }),
    );
  const tableRow = ({ kind, cells }: SheetRow) => {
    const cell = (text: string, at: number, span = 1) =>
      new TableCell({
        children: paragraphs(text, kind !== 'line', span === 1 && isCentred(kind, at)),
        margins: { left: 80, right: 80, top: 40, bottom: 40 },
        columnSpan: span,
        verticalAlign: VerticalAlign.CENTER,
        width: { size: widths.slice(at, at + span).reduce((a, b) => a + b, 0), type: WidthType.PERCENTAGE },
      });
    return new TableRow({
      tableHeader: kind === 'header',
      cantSplit: true,
      children: kind === 'part' ? [cell(cells[1], 0, cells.length)] : cells.map((text, at) => cell(text, at)),
    });
  };
  return { title, paragraphs, tableRow };
}

/** The rubric as a .docx for A4, Times New Roman 13: heading, table, classes. `importRubric` reads it back. */
export async function exportRubricDocx(rubric: Rubric): Promise<Bytes> {
  const docx = await import('docx');
  const { Document, Packer, Paragraph, Table, WidthType } = docx;
  const { title, paragraphs, tableRow } = partsOfDocument(docx);
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: sheetRows(rubric).map(tableRow) });
  const closing = paragraphs(closingSentences(rubric).join('\n'), false);
  const document = new Document({
    title: rubric.title.vi,
    sections: [
      {
        properties: { page },
        children: [...heading(rubric).map(title), table, new Paragraph({}), ...closing],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
