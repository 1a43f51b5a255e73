import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The letters that a name of a folder or file may have here; a tenant with others has no folder of its own. */
const plain = /^[\w-]+$/;

/**
 * The office's own template of a kind of paper: that in the folder of the tenant, else the one for all.
 *
 * @returns `undefined` where there is none, and ours is used
 */
export async function ownTemplate(
  directory: string | undefined,
  tenant: string,
  id: string,
): Promise<Uint8Array | undefined> {
  if (directory === undefined) return undefined;
  for (const folder of [...(plain.test(tenant) ? [path.join(directory, tenant)] : []), directory]) {
    const found = await readFile(path.join(folder, `${id}.docx`)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
    if (found) return found;
  }
  return undefined;
}
