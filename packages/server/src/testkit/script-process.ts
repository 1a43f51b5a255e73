import { spawn, type ChildProcess } from 'node:child_process';

/** A script running in a process of its own. */
export interface ScriptProcess extends ChildProcess {
  /** What it has written so far, to both streams. */
  output(): string;
}

export interface ScriptOptions {
  args?: readonly string[];
  /** All of its environment. */
  environment: NodeJS.ProcessEnv;
  /** The beginning of a command that runs it, e.g. in a namespace. */
  within?: readonly string[];
}

/** Starts a script with the Node that runs this. */
export function startScript(script: string, { args = [], environment, within = [] }: ScriptOptions): ScriptProcess {
  const [command, ...rest] = [...within, process.execPath, script, ...args];
  const child = spawn(command!, rest, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return Object.assign(child, { output: () => text });
}

/**
 * Waits until a script has written something, and gives what the group of the pattern captures.
 *
 * @throws Error with all that it has written, if it ends before
 */
export function whenWritten(child: ScriptProcess, pattern: RegExp): Promise<string> {
  const find = () => pattern.exec(child.output())?.[1];
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = find();
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (found === undefined && !ended) return;
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', look);
      child.off('close', look);
      if (found === undefined) reject(new Error(child.output()));
      else resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
    child.on('close', look);
    look();
  });
}
