#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
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
import { describeFault, parseAnchor } from './events/index.ts';
import { anchorLedger, sealEarlierData, sealRecords, verifyRecords, type LedgerOptions } from './ledger.ts';
import { listen } from './listen.ts';
import { createLogger } from './observability/index.ts';
import { findSecretKey, type KeySource, type SecretKey } from './secret-key/index.ts';
import { beginWithFewArenas } from './startup/few-arenas.ts';
import { StartRefusal } from './startup/start-refusal.ts';

interface CommandOptions {
  /** A file with an anchor. */
  anchor?: string | undefined;
}

interface Command {
  about: string;
  run: (environment: Environment, options: CommandOptions) => Promise<void>;
}

async function withDatabase(environment: Environment, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(databaseOptions(environment));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

/** Migrates a database, checks the key against it, and seals with it what was there before there was a ledger. */
async function bringUpToDate(database: Database, source: KeySource): Promise<SecretKey & { applied: string[] }> {
  const applied = await migrate(database);
  const key = await findSecretKey(database, source);
  await sealEarlierData(database, key.secretKey, applied);
  return { ...key, applied };
}

const commands: Record<string, Command> = {
  serve: {
    about: 'bring the database up to date, then serve the API until SIGINT or SIGTERM',
    run: serve,
  },
  migrate: {
    about: 'bring the database up to date',
    run: async (environment) => {
      const source = keySource(environment);
      await withDatabase(environment, async (database) => {
        const { applied, file, advice } = await bringUpToDate(database, source);
        for (const sentence of advice) console.error(`${sentence}: ${file}`);
        console.log(applied.length === 0 ? 'Nothing to do' : applied.map((name) => `applied ${name}`).join('\n'));
      });
    },
  },
  seed: {
    about: 'fill an empty tenant with demonstration data; only with DVK_DEMO=1',
    run: seed,
  },
  openapi: {
    about: 'print the OpenAPI 3.1 document of the API',
    run: async () => console.log(JSON.stringify(describeApi(), null, 2)),
  },
  verify: {
    about: "check the tenant's events, and every record against them; exit code 1 when something does not hold",
    run: verify,
  },
  anchor: {
    about: 'print how far the events go, to be kept elsewhere; "verify --anchor <file>" holds them against it',
    run: (environment) =>
      withLedger(environment, async (ledger) => console.log(JSON.stringify(await anchorLedger(ledger)))),
  },
  seal: {
    about: 'take events and records as they stand: once for data of before the ledger, or after a change by hand',
    run: (environment) =>
      withLedger(environment, async (ledger) => {
        const { events, records } = await sealRecords(ledger);
        console.log(`${events} events sealed, ${records} records taken as they stand`);
      }),
  },
};

async function withLedger(environment: Environment, work: (ledger: LedgerOptions) => Promise<void>): Promise<void> {
  const source = keySource(environment);
  const tenant = tenantOf(environment);
  await withDatabase(environment, async (database) => {
    const { secretKey } = await findSecretKey(database, source);
    await work({ database, tenant, secretKey });
  });
}

/** So many faults are told one by one; who wants more has the counts. */
const mostFaults = 200;
const progressEvery = 50_000;

async function verify(environment: Environment, { anchor: file }: CommandOptions): Promise<void> {
  const anchor = file === undefined ? undefined : parseAnchor(await readFile(file, 'utf8'));
  await withLedger(environment, async (ledger) => {
    if (anchor && anchor.tenant !== ledger.tenant) {
      throw new Error(`The anchor is of tenant "${anchor.tenant}", not of "${ledger.tenant}"`);
    }
    let told = 0;
    let next = progressEvery;
    const { events, records, faults } = await verifyRecords({
      ...ledger,
      anchor,
      onFault(fault) {
        told += 1;
        if (told <= mostFaults) console.log(describeFault(fault));
      },
      onProgress(progress) {
        if (progress.events + progress.records < next) return;
        next += progressEvery;
        console.error(`… ${progress.events} events, ${progress.records} records`);
      },
    });
    if (faults > mostFaults) console.log(`… and ${faults - mostFaults} more`);
    const against = anchor ? `, held against the anchor of ${anchor.at}` : '';
    console.log(
      `${events} events and ${records} records checked${against}: ${faults === 0 ? 'all hold' : `${faults} faults`}`,
    );
    if (faults > 0) process.exitCode = 1;
  });
}

async function seed(environment: Environment): Promise<void> {
  if (environment.DVK_DEMO !== '1') throw new Error('Demonstration data is made only with DVK_DEMO=1');
  const { storage } = await serverOptions(environment);
  const source = keySource(environment);
  await withDatabase(environment, async (database) => {
    const { secretKey } = await bringUpToDate(database, source);
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
  beginWithFewArenas(environment);
  const log = createLogger(environment.DVK_LOG_LEVEL || 'info');
  const options = await serverOptions(environment);
  if (environment.DVK_ISSUER && !environment.DVK_ROLE_NAMES) {
    log.warn('DVK_ROLE_NAMES is not set: everybody signed in is a citizen, whatever roles the token names');
  }
  const source = keySource(environment);
  const where = address(environment);
  const database = await openDatabase(databaseOptions(environment));
  try {
    const { secretKey, file, advice } = await bringUpToDate(database, source);
    log.info({ database: database.description }, 'database open');
    for (const sentence of advice) log.warn({ file }, sentence);
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
    options: { help: { type: 'boolean', short: 'h' }, anchor: { type: 'string' } },
  });
  const [name] = positionals;
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help) {
    console.log(help());
  } else if (!command || positionals.length > 1) {
    console.error(help());
    process.exitCode = 2;
  } else {
    await command.run(process.env, values);
  }
}

/** What to tell whoever started it. Some errors of the network say nothing themselves, but have a code. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartRefusal) return error.message;
  const { message, code = error.name } = error as NodeJS.ErrnoException;
  return isUnavailable(error) ? `The database cannot be reached: ${message || code}` : message;
}

// Files that it makes are this user's alone.
process.umask(0o077);
main().catch((error: unknown) => {
  console.error(sentence(error));
  process.exitCode = 1;
});
