import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dueClasses, vietnamCalendar } from '@dvk/sdk/calendar';
import { cases as operations, caseStatuses, openCaseStatuses, timeLeftOf, type CaseSummary } from '@dvk/sdk/cases';
import type { ResponseOf } from '@dvk/sdk/contract';
import { searchKey } from '@dvk/sdk/text';
import { insertAll } from '../database/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { manyCases } from '../testkit/many-cases.ts';
import { sampleUnit } from '../testkit/samples.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from '../units/store.ts';
import { cases } from './table.ts';

type Query = Record<string, string | string[]>;
type Counts = ResponseOf<typeof operations.counts>;

/** When the last case came in; those before it came every five minutes, so that some are of each class. */
const now = '2026-11-20T02:00:00.000Z';

const addressOf = (query: Query): string =>
  `${new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each])))}`;

onBothEngines('a long list of cases', (_engine, create) => {
  let server: TestServer;
  let rows: Awaited<ReturnType<typeof manyCases>>;
  const units = [sampleUnit(), sampleUnit(), sampleUnit()];

  before(async () => {
    server = await startTestServer(create, { clock: () => new Date(now) });
    await addUnits(server.database.queries, testTenant, units);
    // More than are looked through one by one.
    rows = await manyCases(
      testTenant,
      5600,
      new Date(now),
      units.map(({ id }) => id),
    );
    await insertAll(server.database.queries, cases, rows);
  });
  after(() => server.end());

  /** Every code of a list, page by page. */
  async function codes(filters: Query): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = addressOf({ ...filters, limit: '100', ...(cursor !== null && { cursor }) });
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

  /** The rows that a query finds, in the order of the list. */
  function matching({ q = '', sort = 'due', ...filters }: Query): typeof rows {
    const words = searchKey(String(q)).split(' ').filter(Boolean);
    const classOf = (row: (typeof rows)[number]) => timeLeftOf(row, { calendar: vietnamCalendar }, now)?.class;
    const found = rows
      .filter((row) => words.every((word) => ` ${row.searchText}`.includes(` ${word}`)))
      .filter((row) =>
        Object.entries(filters).every(([name, value]) =>
          [value].flat().includes(String(name === 'due' ? classOf(row) : row[name as keyof typeof row])),
        ),
      )
      .toReversed();
    if (sort === 'newest') return found;
    const isOpen = ({ status }: (typeof rows)[number]) => openCaseStatuses.includes(status);
    return [...found.filter(isOpen).toReversed(), ...found.filter((row) => !isOpen(row))];
  }

  const queries: Query[] = [
    { q: 'rác' },
    { q: 'rác', sort: 'newest' },
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
    { status: ['received', 'reopened', 'closed'], topic: ['tourism', 'environment'] },
    { due: 'overdue' },
    { due: ['soon', 'in-time'], q: 'tại' },
    { communeCode: ['00004', '00008'], due: 'overdue' },
    { sort: 'newest', unitId: units[1]!.id },
    {},
  ];
  for (const query of queries) {
    test(`${JSON.stringify(query)} gives all that match, in their order, page by page, and counts them`, async () => {
      const expected = matching(query).map(({ code }) => code);
      assert.deepEqual(await codes(query), expected);
      if (query['sort']) return;
      const { status, body } = await server.call<Counts>('GET', `/v1/cases/counts?${addressOf(query)}`, {
        as: 'secretariat',
      });
      assert.equal(status, 200, JSON.stringify(body));
      const countOf = (facet: 'status' | 'due', value: string) => matching({ ...query, [facet]: value }).length;
      assert.deepEqual(body, {
        asOf: now,
        total: expected.length,
        by: {
          status: Object.fromEntries(caseStatuses.map((value) => [value, countOf('status', value)])),
          due: Object.fromEntries(dueClasses.map((value) => [value, countOf('due', value)])),
        },
      });
    });
  }
});
