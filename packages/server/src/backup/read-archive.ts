import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Decrypter } from 'age-encryption';
import { extract, type Header } from 'tar-stream';
import { BilingualFault } from '../startup/bilingual-fault.ts';
import { brokenBackup, notABackup } from './format.ts';

/** A part of the archive: its header, and its content. */
export interface Entry extends AsyncIterable<Uint8Array> {
  header: Header;
}

/**
 * What is in a backup, one after the other; each has to be read to its end before the next one comes.
 *
 * @throws BilingualFault when it cannot be read, opened with this key, or is not whole
 */
export async function* entriesOf(file: string, decrypter: Decrypter): AsyncGenerator<Entry> {
  const encrypted = createReadStream(file);
  try {
    await once(encrypted, 'open');
  } catch (error) {
    throw new BilingualFault(
      {
        vi: `Không đọc được tệp ${file} (${(error as NodeJS.ErrnoException).code}).`,
        en: `The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      },
      error,
    );
  }
  try {
    const decrypted = await decrypter.decrypt(Readable.toWeb(encrypted) as ReadableStream<Uint8Array>).catch(explain);
    const archive = extract();
    const source = Readable.fromWeb(decrypted as never);
    const unzipped = createGunzip();
    source.on('error', (error) => unzipped.destroy(error));
    unzipped.on('error', (error) => archive.destroy(error));
    source.pipe(unzipped).pipe(archive as never);
    try {
      for await (const entry of archive) yield entry as unknown as Entry;
    } catch (error) {
      throw brokenBackup(error);
    } finally {
      source.destroy();
      unzipped.destroy();
    }
  } finally {
    encrypted.destroy();
  }
}

function explain(error: unknown): never {
  if (/no identity matched/i.test((error as Error).message))
    throw new BilingualFault(
      {
        vi: 'Mật khẩu hoặc khóa này không mở được bản sao lưu. Hãy dùng đúng mật khẩu hay khóa đã dùng khi sao lưu.',
        en: 'This passphrase or key does not open the backup. Use the one that it was made with.',
      },
      error,
    );
  throw notABackup(error);
}

/** More than any part of a backup of ours: a megabyte of rows, one row that is larger, or a file that was uploaded. */
const largestEntry = 256 * 1024 * 1024;

/** @throws BilingualFault when the archive breaks off in it, or what it holds would not fit into memory */
export async function bytesOf(entry: Entry): Promise<Buffer> {
  if (entry.header.size > largestEntry) throw notABackup();
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of entry) pieces.push(piece);
  } catch (error) {
    throw brokenBackup(error);
  }
  return Buffer.concat(pieces);
}
