#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { commands } from './commands/index.ts';
import { helpIn, languageOf, type CommandName } from './help/help.ts';

/** What was asked for, or an error that says why it cannot be meant. */
function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string', multiple: true },
      anchor: { type: 'string', multiple: true },
    },
  });
  for (const name of ['lang', 'anchor'] as const)
    if ((values[name]?.length ?? 0) > 1) throw new Error(`--${name} is given twice`);
  const [lang, anchor] = [values.lang?.[0], values.anchor?.[0]];
  if (lang !== undefined && !/^(vi|en)$/.test(lang)) throw new Error(`--lang is "${lang}"; it must be vi or en`);
  if (anchor !== undefined && positionals[0] !== 'verify') throw new Error('--anchor goes with verify alone');
  return { positionals, values: { help: values.help, lang, anchor } };
}

async function main(): Promise<void> {
  let given;
  try {
    given = readArguments();
  } catch (error) {
    console.error(`${(error as Error).message}\n"dvk-server --help" tells what there is`);
    process.exitCode = 2;
    return;
  }
  const { positionals, values } = given;
  const name = positionals.join(' ');
  const load = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;
  const help = () => helpIn(languageOf(values.lang, process.env));
  if (values.help) {
    console.log(help());
  } else if (!load) {
    console.error(help());
    process.exitCode = 2;
  } else {
    const run = await load();
    await run(process.env, values);
  }
}

// Files that it makes are this user's alone.
process.umask(0o077);
main().catch(async (error: unknown) => {
  process.exitCode = 1;
  const { messageOf } = await import('./commands/failure.ts');
  console.error(messageOf(error));
});
