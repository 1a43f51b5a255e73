import { bringUpToDate } from '../bring-up-to-date.ts';
import { keySource } from '../config.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const migrate: Command = async (environment) => {
  const source = keySource(environment);
  await withDatabase(environment, async (database) => {
    const { applied, file, advice } = await bringUpToDate(database, source);
    for (const sentence of advice) console.error(`${sentence}: ${file}`);
    console.log(applied.length === 0 ? 'Nothing to do' : applied.map((name) => `applied ${name}`).join('\n'));
  });
};
