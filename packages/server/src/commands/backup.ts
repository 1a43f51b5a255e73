import { backupEncrypter } from '../backup/settings.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { languageOf } from '../help/help.ts';
import type { Command } from './command.ts';
import { counting } from './counting.ts';
import { lostFiles } from './lost-files.ts';
import { withAllData } from './with-all-data.ts';

export const backup: Command = async (environment, { to, lang }) => {
  const encrypter = await backupEncrypter(environment);
  await withAllData(environment, { mustExist: true }, async ({ database, storage }) => {
    const { tables, files, lost } = await writeBackup({
      database,
      storage,
      encrypter,
      file: to!,
      onProgress: counting(),
    });
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    const vietnamese = languageOf(lang, environment) === 'vi';
    console.log(
      vietnamese
        ? `Đã ghi ${rows} bản ghi và ${files} tệp vào ${to}`
        : `${rows} rows and ${files} files written to ${to}`,
    );
    for (const line of lostFiles(lost, vietnamese)) console.log(line);
    if (lost.length > 0) process.exitCode = 1;
  });
};
