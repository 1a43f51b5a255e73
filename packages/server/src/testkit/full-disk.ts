/**
 * Run on a disk of its own: a database in the directory named, whose disk is full in the middle of work that nothing held
 * back. Prints what it saw as JSON.
 */
import { cp, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isStorageFull, isUnavailable, openDatabase } from '../database/index.ts';

const [template, disk] = process.argv.slice(2) as [string, string];
const filler = path.join(disk, 'filler');

async function fill(directory: string, file: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  await writeFile(file, new Uint8Array(bavail * bsize)).catch(() => {});
}

await cp(template, path.join(disk, 'database'), { recursive: true });
const database = await openDatabase({ directory: path.join(disk, 'database') });
const run = (text: string) => database.queries.execute(text);
await run('CREATE TABLE note AS SELECT number, 0 AS round FROM generate_series(1, 2000) AS number');
await fill(disk, filler);
const maintained = await database.maintain().then(
  () => 'done',
  (error: unknown) => (isStorageFull(error) ? 'refused' : String(error)),
);

const seen = { maintained, committed: 0, unavailable: 0, full: 0, other: [] as string[] };
let round = 0;
// Each round writes some 500 kB of log: the next file of it is not to be had.
while (seen.unavailable < 3 && round < 200) {
  round += 1;
  try {
    await run(`UPDATE note SET round = ${round}`);
    seen.committed = round;
  } catch (error) {
    if (isStorageFull(error)) seen.full += 1;
    if (isUnavailable(error)) seen.unavailable += 1;
    else seen.other.push(String(error));
  }
}
await rm(filler);
let found: { rows: Record<string, unknown>[] } | undefined;
for (let attempt = 0; !found && attempt < 50; attempt += 1) {
  await setTimeout(200);
  found = await run('SELECT min(round) AS low, max(round) AS high, count(*)::int AS count FROM note').catch(
    () => undefined,
  );
}
await database.transaction((db) => db.execute('UPDATE note SET round = 1000'));
await database.close();
console.log(JSON.stringify({ ...seen, found: found?.rows[0] }));
