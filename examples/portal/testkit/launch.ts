import { once } from 'node:events';
import path from 'node:path';
import { startScript, whenWritten, type ScriptProcess } from '../../../packages/server/src/testkit/script-process.ts';

/** A server in a process of its own. */
export interface LaunchedServer {
  process: ScriptProcess;
  /** Everything it has printed. */
  said(): string;
  /** Resolves to the address it prints once it is ready; fails with what it printed when it ends before. */
  ready: Promise<string>;
  /** Stops it as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number>;
}

/** Starts a script as people do. It is ready when it prints what `address` captures. */
export function launch(
  script: string,
  environment: Record<string, string>,
  address: RegExp,
  ...args: string[]
): LaunchedServer {
  const child = startScript(script, { args, environment: { ...process.env, ...environment } });
  const ended = once(child, 'exit') as Promise<[number]>;
  const ready = whenWritten(child, address);
  // Whoever waits for the exit instead need not handle this too.
  ready.catch(() => {});
  return {
    process: child,
    said: () => child.output(),
    ready,
    async stop() {
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}

/** Starts the portal as `pnpm start` does: a free port, little sample data, everything in `directory`. */
export function launchPortal(directory: string, environment: Record<string, string> = {}): LaunchedServer {
  const settings = { PORT: '0', DATABASE_URL: '', DVK_DATA: directory, DVK_DEMO_SCALE: '0.01', ...environment };
  return launch(path.join(import.meta.dirname, '../start.ts'), settings, /ready: (http:\S+)/);
}
