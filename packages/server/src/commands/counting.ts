import type { Progress } from '../backup/write-backup.ts';

const between = 5000;

/** Writes how far it is to standard error, every few seconds. */
export function counting(): (progress: Progress) => void {
  let next = performance.now() + between;
  return ({ rows, files }) => {
    if (performance.now() < next) return;
    next = performance.now() + between;
    console.error(`… ${rows} + ${files}`);
  };
}
