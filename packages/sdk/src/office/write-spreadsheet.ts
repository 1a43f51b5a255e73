import { strToU8, zipSync } from 'fflate';
import { SpreadsheetStyles, type CellLook, type WorkbookFont } from './spreadsheet-styles.ts';
import { xmlText } from './xml-text.ts';

/** Media type of an .xlsx file. */
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What stands in a cell. Text stays text, whatever it begins with: only `formula` is one, and comes from the program. */
export type SpreadsheetCell =
  | string
  | number
  | null
  | Readonly<CellLook & { value: string | number | null; formula?: string }>;

/** One sheet of a workbook. */
export interface SpreadsheetSheet {
  name: string;
  rows: readonly (readonly SpreadsheetCell[])[];
  /** Widths of the columns in characters; without them, those of the content. */
  widths?: readonly number[];
  /** Columns whose empty cells take text as well: what is typed there keeps its leading zeros. */
  textColumns?: boolean;
  /** Heights of rows in points, by their index, where text goes on in further lines. */
  heights?: ReadonlyMap<number, number>;
  /** Cells of a row that are one: its index, the first and the last column. */
  merges?: readonly (readonly [row: number, from: number, to: number])[];
  /** Rows that stay when one scrolls. */
  frozenRows?: number;
  /** On A4, one page wide; the row of this index is repeated on every page. */
  print?: Readonly<{ landscape?: boolean; repeatedRow?: number }>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org';
const main = `xmlns="${office}/spreadsheetml/2006/main"`;
const relations = `${office}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationList = (list: string) =>
  `<Relationships xmlns="${office}/package/2006/relationships">${list}</Relationships>`;
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
const override = (part: string, type: string) =>
  `<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`;

/**
 * A table as an .xlsx of one sheet, small enough for a page to load when somebody exports a list.
 *
 * @param name - of the sheet
 * @param table - its rows; the first is the heading, which is bold and stays when one scrolls
 */
export function writeSpreadsheet(name: string, table: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const rows = table.map((row, at) => (at === 0 ? row.map((value) => ({ value, bold: true })) : row));
  return writeWorkbook([{ name, rows, frozenRows: 1 }]);
}

/** Sheets as an .xlsx. This is the one place that writes such files. */
export function writeWorkbook(
  sheets: readonly SpreadsheetSheet[],
  font: WorkbookFont = { name: 'Calibri', size: 11 },
): Uint8Array {
  const styles = new SpreadsheetStyles(font);
  const names = sheets.map(({ name }, at) => sheetName(name, at));
  const written = sheets.map((sheet) => sheetXml(sheet, styles));
  const numbers = sheets.map((_, at) => at + 1);
  const titles = sheets.flatMap(({ print }, at) => {
    const row = (print?.repeatedRow ?? -1) + 1;
    if (row === 0) return [];
    const quoted = `'${names[at]!.replaceAll("'", "''")}'`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escape(quoted)}!$${row}:$${row}</definedName>`;
  });
  const last = sheets.length + 1;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${numbers.map((at) => override(`worksheets/sheet${at}`, 'worksheet')).join('')}${override('styles', 'styles')}</Types>`,
    '_rels/.rels': relationList(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relationList(
      `${numbers.map((at) => relation(at, 'worksheet', `worksheets/sheet${at}.xml`)).join('')}${relation(last, 'styles', 'styles.xml')}`,
    ),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`,
    'xl/styles.xml': styles.xml(main),
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}

/** At most 31 characters, without those that have a meaning in references. */
function sheetName(name: string, at: number): string {
  const kept = name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);
  return kept.trim() || `Sheet${at + 1}`;
}

const valueOf = (cell: SpreadsheetCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? cell.value : cell;

function sheetXml(sheet: SpreadsheetSheet, styles: SpreadsheetStyles): string {
  const { rows, heights, merges = [], frozenRows = 0, print, textColumns = false } = sheet;
  const plain = styles.numberOf({ isText: textColumns });
  const widths = sheet.widths ?? contentWidths(rows);
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}"${plain ? ` style="${plain}"` : ''} customWidth="1"/>`,
  );
  const lines = rows.map((row, at) => {
    const height = heights?.get(at);
    const cells = row.map((cell) => cellXml(cell, styles, textColumns)).join('');
    return `<row r="${at + 1}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells}</row>`;
  });
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const merged = merges.map(
    ([row, from, to]) => `<mergeCell ref="${letter(from)}${row + 1}:${letter(to)}${row + 1}"/>`,
  );
  return [
    `<worksheet ${main}>`,
    print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0">${frozenRows > 0 ? pane : ''}</sheetView></sheetViews>`,
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${lines.join('')}</sheetData>`,
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    print
      ? `<pageSetup paperSize="9" orientation="${print.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
      : '',
    '</worksheet>',
  ].join('');
}

function contentWidths(rows: SpreadsheetSheet['rows']): number[] {
  const lengthOf = (cell: SpreadsheetCell | undefined) =>
    String(cell === undefined ? '' : (valueOf(cell) ?? '')).length;
  return (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(8, ...rows.slice(0, 200).map((row) => lengthOf(row[column]) + 2))),
  );
}

/** The name of a column: A, B … Z, AA. */
function letter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function cellXml(cell: SpreadsheetCell, styles: SpreadsheetStyles, isText: boolean): string {
  const { value, formula, ...look } =
    typeof cell === 'object' && cell !== null ? cell : { value: cell, formula: undefined };
  const number = styles.numberOf({ isText, ...look });
  const style = number > 0 ? ` s="${number}"` : '';
  if (formula !== undefined)
    return `<c${style}><f>${escape(formula)}</f>${value === null ? '' : `<v>${value}</v>`}</c>`;
  if (value === null) return `<c${style}/>`;
  if (typeof value === 'number') return `<c${style}><v>${value}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

/** Excel takes at most 32,767 characters in a cell. */
function escape(text: string): string {
  return xmlText(text.slice(0, 32_767))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
