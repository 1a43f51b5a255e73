import {
  array,
  int,
  literal,
  object,
  optional,
  parse,
  record,
  string,
  type infer as Infer,
  type ZodMiniType,
} from 'zod/mini';
import { BilingualFault } from '../startup/bilingual-fault.ts';

/*
 * A backup is a tar archive, compressed by gzip and encrypted as an age file (https://age-encryption.org/v1), so that it can
 * be opened without this program too: `age --decrypt backup.age | tar xz`. It holds, in this order:
 *
 * - `backup.json`, see `headSchema`
 * - `tables/<schema>.<table>/000001`, …: rows, each a line with a JSON array of the columns' texts, as PostgreSQL writes them
 * - `files/<name in the storage>`
 * - `manifest.json`, see `manifestSchema`; a backup without it broke off
 */

export const headName = 'backup.json';
export const manifestName = 'manifest.json';
export const tablePart = /^tables\/([a-z_]+\.[a-z_0-9]+)\/\d{6}$/;
export const filePart = /^files\/(.+)$/;
/** The attribute of a file in the archive that holds what its content must hash to. */
export const hashAttribute = 'DVK.sha256';

const tableSchema = object({ name: string(), columns: array(string()) });

export const headSchema = object({
  format: literal(1),
  madeAt: string(),
  /** The migrations that the database had, with the hash of each. */
  migrations: array(object({ name: string(), checksum: string() })),
  tables: array(tableSchema),
  /** The names of the queues that background jobs wait in. */
  queues: array(string()),
});
export type Head = Infer<typeof headSchema>;

const countedSchema = object({ rows: int(), sha256: string() });
export type Counted = Infer<typeof countedSchema>;

export const manifestSchema = object({
  tables: record(string(), countedSchema),
  files: int(),
  /** Files that a record names and the storage did not have, or had with another content. */
  lost: array(object({ name: string(), why: optional(string()) })),
});
export type Manifest = Infer<typeof manifestSchema>;

/** @throws BilingualFault for what no backup of this format holds */
export function parseEntry<Schema extends ZodMiniType>(schema: Schema, text: string): Infer<Schema> {
  try {
    return parse(schema, JSON.parse(text));
  } catch (error) {
    throw notABackup(error);
  }
}

export function notABackup(cause?: unknown): BilingualFault {
  return new BilingualFault(
    {
      vi: 'Tệp này không phải là bản sao lưu mà phiên bản máy chủ này đọc được. Hãy kiểm tra tên tệp, hoặc dùng phiên bản mới hơn.',
      en: 'This file is no backup that this version of the server can read. Check its name, or use a newer version.',
    },
    cause,
  );
}

export function brokenBackup(cause?: unknown): BilingualFault {
  return new BilingualFault(
    {
      vi: 'Bản sao lưu không còn nguyên vẹn: tệp bị ngắt giữa chừng hoặc đã bị sửa. Chưa có dữ liệu nào được ghi; hãy dùng một bản sao lưu khác.',
      en: 'The backup is not whole: it broke off or was changed. No data was written; use another backup.',
    },
    cause,
  );
}
