#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { bringUpToDate } from './bring-up-to-date.ts';
import { address, databaseOptions, keySource, serverOptions, tenantOf, type Environment } from './config.ts';
import { createServer, describeApi, type ServerOptions } from './create-server.ts';
import { createWorker } from './create-worker.ts';
import { errorCode, isUnavailable, openDatabase, withoutValues, type Database } from './database/index.ts';
import { describeFault, parseAnchor } from './events/index.ts';
import { helpIn, type CommandName } from './help/help.ts';
import { anchorLedger, sealRecords, verifyRecords, type LedgerOptions } from './ledger.ts';
import { listen } from './listen.ts';
import { createLogger } from './observability/index.ts';
import { findSecretKey } from './secret-key/index.ts';
import { explainToken } from './sign-in/explain.ts';
import { signInSettings } from './sign-in/settings.ts';
import { beginWithFewArenas } from './startup/few-arenas.ts';
import { SettingsFault } from './startup/settings-fault.ts';
import { StartRefusal } from './startup/start-refusal.ts';

interface CommandOptions {
  /** The language that was asked for. */
  lang?: string | undefined;
  /** A file with an anchor. */
  anchor?: string | undefined;
}

type Command = (environment: Environment, options: CommandOptions) => Promise<void>;

async function withDatabase(environment: Environment, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(databaseOptions(environment));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

const commands: Readonly<Record<CommandName, Command>> = {
  serve,
  work,
  migrate: updateDatabase,
  verify,
  anchor: (environment) =>
    withLedger(environment, async (ledger) => console.log(JSON.stringify(await anchorLedger(ledger)))),
  seal: (environment) =>
    withLedger(environment, async (ledger) => {
      const { events, records } = await sealRecords(ledger);
      console.log(`${events} events sealed, ${records} records taken as they stand`);
    }),
  'auth explain': explainAuth,
  openapi: async () => console.log(JSON.stringify(describeApi(), null, 2)),
};

/** Longer than any token that is taken. */
const longestInput = 64 * 1024;

async function readInput(): Promise<string> {
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) {
    text += String(piece);
    if (text.length > longestInput) break;
  }
  return text;
}

async function explainAuth(environment: Environment, { lang }: CommandOptions): Promise<void> {
  const { tokens } = await signInSettings(environment);
  const locale = languageOf(lang, environment);
  const { lines, isTaken } = await explainToken(await readInput(), { tokens, tenant: tenantOf(environment), locale });
  console.log(lines.join('\n'));
  if (!isTaken) process.exitCode = 1;
}

async function updateDatabase(environment: Environment): Promise<void> {
  const source = keySource(environment);
  await withDatabase(environment, async (database) => {
    const { applied, file, advice } = await bringUpToDate(database, source);
    for (const sentence of advice) console.error(`${sentence}: ${file}`);
    console.log(applied.length === 0 ? 'Nothing to do' : applied.map((name) => `applied ${name}`).join('\n'));
  });
}

async function withLedger(environment: Environment, work: (ledger: LedgerOptions) => Promise<void>): Promise<void> {
  const source = keySource(environment);
  const tenant = tenantOf(environment);
  await withDatabase(environment, async (database) => {
    const { secretKey } = await findSecretKey(database, source);
    await work({ database, tenant, secretKey });
  });
}

/** How many faults are listed; of more only the number is given. */
const mostFaults = 200;
const progressEvery = 50_000;

async function readAnchor(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(
      `The anchor "${file}" cannot be read (${(error as NodeJS.ErrnoException).code}): give the path of a file that "anchor" wrote`,
      { cause: error },
    );
  }
}

async function verify(environment: Environment, { anchor: file }: CommandOptions): Promise<void> {
  const anchor = file === undefined ? undefined : parseAnchor(await readAnchor(file));
  await withLedger(environment, async (ledger) => {
    if (anchor && anchor.tenant !== ledger.tenant) {
      throw new Error(`The anchor is of tenant "${anchor.tenant}", not of "${ledger.tenant}"`);
    }
    let listed = 0;
    let nextReport = progressEvery;
    const { events, records, faults } = await verifyRecords({
      ...ledger,
      anchor,
      onFault(fault) {
        listed += 1;
        if (listed <= mostFaults) console.log(describeFault(fault));
      },
      onProgress(progress) {
        if (progress.events + progress.records < nextReport) return;
        nextReport += progressEvery;
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

/** How long stopping may take, in milliseconds; then the process ends all the same. Longer than all that it waits for may take. */
const stopTimeout = 25_000;

/** Waits until the process is told to stop. */
async function stopSignal(log: Logger): Promise<void> {
  // Waiting for a signal keeps no process from ending.
  const alive = setInterval(() => {}, 60_000);
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearInterval(alive);
  log.info({ signal }, 'stopping');
  setTimeout(() => {
    log.error('gave up waiting for the database; what was acknowledged is safe');
    process.exit(1);
  }, stopTimeout).unref();
}

/** Runs a server, or what works for one, on its database until `run` ends. */
async function withServerDatabase(
  environment: Environment,
  run: (options: ServerOptions & { log: Logger }) => Promise<void>,
): Promise<void> {
  beginWithFewArenas(environment);
  const log = createLogger(environment.DVK_LOG_LEVEL || 'info');
  const options = await serverOptions(environment);
  if (environment.DVK_ISSUER && !environment.DVK_ROLE_NAMES) {
    log.warn('DVK_ROLE_NAMES is not set: everybody signed in is a citizen, whatever roles the token names');
  }
  const source = keySource(environment);
  const database = await openDatabase(databaseOptions(environment));
  try {
    const { secretKey, file, advice } = await bringUpToDate(database, source);
    log.info({ database: database.description }, 'database open');
    for (const sentence of advice) log.warn({ file }, sentence);
    await run({ ...options, secretKey, database, log });
  } finally {
    await database.close();
  }
  log.info('stopped');
}

async function work(environment: Environment): Promise<void> {
  if (!environment.DATABASE_URL)
    throw new Error(
      'work needs DATABASE_URL: an embedded database is open to one process alone, and "serve" does its jobs',
    );
  await withServerDatabase(environment, async (options) => {
    const worker = createWorker(options);
    options.log.info('ready for jobs');
    await stopSignal(options.log);
    await worker.close();
  });
}

async function serve(environment: Environment): Promise<void> {
  const where = address(environment);
  await withServerDatabase(environment, async (options) => {
    const server = createServer(options);
    const listening = await listen(server.fetch, where);
    options.log.info({ url: listening.url }, 'ready');
    await stopSignal(options.log);
    const drained = listening.close();
    await server.close();
    await drained;
  });
}

/** The language of the help: as asked for, else as the machine is set. */
function languageOf(asked: string | undefined, { LC_ALL, LC_MESSAGES, LANG }: Environment): 'en' | 'vi' {
  return /^vi\b|^vi_/i.test(asked ?? (LC_ALL || LC_MESSAGES || LANG || '')) ? 'vi' : 'en';
}

/** What was asked for, or an error that says why it cannot be meant. */
function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string', multiple: true },
      anchor: { type: 'string', multiple: true },
    },
  });
  for (const name of ['lang', 'anchor'] as const)
    if ((values[name]?.length ?? 0) > 1) throw new Error(`--${name} is given twice`);
  const [lang, anchor] = [values.lang?.[0], values.anchor?.[0]];
  if (lang !== undefined && !/^(vi|en)$/.test(lang)) throw new Error(`--lang is "${lang}"; it must be vi or en`);
  if (anchor !== undefined && positionals[0] !== 'verify') throw new Error('--anchor goes with verify alone');
  return { positionals, values: { help: values.help, lang, anchor } };
}

async function main(): Promise<void> {
  let given;
  try {
    given = readArguments();
  } catch (error) {
    console.error(`${messageOf(error)}\n"dvk-server --help" tells what there is`);
    process.exitCode = 2;
    return;
  }
  const { positionals, values } = given;
  const name = positionals.join(' ');
  const command = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;
  const help = () => helpIn(languageOf(values.lang, process.env));
  if (values.help) {
    console.log(help());
  } else if (!command) {
    console.error(help());
    process.exitCode = 2;
  } else {
    await command(process.env, values);
  }
}

/** An error in one sentence, without a stack. Some errors of the network have a code and no message. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartRefusal) return error.message;
  if (error instanceof SettingsFault) return error.text[languageOf(undefined, process.env)];
  // Tables or columns are missing.
  if (/^42(P01|703)$/.test(errorCode(error) ?? ''))
    return 'The database is not of this version: update it with "dvk-server migrate"';
  const { message, code = error.name } = withoutValues(error) as NodeJS.ErrnoException;
  return isUnavailable(error) ? `The database cannot be reached: ${message || code}` : message;
}

// Files that it makes are this user's alone.
process.umask(0o077);
main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
