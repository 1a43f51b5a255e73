import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dateInVietnam } from '@dvk/sdk/text';
import type { LedgerAnchor } from '@dvk/sdk/audit';
import { parseAnchor } from './anchor.ts';

/**
 * Keeps an anchor in a folder, one of each day of Vietnam, readable and never written again. Answers its file, or
 * `undefined` when that day has one already.
 */
export async function keepAnchor(directory: string, anchor: LedgerAnchor): Promise<string | undefined> {
  const file = fileOf(directory, anchor.tenant, dateInVietnam(anchor.at));
  await mkdir(directory, { recursive: true });
  try {
    await writeFile(file, `${JSON.stringify(anchor)}\n`, { flag: 'wx', mode: 0o444, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  return file;
}

const fileOf = (directory: string, tenant: string, day: string) => path.join(directory, `${tenant}-${day}.json`);

/** The anchor of a day that is kept in a folder. */
export async function readKeptAnchor(directory: string, tenant: string, day: string): Promise<LedgerAnchor> {
  return parseAnchor(await readFile(fileOf(directory, tenant, day), 'utf8'));
}

/** The day, `YYYY-MM-DD`, of the newest anchor of a tenant in a folder. */
export async function newestAnchor(directory: string, tenant: string): Promise<string | undefined> {
  const days = (await readdir(directory)).flatMap((name) => {
    const day = /^(.*)-(\d{4}-\d\d-\d\d)\.json$/.exec(name);
    return day?.[1] === tenant ? [day[2]!] : [];
  });
  return days.toSorted().at(-1);
}
