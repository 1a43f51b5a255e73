import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** The command line running in a process of its own. */
export interface CliProcess extends ChildProcess {
  /** What it has written so far. */
  output(): string;
}

/** Starts a command with this environment and no other; `within` is the beginning of a command that runs it. */
export function startCli(
  args: string[],
  environment: Record<string, string> = {},
  within: readonly string[] = [],
): CliProcess {
  const [command, ...rest] = [...within, process.execPath, cli, ...args];
  const child = spawn(command!, rest, { env: { PATH: process.env.PATH, ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return Object.assign(child, { output: () => text });
}

/** Runs a command to its end. */
export async function runCli(
  args: string[],
  environment?: Record<string, string>,
  within?: readonly string[],
): Promise<{ code: number; output: string }> {
  const child = startCli(args, environment, within);
  const [code] = (await once(child, 'close')) as [number];
  return { code, output: child.output() };
}

/** The address a starting server logs. */
export async function addressOf(child: CliProcess): Promise<string> {
  for (;;) {
    const url = /"url":"([^"]+)"/.exec(child.output())?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(child.output());
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
