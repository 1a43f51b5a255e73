import type * as z from 'zod/mini';
import type { Shape } from './endpoint.ts';

type Schema = z.core.$ZodTypes;

function isList(schema: Schema): boolean {
  const { def } = schema._zod;
  return def.type === 'array' || ('innerType' in def && isList(def.innerType as Schema));
}

/** The names of the parameters that the schema of a query takes several times. */
function listsOf(shape: Shape): ReadonlySet<string> {
  const { def } = (shape as Schema)._zod;
  const fields = def.type === 'object' ? Object.entries(def.shape as Record<string, Schema>) : [];
  return new Set(fields.filter(([, field]) => isList(field)).map(([name]) => name));
}

/**
 * The parameters of an address, for the schema of its query: what takes several values is always a list. Any other
 * parameter given twice becomes one too, so that its schema refuses it.
 */
export function readQuery(shape: Shape, query: URLSearchParams): Record<string, string | string[]> {
  const lists = listsOf(shape);
  const given = new Map<string, string[]>();
  for (const [name, value] of query) {
    const values = given.get(name);
    if (values) values.push(value);
    else given.set(name, [value]);
  }
  return Object.fromEntries(
    [...given].map(([name, values]) => [name, lists.has(name) || values.length > 1 ? values : values[0]!]),
  );
}
