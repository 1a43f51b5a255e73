#!/usr/bin/env node
import './startup/quick-imports.ts';
import { parseArgs } from 'node:util';
import { commands } from './commands/index.ts';
import { helpIn, languageOf, type CommandName } from './help/help.ts';

/** The command that an option goes with. */
const commandOf = { anchor: 'audit verify', to: 'backup', from: 'restore', check: 'restore' } as const;
/** What a command does not do without. */
const needed: Readonly<Partial<Record<string, 'to' | 'from'>>> = { backup: 'to', restore: 'from' };

/** What was asked for, or an error that says why it cannot be meant. */
function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string', multiple: true },
      anchor: { type: 'string', multiple: true },
      to: { type: 'string', multiple: true },
      from: { type: 'string', multiple: true },
      check: { type: 'boolean' },
    },
  });
  for (const name of ['lang', 'anchor', 'to', 'from'] as const)
    if ((values[name]?.length ?? 0) > 1) throw new Error(`--${name} is given twice`);
  const [lang] = values.lang ?? [];
  if (lang !== undefined && !/^(vi|en)$/.test(lang)) throw new Error(`--lang is "${lang}"; it must be vi or en`);
  const command = positionals.join(' ');
  for (const name of ['anchor', 'to', 'from', 'check'] as const)
    if (values[name] !== undefined && commandOf[name] !== command)
      throw new Error(`--${name} goes with ${commandOf[name]} alone`);
  const must = needed[command];
  if (must && !values[must]?.[0] && !values.help) throw new Error(`${command} needs --${must} and the name of a file`);
  const { help, check } = values;
  const given = { lang, anchor: values.anchor?.[0], to: values.to?.[0], from: values.from?.[0], check };
  return { positionals, values: { help, ...given } };
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
