import { checkRubric } from '@dvk/sdk/rubrics';
import { MAX_DEPTH, MAX_NODES } from '@dvk/sdk/rubrics';
import { refuse, refuseTooLarge } from '@dvk/sdk/rubrics';
import type { Rubric } from '@dvk/sdk/rubrics';
import { maxOf } from '@dvk/sdk/rubrics';
import { headingOf, readAround, reportOtherTables, reportText } from './around.ts';
import { chooseTable, reportLayout } from './choose-table.ts';
import { Doubts, type Doubt } from './doubt.ts';
import { readXlsx } from './excel/read-xlsx.ts';
import { MAX_TEXT, type Content } from './grid.ts';
import { notOffice, Parts } from './package.ts';
import { reportRemarks, reportUnused } from './table/unused-cells.ts';
import { Draft } from './table/draft.ts';
import type { Item } from './table/item.ts';
import { joinTables } from './table/join.ts';
import { checkTotals, checkUnstatedTotal } from './table/totals.ts';
import { reportUnread } from './unread.ts';
import { readDocx } from './word/read-docx.ts';

export interface ImportOptions {
  /** Id and version the draft gets; `imported` and `draft` by default. */
  id?: string;
  version?: string;
  subject?: Rubric['subject'];
  /** The table to read, by the name that doubts give it (“bảng 2”, the name of a sheet); by default the one with the most lines. */
  table?: string;
}

/** A draft for a person to go over, and what the reader was not sure of. */
export interface ImportedRubric {
  rubric: Rubric;
  doubts: Doubt[];
}

function countItems(items: readonly Item[], depth = 1): number {
  if (depth > MAX_DEPTH) refuseTooLarge('/file');
  return items.reduce((sum, { children }) => sum + 1 + countItems(children, depth + 1), 0);
}

async function contentOf(file: Uint8Array): Promise<Content> {
  const parts = await Parts.open(file);
  const main = await parts.main();
  if (main) return main.program === 'excel' ? readXlsx(parts, main.name) : readDocx(parts, main.name);
  return notOffice();
}

/**
 * Reads a rubric table out of a `.docx` or `.xlsx` as officials keep them: merged or empty cells, tables in several parts,
 * `I / 1 / 1.1 / a)` typed or numbered by the word processor, “tối đa 10 điểm”, decimal comma, Roman groups, columns in any
 * order, headings across. Levels under a line, rates with thresholds, “mỗi … trừ 0,5 điểm”, bonus and deduction, points of
 * the superior and bands written out in the text are recognised.
 *
 * Nothing is dropped or guessed without a doubt: each cell, column, row, table or sheet that does not reach the draft is a
 * doubt with its address, so is each number that was computed, guessed or converted, and where a sum of the table disagrees with the draft
 * (`total-disagrees`) no number of the draft is certain. A person goes over the draft before `publishRubric`. What
 * `checkRubric` finds in it is among the doubts.
 *
 * Throws `InputError`: `not-an-office-file`, `file-too-large`, `no-rubric-table`, `too-large` (more than 1,000 lines).
 */
export async function importRubric(
  file: Uint8Array | ArrayBuffer | Blob,
  options: ImportOptions = {},
): Promise<ImportedRubric> {
  const bytes =
    file instanceof Uint8Array ? file : new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
  const content = await contentOf(bytes);
  const joined = new Doubts();
  const chosen = chooseTable(joinTables(content.grids, joined), options.table);
  if (countItems(chosen.items) > MAX_NODES) {
    refuse(
      'too-large',
      '/file',
      'Bảng “$1” có quá $0 dòng tiêu chí: hãy giữ lại riêng bảng tiêu chí trong tệp',
      'The table “$1” has more than $0 lines: keep only the table of criteria in the file',
      String(MAX_NODES),
      chosen.table.name,
    );
  }
  const { doubts, rows, table } = chosen;
  reportLayout(chosen);
  const draft = new Draft(doubts);
  const parts = draft.split(chosen.items);
  const criteria = draft.nodes(parts.criteria);
  const bonus = draft.pot(parts.bonus, 'bonus');
  const deduction = draft.pot(parts.deduction, 'deduction');
  draft.finish();
  const sum = criteria.reduce((total, node) => total + maxOf(node), 0);
  const sums = { worth: (item: Item) => draft.worth(item), ...parts };
  const stated = checkTotals(rows.totals, sums, doubts);
  if (stated === undefined)
    checkUnstatedTotal(
      sum,
      table.layout.labels[table.layout.columns.indexOf('max')] ?? '',
      [...rows.asides.map(({ text }) => text), ...content.paragraphs],
      table.name,
      doubts,
    );
  const around = readAround(content, chosen);
  const { title, above } = headingOf(chosen, content);
  const note = ['Đọc từ tệp; cần đối chiếu với văn bản gốc.', ...above].join('\n').slice(0, MAX_TEXT);
  const rubric: Rubric = {
    id: options.id ?? 'imported',
    version: options.version ?? 'draft',
    title: { vi: title },
    subject: options.subject ?? (/mô hình/iu.test(title) ? 'model' : 'unit'),
    legalBasis: { title, confidence: 'from-memory', note },
    total: stated ?? sum,
    criteria,
    ...(bonus ? { bonus } : {}),
    ...(deduction ? { deduction } : {}),
    order: [
      'rescale',
      ...(bonus ? (['bonus'] as const) : []),
      ...(deduction ? (['deduction'] as const) : []),
      'clamp',
      'round',
    ],
    rounding: { to: 1, mode: 'half-up' },
    notApplicable: 'rescale',
    bands: around.bands,
    conditions: [...draft.conditions, ...around.conditions],
    reasonAbove: 0,
  };
  const left = new Doubts();
  reportOtherTables(content, chosen, around.used, left);
  reportUnread(content.unread, left);
  reportUnused(table.rows, table.layout, rows.used, left);
  reportRemarks(table.rows, left);
  reportText(
    around.left.filter((text) => text !== title),
    left,
  );
  const faults = checkRubric(rubric).map(({ code, pointer, text }): Doubt => ({ code, pointer, text }));
  const mine = joined.list.filter(({ table: name }) => name === table.name);
  return { rubric, doubts: [...left.list, ...mine, ...doubts.list, ...around.doubts, ...faults] };
}
