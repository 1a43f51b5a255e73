import { createHash } from 'node:crypto';
import type { Decrypter } from 'age-encryption';
import { isUnavailable, migrateTables, type Database, type Queries } from '../database/index.ts';
import { installQueues } from '../queue/boss.ts';
import { BilingualFault } from '../startup/bilingual-fault.ts';
import { isName } from '../storage/file-storage.ts';
import type { FileStorage } from '../storage/index.ts';
import { anyOrder } from './constraints.ts';
import {
  brokenBackup,
  filePart,
  hashAttribute,
  headName,
  headSchema,
  manifestName,
  manifestSchema,
  notABackup,
  parseEntry,
  tablePart,
  type Head,
  type Manifest,
} from './format.ts';
import { bytesOf, entriesOf, type Entry } from './read-archive.ts';
import {
  countTable,
  hasRows,
  insertLines,
  LineCount,
  lockTables,
  nameOf,
  plainTexts,
  storedTables,
  withColumns,
  type StoredTable,
} from './tables.ts';
import { alone, type Progress } from './write-backup.ts';

export interface ReadOptions {
  file: string;
  decrypter: Decrypter;
  onProgress?: ((progress: Progress) => void) | undefined;
}

export interface RestoreOptions extends ReadOptions {
  /** A new database. Its time limits must let one transaction write everything. */
  database: Database;
  storage: FileStorage;
}

/** What a backup holds, as far as it was read. */
export interface Contents {
  head: Head;
  manifest: Manifest;
}

/** What is done with the parts of a backup. */
interface Receiver {
  rows(table: string, lines: string[]): Promise<void>;
  file(name: string, bytes: Buffer): Promise<void>;
}

/**
 * Reads a backup to its end and compares all of it with what it says of itself; writes nothing.
 *
 * @throws BilingualFault when it is not whole
 */
export async function checkBackup({ file, decrypter, onProgress }: ReadOptions): Promise<Contents> {
  const entries = entriesOf(file, decrypter);
  const head = await readHead(entries);
  return readRest(entries, head, { rows: async () => {}, file: async () => {} }, onProgress);
}

/**
 * Fills a new database and a storage with what a backup holds: all of it, or nothing of the database. Every table is read
 * again and compared with the backup before it counts.
 *
 * @throws BilingualFault when the database is not empty, the backup not whole, or made by a newer version
 */
export async function restoreBackup(options: RestoreOptions): Promise<Contents> {
  const { database, storage, file, decrypter, onProgress } = options;
  const entries = entriesOf(file, decrypter);
  const head = await readHead(entries);
  await refuseUsed(database.queries);
  await migrateTables(database, { only: head.migrations }).catch(explainVersion);
  await installQueues(database, head.queues);
  return database.transaction(async (db) => {
    await plainTexts(db);
    const found = await storedTables(db);
    // From here on nobody else – another restoring, a server that has just begun – writes to it.
    await lockTables(db, found);
    await refuseUsed(db);
    const tables = tablesLike(head, found);
    const asUsual = await anyOrder(db);
    const contents = await readRest(
      entries,
      head,
      {
        rows: (name, lines) => insertLines(db, tables.get(name)!, lines),
        file: (name, bytes) => storage.write(name, bytes),
      },
      onProgress,
    );
    await asUsual();
    await compare(db, tables, contents.manifest);
    return contents;
  }, alone);
}

async function readHead(entries: AsyncGenerator<Entry>): Promise<Head> {
  const { value: entry } = await entries.next();
  if (entry?.header.name !== headName) throw notABackup();
  return parseEntry(headSchema, (await bytesOf(entry)).toString());
}

async function readRest(
  entries: AsyncGenerator<Entry>,
  head: Head,
  receiver: Receiver,
  onProgress: ReadOptions['onProgress'],
): Promise<Contents> {
  const counts = new Map(head.tables.map(({ name }) => [name, new LineCount()]));
  const changed: string[] = [];
  const done: Progress = { rows: 0, files: 0 };
  let manifest: Manifest | undefined;
  for await (const entry of entries) {
    const { name, pax } = entry.header;
    // The manifest is the end: what follows it, it does not know.
    if (manifest) throw brokenBackup();
    const bytes = await bytesOf(entry);
    const table = tablePart.exec(name)?.[1];
    const stored = filePart.exec(name)?.[1];
    if (table !== undefined) {
      const count = counts.get(table);
      if (!count) throw notABackup();
      const lines = bytes.toString().split('\n').slice(0, -1);
      count.add(lines);
      await receiver.rows(table, lines);
      done.rows += lines.length;
    } else if (stored !== undefined) {
      if (!isName(stored)) throw notABackup();
      if (createHash('sha256').update(bytes).digest('hex') !== (pax as Record<string, string> | null)?.[hashAttribute])
        changed.push(stored);
      await receiver.file(stored, bytes);
      done.files += 1;
    } else if (name === manifestName) manifest = parseEntry(manifestSchema, bytes.toString());
    else throw notABackup();
    onProgress?.(done);
  }
  if (!manifest || done.files !== manifest.files) throw brokenBackup();
  for (const [name, count] of counts) {
    const { rows, sha256 } = count.end();
    const told = manifest.tables[name];
    if (told?.rows !== rows || told.sha256 !== sha256) throw brokenBackup();
  }
  const known = new Set(manifest.lost.map(({ name }) => name));
  if (changed.some((name) => !known.has(name))) throw brokenBackup();
  return { head, manifest };
}

async function refuseUsed(db: Queries): Promise<void> {
  for (const table of await storedTables(db))
    if (await hasRows(db, table))
      throw new BilingualFault({
        vi: 'Cơ sở dữ liệu đích đã có dữ liệu. Chỉ khôi phục vào một cơ sở dữ liệu mới: hãy tạo cơ sở dữ liệu khác, hoặc đặt DVK_DATA là một thư mục mới.',
        en: 'The database to restore into holds data. Restore into a new one only: create another database, or set DVK_DATA to a new folder.',
      });
}

function explainVersion(error: unknown): never {
  if (isUnavailable(error)) throw error;
  throw new BilingualFault(
    {
      vi: 'Bản sao lưu không cùng phiên bản với máy chủ này hoặc cơ sở dữ liệu đích. Hãy dùng phiên bản máy chủ mới nhất và một cơ sở dữ liệu mới.',
      en: 'The backup is not of a version that fits this server or the database to restore into. Use the newest server and a new database.',
    },
    error,
  );
}

/** The tables of the database with the columns of the backup. */
function tablesLike(head: Head, found: readonly StoredTable[]): Map<string, StoredTable> {
  return new Map(
    head.tables.map(({ name, columns }) => {
      const here = found.find((table) => nameOf(table) === name);
      const table = here && withColumns(here, columns);
      if (!table) throw notABackup();
      return [name, table];
    }),
  );
}

/** Reads every table again: what stands there now must be what stood there then. */
async function compare(
  db: Queries,
  tables: ReadonlyMap<string, StoredTable>,
  { tables: told }: Manifest,
): Promise<void> {
  for (const [name, { rows, sha256 }] of Object.entries(told)) {
    const found = await countTable(db, tables.get(name)!);
    if (found.rows === rows && found.sha256 === sha256) continue;
    throw new BilingualFault({
      vi: `Bảng ${name} sau khi khôi phục khác với bản sao lưu; không có gì được ghi. Đây là lỗi của phần mềm: hãy báo cho chúng tôi.`,
      en: `Table ${name} differs from the backup after restoring; nothing was written. This is a fault of the software: tell us.`,
    });
  }
}
