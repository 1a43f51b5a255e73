import { writeUnitFile } from '@dvk/documents/units';
import type { UnitFormat } from '@dvk/sdk/units/import';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../http/route.ts';
import { units, type UnitRow } from './table.ts';

const names = { vi: 'don-vi', en: 'units' } as const;

/** Units as a table that can be imported again; of none, the template. */
export async function unitFile(context: Context, rows: readonly UnitRow[], format: UnitFormat): Promise<File> {
  const { locale } = context;
  const codes = await codesOf(
    context,
    rows.flatMap(({ partyParentId, administrativeParentId }) => [partyParentId, administrativeParentId]),
  );
  const file = await writeUnitFile(rows, (id) => codes.get(id), { format, locale });
  return new File([file], `${names[locale]}.${format}`, { type: file.type });
}

async function codesOf({ db, session }: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const found = await db
    .select({ id: units.id, code: units.code })
    .from(units)
    .where(and(eq(units.tenant, session.tenant), inArray(units.id, asked)));
  return new Map(found.map(({ id, code }) => [id, code]));
}
