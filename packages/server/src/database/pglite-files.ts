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
 * A directory as PGlite's data, in which `fsync` is one. PGlite's own turns it off, and Emscripten under it has no such
 * operation: what was acknowledged would lie in the memory of the operating system and be gone after a power cut.
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
      // After a crash PostgreSQL opens every file it sees, and that would give up the lock that lies on one of ours.
      const { readdir } = files.node_ops;
      files.node_ops.readdir = (node) => readdir(node).filter((name) => !isOurs(name));
    });
    return made;
  }
}

/** How PGlite starts PostgreSQL on them: as by itself, but with `fsync` on, in the one way that reaches the above. */
export const syncedStart = PGlite.defaultStartParams
  .filter((parameter) => parameter !== '-F')
  .concat('-c', 'fsync=on', '-c', 'wal_sync_method=fsync');
