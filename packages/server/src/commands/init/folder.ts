import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
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
  /** Pages with the widgets, where their package is installed beside this one. */
  pages: string | undefined;
}

/** The pages of `@dvk/elements`, as it is installed where the settings are. */
function installedPages(home: string): string | undefined {
  try {
    const manifest = createRequire(path.join(home, 'dvk.js')).resolve('@dvk/elements/package.json');
    const pages = path.join(path.dirname(manifest), 'dist', 'cdn');
    return existsSync(path.join(pages, 'index.html')) ? pages : undefined;
  } catch {
    return undefined;
  }
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
    pages: named('DVK_PAGES') ?? installedPages(home),
  };
}
