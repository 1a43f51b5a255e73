import { searchKey } from '@dvk/sdk/text';
import { units } from '@dvk/sdk/units';
import { and, or, sql, type SQL } from 'drizzle-orm';
import { matchesSearch } from '../database/index.ts';
import { implement } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { matching } from '../records/filters.ts';
import { listRows } from '../records/rows.ts';
import { findUnit } from './store.ts';
import { units as table } from './table.ts';

/** Names of the highlands are written in one word or several: `Ea Súp`, `Easup`. There are few units: no index is needed. */
function hasJoined(typed: string | undefined): SQL | undefined {
  const joined = searchKey(typed ?? '').replaceAll(' ', '');
  return joined.length < 4 ? undefined : sql`replace(${table.searchText}, ' ', '') LIKE ${`%${joined}%`}`;
}

export const unitRoutes = [
  implement(units.list, ({ query }, context) =>
    listRows(context, query, table, {
      by: ['sortKey', 'id'],
      where: and(matching(table, query, 'kind'), or(matchesSearch(table.searchText, query.q), hasJoined(query.q))),
    }),
  ),

  implement(units.get, async ({ params }, { db, session }) => {
    const unit = await findUnit(db, session.tenant, params.id);
    if (!unit) throw new HttpProblem('not-found');
    return unit;
  }),
];
