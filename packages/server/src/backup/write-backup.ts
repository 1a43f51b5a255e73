import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Encrypter } from 'age-encryption';
import { sql } from 'drizzle-orm';
import { pack, type Pack } from 'tar-stream';
import { contentName } from '../attachments/contents.ts';
import { attachments } from '../attachments/table.ts';
import type { Database, Queries } from '../database/index.ts';
import { BilingualFault } from '../startup/bilingual-fault.ts';
import { syncDirectory } from '../startup/private-files.ts';
import type { FileStorage } from '../storage/index.ts';
import { hashAttribute, headName, manifestName, type Counted, type Head, type Manifest } from './format.ts';
import { LineCount, linesOf, nameOf, plainTexts, storedTables } from './tables.ts';

/** How far a backup or its restoring is. */
export interface Progress {
  rows: number;
  files: number;
}

export interface BackupOptions {
  /** Open, migrated. Its time limits must let one transaction read everything. */
  database: Database;
  storage: FileStorage;
  encrypter: Encrypter;
  /** Where the backup goes; it appears there when it is whole. */
  file: string;
  onProgress?: (progress: Progress) => void;
}

const bytesAtOnce = 1024 * 1024;
/** Longer than any backup takes. */
export const longest = 24 * 60 * 60 * 1000;
/** The one transaction of a backup: what went through the archive does not go through it again. */
export const alone = { limit: longest, once: true };

/**
 * Writes everything that a server keeps into one encrypted file: all rows as they stood at one moment, and the files that
 * they name. The secret key is not in it: who finds a backup and its passphrase still cannot read contact data.
 *
 * @throws BilingualFault when there is a file of that name, or none can be written
 */
export async function writeBackup({
  database,
  storage,
  encrypter,
  file,
  onProgress,
}: BackupOptions): Promise<Manifest> {
  refuseExisting(file);
  // Another backup to the same file, or what a killed one left, is not in its way.
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.part`;
  const target = await open(unfinished, 'wx', 0o600).catch((error: unknown) => {
    throw notWritten(file, error);
  });
  try {
    const archive = pack();
    const compressed = archive.pipe(createGzip() as never) as unknown as Readable;
    // Without this an error of reading would leave whoever waits for the archive waiting.
    archive.on('error', (error: Error) => compressed.destroy(error));
    const encrypted = await encrypter.encrypt(Readable.toWeb(compressed) as ReadableStream<Uint8Array>);
    let refused: BilingualFault | undefined;
    const written = pipeline(Readable.fromWeb(encrypted as never), target.createWriteStream({ flush: true }));
    written.catch((error: unknown) => (refused = notWritten(file, error)));
    let manifest: Manifest;
    try {
      manifest = await database.transaction((db) => writeAll(db, archive, storage, onProgress), alone);
      const gone = await goneSince(database, manifest.lost);
      manifest = { ...manifest, lost: manifest.lost.filter(({ name }) => !gone.has(name)) };
      await addText(archive, manifestName, JSON.stringify(manifest));
      archive.finalize();
    } catch (error) {
      // Where the file could not be written, all that the archive knows is that nobody takes it any more.
      const reason = refused ?? error;
      archive.destroy(error as Error);
      await written.catch(() => {});
      throw reason;
    }
    await written.catch((error: unknown) => {
      throw notWritten(file, error);
    });
    await giveName(unfinished, file);
    await syncDirectory(path.dirname(path.resolve(file)));
    return manifest;
  } catch (error) {
    await target.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** What disks without links answer, such as memory sticks and some network shares. */
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Gives a finished backup its name, unless another has it by now: to rename it would write over that one. */
async function giveName(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file);
  } catch (error) {
    refuseExisting(file);
    if (!noLinks.includes((error as NodeJS.ErrnoException).code ?? '')) throw notWritten(file, error);
    await rename(unfinished, file);
  }
  await rm(unfinished, { force: true });
}

function notWritten(file: string, error: unknown): BilingualFault {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code ?? message;
  return new BilingualFault(
    {
      vi: `Không ghi được tệp ${file} (${reason}). Hãy kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa.`,
      en: `The file ${file} cannot be written (${reason}). Check its folder, the rights to write there and the room on the disk.`,
    },
    error,
  );
}

function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new BilingualFault({
      vi: `Đã có tệp ${file}: hãy đặt tên khác cho bản sao lưu này.`,
      en: `There is a file ${file} already: give this backup another name.`,
    });
}

async function addText(archive: Pack, name: string, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    archive.entry({ name }, text, (error) => (error ? reject(error) : resolve()));
  });
}

async function writeAll(
  db: Queries,
  archive: Pack,
  storage: FileStorage,
  onProgress: BackupOptions['onProgress'],
): Promise<Manifest> {
  await db.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
  await plainTexts(db);
  const tables = await storedTables(db);
  const { rows: migrations } = await db.execute<Head['migrations'][number]>(
    sql`SELECT name, checksum FROM schema_migration ORDER BY name`,
  );
  const { rows: queues } = await db.execute<{ name: string }>(sql`SELECT DISTINCT name FROM pgboss.job ORDER BY name`);
  const head: Head = {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations,
    tables: tables.map((table) => ({ name: nameOf(table), columns: table.columns.map(({ name }) => name) })),
    queues: queues.map(({ name }) => name),
  };
  await addText(archive, headName, JSON.stringify(head));

  const done: Progress = { rows: 0, files: 0 };
  const counted: Record<string, Counted> = {};
  for (const table of tables) {
    const name = nameOf(table);
    const count = new LineCount();
    let part = 0;
    let waiting: string[] = [];
    let size = 0;
    const flush = async () => {
      if (waiting.length === 0) return;
      part += 1;
      await addText(archive, `tables/${name}/${String(part).padStart(6, '0')}`, `${waiting.join('\n')}\n`);
      [waiting, size] = [[], 0];
    };
    for await (const lines of linesOf(db, table)) {
      count.add(lines);
      for (const line of lines) {
        waiting.push(line);
        size += line.length;
        if (size >= bytesAtOnce) await flush();
      }
      done.rows += lines.length;
      onProgress?.(done);
    }
    await flush();
    counted[name] = count.end();
  }

  const lost: Manifest['lost'] = [];
  for await (const { name, sha256 } of filesOf(db)) {
    const content = await storage.read(name);
    if (!content) lost.push({ name });
    else {
      const found = await addFile(archive, name, sha256, content);
      if (found !== sha256) lost.push({ name, why: 'changed' });
      done.files += 1;
      onProgress?.(done);
    }
  }
  return { tables: counted, files: done.files, lost };
}

/** The files that records name, by their names in the storage. */
async function* filesOf(db: Queries): AsyncGenerator<{ name: string; sha256: string }> {
  let last: { tenant: string; id: string } | undefined;
  for (;;) {
    const { tenant, id, sha256 } = attachments;
    const rows = await db
      .select({ tenant, id, sha256 })
      .from(attachments)
      .where(last && sql`(${tenant}, ${id}) > (${last.tenant}, ${last.id})`)
      .orderBy(tenant, id)
      .limit(500);
    for (const row of rows) yield { name: contentName(row), sha256: row.sha256 };
    last = rows.at(-1);
    if (!last) return;
  }
}

/** Adds a file; answers what its content hashes to. */
async function addFile(archive: Pack, name: string, sha256: string, content: Blob): Promise<string> {
  const entry = archive.entry({ name: `files/${name}`, size: content.size, pax: { [hashAttribute]: sha256 } });
  const hash = createHash('sha256');
  await pipeline(
    content.stream(),
    async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    entry as unknown as Writable,
  );
  return hash.digest('hex');
}

/** Those whose record is gone too: it was removed while the backup was being made. */
async function goneSince(database: Database, lost: Manifest['lost']): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (const { name, why } of lost) {
    if (why) continue;
    const id = name.slice(name.lastIndexOf('/') + 1);
    const [row] = await database.queries
      .select({ id: attachments.id })
      .from(attachments)
      .where(sql`${attachments.id} = ${id}`);
    if (!row) gone.add(name);
  }
  return gone;
}
