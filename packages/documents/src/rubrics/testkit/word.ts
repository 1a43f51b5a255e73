import { strToU8, zipSync } from 'fflate';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paragraph; `properties` are the contents of its `w:pPr`, `run` those of its run's `w:rPr`. */
export const paragraph = (text: string, properties = '', run = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r>${run && `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** A cell of one paragraph a line; `properties` are the contents of its `w:tcPr`. */
export const cell = (text: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${text
    .split('\n')
    .map((line) => paragraph(line))
    .join('')}</w:tc>`;

/** A row of cells: texts, or finished `<w:tc>` elements. */
export const row = (...cells: string[]) =>
  `<w:tr>${cells.map((each) => (each.startsWith('<w:tc>') ? each : cell(each))).join('')}</w:tr>`;

export const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** A .docx of this body; further parts by name. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const all = { 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

/** A .docx of one table under the header `TT | Nội dung | Điểm tối đa`. */
export const rubricTable = (...rows: string[]) => docx(table(row('TT', 'Nội dung', 'Điểm tối đa'), ...rows));
