import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { isOurs } from './data-directory.ts';

/** What we use of Emscripten's file system on top of Node's. */
interface NodeFiles {
  node_ops: { readdir(node: unknown): string[] };
  stream_ops: { fsync?: (stream: { nfd: number }) => number };
  tryFSOperation(work: () => void): void;
}

/**
 * A data directory for PGlite with a real `fsync`. PGlite turns it off and Emscripten does not implement it: acknowledged
 * data would only be in the memory of the operating system, and lost in a power cut.
 */
export class SyncedFiles extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(pg, options);
    made.emscriptenOpts.preRun!.push((module: { NODEFS: unknown }) => {
      const files = module.NODEFS as NodeFiles;
      files.stream_ops.fsync = ({ nfd }) => {
        files.tryFSOperation(() => fs.fsyncSync(nfd));
        return 0;
      };
      // After a crash PostgreSQL opens every file it sees; opening and closing our lock file would release the lock.
      const { readdir } = files.node_ops;
      files.node_ops.readdir = (node) => readdir(node).filter((name) => !isOurs(name));
    });
    return made;
  }
}

/** PGlite's start parameters with `fsync` on, and the sync method that calls the function above. */
export const syncedStart = PGlite.defaultStartParams
  .filter((parameter) => parameter !== '-F')
  .concat('-c', 'fsync=on', '-c', 'wal_sync_method=fsync');
