import { tenantOf } from '../config.ts';
import { languageOf } from '../help/help.ts';
import { explainToken } from '../sign-in/explain.ts';
import { signInSettings } from '../sign-in/settings.ts';
import type { Command } from './command.ts';

/** Longer than any token that is taken. */
const longestInput = 64 * 1024;

async function readInput(): Promise<string> {
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) {
    text += String(piece);
    if (text.length > longestInput) break;
  }
  return text;
}

export const authExplain: Command = async (environment, { lang }) => {
  const { tokens } = await signInSettings(environment);
  const locale = languageOf(lang, environment);
  const { lines, isTaken } = await explainToken(await readInput(), { tokens, tenant: tenantOf(environment), locale });
  console.log(lines.join('\n'));
  if (!isTaken) process.exitCode = 1;
};
