import { statfs } from 'node:fs/promises';
import { unusableDirectory } from '../startup/start-refusal.ts';

/** What Linux calls the file systems that lie on another machine: NFS, SMB in three ages, AFS and Coda. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245]);

/** Whether a directory lies on another machine; `type` is what `statfs` says of its file system. */
export function isOnNetwork(directory: string, type: number, platform = process.platform): boolean {
  if (platform === 'win32') return /^[\\/]{2}[^.?]/.test(directory);
  return platform === 'linux' && networkTypes.has(type >>> 0);
}

/**
 * A lock on another machine's disk may be no lock – some shares let two machines have it, some lose it with the network
 * while its holder goes on writing –, and what was written there may not be there.
 *
 * @throws StartRefusal when the directory is on a network share
 */
export async function refuseNetworkDisk(directory: string): Promise<void> {
  const { type } = await statfs(directory);
  if (!isOnNetwork(directory, type)) return;
  throw unusableDirectory(
    directory,
    'it lies on a network share, where nothing reliably keeps a second machine out. Use a local disk, or PostgreSQL (DATABASE_URL)',
  );
}
