import * as z from 'zod/mini';
import type { FieldIssue } from '../../contract/field-errors.ts';
import { date } from '../../contract/shapes.ts';
import { fieldIssues } from '../../contract/zod-issues.ts';
import { UnitChange } from '../schema.ts';
import { readDay, readKind, readTopics } from './cells.ts';
import type { UnitColumn } from './columns.ts';

const { code, name, kind, placeCode, topics, externalId, address, phone, email, identificationCode } = UnitChange.shape;

/** What a row says of a unit, apart from its parents. */
const RowValues = z.object({
  externalId,
  code,
  name,
  kind,
  placeCode,
  topics,
  address,
  phone,
  email,
  identificationCode,
  validFrom: z.optional(date),
  validTo: z.optional(z.nullable(date)),
});
export type RowValues = z.infer<typeof RowValues>;

type ValueColumn = keyof RowValues;
/** What every unit has: these cells are never empty. */
export const needed = ['code', 'name', 'kind', 'validFrom'] as const satisfies ValueColumn[];
const isNeeded = (column: string) => (needed as readonly string[]).includes(column);

const readers: Partial<Record<ValueColumn, (text: string) => unknown>> = {
  kind: readKind,
  topics: readTopics,
  validFrom: readDay,
  validTo: readDay,
};

/** Reads cells by the shapes of the contract. An empty cell says that there is none; parents are looked up elsewhere. */
export function readValues(cells: Readonly<Partial<Record<UnitColumn, string>>>): {
  values: RowValues;
  issues: readonly FieldIssue[];
} {
  const known = Object.entries(cells).filter(([column]) => column in RowValues.shape);
  const empty = known.filter(([column, text]) => text === '' && isNeeded(column));
  const required = empty.map(([column]) => ({ pointer: `/${column}`, code: 'required' }) as const);
  const given = Object.fromEntries(
    known
      .filter((cell) => !empty.includes(cell))
      .map(([column, text]) => [column, valueOf(column as ValueColumn, text)]),
  );
  const result = z.safeParse(RowValues, given);
  if (result.success) return { values: result.data, issues: required };
  // A list is written in one cell.
  const issues = fieldIssues(result.error.issues, given).map((issue) => ({
    ...issue,
    pointer: `/${issue.pointer.split('/')[1]}`,
  }));
  return { values: {}, issues: [...required, ...issues] };
}

function valueOf(column: ValueColumn, text: string): unknown {
  if (text === '' && column !== 'topics') return null;
  return readers[column]?.(text) ?? text;
}
