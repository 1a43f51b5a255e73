import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database/index.ts';
import { migrate } from '../migrate.ts';
import { startTestPostgres, type TestPostgres } from './postgres.ts';

/** A migrated, empty database of each engine, to be copied. */
export interface Templates {
  postgres: Pick<TestPostgres, 'url' | 'stop'>;
  pgliteDirectory: string;
}

/** The name of the migrated database on the test server. */
export const templateDatabase = 'dvk_template';

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** The server at `DVK_TEST_DATABASE_URL`, for tests on another version, or one of our own. */
async function findPostgres(): Promise<Pick<TestPostgres, 'url' | 'stop'>> {
  const url = process.env.DVK_TEST_DATABASE_URL;
  return url ? { url, stop: async () => {} } : startTestPostgres();
}

async function preparePostgres(): Promise<Pick<TestPostgres, 'url' | 'stop'>> {
  const postgres = await findPostgres();
  const admin = await openDatabase({ url: postgres.url, connections: 1 });
  await admin.withClient((client) => client.query(`DROP DATABASE IF EXISTS ${templateDatabase} WITH (FORCE)`));
  await admin.withClient((client) => client.query(`CREATE DATABASE ${templateDatabase}`));
  await admin.close();
  const template = await openDatabase({ url: databaseUrl(postgres.url, templateDatabase), connections: 1 });
  await migrate(template);
  await template.close();
  return postgres;
}

async function preparePglite(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'dvk-pglite-'));
  const database = await openDatabase({ directory });
  await migrate(database);
  await database.close();
  return directory;
}

export async function makeTemplates(): Promise<Templates> {
  const [postgres, pgliteDirectory] = await Promise.all([preparePostgres(), preparePglite()]);
  return { postgres, pgliteDirectory };
}

const urlVariable = 'DVK_TEST_POSTGRES';
const directoryVariable = 'DVK_TEST_PGLITE';

export function templateEnvironment({ postgres, pgliteDirectory }: Templates): Record<string, string> {
  return { [urlVariable]: postgres.url, [directoryVariable]: pgliteDirectory };
}

/** Where the templates are, by the environment that the global setup left. */
export function findTemplates(): { url: string; directory: string } {
  const url = process.env[urlVariable];
  const directory = process.env[directoryVariable];
  if (!url || !directory) {
    throw new Error('Run server tests with --test-global-setup=packages/server/src/testkit/global-setup.ts');
  }
  return { url, directory };
}
