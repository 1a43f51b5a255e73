import { fieldIssues, readQuery, toPointer, type Endpoint, type FieldIssue, type Shape } from '@dvk/sdk/contract';
import * as z from 'zod/mini';
import { HttpProblem, refuseFields } from '../problems/problem.ts';

/** The contract hides its schemas behind `Shape` to keep type checking fast; here they are schemas again. */
const schemaOf = (shape: Shape) => shape as unknown as z.ZodMiniType;

/**
 * The first list with more items than its schema allows. The schema itself would look at every item before it counts
 * them, and a megabyte holds half a million.
 */
function overlongList(schema: z.core.$ZodType, value: unknown, path: PropertyKey[] = []): FieldIssue | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ('innerType' in def) return overlongList(def.innerType, value, path);
  if (def.type === 'array' && Array.isArray(value)) {
    const max = mostItems(def);
    if (value.length > max) return { pointer: toPointer(path), code: 'too-many', params: { max } };
    return firstFound(value.entries(), ([index, item]) => overlongList(def.element, item, [...path, index]));
  }
  if (def.type === 'object' && typeof value === 'object' && value !== null) {
    return firstFound(Object.entries(def.shape), ([name, field]) =>
      overlongList(field, (value as Record<string, unknown>)[name], [...path, name]),
    );
  }
  return undefined;
}

function mostItems({ checks = [] }: z.core.$ZodArrayDef): number {
  const defs = checks.map((check) => check._zod.def as z.core.$ZodCheckMaxLengthDef);
  return Math.min(...defs.map((def) => (def.check === 'max_length' ? def.maximum : Infinity)));
}

function firstFound<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Checks one part of a request; `root` is put before the pointers. */
function check(shape: Shape, input: unknown, root: string): unknown {
  const result = z.safeParse(schemaOf(shape), input);
  if (!result.success) refuseFields(fieldIssues(result.error.issues, input, root));
  return result.data;
}

/** A path parameter that cannot be one names nothing: that is "not found", whatever else is wrong. */
export function checkParams(shape: Shape, params: Record<string, string>): unknown {
  const result = z.safeParse(schemaOf(shape), params);
  if (!result.success) throw new HttpProblem('not-found');
  return result.data;
}

export function checkQuery(shape: Shape, query: URLSearchParams): unknown {
  return check(shape, readQuery(shape, query), '/query');
}

export function checkHeaders(shape: Shape, headers: Headers): unknown {
  return check(shape, Object.fromEntries(headers), '/headers');
}

export function checkBody(shape: Shape, body: unknown): unknown {
  const overlong = overlongList(schemaOf(shape), body);
  if (overlong) refuseFields([overlong]);
  return check(shape, body, '');
}

/** A response that breaks the contract: a fault of the server. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach';
}

/** What may leave: the fields the contract names, and nothing else. */
export function checkResponse(endpoint: Endpoint, body: unknown): unknown {
  if (!endpoint.response || endpoint.response === 'binary') return body;
  const result = z.safeParse(schemaOf(endpoint.response), body);
  if (result.success) return result.data;
  // Paths and kinds only: the values may be personal.
  const faults = result.error.issues.map(({ code, path }) => `${path.join('/')}: ${code}`);
  throw new ContractBreach(`${endpoint.method} ${endpoint.path} answers outside the contract: ${faults.join(', ')}`);
}
