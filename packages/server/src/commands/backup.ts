import { backupEncrypter } from '../backup/settings.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { languageOf } from '../help/help.ts';
import type { Command } from './command.ts';
import { counting } from './counting.ts';
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
    for (const { name, why } of lost) {
      const changed = vietnamese ? 'nội dung đã khác với lúc tải lên' : 'its content is not what was uploaded';
      const absent = vietnamese ? 'không có trong kho' : 'is not in the storage';
      console.log(`${name}: ${why ? changed : absent}`);
    }
    if (lost.length > 0) process.exitCode = 1;
  });
};
