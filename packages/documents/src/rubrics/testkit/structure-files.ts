import { xlsx, type SheetXml, type Value } from './excel.ts';
import { isCounted, rowsOf, type Cell, type Row } from './structure-rows.ts';
import type { Structure } from './structures.ts';
import { docx, paragraph } from './word.ts';

/** Cuts the body before a row that begins a line, so that no merged cell is cut through. */
function cut(body: readonly Row[]): [Row[], Row[]] {
  const at = body.findIndex((row, index) => index >= body.length / 2 && !row.includes('above'));
  return at < 1 ? [[...body], []] : [body.slice(0, at), body.slice(at)];
}

const isEmpty = (cell: Cell | 'above' | 'left') => typeof cell !== 'string' && cell.text === '' && !cell.list;

function wordCell({ text, span, down, list }: Cell): string {
  const properties = `${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${down > 1 ? '<w:vMerge w:val="restart"/>' : ''}`;
  const number = list && `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`;
  const paragraphs = text.split('\n').map((line, at) => paragraph(line, at === 0 ? number : ''));
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.join('')}</w:tc>`;
}

/** A row; with `absent`, empty cells at its ends are not written but left out of the grid. */
function wordRow(row: Row, absent: boolean): string {
  const isLevel = absent && row.some(isEmpty);
  const first = isLevel ? row.findIndex((cell) => !isEmpty(cell)) : 0;
  const last = isLevel ? row.findLastIndex((cell) => !isEmpty(cell)) : row.length - 1;
  const cells = row.slice(first, last + 1).map((cell) => {
    if (cell === 'left') return '';
    return cell === 'above' ? '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>' : wordCell(cell);
  });
  const after = row.length - 1 - last;
  const left = `${first > 0 ? `<w:gridBefore w:val="${first}"/>` : ''}${after > 0 ? `<w:gridAfter w:val="${after}"/>` : ''}`;
  return `<w:tr>${left && `<w:trPr>${left}</w:trPr>`}${cells.join('')}</w:tr>`;
}

/** The lists that count the numbers of a structure. */
function numbering({ numbering: style, sections }: Structure): Record<string, string> {
  const [format, first, second] = {
    'I-1': ['upperRoman', '%1.', '%2.'],
    'A-1': ['upperLetter', '%1.', '%2.'],
    '1-1.1': ['decimal', '%1.', '%1.%2.'],
    'I-I.1': ['upperRoman', '%1.', '%1.%2.'],
    'I-none': ['upperRoman', '%1.', ''],
    'none-1': ['none', '', '%2.'],
    'none-on': ['none', '', '%2.'],
  }[style];
  const level = (at: number, kind: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = sections.map(
    (_, at) =>
      `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="0"/>${at > 0 ? '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>' : ''}</w:num>`,
  );
  return {
    'word/numbering.xml': `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, format!, first!)}${level(1, 'decimal', second!)}</w:abstractNum>${lists.join('')}</w:numbering>`,
  };
}

function sheet(rows: readonly Row[]): SheetXml {
  const merges: string[] = [];
  const name = (row: number, column: number) => String.fromCharCode(65 + column) + (row + 1);
  const values = rows.map((row, at) =>
    row.map((cell, column): Value => {
      if (typeof cell === 'string') return null;
      if (cell.span > 1 || cell.down > 1)
        merges.push(`${name(at, column)}:${name(at + cell.down - 1, column + cell.span - 1)}`);
      return /^\d+(?:,\d+)?$/.test(cell.text) ? Number(cell.text.replace(',', '.')) : cell.text || null;
    }),
  );
  return { rows: values, merges };
}

/** The file of a structure. In a sheet a table cannot be cut: it only repeats its header. */
export function fileOf(structure: Structure): Uint8Array {
  const { header, body } = rowsOf(structure);
  const [first, second] = structure.parts === 'one' ? [body, []] : cut(body);
  const again = second.length > 0 ? header : [];
  if (structure.format === 'xlsx') return xlsx([sheet([...header, ...first, ...again, ...second])]);
  const table = (rows: readonly Row[]) =>
    `<w:tbl>${rows.map((row) => wordRow(row, structure.levelCells === 'absent')).join('')}</w:tbl>`;
  const parts = isCounted(structure) ? numbering(structure) : {};
  if (structure.parts === 'one' || structure.parts === 'repeated-header' || second.length === 0)
    return docx(table([...header, ...first, ...again, ...second]), parts);
  const next = structure.parts === 'table-with-header' ? [...header, ...second] : second;
  return docx(table([...header, ...first]) + '<w:p/>' + table(next), parts);
}
