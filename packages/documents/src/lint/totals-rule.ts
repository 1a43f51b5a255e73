import { fold, parseNumber } from '@dvk/sdk/text';
import type { Line } from './lines.ts';
import type { Rule } from './rule.ts';

const numberIn = (text: string): number | undefined => {
  const plain = text.trim().replace(/\s*(?:%|điểm)$/u, '');
  if (!/^-?[\d.,]+$/.test(plain)) return undefined;
  const { value } = parseNumber(plain) ?? {};
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const isTotal = (cells: readonly string[]) =>
  cells.some((cell) => /^(?:tổng cộng|tổng số|tổng|cộng)\s*:?$/iu.test(cell.trim()));
const isGroup = (cells: readonly string[]) => /^[IVX]+$|^[A-Z]$/.test(cells[0]?.trim() ?? '');

/** The tables: rows one after the other, of one place. */
function tables(lines: readonly Line[]): Line[][] {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    if (!line.cells) continue;
    const name = line.place.vi.split(',')[0]!;
    found.set(name, [...(found.get(name) ?? []), line]);
  }
  return [...found.values()];
}

const equal = (one: number, other: number) => Math.abs(one - other) < 0.005;

/** A total is the sum of its table, and what the text says of the same thing is that total. */
export const totalsRule: Rule = ({ lines }, report) => {
  for (const rows of tables(lines)) {
    const [head] = rows;
    for (const total of rows.filter(({ cells }) => isTotal(cells!))) {
      const body = rows.slice(1, rows.indexOf(total)).filter(({ cells }) => !isTotal(cells!));
      for (const [at, title] of head!.cells!.entries()) {
        const stated = numberIn(total.cells![at] ?? '');
        if (stated === undefined || body.length === 0) continue;
        const sum = (part: readonly Line[]) =>
          part.reduce((all, { cells }) => all + (numberIn(cells![at] ?? '') ?? 0), 0);
        const groups = body.filter(({ cells }) => isGroup(cells!));
        const ways = [body, groups, body.filter((row) => !groups.includes(row))].filter((part) => part.length > 0);
        if (!ways.some((part) => equal(sum(part), stated)))
          report(
            'total-of-table',
            'error',
            total,
            `Cột “${title}”: dòng tổng ghi ${total.cells![at]!.trim()}, cộng các dòng được ${sum(body).toLocaleString('vi')}`,
            `Column “${title}”: the total says ${total.cells![at]!.trim()}, the rows add up to ${sum(body).toLocaleString('vi')}`,
          );
        compareWithText(title, stated, total, lines, report);
      }
    }
  }
};

/** “Toàn tỉnh có 1.284 mô hình” beside a column “Số mô hình”: the first number of that thing in a sentence of all. */
function compareWithText(
  title: string,
  stated: number,
  total: Line,
  lines: readonly Line[],
  report: Parameters<Rule>[1],
): void {
  const thing = fold(title)
    .replace(/^(?:tong )?so (?:luong )?/, '')
    .trim();
  if (thing.length < 3) return;
  for (const line of lines) {
    if (line.cells || !/toàn (?:tỉnh|xã|phường|thành phố|đảng bộ)|tổng (?:số|cộng)|tất cả/iu.test(line.text)) continue;
    const said = new RegExp(`(\\d[\\d.,]*) ${thing.replaceAll(/[^\p{L}\d ]/gu, '.')}`, 'u').exec(fold(line.text))?.[1];
    const value = said === undefined ? undefined : numberIn(said.replace(/[.,]$/, ''));
    if (value === undefined || equal(value, stated)) continue;
    report(
      'total-of-text',
      'error',
      line,
      `Lời văn ghi ${said} ${title.replace(/^(?:tổng )?số (?:lượng )?/iu, '')}, nhưng ${total.place.vi} ghi tổng ${total.cells!.join(' ').trim()}`,
      `The text says ${said}, but ${total.place.en} has the total ${total.cells!.join(' ').trim()}`,
    );
  }
}
