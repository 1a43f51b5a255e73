import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** Where LibreOffice stands besides the folders of `PATH`. */
const usual: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/soffice',
    '/usr/lib/libreoffice/program/soffice',
    '/opt/libreoffice/program/soffice',
    '/snap/bin/libreoffice',
  ],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: [
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
  ],
};

/**
 * Looks for LibreOffice: where `DVK_SOFFICE` says, in the folders of `PATH`, where it usually stands.
 *
 * @returns the path of its program; `undefined` where it is not installed
 */
export async function findOfficeProgram(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'soffice.com' : 'soffice';
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = env['DVK_SOFFICE']
    ? [env['DVK_SOFFICE']]
    : [...folders.map((folder) => path.join(folder, name)), ...(usual[process.platform] ?? [])];
  for (const place of places) if (await canRun(place)) return place;
  return undefined;
}

const canRun = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
