import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { PoolClient } from 'pg';
import { openDatabase, type Database } from '../database/index.ts';
import { onBothEngines, type TestDatabase } from '../testkit/engines.ts';
import { createTables, describeSchema, tablesOfCode } from '../testkit/schema.ts';

test('tables are defined in files named table.ts, where the comparison below looks for them', () => {
  const source = new URL('../', import.meta.url);
  const others = globSync('**/*.ts', { cwd: source }).filter(
    (file) => !/(^|\/)table\.ts$/.test(file) && /\bpgTable\('/.test(readFileSync(new URL(file, source), 'utf8')),
  );
  assert.deepEqual(others, []);
});

onBothEngines('the migrated database', (_engine, create) => {
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

  /** What stands only in the database, marked `+`, and only in the code, marked `-`, after some statements. */
  async function differences(...statements: string[]): Promise<string[]> {
    const tables = await tablesOfCode();
    return database.withClient(async (client: PoolClient) => {
      await client.query('BEGIN');
      for (const statement of statements) await client.query(statement);
      await createTables(client, 'code', tables);
      const [migrated, code] = [await describeSchema(client, 'public'), await describeSchema(client, 'code')];
      await client.query('ROLLBACK');
      return [
        ...migrated.filter((line) => !code.includes(line)).map((line) => `+ ${line}`),
        ...code.filter((line) => !migrated.includes(line)).map((line) => `- ${line}`),
      ];
    });
  }

  test('has the tables of the code: columns, types, keys, references, constraints and indexes', async () => {
    assert.ok((await tablesOfCode()).length > 10);
    assert.deepEqual(await differences(), []);
  });

  const planted: Record<string, { by: string; found: string[] }> = {
    'a column that the code lacks': {
      by: 'ALTER TABLE plan ADD COLUMN note text',
      found: ['+ plan: column note text'],
    },
    'a column that the database lacks': {
      by: 'ALTER TABLE plan DROP COLUMN motto',
      found: ['- plan: column motto text'],
    },
    'another type': {
      by: 'ALTER TABLE model ALTER COLUMN budget TYPE integer',
      found: ['+ model: column budget integer', '- model: column budget bigint'],
    },
    'a column that may be empty': {
      by: 'ALTER TABLE plan ALTER COLUMN title DROP NOT NULL',
      found: ['+ plan: column title text', '- plan: column title text NOT NULL'],
    },
    'another order of text': {
      by: 'ALTER TABLE unit ALTER COLUMN sort_key TYPE text COLLATE "default"',
      found: ['+ unit: column sort_key text NOT NULL', '- unit: column sort_key text COLLATE "C" NOT NULL'],
    },
    'another default': {
      by: 'ALTER TABLE model ALTER COLUMN version DROP DEFAULT',
      found: ['+ model: column version integer NOT NULL', '- model: column version integer NOT NULL DEFAULT 1'],
    },
    'another primary key': {
      by: 'ALTER TABLE plan DROP CONSTRAINT plan_pkey, ADD PRIMARY KEY (id)',
      found: ['+ plan: PRIMARY KEY (id)', '- plan: PRIMARY KEY (tenant, id)'],
    },
    'a reference that is missing': {
      by: 'ALTER TABLE case_step DROP CONSTRAINT case_step_tenant_case_id_fkey',
      found: ['- case_step: FOREIGN KEY (tenant, case_id) REFERENCES citizen_case(tenant, id)'],
    },
    'what need not be unique': {
      by: 'ALTER TABLE model DROP CONSTRAINT model_tenant_code_key',
      found: ['- model: UNIQUE (tenant, code)'],
    },
    'a condition that is missing': {
      by: 'ALTER TABLE unit DROP CONSTRAINT unit_check',
      found: ['- unit: CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))'],
    },
    'an index that is missing': {
      by: 'DROP INDEX upload_charge_age',
      found: ['- upload_charge: CREATE INDEX upload_charge_age ON upload_charge USING btree (at)'],
    },
    'an index of other columns': {
      by: 'DROP INDEX model_newest; CREATE INDEX model_newest ON model (tenant, created_at)',
      found: [
        '+ model: CREATE INDEX model_newest ON model USING btree (tenant, created_at)',
        '- model: CREATE INDEX model_newest ON model USING btree (tenant, created_at DESC, id DESC)',
      ],
    },
    'a table that the code lacks': {
      by: 'CREATE TABLE other (id integer)',
      found: ['+ other: column id integer'],
    },
  };
  for (const [what, { by, found }] of Object.entries(planted)) {
    test(`shows ${what}`, async () => assert.deepEqual(await differences(by), found));
  }
});
