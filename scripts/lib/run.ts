/** Runs commands in the workspace. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The workspace root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  /** Exit code; 1 when a signal ended it. */
  code: number;
  output: string;
}

/** Runs a command, by default in the workspace root. `show` also prints its output while it runs. */
export function run(
  command: string,
  args: readonly string[],
  { show = false, cwd = root, env = {} as NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (show) target.write(text);
      });
    }
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
