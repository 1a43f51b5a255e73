import { statfs } from 'node:fs/promises';
import { unusableDirectory } from '../startup/start-refusal.ts';

/** Linux's numbers of network file systems: NFS, three versions of SMB, AFS and Coda. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245]);

/** Whether a directory is on a network share; `type` is the file system's number by `statfs`. */
export function isOnNetwork(directory: string, type: number, platform = process.platform): boolean {
  if (platform === 'win32') return /^[\\/]{2}[^.?]/.test(directory);
  return platform === 'linux' && networkTypes.has(type >>> 0);
}

/**
 * Locks on network shares are unreliable: some shares grant one to two machines, some drop it with the connection while its
 * holder goes on writing, and synced data may be lost.
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
