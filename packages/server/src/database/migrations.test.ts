/** Migrations keep servers of before working, which run beside them during an upgrade: first something is added, later something taken away. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contractionsIn } from '../testkit/contractions.ts';
import { neededBy } from './index.ts';

const folder = new URL('../../migrations/', import.meta.url);
/** Of before there were servers of several versions. */
const lastFreeOne = '0031';

const all = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name, number: name.slice(0, 4), sql: readFileSync(new URL(name, folder), 'utf8') }));

/** What is wrong with a migration. */
function faultsOf({ number, sql }: { number: string; sql: string }): string[] {
  const needs = neededBy(sql);
  const taken = contractionsIn(sql);
  if (needs === null)
    return taken.map(
      (each) => `${each}\n  say “-- Contracts since <number of a migration>: <what no server since uses>”, or only add`,
    );
  if (taken.length === 0) return ['it takes nothing away, but says so'];
  if (needs >= number) return [`no server can have stopped using it before ${needs}`];
  return all.some((each) => each.number === needs) ? [] : [`there is no migration ${needs}`];
}

for (const migration of all.filter(({ number }) => number > lastFreeOne))
  test(`${migration.name} lets servers of before work on, or says which cannot`, () =>
    assert.deepEqual(faultsOf(migration), []));

test('each has a number of its own', () => {
  assert.equal(new Set(all.map(({ number }) => number)).size, all.length);
});

test('what takes something away is found, and what adds is not', () => {
  const taking = [
    'ALTER TABLE plan DROP COLUMN motto;',
    'ALTER TABLE plan DROP motto;',
    'DROP TABLE plan;',
    'ALTER TABLE plan RENAME COLUMN motto TO slogan;',
    'ALTER TABLE plan RENAME TO scheme;',
    'ALTER TABLE plan ALTER COLUMN title TYPE varchar(10);',
    'ALTER TABLE plan ALTER title SET DATA TYPE varchar(10);',
    'ALTER TABLE plan ALTER COLUMN motto SET NOT NULL;',
    'ALTER TABLE plan ADD COLUMN note text NOT NULL;',
    'ALTER TABLE plan ADD COLUMN a integer NOT NULL DEFAULT 0, ADD COLUMN note text NOT NULL;',
    'ALTER TABLE plan ALTER COLUMN version DROP DEFAULT;',
    "ALTER TABLE plan ADD CHECK (title <> '');",
    'ALTER TABLE plan ADD CONSTRAINT one UNIQUE (tenant, title);',
    'ALTER TABLE plan DROP CONSTRAINT plan_pkey;',
    'CREATE UNIQUE INDEX one ON plan (tenant, title);',
    'TRUNCATE plan;',
    'DO $$ BEGIN ALTER TABLE plan DROP COLUMN motto; END $$;',
  ];
  for (const sql of taking) assert.equal(contractionsIn(sql).length, 1, sql);
  const adding = [
    'ALTER TABLE plan ADD COLUMN note text;',
    "ALTER TABLE plan ADD COLUMN note text NOT NULL DEFAULT '';",
    'ALTER TABLE plan ADD COLUMN note integer DEFAULT 0 NOT NULL, ADD COLUMN more text;',
    'CREATE TABLE note (tenant text NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant, id));',
    'CREATE TABLE note (id uuid NOT NULL); CREATE UNIQUE INDEX one ON note (id); ALTER TABLE note ADD CHECK (true);',
    'CREATE INDEX plan_newest ON plan (tenant, updated_at);',
    'DROP INDEX plan_newest;',
    'ALTER TABLE plan ALTER COLUMN motto DROP NOT NULL;',
    'ALTER TABLE plan ALTER COLUMN motto SET DEFAULT 1;',
    "-- DROP TABLE plan\nUPDATE plan SET motto = 'DROP TABLE plan';",
  ];
  for (const sql of adding) assert.deepEqual(contractionsIn(sql), [], sql);
});

test('a declaration names what came before, and is made where it is needed alone', () => {
  const of = (declared: string, sql: string) => faultsOf({ number: '0040', sql: `${declared}\n${sql}` });
  const drop = 'ALTER TABLE plan DROP COLUMN motto;';
  assert.deepEqual(of('-- Contracts since 0032: nothing uses plan.motto.', drop), []);
  assert.match(of('', drop)[0]!, /^takes something away: ALTER TABLE plan DROP COLUMN motto/);
  assert.match(of('-- Contracts since 0040: nothing uses plan.motto.', drop)[0]!, /no server can have stopped/);
  assert.match(of('-- Contracts since 0000: nothing uses plan.motto.', drop)[0]!, /there is no migration 0000/);
  assert.deepEqual(of('-- Contracts since 0032: nothing.', 'CREATE TABLE note (id uuid);'), [
    'it takes nothing away, but says so',
  ]);
});
