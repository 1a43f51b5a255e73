import type { CellValue } from './definition.ts';

/**
 * A table as CSV (RFC 4180), which Excel opens with its letters intact: UTF-8 with a byte order mark. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front (OWASP, “CSV Injection”), because anybody may have written it.
 *
 * @param separator - a spreadsheet set to Vietnamese expects `;`, because the comma separates decimals
 */
export function writeCsv(table: readonly (readonly CellValue[])[], separator: ';' | ','): string {
  const lines = table.map((row) => row.map((value) => field(value, separator)).join(separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function field(value: CellValue, separator: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', separator === ';' ? ',' : '.');
  const text = /^[\s]*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
