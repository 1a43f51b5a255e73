import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import { openDatabase, type DatabaseOptions } from '../database/index.ts';
import { databaseUrl, findTemplates, templateDatabase } from './templates.ts';

/** A fresh, migrated, empty database of one engine. */
export interface TestDatabase {
  options: DatabaseOptions;
  remove(): Promise<void>;
}

export type Engine = 'PGlite' | 'PostgreSQL';

async function copyPglite(): Promise<TestDatabase> {
  const parent = await mkdtemp(join(tmpdir(), 'dvk-test-'));
  const directory = join(parent, 'database');
  await cp(findTemplates().directory, directory, { recursive: true });
  return { options: { directory }, remove: () => rm(parent, { recursive: true, force: true }) };
}

async function runOnServer(statement: string): Promise<void> {
  const admin = await openDatabase({ url: findTemplates().url, connections: 1 });
  await admin.withClient((client) => client.query(statement));
  await admin.close();
}

async function copyPostgres(template = templateDatabase): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    options: { url: databaseUrl(findTemplates().url, name) },
    remove: () => runOnServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function newPglite(): Promise<TestDatabase> {
  const parent = await mkdtemp(join(tmpdir(), 'dvk-test-'));
  return {
    options: { directory: join(parent, 'database') },
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

/** Makes a new database of an engine, that nothing has migrated. */
export const emptyDatabase: Readonly<Record<Engine, () => Promise<TestDatabase>>> = {
  PGlite: newPglite,
  PostgreSQL: () => copyPostgres('template0'),
};

/** Makes a fresh database of an engine. */
export const freshDatabase: Readonly<Record<Engine, () => Promise<TestDatabase>>> = {
  PGlite: copyPglite,
  PostgreSQL: () => copyPostgres(),
};

/** Declares the same tests for both engines; `create` makes a fresh database of the engine at hand. */
export function onBothEngines(
  name: string,
  declare: (engine: Engine, create: () => Promise<TestDatabase>) => void,
): void {
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    describe(`${name} on ${engine}`, () => declare(engine, freshDatabase[engine]));
  }
}
