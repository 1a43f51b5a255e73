import type { FieldIssue } from '../../contract/field-errors.ts';
import type { StoredUnit } from '../stored-unit.ts';
import type { UnitTableRow } from './read-table.ts';
import type { RowValues } from './values.ts';

/** A row on its way to a write. */
export interface Item {
  row: UnitTableRow;
  id: string;
  /** The unit that it speaks of; none for a new one. */
  unit: StoredUnit | undefined;
  values: RowValues;
  /** What the cells of parents say, where they say something else than before. */
  parents: Partial<Record<'partyParent' | 'administrativeParent', string>>;
  issues: FieldIssue[];
}
