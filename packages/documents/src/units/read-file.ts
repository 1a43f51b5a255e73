import { InputError, type Bilingual } from '@dvk/sdk/errors';
import { encodingOf, OfficeError, openArchive, readPart } from '@dvk/sdk/office';
import { toNfc } from '@dvk/sdk/text';
import { toWellFormed } from '@dvk/sdk/text';
import { withoutGuard } from '@dvk/sdk/units/import';
import { headingOf, mostRows, readTable, type UnitTable } from '@dvk/sdk/units/import';

/** Largest file accepted, in bytes. */
export const mostBytes = 10 * 1024 * 1024;
/** Most that the parts of a spreadsheet may unfold to, in bytes. */
const mostUnfolded = 60 * 1024 * 1024;
const mostParts = 500;

const unreadable: Bilingual = {
  vi: 'Không đọc được tệp: hãy mở bằng chương trình của nó rồi lưu lại thành .xlsx không mật khẩu, hoặc CSV UTF-8',
  en: 'The file cannot be read: open it in its program and save it as .xlsx without a password, or as CSV UTF-8',
};
const tooLarge: Bilingual = {
  vi: 'Tệp quá lớn hoặc mở ra quá lớn: hãy chỉ giữ lại bảng đơn vị',
  en: 'The file is too large, or unfolds to too much: keep the table of units only',
};
const refuseUnreadable = (): never => {
  throw new InputError('unreadable-file', '/file', unreadable);
};
const refuseTooLarge = (): never => {
  throw new InputError('file-too-large', '/file', tooLarge);
};

/** Text as it is compared and kept: NFC, plain line ends, no spaces around. */
const tidied = (text: string) => toNfc(toWellFormed(text)).replace(/\r\n?/g, '\n').trim();

/**
 * Reads the table of units of an .xlsx or a CSV file – UTF-8 or UTF-16, with or without its mark, with commas, semicolons or tabs.
 * Leading zeros stay; dates of a spreadsheet become `YYYY-MM-DD`.
 *
 * @throws InputError `unreadable-file`, `file-too-large`, `no-heading`, `column-twice`, `too-many-rows`
 */
export async function readUnitFile(file: Uint8Array): Promise<UnitTable> {
  if (file.length > mostBytes) refuseTooLarge();
  const isArchive = file[0] === 0x50 && file[1] === 0x4b;
  return readTable(isArchive ? await readSpreadsheet(file) : await readCsv(file));
}

async function readCsv(file: Uint8Array): Promise<string[][]> {
  const { parseCsv } = await import('hucre/csv');
  let text = '';
  try {
    text = new TextDecoder(encodingOf(file), { fatal: true }).decode(file);
  } catch {
    refuseUnreadable();
  }
  // Text never has this character: it is a file of another kind.
  if (text.includes('\0')) refuseUnreadable();
  const delimiter = delimiterOf(text);
  return parseCsv(text, { delimiter }).map((row) => row.map((cell) => withoutGuard(tidied(String(cell ?? '')))));
}

/** What stands between the cells: what divides the heading into most parts. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 10_000).split(/\r\n?|\n/);
  const parts = (by: string) =>
    headingOf(lines.map((line) => line.split(by).map((each) => each.replace(/^"|"$/g, ''))));
  const found = [';', '\t', ','].filter((by) => parts(by) >= 0);
  const count = (by: string) => (lines[parts(by)] ?? '').split(by).length;
  return [...found].sort((one, other) => count(other) - count(one))[0] ?? ',';
}

/** Unfolds each part once by the reader that believes nothing an archive states, before another program opens it. */
async function guard(file: Uint8Array): Promise<void> {
  try {
    const archive = openArchive(file, mostParts);
    let left = mostUnfolded;
    for (const part of archive.parts) left -= (await readPart(archive, part, left)).length;
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    if (error.fault === 'too-large') refuseTooLarge();
    refuseUnreadable();
  }
}

async function readSpreadsheet(file: Uint8Array): Promise<string[][]> {
  await guard(file);
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(file, {
    readStyles: true,
    // One more than may be there, with what stands above, so that a longer table is told from a full one.
    maxRows: mostRows + 100,
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  }).catch(refuseUnreadable);
  const grids = workbook.sheets.map(({ rows, cells }) =>
    rows.map((row, at) => row.map((value, column) => shown(value, cells?.get(`${at},${column}`)?.style?.numFmt))),
  );
  return grids.find((grid) => headingOf(grid) >= 0) ?? grids[0] ?? [];
}

/** A cell as text. A format of zeros, `00000`, is how a spreadsheet shows the leading zeros of a code that it took for a number. */
function shown(value: unknown, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(value).padStart(/^0+$/.test(format ?? '') ? format!.length : 0, '0');
  return tidied(String(value as string | boolean));
}
