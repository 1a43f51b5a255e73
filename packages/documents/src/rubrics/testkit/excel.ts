import { strToU8, zipSync } from 'fflate';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell: a text, a number, or the inside of a `<c>` with its attributes. */
export type Value = string | number | null | { attributes: string; inside: string };

/** A number shown by a format: its index among the `formats` of the workbook. */
export const shown = (value: number, format: number): Value => ({
  attributes: `s="${format + 1}"`,
  inside: `<v>${value}</v>`,
});

export interface SheetXml {
  name?: string;
  rows: Value[][];
  merges?: string[];
  /** Attributes of rows by number, 1-based. */
  rowAttributes?: Record<number, string>;
  /** Contents of `<cols>`. */
  cols?: string;
  state?: string;
  /** `worksheet` by default. */
  type?: string;
}

function sheetXml({ rows, merges = [], rowAttributes = {}, cols }: SheetXml): string {
  const cellXml = (value: Value, row: number, column: number) => {
    const reference = String.fromCharCode(65 + column) + row;
    if (value === null) return '';
    if (typeof value === 'object') return `<c r="${reference}" ${value.attributes}>${value.inside}</c>`;
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    return `<c r="${reference}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  };
  const rowsXml = rows.map(
    (values, at) =>
      `<row r="${at + 1}" ${rowAttributes[at + 1] ?? ''}>${values.map((value, column) => cellXml(value, at + 1, column)).join('')}</row>`,
  );
  const merged =
    merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `<worksheet xmlns="s">${cols ? `<cols>${cols}</cols>` : ''}<sheetData>${rowsXml.join('')}</sheetData>${merged}</worksheet>`;
}

/** An .xlsx of these sheets; `formats` are the number formats that `shown` names. */
export function xlsx(sheets: SheetXml[], formats: string[] = [], workbook = ''): Uint8Array {
  const relations = sheets.map(
    ({ type = 'worksheet' }, at) => `<Relationship Id="r${at}" Type="t/${type}" Target="sheets/sheet${at}.xml"/>`,
  );
  const names = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escape(name ?? `Trang ${at + 1}`)}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="r${at}"/>`,
  );
  const styles = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escape(code).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbook}<sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/sheets/sheet${at}.xml`, sheetXml(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
