#!/usr/bin/env node
import { parseArgs } from 'node:util';
import {
  address,
  databaseOptions,
  demoScale,
  keySource,
  serverOptions,
  tenantOf,
  variables,
  type Environment,
} from './config.ts';
import { createServer, describeApi } from './create-server.ts';
import { isUnavailable, migrate, openDatabase, type Database } from './database/index.ts';
import { seedDemo } from './demo/index.ts';
import { verifyEvents } from './events/index.ts';
import { listen } from './listen.ts';
import { createLogger } from './observability/index.ts';
import { findSecretKey } from './secret-key/index.ts';

interface Command {
  about: string;
  run: (environment: Environment) => Promise<void>;
}

async function withDatabase(environment: Environment, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(databaseOptions(environment));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

const commands: Record<string, Command> = {
  serve: {
    about: 'bring the database up to date, then serve the API until SIGINT or SIGTERM',
    run: serve,
  },
  migrate: {
    about: 'bring the database up to date',
    run: (environment) =>
      withDatabase(environment, async (database) => {
        const names = await migrate(database);
        console.log(names.length === 0 ? 'Nothing to do' : names.map((name) => `applied ${name}`).join('\n'));
      }),
  },
  seed: {
    about: 'fill an empty tenant with demonstration data; only with DVK_DEMO=1',
    run: seed,
  },
  openapi: {
    about: 'print the OpenAPI 3.1 document of the API',
    run: async () => console.log(JSON.stringify(describeApi(), null, 2)),
  },
  'verify-events': {
    about: "recompute the hash chains of the tenant's events; exit code 1 when one is broken",
    run: (environment) =>
      withDatabase(environment, async ({ queries }) => {
        const { checked, broken } = await verifyEvents(queries, tenantOf(environment));
        for (const link of broken) console.log(`${link.subject} #${link.sequence}: ${link.fault}`);
        console.log(`${checked} events, ${broken.length} broken`);
        if (broken.length > 0) process.exitCode = 1;
      }),
  },
};

async function seed(environment: Environment): Promise<void> {
  if (environment.DVK_DEMO !== '1') throw new Error('Demonstration data is made only with DVK_DEMO=1');
  const { storage } = await serverOptions(environment);
  const source = keySource(environment);
  await withDatabase(environment, async (database) => {
    await migrate(database);
    const { secretKey } = await findSecretKey(database, source);
    const scale = demoScale(environment);
    const made = await seedDemo({ database, tenant: tenantOf(environment), secretKey, storage: storage!, scale });
    const { seeded, ...counts } = made;
    if (seeded)
      console.log(
        Object.entries(counts)
          .map(([name, count]) => `${count} ${name}`)
          .join(', '),
      );
    else console.log('Nothing to do: the tenant has data');
  });
}

/** After this the process ends, whatever it still waits for: longer than everything it waits for may take. */
const stopPatience = 25_000;

async function serve(environment: Environment): Promise<void> {
  const log = createLogger(environment.DVK_LOG_LEVEL || 'info');
  const options = await serverOptions(environment);
  if (environment.DVK_ISSUER && !environment.DVK_ROLE_NAMES) {
    log.warn('DVK_ROLE_NAMES is not set: everybody signed in is a citizen, whatever roles the token names');
  }
  const source = keySource(environment);
  const where = address(environment);
  const database = await openDatabase(databaseOptions(environment));
  try {
    await migrate(database);
    const { secretKey, made } = await findSecretKey(database, source);
    log.info({ database: database.description }, 'database open');
    if (made) {
      const advice = 'a secret key was made: keep a copy of this file in another place than the data and its backups';
      log.warn({ file: made }, advice);
    }
    const server = createServer({ ...options, secretKey, database, log });
    const listening = await listen(server.fetch, where);
    log.info({ url: listening.url }, 'ready');
    const signal = await new Promise<string>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('gave up waiting for the database; what was acknowledged is safe');
      process.exit(1);
    }, stopPatience).unref();
    const drained = listening.close();
    await server.close();
    await drained;
  } finally {
    await database.close();
  }
  log.info('stopped');
}

function help(): string {
  const list = (rows: [string, string][]) => {
    const width = Math.max(...rows.map(([name]) => name.length));
    return rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`).join('\n');
  };
  return `dvk-server: the back end of Dân vận khéo

Usage: dvk-server <command>

Commands
${list(Object.entries(commands).map(([name, { about }]) => [name, about]))}

Environment
${list(Object.entries(variables))}
`;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [name] = positionals;
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help) {
    console.log(help());
  } else if (!command || positionals.length > 1) {
    console.error(help());
    process.exitCode = 2;
  } else {
    await command.run(process.env);
  }
}

/** What to tell whoever started it. Some errors of the network say nothing themselves, but have a code. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, code = error.name } = error as NodeJS.ErrnoException;
  return isUnavailable(error) ? `The database cannot be reached: ${message || code}` : message;
}

// Files that it makes are this user's alone.
process.umask(0o077);
main().catch((error: unknown) => {
  console.error(sentence(error));
  process.exitCode = 1;
});
