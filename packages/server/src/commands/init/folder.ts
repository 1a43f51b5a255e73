import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../../config.ts';

/** The folder of a new installation: the settings with the keys and the data beside them. */
export interface Folder {
  /** The file of settings. */
  config: string;
  keys: string;
  secretKey: string;
  backupPassphrase: string;
  clientSecret: string;
  mailPassword: string;
  data: string;
}

/**
 * Where everything is. A database of a server that was tried here before is kept, with its key; else names are plain ones that
 * people find when they copy the folder.
 */
export function folderOf(config: string, given: Environment): Folder {
  const home = path.dirname(config);
  const keys = path.join(home, 'keys');
  const tried = path.join(home, '.data');
  const isTried = existsSync(path.join(tried, 'database'));
  const triedKey = `${tried}.secret-key`;
  const named = (name: string) => (given[name] ? path.resolve(given[name]) : undefined);
  return {
    config,
    keys,
    secretKey: named('DVK_SECRET_KEY_FILE') ?? (existsSync(triedKey) ? triedKey : path.join(keys, 'secret-key')),
    backupPassphrase: named('DVK_BACKUP_PASSPHRASE_FILE') ?? path.join(keys, 'backup-passphrase'),
    clientSecret: path.join(keys, 'client-secret'),
    mailPassword: path.join(keys, 'mail-password'),
    data: named('DVK_DATA') ?? (isTried ? tried : path.join(home, 'data')),
  };
}
