import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A server in a process of its own. */
export interface LaunchedServer {
  process: ChildProcess;
  /** Everything it has printed. */
  said(): string;
  /** Resolves to the address it prints once it is ready; fails with what it printed when it ends before. */
  ready: Promise<string>;
  /** Stops it as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number>;
}

/** Starts a script as people do, for a test. It is ready when it prints what `sign` captures. */
export function launch(
  script: string,
  environment: Record<string, string>,
  sign: RegExp,
  ...args: string[]
): LaunchedServer {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = once(child, 'exit') as Promise<[number]>;
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        const address = sign.exec(text)?.[1];
        if (address) resolve(address);
      });
    }
    child.once('exit', () => reject(new Error(text)));
  });
  // Whoever waits for the exit instead need not handle this too.
  ready.catch(() => {});
  return {
    process: child,
    said: () => text,
    ready,
    async stop() {
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}

/** Starts the portal as `pnpm start` does: a free port, a small demonstration, data in `directory`. */
export function launchPortal(directory: string, environment: Record<string, string> = {}): LaunchedServer {
  const settings = { PORT: '0', DATABASE_URL: '', DVK_DATA: directory, DVK_DEMO_SCALE: '0.01', ...environment };
  return launch(path.join(import.meta.dirname, '../start.ts'), settings, /ready: (http:\S+)/);
}
