import { readFile } from 'node:fs/promises';
import { SettingsFault } from './settings-fault.ts';

/**
 * Reads a file that a setting names.
 *
 * @throws SettingsFault where it cannot be read
 */
export async function readNamed(name: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsFault(
      { vi: `Không đọc được tệp ghi trong ${name} (${code}).`, en: `The file in ${name} cannot be read (${code}).` },
      error,
    );
  }
}
