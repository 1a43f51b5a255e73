import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { anonymousSession } from '../auth/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { canonicalJson } from './canonical.ts';
import { appendEvent, eventsOf, verifyEvents } from './index.ts';

onBothEngines('events', (_engine, create) => {
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

  const append = (tenant: string, subject: string, data: object) =>
    appendEvent(
      { db: database.queries, session: anonymousSession(tenant), now: '2026-11-20T02:00:00.000Z' },
      { subject, kind: 'test.happened', data: { ...data } },
    );
  /** What somebody with the database's own powers could do. */
  async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
    await database.queries.execute(sql`ALTER TABLE event DISABLE TRIGGER ALL`);
    await database.queries.execute(statement);
    await database.queries.execute(sql`ALTER TABLE event ENABLE TRIGGER ALL`);
  }

  test('a chain of many subjects holds, whatever the values', async () => {
    for (let number = 0; number < 30; number += 1) {
      await append('good', `thing/${number % 3}`, { number, text: 'đ\u2028"\\', nested: { b: [1.5, null], a: true } });
    }
    assert.deepEqual(await verifyEvents(database.queries, 'good'), { checked: 30, broken: [] });
    assert.deepEqual(
      (await eventsOf(database.queries, 'good', 'thing/1')).map(({ sequence }) => sequence),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  test('the database itself refuses to change or remove an event', async () => {
    for (const statement of [sql`UPDATE event SET kind = 'x'`, sql`DELETE FROM event`, sql`TRUNCATE event`]) {
      await assert.rejects(database.queries.execute(statement), (error: Error) =>
        String(error.cause).includes('append-only'),
      );
    }
  });

  test('an altered event is found', async () => {
    for (const number of [1, 2, 3]) await append('altered', 'thing/1', { number });
    await tamper(sql`UPDATE event SET data = '{"number": 9}' WHERE tenant = 'altered' AND sequence = 2`);
    assert.deepEqual((await verifyEvents(database.queries, 'altered')).broken, [
      { subject: 'thing/1', sequence: 2, fault: 'hash' },
    ]);
  });

  test('a removed event is found', async () => {
    for (const number of [1, 2, 3]) await append('removed', 'thing/1', { number });
    await tamper(sql`DELETE FROM event WHERE tenant = 'removed' AND sequence = 2`);
    assert.equal((await verifyEvents(database.queries, 'removed')).broken[0]?.fault, 'gap');
  });

  test('an event moved to another subject is found', async () => {
    await append('moved', 'thing/1', {});
    await tamper(sql`UPDATE event SET subject = 'thing/2' WHERE tenant = 'moved'`);
    assert.equal((await verifyEvents(database.queries, 'moved')).broken[0]?.fault, 'hash');
  });
});

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and drops what JSON cannot hold', () => {
    assert.equal(canonicalJson({ b: 1, a: [{ d: undefined, c: 'ă' }, undefined] }), '{"a":[{"c":"ă"},null],"b":1}');
  });
});
