import type { Unit } from '@dvk/sdk/units';
import { sql, type SQL } from 'drizzle-orm';
import type { Queries } from '../../database/index.ts';
import { addUnits } from '../../units/store.ts';
import { units } from '../../units/table.ts';
import { sampleUnit } from '../samples.ts';
import { testTenant } from '../server.ts';
import { clone, idBy, n } from './clone.ts';

/** The id of a commune by a number, as SQL; one of a hundred units is a commune. */
export function communeOf(count: number, number: SQL): SQL {
  return idBy('c0', sql`(${number}) % ${sql.raw(String(Math.ceil(count / 100)))}`);
}

/** The id of the village by its number, from 1, as SQL. */
export const villageOf = (number: SQL): SQL => idBy('d0', number);

/** A province with so many communes and villages: each of these stands below a commune, and one of ten has moved there. */
export async function fillUnits(db: Queries, count: number) {
  const [party, province] = [sampleUnit({ name: 'Tỉnh ủy' }), sampleUnit({ name: 'Ủy ban nhân dân tỉnh' })];
  const below = (changes: Partial<Unit>) =>
    sampleUnit({ administrativeParentId: province.id, partyParentId: party.id, ...changes });
  const above = below({ name: 'Ủy ban nhân dân xã Mẫu' });
  const former = below({ name: 'Ủy ban nhân dân xã cũ', validTo: '2025-06-30', validFrom: '2000-01-01' });
  const village = sampleUnit({ name: 'Thôn', administrativeParentId: above.id });
  await addUnits(db, testTenant, [party, province, above, former, village]);
  const communes = Math.ceil(count / 100);
  const commune = (number: SQL) => communeOf(count, number);
  await clone(
    db,
    units,
    { id: above.id, count: communes },
    {
      id: commune(n),
      code: sql`'XA-' || n`,
      name: sql`'Ủy ban nhân dân ' || place.name`,
      search_text: sql`'uy ban nhan dan ' || place.search || ' xa ' || n`,
      sort_key: sql`sample.sort_key || place.sort`,
    },
  );
  await clone(
    db,
    units,
    { id: village.id, count: count - communes },
    {
      id: villageOf(n),
      code: sql`'THON-' || n`,
      name: sql`'Thôn ' || n || ' ' || place.name`,
      administrative_parent_id: commune(n),
      party_parent_id: sql`CASE WHEN n % 3 = 0 THEN ${commune(sql`n + 1`)} END`,
      valid_to: sql`CASE WHEN n % 50 = 0 THEN '2025-12-31'::date END`,
      search_text: sql`'thon ' || n || ' ' || place.search || ' thon ' || n`,
      sort_key: sql`sample.sort_key || place.sort`,
    },
  );
  await db.execute(sql`UPDATE unit SET former_states = jsonb_build_array(jsonb_build_object('to', '2025-12-31', 'name', name,
    'code', code, 'kind', kind, 'placeCode', null, 'partyParentId', null, 'administrativeParentId', ${province.id}::text))
    WHERE code LIKE 'THON-%7'`);

  return { party, province, former, village };
}
