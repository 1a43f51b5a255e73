/**
 * What containers are made of, for tests: a process in namespaces of its own. An ordinary user gets them, too, where the
 * system lets users have namespaces.
 */
const forUsers = process.getuid?.() === 0 ? '' : 'Ur';

/** The beginning of a command that runs in a world of processes of its own, where it is number 1. */
export const ownProcesses = ['unshare', `-${forUsers}pf`, '--mount-proc', '--kill-child'];

/** The beginning of a command that sees a disk of so many MiB in `directory`; the last part is the script that uses it. */
export function ownDisk(directory: string, size: number): string[] {
  const mount = `mount -t tmpfs -o size=${size}m,mode=700 tmpfs '${directory}'`;
  return ['unshare', `-${forUsers}m`, 'sh', '-c', `${mount} && exec "$@"`, 'sh'];
}
