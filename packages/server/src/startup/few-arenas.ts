import type { Environment } from '../config.ts';

/**
 * The C library of most Linux systems keeps the memory that images have used in places of many threads, some 200 MiB; two
 * places are enough. It asks how many only when a process begins: so the process begins once more, in its own place, with
 * the same number, files and parent. Who has set the variable is left alone.
 */
export function beginWithFewArenas(environment: Environment): void {
  // A parent that talks to this process over a channel would lose it.
  if (process.platform !== 'linux' || environment.MALLOC_ARENA_MAX !== undefined || process.channel) return;
  const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, args, { ...process.env, MALLOC_ARENA_MAX: '2' });
}
