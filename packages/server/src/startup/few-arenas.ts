/**
 * Restarts the process with at most two malloc arenas, unless `MALLOC_ARENA_MAX` is set. glibc otherwise keeps some 200 MiB
 * that images have used in arenas of many threads, and reads the variable only at startup. `execve` replaces the process in
 * place: its id, open files and parent stay the same.
 */
export function beginWithFewArenas(environment: Readonly<Record<string, string | undefined>>): void {
  // The IPC channel to a parent would be lost.
  if (process.platform !== 'linux' || environment.MALLOC_ARENA_MAX !== undefined || process.channel) return;
  const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, args, { ...process.env, MALLOC_ARENA_MAX: '2' });
}
