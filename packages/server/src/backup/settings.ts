import { Decrypter, Encrypter } from 'age-encryption';
import { listOf, type Environment } from '../startup/environment.ts';
import { readNamed } from '../startup/read-named.ts';
import { SettingsFault } from '../startup/settings-fault.ts';

const shortestPassphrase = 12;

async function passphraseOf(environment: Environment): Promise<string | undefined> {
  const { DVK_BACKUP_PASSPHRASE: given, DVK_BACKUP_PASSPHRASE_FILE: file } = environment;
  const typed = given || (file ? (await readNamed('DVK_BACKUP_PASSPHRASE_FILE', file)).trim() : '');
  // Keyboards and systems write “ậ” in one character or in several: both are the same passphrase.
  const passphrase = typed.normalize('NFC');
  if (!passphrase) return undefined;
  if (passphrase.length >= shortestPassphrase) return passphrase;
  throw new SettingsFault({
    vi: `Mật khẩu của bản sao lưu quá ngắn: hãy nhập ít nhất ${shortestPassphrase} ký tự (DVK_BACKUP_PASSPHRASE).`,
    en: `The passphrase of backups is too short: it needs at least ${shortestPassphrase} characters (DVK_BACKUP_PASSPHRASE).`,
  });
}

/**
 * What backups are encrypted with: public keys (`DVK_BACKUP_RECIPIENTS`), so that a server need not be able to read its own
 * backups, or a passphrase.
 *
 * @throws SettingsFault when neither is given, or one is not as it must be
 */
export async function backupEncrypter(environment: Environment): Promise<Encrypter> {
  const encrypter = new Encrypter();
  const recipients = listOf(environment.DVK_BACKUP_RECIPIENTS);
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      throw new SettingsFault(
        {
          vi: 'DVK_BACKUP_RECIPIENTS phải là các khóa công khai của age, bắt đầu bằng “age1”.',
          en: 'DVK_BACKUP_RECIPIENTS must be public keys of age, which begin with “age1”.',
        },
        error,
      );
    }
  }
  if (recipients.length > 0) return encrypter;
  const passphrase = await passphraseOf(environment);
  if (passphrase === undefined) throw withoutKey();
  encrypter.setPassphrase(passphrase);
  return encrypter;
}

/**
 * What opens backups: the secret keys in the file `DVK_BACKUP_IDENTITY_FILE`, or the passphrase.
 *
 * @throws SettingsFault when neither is given, or one is not as it must be
 */
export async function backupDecrypter(environment: Environment): Promise<Decrypter> {
  const decrypter = new Decrypter();
  const file = environment.DVK_BACKUP_IDENTITY_FILE;
  if (file) {
    const lines = (await readNamed('DVK_BACKUP_IDENTITY_FILE', file)).split('\n').map((line) => line.trim());
    try {
      for (const line of lines) if (line && !line.startsWith('#')) decrypter.addIdentity(line);
    } catch (error) {
      throw new SettingsFault(
        {
          vi: 'Tệp trong DVK_BACKUP_IDENTITY_FILE phải chứa khóa bí mật của age, bắt đầu bằng “AGE-SECRET-KEY-”.',
          en: 'The file in DVK_BACKUP_IDENTITY_FILE must hold secret keys of age, which begin with “AGE-SECRET-KEY-”.',
        },
        error,
      );
    }
  }
  const passphrase = await passphraseOf(environment);
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  if (!file && passphrase === undefined) throw withoutKey();
  return decrypter;
}

function withoutKey(): SettingsFault {
  return new SettingsFault({
    vi: 'Bản sao lưu luôn được mã hóa. Hãy đặt DVK_BACKUP_PASSPHRASE (mật khẩu), hoặc DVK_BACKUP_RECIPIENTS (khóa công khai của age) để sao lưu và DVK_BACKUP_IDENTITY_FILE để khôi phục.',
    en: 'Backups are always encrypted. Set DVK_BACKUP_PASSPHRASE, or DVK_BACKUP_RECIPIENTS (public keys of age) to make one and DVK_BACKUP_IDENTITY_FILE to restore one.',
  });
}
