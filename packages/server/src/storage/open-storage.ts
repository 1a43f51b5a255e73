import { directoryStorage } from './directory-storage.ts';
import type { FileStorage } from './file-storage.ts';
import { s3Storage } from './s3-storage.ts';

/**
 * The storage that the environment names.
 *
 * | variable | meaning |
 * |---|---|
 * | `DVK_STORAGE` | `dir` (default) or `s3` |
 * | `DVK_STORAGE_DIR` | folder of `dir`; `directory` unless set |
 * | `DVK_S3_ENDPOINT`, `DVK_S3_BUCKET`, `DVK_S3_ACCESS_KEY_ID`, `DVK_S3_SECRET_ACCESS_KEY` | needed by `s3` |
 * | `DVK_S3_REGION`, `DVK_S3_PREFIX` | `us-east-1` and none unless set |
 *
 * @throws Error naming what is missing
 */
export function openStorage(environment: Readonly<Record<string, string | undefined>>, directory: string): FileStorage {
  const kind = environment.DVK_STORAGE || 'dir';
  if (kind === 'dir') return directoryStorage(environment.DVK_STORAGE_DIR || directory);
  if (kind !== 's3') throw new Error(`DVK_STORAGE is "${kind}"; it can be "dir" or "s3"`);
  const needed = (name: string) => {
    const value = environment[name];
    if (!value) throw new Error(`DVK_STORAGE=s3 needs ${name}`);
    return value;
  };
  return s3Storage({
    endpoint: needed('DVK_S3_ENDPOINT'),
    bucket: needed('DVK_S3_BUCKET'),
    accessKeyId: needed('DVK_S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('DVK_S3_SECRET_ACCESS_KEY'),
    region: environment.DVK_S3_REGION || 'us-east-1',
    prefix: environment.DVK_S3_PREFIX ?? '',
  });
}
