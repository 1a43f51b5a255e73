import { checkRubric } from '../check.ts';
import { MAX_NODES } from '../limits.ts';
import { refuse, say } from '../say.ts';
import type { Rubric } from '../schema.ts';
import { maxOf } from '../tree.ts';
import { readBands } from './bands.ts';
import { findLayout, type Layout } from './columns.ts';
import { readConditions } from './conditions.ts';
import type { Doubt } from './doubt.ts';
import { Draft } from './draft.ts';
import type { Content, Grid } from './grid.ts';
import { readOutline, type Item, type Outline } from './items.ts';
import { openParts } from './package.ts';
import { readDocx } from './read-docx.ts';
import { readXlsx } from './read-xlsx.ts';

export interface ImportOptions {
  /** Id and version the draft gets; `imported` and `draft` unless told. */
  id?: string;
  version?: string;
  subject?: Rubric['subject'];
  /** The table to read, by the name that doubts give it (“bảng 2”, the name of a sheet); the fullest one unless told. */
  table?: string;
}

/** A draft for a person to go over, and what the reader was not sure of. */
export interface ImportedRubric {
  rubric: Rubric;
  doubts: Doubt[];
}

type Candidate = { grid: Grid; layout: Layout } & Outline & { doubts: Doubt[] };

function countItems(items: readonly Item[]): number {
  return items.reduce((sum, { children }) => sum + 1 + countItems(children), 0);
}

function worth(items: readonly Item[]): number {
  return items.reduce((sum, { max, children }) => sum + (max === undefined ? 0 : 1) + worth(children), 0);
}

/** The table that looks most like a rubric: a header, and many lines with points. */
function chooseTable({ grids }: Content, name: string | undefined): { chosen: Candidate; others: string[] } {
  const candidates = grids.flatMap((grid): Candidate[] => {
    const layout = findLayout(grid);
    if (!layout) return [];
    return [{ grid, layout, ...readOutline(grid, layout) }];
  });
  const score = ({ grid, layout, items }: Candidate) =>
    grid.name === name ? Number.POSITIVE_INFINITY : worth(items) * (layout.certain ? 4 : 1);
  const [chosen, ...rest] = candidates.filter((each) => worth(each.items) > 0).sort((a, b) => score(b) - score(a));
  if (!chosen) {
    refuse(
      'no-rubric-table',
      '/file',
      'Không tìm thấy bảng tiêu chí có cột nội dung và cột điểm',
      'No table with a column of criteria and a column of points was found',
    );
  }
  return { chosen, others: rest.filter(({ layout }) => layout.certain).map(({ grid }) => grid.name) };
}

/** The heading nearest above the table, else the first words of the document. */
function titleOf({ grid, layout }: Candidate, { paragraphs }: Content): string {
  const above = grid.rows.slice(0, layout.headerRow).flatMap((row) => [...new Set(row)].map(({ text }) => text));
  const words = [...grid.before, ...above].filter((text) => text.length > 8 && text.length < 400);
  const headed = words.findLast((text) => /tiêu chí|thang điểm|bảng điểm|chấm điểm/iu.test(text));
  return headed ?? words.at(-1) ?? (grid.before.length > 0 ? paragraphs[0]!.slice(0, 300) : grid.name);
}

async function contentOf(file: Uint8Array): Promise<Content> {
  const parts = await openParts(file);
  if (parts.has('word/document.xml')) return readDocx(parts);
  if (parts.has('xl/workbook.xml')) return readXlsx(parts);
  return refuse(
    'not-an-office-file',
    '/file',
    'Tệp này không phải là .docx hoặc .xlsx',
    'This file is neither .docx nor .xlsx',
  );
}

/**
 * Reads a rubric table out of a `.docx` or `.xlsx` as officials keep them: merged cells, `I / 1 / 1.1 / a)` typed or
 * numbered by the word processor, “tối đa 10 điểm”, decimal comma, Roman groups, columns in any order, header of one or
 * two rows. Levels under a line, rates with thresholds, “mỗi … trừ 0,5 điểm”, bonus and deduction, points of the superior
 * and bands written out in the text are recognised.
 *
 * It never guesses silently: whatever is not sure is a doubt with its place, and the draft is for a person to go over
 * before `publishRubric`. What `checkRubric` finds in the draft is among the doubts.
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
  const { chosen, others } = chooseTable(content, options.table);
  if (countItems(chosen.items) > MAX_NODES) {
    refuse('too-large', '/file', 'Bảng có quá $0 dòng tiêu chí', 'The table has more than $0 lines', String(MAX_NODES));
  }
  const doubts: Doubt[] = [];
  if (!chosen.layout.certain)
    doubts.push({
      code: 'no-header',
      table: chosen.grid.name,
      text: say('Không thấy dòng tiêu đề: các cột được đoán', 'There is no header row: the columns are guessed'),
    });
  if (chosen.grid.hidden)
    doubts.push({
      code: 'hidden-cells',
      table: chosen.grid.name,
      text: say('Các hàng, cột bị ẩn không được đọc', 'Hidden rows and columns were not read'),
    });
  if (others.length > 0)
    doubts.push({
      code: 'other-tables',
      table: chosen.grid.name,
      text: say(
        'Đã đọc “$0”; trong tệp còn bảng khác có điểm, chưa được đọc: $1',
        '“$0” was read; other tables with points were not: $1',
        chosen.grid.name,
        others.join(', '),
      ),
    });

  const draft = new Draft(chosen.grid.name, [...doubts, ...chosen.doubts]);
  const parts = draft.split(chosen);
  const criteria = draft.nodes(parts.criteria);
  const bonus = draft.pot(parts.bonus, 'bonus');
  const deduction = draft.pot(parts.deduction, 'deduction');
  const sum = criteria.reduce((total, node) => total + maxOf(node), 0);
  const { bands, doubts: bandDoubts } = readBands(content.paragraphs);
  const title = titleOf(chosen, content);
  const rubric: Rubric = {
    id: options.id ?? 'imported',
    version: options.version ?? 'draft',
    title: { vi: title },
    subject: options.subject ?? (/mô hình/iu.test(title) ? 'model' : 'unit'),
    legalBasis: { title, confidence: 'from-memory', note: 'Đọc từ tệp; cần đối chiếu với văn bản gốc.' },
    total: chosen.total ?? sum,
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
    bands,
    conditions: [...draft.conditions, ...readConditions(content.paragraphs, bands)],
    reasonAbove: 0,
  };
  const faults = checkRubric(rubric).map(({ code, pointer, text }): Doubt => ({ code, pointer, text }));
  return { rubric, doubts: [...draft.doubts, ...bandDoubts, ...faults] };
}
