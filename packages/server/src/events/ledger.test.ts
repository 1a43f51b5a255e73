import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { anonymousSession } from '../auth/index.ts';
import { canonicalJson } from '../json/canonical.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { Keyring } from '../secrets/keyring.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { faultsOf } from '../testkit/ledger.ts';
import { testSecretKey } from '../testkit/server.ts';
import { verifyRecords } from '../ledger.ts';
import { announceNothing, appendEvent, appendEvents, eventsOf } from './index.ts';

onBothEngines('the event ledger', (_engine, create) => {
  let files: TestDatabase;
  let database: Database;
  before(async () => {
    files = await create();
    database = await openDatabase(files.options);
  });
  after(async () => {
    await database.close();
    await files.remove();
  });

  const append = (tenant: string, subject: string, fields: string[]) =>
    database.transaction((db) =>
      appendEvent(
        {
          db,
          session: anonymousSession(tenant),
          now: '2026-11-20T02:00:00.000Z',
          services: { keyring: new Keyring(testSecretKey), announce: announceNothing },
        },
        { subject, kind: 'model.corrected', data: { fields }, state: {} },
      ),
    );

  test('events of many subjects hold, whatever the values', async () => {
    for (let number = 0; number < 30; number += 1) {
      await append('good', `thing/${number % 3}`, [String(number), 'đ\u2028"\\']);
    }
    assert.deepEqual(await faultsOf({ database }, { tenant: 'good' }), []);
    const events = await eventsOf(database.queries, 'good', 'thing/1');
    assert.deepEqual(
      events.map(({ sequence, position }) => [sequence, position]),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((sequence) => [sequence, 3 * sequence - 1]),
    );
  });

  test('events written at once follow each other without a gap, in each tenant for itself', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(numbers.map((number) => append(`tenant-${number % 2}`, `thing/${number}`, [String(number)])));
    for (const tenant of ['tenant-0', 'tenant-1']) {
      assert.deepEqual(await faultsOf({ database }, { tenant }), []);
      const { rows } = await database.queries.execute(
        sql`SELECT min(position)::int AS first, max(position)::int AS last, count(*)::int AS count FROM event WHERE tenant = ${tenant}`,
      );
      assert.deepEqual(rows, [{ first: 1, last: 20, count: 20 }]);
    }
  });

  test('others have their turn while a large ledger is checked', async () => {
    for (let number = 0; number < 4; number += 1)
      await database.transaction((db) => {
        const services = { keyring: new Keyring(testSecretKey), announce: announceNothing };
        const context = { db, session: anonymousSession('large'), now: '2026-11-20T02:00:00.000Z', services };
        const added = Array.from({ length: 1000 }, (_, at) => ({
          subject: `thing/${number}-${at % 250}`,
          kind: 'model.corrected' as const,
          data: { fields: [] },
          state: {},
        }));
        return appendEvents(context, added);
      });
    const ended: string[] = [];
    let asked: Promise<void> | undefined;
    const ask = async () => {
      await database.queries.execute(sql`SELECT 1`);
      ended.push('asked');
    };
    const { events, faults } = await verifyRecords({
      database,
      tenant: 'large',
      secretKey: testSecretKey,
      onFault: () => {},
      onProgress: () => (asked ??= ask()),
    });
    ended.push('checked');
    await asked;
    assert.deepEqual([events, faults], [4000, 0]);
    assert.deepEqual(ended, ['asked', 'checked']);
  });

  test('the database itself refuses to change or remove an event', async () => {
    for (const statement of [sql`UPDATE event SET kind = 'x'`, sql`DELETE FROM event`, sql`TRUNCATE event`]) {
      await assert.rejects(database.queries.execute(statement), (error: Error) =>
        String(error.cause).includes('append-only'),
      );
    }
  });
});

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and drops what JSON cannot hold', () => {
    assert.equal(canonicalJson({ b: 1, a: [{ d: undefined, c: 'ă' }, undefined] }), '{"a":[{"c":"ă"},null],"b":1}');
  });

  test('writes numbers and texts as RFC 8785 does', () => {
    const value = { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27], text: '€$\u000f\nA\'B"\\"/' };
    assert.equal(
      canonicalJson(value),
      String.raw`{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"text":"€$\u000f\nA'B\"\\\"/"}`,
    );
  });
});
