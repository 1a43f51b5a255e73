import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadPlaces } from '@dvk/sdk/places';
import { fold, searchKey } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import { sql } from 'drizzle-orm';
import { newId } from '../database/index.ts';
import { onBothEngines } from '../testkit/engines.ts';
import { startTestServer, testTenant, type TestServer } from '../testkit/server.ts';
import { addUnits } from './store.ts';

const names = ['Sở Nội vụ', 'Ủy ban nhân dân xã Đắk Ơ', 'Đảng ủy xã An Bình', 'Bệnh viện Đa khoa', 'Ban Dân vận'];

function unit(name: string, number: number): Unit {
  return {
    id: newId(),
    code: `U${number}`,
    name,
    kind: number % 2 === 0 ? 'department' : 'party-committee',
    partyParentId: null,
    administrativeParentId: null,
    placeCode: null,
    topics: [],
    validFrom: '2025-07-01',
    validTo: null,
  };
}

interface Page {
  items: Unit[];
  nextCursor: string | null;
}

onBothEngines('units', (_engine, create) => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer(create);
    await addUnits(server.database.queries, testTenant, names.map(unit));
    await addUnits(server.database.queries, 'elsewhere', [unit('Sở Nội vụ tỉnh khác', 9)]);
  });
  after(() => server.end());

  test('anyone may list them, in Vietnamese order, a page at a time', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { status, body }: { status: number; body: Page } = await server.call<Page>(
        'GET',
        `/v1/units?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      assert.equal(status, 200);
      seen.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    } while (cursor);
    assert.deepEqual(seen, [
      'Ban Dân vận',
      'Bệnh viện Đa khoa',
      'Đảng ủy xã An Bình',
      'Sở Nội vụ',
      'Ủy ban nhân dân xã Đắk Ơ',
    ]);
  });

  test('search needs no marks and no order of words', async () => {
    const { body } = await server.call<Page>('GET', `/v1/units?q=${encodeURIComponent('dak o uy ban')}`);
    assert.deepEqual(
      body.items.map(({ name }) => name),
      ['Ủy ban nhân dân xã Đắk Ơ'],
    );
  });

  test('search takes i for y, and apostrophes in every form or none', async () => {
    const tenant = testTenant;
    await addUnits(server.database.queries, tenant, [
      { ...unit('UBND phường Quy Nhơn Tây', 20), kind: 'commune-committee' },
      { ...unit('UBND xã Ia H’Drai', 22), kind: 'commune-committee' },
    ]);
    for (const [q, name] of [
      ['qui nhon', 'UBND phường Quy Nhơn Tây'],
      ['Qui Nhơn', 'UBND phường Quy Nhơn Tây'],
      ["ia h'drai", 'UBND xã Ia H’Drai'],
      ['ya hdrai', 'UBND xã Ia H’Drai'],
      ['iahdrai', 'UBND xã Ia H’Drai'],
      ['ia h drai', 'UBND xã Ia H’Drai'],
    ] as const) {
      const { body } = await server.call<Page>('GET', `/v1/units?q=${encodeURIComponent(q)}`);
      assert.deepEqual(
        body.items.map((item) => item.name),
        [name],
        q,
      );
    }
  });

  test('the migration folds y in stored text as searchKey does in new text', async () => {
    const { communes } = await loadPlaces({ former: false });
    const names = [...communes.map(({ name }) => name), 'Y tế', 'quỹ', 'Quỳnh', 'tây', 'thùy', 'kỷ lục', 'yếu'];
    const folded = names.map(fold).filter((name) => /^[a-z ]*$/.test(name));
    const { rows } = await server.database.queries.execute<{ key: string }>(
      sql`SELECT regexp_replace(name, '(?<![aeou])y|(?<=qu)y', 'i', 'g') AS key FROM unnest(${sql.param(folded)}::text[]) name`,
    );
    assert.deepEqual(
      rows.map(({ key }) => key),
      folded.map(searchKey),
    );
  });

  test('a cursor is good only for the list it was given for', async () => {
    const first = await server.call<Page>('GET', '/v1/units?limit=1');
    const { status, body } = await server.call(
      'GET',
      `/v1/units?limit=1&kind=department&cursor=${first.body.nextCursor}`,
    );
    assert.equal(status, 400);
    assert.equal(body.type, 'urn:dvk:problem:cursor-invalid');
  });

  test('one unit is read by id; what is unknown or of another tenant is not found', async () => {
    const list = await server.call<Page>('GET', '/v1/units');
    const { status, body } = await server.call<Unit>('GET', `/v1/units/${list.body.items[0]!.id}`);
    assert.equal(status, 200);
    assert.equal(body.name, 'Ban Dân vận');
    for (const id of [newId(), 'nothing', '%00']) {
      assert.equal((await server.call('GET', `/v1/units/${id}`)).status, 404);
    }
  });

  test('no column beyond the contract reaches the wire', async () => {
    const { body } = await server.call<Page>('GET', '/v1/units?limit=1');
    assert.deepEqual(Object.keys(body.items[0]!).sort(), Object.keys(unit('', 0)).sort());
  });
});
