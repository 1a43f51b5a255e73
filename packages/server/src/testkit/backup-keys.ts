import { writeFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** Makes a pair of keys for backups, the secret one in `file`; answers the settings that name them. */
export async function makeBackupKeys(file: string): Promise<Record<string, string>> {
  const identity = await generateX25519Identity();
  await writeFile(file, `# a comment, as age-keygen writes one\n${identity}\n`);
  return { DVK_BACKUP_RECIPIENTS: await identityToRecipient(identity), DVK_BACKUP_IDENTITY_FILE: file };
}
