import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tableUnder } from './glossary.ts';
import { root } from './run.ts';

/**
 * Where words for people stand: catalogues and templates, names and messages of the SDK, problems of the server, pages of the sample
 * portal, guides.
 */
const places = [
  'packages/elements/src/**/*.ts',
  'packages/{sdk,server}/src/**/*.ts',
  'examples/portal/{layout.html,pages/*.html,public/*.js,src/*.ts}',
  '{README,docs/guides/*}.vi.md',
];
/** Tests quote wrong words, and the data of rubrics quotes issued texts. */
const notRead = /\.test\.ts$|\.bench\.ts$|\/testkit\/|\/rubrics\/data\/|\/generated\//;
/** What citizens alone read; the rest of the catalogues is for officers or for both. */
const forCitizens = /\/(?:case-form|complaint-tracker|found-case|scan)\/|^examples\/portal\//;
/** A letter that Vietnamese has and English has not: a line without one holds no Vietnamese words. */
const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
const comment = /^\s*(?:\/\/|\/?\*)|<!--/;

interface Rule {
  pattern: RegExp;
  say: string;
  citizensOnly: boolean;
}

/** A whole word or phrase in either case; in `/…/`, a pattern, in which case counts. */
function toPattern(written: string): RegExp {
  const [, pattern] = /^`\/(.+)\/`$/.exec(written) ?? [];
  return pattern ? new RegExp(pattern, 'u') : new RegExp(`(?<!\\p{L})${written}(?!\\p{L})`, 'iu');
}

/**
 * Holds the Vietnamese words that people read against the glossary: `docs/glossary.md` names the words that are not used, what
 * stands instead, and the places where they stand for a reason.
 * @param base the folder of the workspace
 * @returns what is wrong, a line each
 */
export function checkWords(base = root): string[] {
  const glossary = readFileSync(path.join(base, 'docs/glossary.md'), 'utf8');
  const rules = tableUnder(glossary, 'Words that are not used').flatMap<Rule>(([written = '', say = '', readers]) =>
    written.split(', ').map((word) => ({ pattern: toPattern(word), say, citizensOnly: readers === 'citizens' })),
  );
  const exceptions = tableUnder(glossary, 'Where they stand all the same').map(([text = '', file = '']) => ({
    text,
    file,
    used: false,
  }));
  const found: string[] = [];
  for (const file of places.flatMap((pattern) => globSync(pattern, { cwd: base })).sort()) {
    if (notRead.test(file)) continue;
    for (const [at, line] of readFileSync(path.join(base, file), 'utf8').split('\n').entries()) {
      if (comment.test(line) || !vietnamese.test(line)) continue;
      for (const { pattern, say, citizensOnly } of rules) {
        const [word] = pattern.exec(line) ?? [];
        if (word === undefined || (citizensOnly && !forCitizens.test(file))) continue;
        const exception = exceptions.find(
          ({ text, file: where }) => file.startsWith(where) && line.includes(text) && pattern.test(text),
        );
        if (exception) exception.used = true;
        else found.push(`${file}:${at + 1}: “${word.trim()}” – say “${say}”`);
      }
    }
  }
  for (const { text, file, used } of exceptions)
    if (!used) found.push(`docs/glossary.md: the exception “${text}” in ${file} is not needed`);
  return found;
}
