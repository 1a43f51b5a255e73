import type { FieldIssue } from '../../contract/field-errors.ts';
import { exactKey } from '../../text/fold.ts';
import type { StoredUnit } from '../stored-unit.ts';
import type { UnitIndex } from '../unit-index.ts';
import type { Item } from './item.ts';

/** The columns of parents, and the field of each. */
const fieldOf = { partyParent: 'partyParentId', administrativeParent: 'administrativeParentId' } as const;
const parentColumns = Object.keys(fieldOf) as (keyof typeof fieldOf)[];

/** Finds the parents that rows name, among the units that there are and those of the table. */
export interface Parents {
  of(item: Item): Partial<Pick<StoredUnit, 'partyParentId' | 'administrativeParentId'>>;
  faultsOf(item: Item): FieldIssue[];
}

/** A code or external id that means something, and the unit that it means. */
interface Named {
  id: string;
  name: string;
}

export function resolver(items: readonly Item[], before: UnitIndex): Parents {
  const byCode = new Map<string, Named>();
  const byExternalId = new Map<string, Named>();
  const refused = new Map<string, Item>();
  for (const item of items) {
    const { code = '', externalId = '', name = '' } = item.row.cells;
    const keys = [code, externalId].filter((text) => text !== '').map(exactKey);
    if (item.issues.length > 0) {
      for (const key of keys) if (!refused.has(key)) refused.set(key, item);
      continue;
    }
    const named = { id: item.id, name: name || item.unit?.name || code };
    if (code !== '') byCode.set(exactKey(code), named);
    if (externalId !== '') byExternalId.set(exactKey(externalId), named);
  }

  function lookUp(text: string): { id: string } | Omit<FieldIssue, 'pointer'> {
    const key = exactKey(text);
    const code = byCode.get(key) ?? before.having('code', key)[0];
    const externalId = byExternalId.get(key) ?? before.having('externalId', key)[0];
    if (code && externalId && code.id !== externalId.id)
      return { code: 'two-units', params: { name: code.name, other: externalId.name } };
    const found = code ?? externalId;
    if (found) return { id: found.id };
    const lost = refused.get(key);
    return lost ? { code: 'parent-refused', params: { row: lost.row.row } } : { code: 'unknown' };
  }

  const named = ({ parents }: Item) =>
    parentColumns.flatMap((column) => {
      const text = parents[column];
      return text === undefined ? [] : [{ column, found: text === '' ? { id: null } : lookUp(text) }];
    });
  return {
    of: (item) =>
      Object.fromEntries(
        named(item).flatMap(({ column, found }) => ('id' in found ? [[fieldOf[column], found.id]] : [])),
      ),
    faultsOf: (item) =>
      named(item).flatMap(({ column, found }) => ('id' in found ? [] : [{ pointer: `/${fieldOf[column]}`, ...found }])),
  };
}
