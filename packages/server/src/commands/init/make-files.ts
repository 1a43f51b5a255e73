import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../../config.ts';
import { newSecretKey } from '../../secret-key/index.ts';
import { ensurePrivateDirectory, writeOnce } from '../../startup/private-files.ts';
import { SettingsFault } from '../../startup/settings-fault.ts';
import type { Folder } from './folder.ts';
import { settingsText } from './settings-text.ts';

/** A file of an installation: made just now, or there from before. */
export interface MadeFile {
  file: string;
  isNew: boolean;
}

/** Keeps a secret that was given in a file; one that is there must hold the same. */
async function keepSecret(file: string, secret: string): Promise<MadeFile> {
  const isNew = await writeOnce(file, secret);
  if (isNew || (await readFile(file, 'utf8')).trim() === secret) return { file, isNew };
  throw new SettingsFault({
    vi: `${file} đã có và chứa mật khẩu khác với mật khẩu vừa nhập. Tệp không bị ghi đè: hãy nhập đúng mật khẩu trong tệp, hoặc tự xóa tệp rồi chạy lại.`,
    en: `${file} is there and holds another secret than the one given. It is not written over: give the one it holds, or remove the file yourself and run this again.`,
  });
}

/** The file with a secret, by the setting that names it; `undefined` where that setting or the secret itself is not given. */
const fileOf = (given: Environment, name: string, file: string, secret: string | undefined): string | undefined =>
  (given[`${name}_FILE`] && path.resolve(given[`${name}_FILE`]!)) || (secret ? file : undefined);

/**
 * Makes the keys and writes the settings, each file once: what is there stays. The settings come last, so that who finds them
 * finds the keys that they name.
 */
export async function* makeFiles(
  folder: Folder,
  { answers, given, locale }: { answers: Environment; given: Environment; locale: 'vi' | 'en' },
): AsyncGenerator<MadeFile> {
  const { DVK_CLIENT_SECRET: clientSecret, DVK_MAIL_PASSWORD: mailPassword, ...rest } = answers;
  await ensurePrivateDirectory(folder.keys, 'secret-key-exposed');
  yield makeOrKeep(folder.secretKey, given['DVK_SECRET_KEY']);
  const isOtherwise = given['DVK_BACKUP_PASSPHRASE'] || given['DVK_BACKUP_RECIPIENTS'];
  if (!isOtherwise) yield makeOrKeep(folder.backupPassphrase, undefined);
  if (clientSecret) yield keepSecret(folder.clientSecret, clientSecret);
  if (mailPassword) yield keepSecret(folder.mailPassword, mailPassword);
  const settings: Environment = {
    ...rest,
    DVK_DATA: folder.data,
    DVK_SECRET_KEY_FILE: folder.secretKey,
    DVK_BACKUP_RECIPIENTS: given['DVK_BACKUP_RECIPIENTS'],
    DVK_BACKUP_PASSPHRASE_FILE: isOtherwise ? undefined : folder.backupPassphrase,
    DVK_CLIENT_SECRET_FILE: fileOf(given, 'DVK_CLIENT_SECRET', folder.clientSecret, clientSecret),
    DVK_MAIL_PASSWORD_FILE: fileOf(given, 'DVK_MAIL_PASSWORD', folder.mailPassword, mailPassword),
    DVK_PAGES: folder.pages,
    PORT: given['PORT'],
    HOST: given['HOST'],
  };
  const file = folder.config;
  yield { file, isNew: await writeOnce(file, settingsText(settings, locale)) };
}

/** A key that was given is kept; else one is made. */
async function makeOrKeep(file: string, key: string | undefined): Promise<MadeFile> {
  return key ? keepSecret(file, key) : { file, isNew: await writeOnce(file, newSecretKey()) };
}
