import { english } from './en.ts';
import type { Described, HelpText } from './help-text.ts';
import { vietnamese } from './vi.ts';

export type { CommandName } from './help-text.ts';

/** The languages of the help. */
export const helpTexts: Readonly<Record<'en' | 'vi', HelpText>> = { en: english, vi: vietnamese };

/** The environment variables that the command line knows. */
export const variableNames: readonly string[] = english.settings.flatMap(({ variables }) => Object.keys(variables));

const lineLength = 110;

/** Breaks text into lines of at most so many characters. */
export function wrap(text: string, length: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Names in a column, what they are for beside them. */
function list(described: Described, width: number): string {
  return Object.entries(described)
    .map(([name, text]) => {
      const margin = `\n${' '.repeat(width + 4)}`;
      return `  ${name.padEnd(width)}  ${wrap(text, lineLength - width - 4).join(margin)}`;
    })
    .join('\n');
}

const widest = (...names: string[]) => Math.max(...names.map((name) => name.length));

/** What `--help` prints. */
export function helpIn(language: 'en' | 'vi'): string {
  const { about, usage, howToSet, headings, commands, options, settings, examples, more } = helpTexts[language];
  const commandWidth = widest(...Object.keys(commands), ...Object.keys(options));
  const settingWidth = widest(...variableNames);
  return [
    wrap(about, lineLength).join('\n'),
    `${headings.usage}\n  ${usage}`,
    `${headings.commands}\n${list(commands, commandWidth)}`,
    `${headings.options}\n${list(options, commandWidth)}`,
    `${headings.settings}\n${wrap(howToSet, lineLength).join('\n')}`,
    ...settings.map(({ title, variables }) => `${title}\n${list(variables, settingWidth)}`),
    headings.examples,
    ...examples.map(({ title, lines }) => `  ${title}\n${lines.map((line) => `    ${line}`).join('\n')}`),
    wrap(more, lineLength).join('\n'),
  ].join('\n\n');
}

/** The language of the help: as asked for, else as the machine is set. */
export function languageOf(
  asked: string | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): 'en' | 'vi' {
  return /^vi\b|^vi_/i.test(asked ?? (LC_ALL || LC_MESSAGES || LANG || '')) ? 'vi' : 'en';
}
