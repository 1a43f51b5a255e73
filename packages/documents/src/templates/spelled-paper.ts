import type { Paper } from '../papers/paper.ts';
import { spell, type Tones } from '../spelling/spelling.ts';

/** A paper whose own words are spelled in one way. Tags keep their names, which are known in any tones. */
export function spelledPaper(paper: Paper, tones: Tones | undefined): Paper {
  if (!tones) return paper;
  const { profile, ...rest } = paper;
  return {
    ...(spelled(rest, tones) as Omit<Paper, 'profile'>),
    profile: spelled(profile, tones) as Paper['profile'],
  };
}

function spelled(value: unknown, mode: Tones): unknown {
  if (typeof value === 'string') return outsideTags(value, mode);
  if (Array.isArray(value)) return value.map((each) => spelled(each, mode));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spelled(each, mode)]));
}

const outsideTags = (text: string, mode: Tones): string =>
  text
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? part : spell(part, mode)))
    .join('');
