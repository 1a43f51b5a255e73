import type { DXT } from 'docxtemplater';
import { faultOf, type TemplateFault } from './template-error.ts';
import { tagName, type Value, type Values } from './template.ts';

/** Letters of the text around a tag that a fault shows. */
const shown = 60;

/** The text of a piece of Word's XML, and where its paragraphs end. */
const textIn = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const written = (part: DXT.Part): string => {
  if (part.type !== 'placeholder') return textIn(part.value);
  const sign = part.module === 'loop' ? (part.inverted ? '^' : '#') : '';
  return `{${sign}${part.value}}`;
};

/** The line that a tag stands on. */
function lineAround(parts: readonly DXT.Part[], at: number): string {
  const before = parts
    .slice(Math.max(0, at - 40), at)
    .map(written)
    .join('')
    .split('\n')
    .at(-1)!;
  const after = parts
    .slice(at + 1, at + 40)
    .map(written)
    .join('')
    .split('\n')[0]!;
  const line = `${before.slice(-shown)}${written(parts[at]!)}${after.slice(0, shown)}`;
  return line.replaceAll(/\s+/g, ' ').trim();
}

/** How far one name is from another: letters changed, left out, put in. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to++)
      next.push(Math.min(next[to]! + 1, row[to + 1]! + 1, row[to]! + (one[at] === other[to] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}

const bare = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

/** The known name nearest to one that is not known; empty where none is near. */
function nearest(name: string, known: Iterable<string>): string {
  let best = '';
  let least = Math.max(2, name.length / 3);
  const plain = bare(name.slice(0, 100));
  for (const each of known) {
    const far = distance(plain, bare(each));
    if (far < least) [best, least] = [each, far];
  }
  return best;
}

const isList = (value: Value | undefined): value is readonly Values[] => Array.isArray(value);

/** Names known where a tag stands: those of the lists around it, the nearest first, then those of the paper. */
type Scope = readonly Values[];

const find = (scope: Scope, name: string): Value | undefined => {
  for (const values of scope) if (Object.hasOwn(values, name)) return values[name];
  return undefined;
};

/**
 * Looks whether each tag of a parsed template is one that the paper has, and stands where it has a value. A list may be opened only where its
 * lines belong – not in its own line or that of another list, where a small template would unfold without end.
 */
function check(parts: readonly DXT.Part[], scope: Scope, faults: TemplateFault[]): void {
  for (const [at, part] of parts.entries()) {
    if (part.type !== 'placeholder') continue;
    const name = tagName(part.value);
    const place = { variable: part.value.trim(), where: lineAround(parts, at) };
    const names = scope.flatMap((values) => Object.keys(values));
    if (part.module === 'loop') {
      const value = find(scope, name);
      const isOwn = isList(value) && !Object.hasOwn(scope[0]!, name);
      if (value === undefined || isOwn)
        faults.push(faultOf('unknown-list', { ...place, hint: isOwn ? '' : nearest(name, names) }));
      const inner = isList(value) && !part.inverted && !isOwn ? [value[0] ?? {}, ...scope] : scope;
      check(part.subparsed ?? [], inner, faults);
    } else if (part.module) faults.push(faultOf('tag-not-allowed', place));
    else {
      const value = find(scope, name);
      if (value === undefined) faults.push(faultOf('unknown-variable', { ...place, hint: nearest(name, names) }));
      else if (isList(value)) faults.push(faultOf('not-a-text', place));
    }
  }
}

/** A part of docxtemplater that looks at every tag, in the order of the text, before anything is filled in. */
export function tagCheck(known: Values, faults: TemplateFault[]): DXT.Module {
  return {
    name: 'TagCheck',
    set({ inspect }: { inspect?: { postparsed?: readonly DXT.Part[] } }) {
      if (inspect?.postparsed) check(inspect.postparsed, [known], faults);
    },
  };
}
