import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CaseSummary } from '@dvk/sdk/cases';
import { searchKey } from '@dvk/sdk/text';
import { insertAll } from '../database/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { manyCases } from '../testkit/many-cases.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { cases } from './table.ts';

onBothEngines('a long list of cases', (_engine, create) => {
  let server: TestServer;
  let rows: Awaited<ReturnType<typeof manyCases>>;
  const units = [sampleUnit(), sampleUnit(), sampleUnit()];

  before(async () => {
    server = await startTestServer(create);
    await addUnits(server.database.queries, testTenant, units);
    // More than are looked through one by one.
    rows = await manyCases(
      testTenant,
      5600,
      new Date('2026-11-20T02:00:00.000Z'),
      units.map(({ id }) => id),
    );
    await insertAll(server.database.queries, cases, rows);
  });
  after(() => server.end());

  /** Every code of a list, page by page. */
  async function codes(filters: Record<string, string>): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const query: URLSearchParams = new URLSearchParams({
        ...filters,
        limit: '100',
        ...(cursor !== null && { cursor }),
      });
      const { status, body } = await server.call<{ items: CaseSummary[]; nextCursor: string | null }>(
        'GET',
        `/v1/cases?${query}`,
        { as: 'secretariat' },
      );
      assert.equal(status, 200, JSON.stringify(body));
      found.push(...body.items.map(({ code }) => code));
      cursor = body.nextCursor;
    } while (cursor !== null);
    return found;
  }

  const queries: Record<string, string>[] = [
    { q: 'rác' },
    { q: 'RÁC ton' },
    { q: 'an' },
    { q: 'Mường Bú' },
    { q: 'đèn rác' },
    { q: 'zq' },
    { q: 'rác zq' },
    { q: 'vỉa', status: 'answered' },
    { q: 'vỉa', topic: 'environment' },
    { q: 'tại', unitId: units[1]!.id },
    { status: 'answered', topic: 'tourism' },
    {},
  ];
  for (const query of queries) {
    test(`${JSON.stringify(query)} gives all that match, newest first, page by page`, async () => {
      const words = searchKey(query['q'] ?? '')
        .split(' ')
        .filter(Boolean);
      const expected = rows
        .filter((row) => words.every((word) => ` ${row.searchText}`.includes(` ${word}`)))
        .filter(({ status }) => query['status'] === undefined || status === query['status'])
        .filter(({ topic }) => query['topic'] === undefined || topic === query['topic'])
        .filter(({ unitId }) => query['unitId'] === undefined || unitId === query['unitId'])
        .map(({ code }) => code)
        .toReversed();
      assert.deepEqual(await codes(query), expected);
    });
  }
});
