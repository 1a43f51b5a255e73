import { spawnSync } from 'node:child_process';

/**
 * What containers are made of, for tests: a process in namespaces of its own. Root gets them, and an ordinary user where
 * the system lets users have namespaces; inside an ordinary container often nobody does.
 */
function firstPermitted(...ways: string[][]): string[] | undefined {
  return ways.find(([command, ...args]) => spawnSync(command!, [...args, 'true']).status === 0);
}

const processes = ['-pf', '--mount-proc', '--kill-child'];

/**
 * The beginning of a command that runs in a world of processes of its own, where it is number 1. Where there are no such
 * worlds – other systems, containers – it is empty, and plain processes are what there is.
 */
export const ownProcesses = firstPermitted(['unshare', ...processes], ['unshare', '-Ur', ...processes]) ?? [];

/** The beginning of a command that sees a disk of so many MiB in `directory`; `undefined` where nobody may mount one. */
export function ownDisk(directory: string, size: number): string[] | undefined {
  const mount = `mount -t tmpfs -o size=${size}m,mode=700 tmpfs '${directory}'`;
  const within = ['sh', '-c', `${mount} && exec "$@"`, 'sh'];
  return firstPermitted(['unshare', '-m', ...within], ['unshare', '-Urm', ...within]);
}
