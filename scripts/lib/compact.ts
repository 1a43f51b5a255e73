import { transformSync } from 'esbuild';
import { parseSync, type Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
interface Edit {
  start: number;
  end: number;
  text: string;
}
interface Property extends Node {
  key: Node & { name?: string };
}

/**
 * Makes the sources of a page's file smaller where minifiers do not look: white space in `html` templates, style
 * sheets in `css` templates and – for a file in Vietnamese only – the English half of sentences in both languages.
 */
export function compactPlugin({ onlyVietnamese }: { onlyVietnamese: boolean }): Plugin {
  return {
    name: 'compact',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]packages[\\/](?:elements|sdk)[\\/]src[\\/].*\.ts$/.test(id)) return undefined;
      return { code: compact(code, onlyVietnamese), map: null };
    },
  };
}

/** See {@link compactPlugin}. */
export function compact(code: string, onlyVietnamese: boolean): string {
  const edits: Edit[] = [];
  walk(parseSync('module.ts', code).program, (node) => {
    if (node.type === 'TaggedTemplateExpression') edits.push(...compactTemplate(code, node));
    if (onlyVietnamese && node.type === 'ObjectExpression') edits.push(...withoutEnglish(code, node));
  });
  return apply(code, edits);
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && 'start' in value) visit(value as Node);
    for (const each of Object.values(value)) walk(each, visit);
  }
}

interface Quasi extends Node {
  value: { raw: string };
}

/** White space of a template becomes one space, so that what is drawn is the same; a style sheet is minified. */
function compactTemplate(code: string, node: Node): Edit[] {
  const tag = (node['tag'] as Node & { name?: string }).name;
  const { quasis } = node['quasi'] as Node & { quasis: Quasi[] };
  const smaller =
    tag === 'html'
      ? (raw: string) => raw.replace(/\s+/g, ' ')
      : tag === 'css' && quasis.length === 1
        ? minifySheet
        : undefined;
  if (!smaller) return [];
  return quasis.map(({ start, value: { raw } }) => {
    // In TypeScript the node begins at the delimiter before the text.
    const from = code.startsWith(raw, start) ? start : start + 1;
    return { start: from, end: from + raw.length, text: smaller(raw) };
  });
}

function minifySheet(raw: string): string {
  const { code } = transformSync(raw.replaceAll('\\\\', '\\'), { loader: 'css', minify: true });
  return code.trim().replaceAll('\\', '\\\\');
}

/** `{vi: …, en: …}` loses its English. */
function withoutEnglish(code: string, node: Node): Edit[] {
  const properties = (node['properties'] as Property[]).filter(({ type }) => type === 'Property');
  const names = properties.map(({ key }) => key.name);
  const english = properties[names.indexOf('en')];
  if (!english || !names.includes('vi')) return [];
  const comma = /^\s*,/.exec(code.slice(english.end))?.[0].length ?? 0;
  return [{ start: english.start, end: english.end + comma, text: '' }];
}

/** Inner edits of an outer one that is cut out go with it. */
function apply(code: string, edits: Edit[]): string {
  let done = '';
  let at = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    done += code.slice(at, start) + text;
    at = end;
  }
  return done + code.slice(at);
}
