/**
 * Runs once before all test files (`node --test --test-global-setup=…`): one PostgreSQL server and, on both engines, one
 * migrated database that every test file copies. Test files find them through the environment.
 */
import { rm } from 'node:fs/promises';
import { makeTemplates, templateEnvironment, type Templates } from './templates.ts';

let templates: Templates | undefined;

export async function globalSetup(): Promise<void> {
  templates = await makeTemplates();
  Object.assign(process.env, templateEnvironment(templates));
}

export async function globalTeardown(): Promise<void> {
  await templates?.postgres.stop();
  if (templates) await rm(templates.pgliteDirectory, { recursive: true, force: true });
}
