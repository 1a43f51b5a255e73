import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startScript, whenWritten, type ScriptProcess } from './script-process.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));

/** The command line running in a process of its own. */
export type CliProcess = ScriptProcess;

/** Starts a command with this environment and nothing of ours but where Node finds its things; `within` is the beginning of a command that runs it. */
export function startCli(
  args: string[],
  environment: Record<string, string> = {},
  within: readonly string[] = [],
): CliProcess {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  // No proxy is in front that needs time to see that it stops, unless a test says so.
  const usual = { PATH, NODE_COMPILE_CACHE, DVK_DRAIN: '0' };
  return startScript(cli, { args, environment: { ...usual, ...environment }, within });
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

/** The address that a starting server logs. */
export function addressOf(child: CliProcess): Promise<string> {
  return whenWritten(child, /"url":"([^"]+)"/);
}
