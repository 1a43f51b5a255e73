import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { ImportedArea } from '../records/area.ts';

/** Areas in an order in which their rows can be written: each after those whose rows its own refer to. */
export function importOrder<Name>(
  areas: readonly (readonly [Name, ImportedArea])[],
): (readonly [Name, ImportedArea])[] {
  const ordered = new Set<(typeof areas)[number]>();
  const add = (entry: (typeof areas)[number], above: readonly unknown[] = []): void => {
    for (const table of referredTo(entry[1].import.table)) {
      const before = areas.find(([, other]) => other.import.table === table);
      if (before && before !== entry && !above.includes(before)) add(before, [...above, entry]);
    }
    ordered.add(entry);
  };
  for (const entry of areas) add(entry);
  return [...ordered];
}

function referredTo(table: PgTable): PgTable[] {
  return getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
}
