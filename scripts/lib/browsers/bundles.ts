/**
 * What a built file uses that a supported browser lacks – the code of dependencies too. Without types a method is known by its name
 * alone: it counts when no built-in of that name is there, and the file has none of its own.
 */
import type { Identifier } from '@mdn/browser-compat-data';
import { parseSync } from 'vite';
import { entryOf } from './apis.ts';
import { askedFor, askedInBundles } from './exceptions.ts';
import type { Lacking } from './lacking.ts';
import { api, builtins, entry, lackedBy } from './table.ts';

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}
interface Named extends Node {
  name?: string;
  value?: unknown;
}

/** Every name a built-in has as a member, with the entries of all. One word of the DOM (`actions`) is anybody's. */
const members = new Map<string, Identifier[]>();
function remember(owners: object, isTelling: (name: string) => boolean): void {
  for (const owner of Object.values(owners) as Record<string, Identifier>[])
    for (const [name, member] of Object.entries(owner)) {
      const plain = name.replace(/_static$/, '');
      if (name !== '__compat' && isTelling(plain)) members.set(plain, [...(members.get(plain) ?? []), member]);
    }
}
remember(builtins, () => true);
remember(builtins['Intl']!, () => true);
remember(api, (name) => /^[a-z]+[A-Z]/.test(name));

/** Who lacks a method whatever it is called on. */
function lackedEverywhere(name: string): string[] {
  const entries = members.get(name) ?? [];
  const [first = [], ...others] = entries.map(lackedBy);
  return first.filter((browser) => others.every((each) => each.includes(browser)));
}

/** @param where of the code, e.g. its file */
export function findLackingInBundle(code: string, where: string): Lacking[] {
  const { program } = parseSync('bundle.js', code);
  const own = new Set<string>();
  const declared = new Set<string>();
  walk(program, (node) => {
    if (/Property|MethodDefinition/.test(node.type)) own.add(nameOf(node['key']) ?? '');
    if (node.type === 'AssignmentExpression' && (node['left'] as Node).type === 'MemberExpression')
      own.add(nameOf((node['left'] as Node)['property']) ?? '');
    for (const each of [node['id'], node['params'], node['local']].flat()) declared.add(nameOf(each) ?? '');
  });

  const found = new Map<string, Lacking>();
  const tell = (what: string, by: string[], node: Node): void => {
    if (by.length === 0 || what in askedFor || what in askedInBundles || found.has(what)) return;
    found.set(what, {
      where: `${where}: …${code.slice(node.start, node.start + 60).replaceAll(/\s+/g, ' ')}`,
      what,
      by,
    });
  };
  const tellMember = (node: Node): void => {
    const name = nameOf(node['property'])!;
    const owner = nameOf(node['object']);
    const exact = owner && !declared.has(owner) ? entryOf(owner, name) : undefined;
    if (exact) tell(`${owner}.${name}`, lackedBy(exact), node);
    else if (!own.has(name) && !node['optional']) tell(`.${name}()`, lackedEverywhere(name), node);
  };
  walk(program, (node) => {
    if (node.type === 'NewExpression' || (node.type === 'CallExpression' && !node['optional'])) {
      const callee = node['callee'] as Node;
      if (callee.type === 'MemberExpression' && !callee['computed']) tellMember(callee);
      const name = nameOf(callee);
      if (name && !declared.has(name)) tell(name, lackedBy(entryOf(undefined, name)), node);
    } else if (node.type === 'Literal' && node['regex']) {
      const { flags, pattern } = node['regex'] as { flags: string; pattern: string };
      if (flags.includes('v')) tell('RegExp /…/v', lackedBy(entry(builtins['RegExp'], 'unicodeSets')), node);
      if (/\(\?[ims]*-?[ims]+:/.test(pattern)) tell('RegExp (?i:…)', ['all'], node);
    }
  });
  return [...found.values()];
}

function nameOf(node: unknown): string | undefined {
  const { type, name, value } = (node ?? {}) as Named;
  if (type === 'Identifier' || type === 'PrivateIdentifier') return name;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

/** What only runs after a look whether it is there – `typeof X`, `X?.y` – is not walked into. */
function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (node.type === 'UnaryExpression' && node['operator'] === 'typeof') return;
    if (typeof node.type === 'string') visit(node);
    for (const each of Object.values(node)) walk(each, visit);
  }
}
