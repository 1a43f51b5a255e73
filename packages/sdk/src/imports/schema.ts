import * as z from 'zod/mini';
import { bilingual, date, etag, id, instant, text } from '../contract/shapes.ts';
import { LegalBasis } from '../law/legal-basis.ts';
import { unitColumns } from '../units/import/columns.ts';
import { keptReasons, rowOutcomes } from '../units/import/outcomes.ts';

/** What an import can be: looked through, being carried out, carried out, refused as a whole, taken back. */
export const importStatuses = ['checked', 'running', 'done', 'refused', 'undone'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Whether one bad row keeps all out, or the good ones get in without it. */
export const importModes = ['all-or-nothing', 'good-rows'] as const;
export type ImportMode = (typeof importModes)[number];

const column = z.enum(unitColumns);

/** What becomes of a row of the table. */
export const ImportRow = z.object({
  /** As a person counts in the file, 1-based. */
  row: z.int(),
  outcome: z.enum(rowOutcomes),
  /** The unit that it speaks of; `null` for a new one that is refused. */
  unitId: z.nullable(id),
  code: z.nullable(z.string()),
  name: z.nullable(z.string()),
  changes: z.array(z.object({ column, from: z.string(), to: z.string() })),
  issues: z.array(
    z.object({
      column: z.nullable(column),
      /** What stands in the cell; `null` where it is the row as a whole. */
      cell: z.nullable(z.string()),
      code: z.string(),
      text: bilingual,
    }),
  ),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** How many rows became what. */
export const ImportCounts = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** Units that the table does not name: they stay as they are. */
  untouched: z.int(),
});

/** An import of units, as lists give it. */
export const UnitImport = z.object({
  id,
  status: z.enum(importStatuses),
  /** `null` before it is carried out. */
  mode: z.nullable(z.enum(importModes)),
  fileName: z.string(),
  rowCount: z.int(),
  /** The first day of new names and places in the trees; `null` where they are put right. */
  since: z.nullable(date),
  /** As it was looked through; once carried out, as it was then. */
  counts: ImportCounts,
  /** Who sent the file; `null` where no name is known. */
  sentBy: z.nullable(z.string()),
  createdAt: instant,
  /** When it was carried out or refused. */
  finishedAt: z.nullable(instant),
  /** Until when it can be taken back; `null` where it cannot. */
  undoUntil: z.nullable(instant),
  etag,
});
export type UnitImport = z.infer<typeof UnitImport>;

/** An import in full. */
export const UnitImportRecord = z.extend(UnitImport, {
  /** How far it is while it runs. */
  progress: z.nullable(z.object({ done: z.int(), total: z.int() })),
  /** Headings of columns that were not read. */
  unread: z.array(z.string()),
  /** The first hundred rows that change something or are refused, those first; all are in its file of results. */
  rows: z.array(ImportRow),
  /** What stayed when it was taken back, and why. */
  kept: z.array(z.object({ unitId: id, name: z.string(), reason: z.enum(keptReasons), text: bilingual })),
});
export type UnitImportRecord = z.infer<typeof UnitImportRecord>;

/** How an import is to be carried out. */
export const ImportOrder = z.object({
  mode: z.enum(importModes),
  reason: z.optional(text(1000)),
  basis: z.optional(LegalBasis),
});
export type ImportOrder = z.infer<typeof ImportOrder>;

export const ImportUndo = z.object({ reason: text(1000) });
export type ImportUndo = z.infer<typeof ImportUndo>;
