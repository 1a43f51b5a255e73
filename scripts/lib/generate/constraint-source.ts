/** The constraints of bodies and responses as TypeScript source. */
import type { Constraint } from '../../../packages/sdk/src/contract/check-body.ts';

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp);
}

/** With its exact type, where a form may read `casesCreate.fields.title.max`; what leads back to itself can only have the general one. */
function declare(name: string, text: string, isExact: boolean): string {
  if (/^\w+$/.test(text)) return `${name} = ${text};\n`;
  return !isExact || text.includes('get ')
    ? `${name}: Constraint = ${text};\n`
    : `${name} = ${text} as const satisfies Constraint;\n`;
}

/**
 * TypeScript source of constraints: one exported constant each; parts that several share, or that lead back to themselves, are
 * constants of their own.
 * @param isExact - whether each has its own type, whose declarations are many times its length
 */
export function constraintSource(
  named: Readonly<Record<string, Constraint>>,
  about: (name: string) => string,
  isExact: boolean,
): string {
  const uses = new Map<object, number>();
  const count = (value: unknown): void => {
    if (!isPlain(value)) return;
    const before = uses.get(value) ?? 0;
    uses.set(value, before + 1);
    if (before === 0) Object.values(value).forEach(count);
  };
  Object.values(named).forEach(count);

  const lines: string[] = [];
  const names = new Map<object, string>();
  const unfinished = new Set<object>();

  /** Prints a value; `later` tells that it names a constant not yet complete. */
  function print(value: unknown): { text: string; later: boolean } {
    if (!isPlain(value)) return { text: value instanceof RegExp ? String(value) : JSON.stringify(value), later: false };
    const worthNaming = 'is' in value && Object.keys(value).length > 1 && uses.get(value)! > 1;
    if (!worthNaming) return literal(value);
    const known = names.get(value);
    if (known) return { text: known, later: unfinished.has(value) };
    const name = `shared${names.size + 1}`;
    names.set(value, name);
    unfinished.add(value);
    const { text } = literal(value);
    unfinished.delete(value);
    lines.push(`const ${declare(name, text, isExact)}`);
    return { text: name, later: false };
  }

  function literal(value: object): { text: string; later: boolean } {
    if (Array.isArray(value)) {
      const items = value.map(print);
      return { text: `[${items.map(({ text }) => text).join(', ')}]`, later: items.some(({ later }) => later) };
    }
    const properties = Object.entries(value).map(([key, item]) => {
      const { text, later } = print(item);
      const name = /^[a-z]\w*$/i.test(key) ? key : JSON.stringify(key);
      return later ? `get ${name}() { return ${text}; }` : `${name}: ${text}`;
    });
    return { text: `{ ${properties.join(', ')} }`, later: false };
  }

  for (const [name, constraint] of Object.entries(named)) {
    const { text } = print(constraint);
    lines.push(`/** ${about(name)} */\nexport const ${declare(name, text, isExact)}`);
  }
  return lines.join('');
}
