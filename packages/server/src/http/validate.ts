import { fieldIssues, type Endpoint, type Shape } from '@dvk/sdk/contract';
import * as z from 'zod/mini';
import { HttpProblem, refuseFields } from '../problems/problem.ts';

/** The contract hides its schemas behind `Shape` to keep type checking fast; here they are schemas again. */
const schemaOf = (shape: Shape) => shape as unknown as z.ZodMiniType;

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

/** A parameter given twice becomes a list, so that a schema of one value refuses it. */
export function checkQuery(shape: Shape, query: URLSearchParams): unknown {
  const input: Record<string, string | string[]> = Object.create(null);
  for (const name of query.keys()) {
    const values = query.getAll(name);
    input[name] = values.length === 1 ? values[0]! : values;
  }
  return check(shape, { ...input }, '/query');
}

export function checkHeaders(shape: Shape, headers: Headers): unknown {
  return check(shape, Object.fromEntries(headers), '/headers');
}

export function checkBody(shape: Shape, body: unknown): unknown {
  return check(shape, body, '');
}

/** An answer that breaks the contract: a fault of ours. */
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
