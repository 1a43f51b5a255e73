import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { variableNames } from '../help/help.ts';
import type { Environment } from '../startup/environment.ts';
import { SettingsFault } from '../startup/settings-fault.ts';

/** The file that commands read their settings from where it is in the folder that they run in; `init` writes it. */
export const settingsFileName = 'dvk.env';

/**
 * The settings of a file, `NAME=value` in lines.
 *
 * @returns `undefined` where there is no such file
 * @throws SettingsFault where it cannot be read, another user could change it, or it names a setting that there is none of
 */
export async function readSettingsFile(file: string): Promise<Environment | undefined> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & 0o022) !== 0)
      throw new SettingsFault({
        vi: `Người khác trên máy này sửa được ${file}, tức là điều khiển được máy chủ. Hãy chặn lại: chmod go-w '${file}'`,
        en: `Other users of this machine may change ${file}, and with it what the server does. Close it to them: chmod go-w '${file}'`,
      });
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (error instanceof SettingsFault) throw error;
    throw new SettingsFault(
      {
        vi: `Không đọc được tệp thiết lập ${file} (${code}).`,
        en: `The settings in ${file} cannot be read (${code}).`,
      },
      error,
    );
  }
  const settings = parseEnv(text) as Environment;
  const strange = Object.keys(settings).find((name) => name.startsWith('DVK_') && !variableNames.includes(name));
  if (strange !== undefined)
    throw new SettingsFault({
      vi: `${file} có ${strange}, không phải tên thiết lập nào: có lẽ gõ nhầm. "dvk-server --help" liệt kê các tên.`,
      en: `${file} has ${strange}, which is no setting: it may be mistyped. "dvk-server --help" lists them.`,
    });
  return settings;
}

/**
 * The settings of a command: those of the environment over those of the file.
 *
 * @param named the file that was asked for; without one that of the folder counts, if there is one
 * @throws SettingsFault
 */
export async function settingsWithFile(environment: Environment, named: string | undefined): Promise<Environment> {
  const settings = await readSettingsFile(named ?? settingsFileName);
  if (named !== undefined && !settings)
    throw new SettingsFault({
      vi: `Không có tệp thiết lập ${path.resolve(named)} (--config).`,
      en: `There is no file of settings ${path.resolve(named)} (--config).`,
    });
  return { ...settings, ...environment };
}
