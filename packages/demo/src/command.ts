/**
 * `npx -y pnpm@12 --dir packages/demo seed`: fills an empty tenant with the sample province. The settings are those of
 * `dvk-server`, and `DVK_DEMO_SCALE`.
 */
import { bringUpToDate, databaseOptions, keySource, openDatabase, serverOptions } from '@dvk/server';
import { demoScale, seedDemo } from './seed.ts';

async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  if (environment.NODE_ENV === 'production') throw new Error('Sample data is not for production (NODE_ENV)');
  const scale = demoScale(environment);
  const { storage, tenant } = await serverOptions(environment);
  const source = keySource(environment);
  const database = await openDatabase(databaseOptions(environment));
  try {
    const { secretKey } = await bringUpToDate(database, source);
    const counts = await seedDemo({ database, tenant, secretKey, storage, scale });
    if (counts) {
      const { units, models, assessments, cases, events } = counts;
      console.log(`${units} units, ${models} models, ${assessments} assessments, ${cases} cases, ${events} events`);
    } else console.log('Nothing to do: the tenant has data');
  } finally {
    await database.close();
  }
}

// Files that it makes are this user's alone, as those of the server.
process.umask(0o077);
main(process.env).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
