#!/usr/bin/env node
import './startup/quick-imports.ts';
import { parseArgs } from 'node:util';
import { commands } from './commands/index.ts';
import { initFlagNames, initFlags } from './commands/init/flags.ts';
import { settingsWithFile } from './commands/settings-file.ts';
import { helpIn, languageOf, type CommandName } from './help/help.ts';

const texts = ['lang', 'config', 'anchor', 'to', 'from', ...initFlagNames] as const;

/** The command that an option goes with; the others go with every command. */
const commandOf: Readonly<Partial<Record<string, string>>> = {
  anchor: 'audit verify',
  to: 'backup',
  from: 'restore',
  check: 'restore',
  ...Object.fromEntries(initFlagNames.map((name) => [name, 'init'])),
};
/** What a command does not do without. */
const needed: Readonly<Partial<Record<string, 'to' | 'from'>>> = { backup: 'to', restore: 'from' };

/** What was asked for, or an error that says why it cannot be meant. */
function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      check: { type: 'boolean' },
      ...(Object.fromEntries(texts.map((name) => [name, { type: 'string', multiple: true }])) as Record<
        (typeof texts)[number],
        { type: 'string'; multiple: true }
      >),
    },
  });
  for (const name of texts) if ((values[name]?.length ?? 0) > 1) throw new Error(`--${name} is given twice`);
  const of = (name: (typeof texts)[number]) => values[name]?.[0];
  const lang = of('lang');
  if (lang !== undefined && !/^(vi|en)$/.test(lang)) throw new Error(`--lang is "${lang}"; it must be vi or en`);
  const command = positionals.join(' ');
  for (const name of Object.keys(values)) {
    const goesWith = commandOf[name];
    if (goesWith !== undefined && goesWith !== command) throw new Error(`--${name} goes with ${goesWith} alone`);
  }
  const { help, check } = values;
  const must = needed[command];
  if (must && !of(must) && !help) throw new Error(`${command} needs --${must} and the name of a file`);
  const answers = Object.fromEntries(
    initFlagNames.flatMap((name) => (of(name) && [[initFlags[name], of(name)]]) || []),
  );
  const given = { lang, config: of('config'), anchor: of('anchor'), to: of('to'), from: of('from'), check, answers };
  return { positionals, values: { help, ...given } };
}

/** The language that was asked for. */
let lang: string | undefined;

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
  ({ lang } = values);
  const name = positionals.join(' ');
  const load = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;
  const help = () => helpIn(languageOf(lang, process.env));
  if (values.help) {
    console.log(help());
  } else if (!load) {
    console.error(help());
    process.exitCode = 2;
  } else {
    const run = await load();
    // What makes the file of settings begins without it.
    await run(name === 'init' ? process.env : await settingsWithFile(process.env, values.config), values);
  }
}

// Files that it makes are this user's alone.
process.umask(0o077);
main().catch(async (error: unknown) => {
  process.exitCode = 1;
  const { messageOf } = await import('./commands/failure.ts');
  console.error(messageOf(error, languageOf(lang, process.env)));
});
