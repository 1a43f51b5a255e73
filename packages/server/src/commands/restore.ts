import { bringUpToDate } from '../bring-up-to-date.ts';
import { backupDecrypter } from '../backup/settings.ts';
import { checkBackup, restoreBackup, type Contents } from '../backup/restore.ts';
import { keySource } from '../config.ts';
import { languageOf } from '../help/help.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import type { Command } from './command.ts';
import { counting } from './counting.ts';
import { lostFiles } from './lost-files.ts';
import { withAllData } from './with-all-data.ts';

export const restore: Command = async (environment, { from, check, lang }) => {
  const decrypter = await backupDecrypter(environment);
  const vietnamese = languageOf(lang, environment) === 'vi';
  const options = { file: from!, decrypter, onProgress: counting() };
  if (check) {
    const { head, manifest } = await checkBackup(options);
    console.log(
      vietnamese
        ? `Bản sao lưu lúc ${head.madeAt} còn nguyên vẹn: ${amount(manifest, 'bản ghi', 'tệp')}`
        : `The backup of ${head.madeAt} is whole: ${amount(manifest, 'rows', 'files')}`,
    );
    for (const line of lostFiles(manifest.lost, vietnamese)) console.log(line);
    return;
  }
  await withAllData(environment, { mustExist: false }, async ({ database, storage }) => {
    const { head, manifest } = await restoreBackup({ ...options, database, storage });
    console.log(
      vietnamese
        ? `Đã khôi phục bản sao lưu lúc ${head.madeAt}, từng bảng đã được đối chiếu: ${amount(manifest, 'bản ghi', 'tệp')}`
        : `The backup of ${head.madeAt} is restored, each table compared with it: ${amount(manifest, 'rows', 'files')}`,
    );
    for (const line of lostFiles(manifest.lost, vietnamese)) console.log(line);
    try {
      await bringUpToDate(database, { ...keySource(environment), make: false });
    } catch (error) {
      // The data is there; what is missing is said, and the next start says it again.
      if (!(error instanceof StartRefusal)) throw error;
      console.error(error.message);
    }
    await database.maintain();
  });
};

function amount({ tables, files }: Contents['manifest'], rowsName: string, filesName: string): string {
  return `${Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)} ${rowsName}, ${files} ${filesName}`;
}
