import type * as z from 'zod/mini';
import type { Endpoint, Shape } from './endpoint.ts';

/** Endpoints by area and name. */
export type Contract = Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;

/** What a client must know to call an endpoint. */
export interface Operation {
  method: string;
  path: string;
  /** A list, page by page. */
  paged?: boolean;
  /** What is sent is a file, not JSON. */
  sendsFile?: boolean;
  /** The answer is a file, not JSON. */
  givesFile?: boolean;
  /** Every answer is 204, without content. */
  givesNothing?: boolean;
  /** A property that every answer has, `items` if it is paged. JSON without it comes from something in between. */
  gives?: string;
}

/** {@link Operation} by area and name. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** The names that every object of a schema has. */
function givenNames(schema: Shape): string[] {
  const { def } = (schema as z.core.$ZodType)._zod as { def: z.core.$ZodTypeDef };
  if (def.type === 'object') {
    const fields = Object.entries((def as z.core.$ZodObjectDef).shape);
    return fields.filter(([, field]) => field._zod.optout !== 'optional').map(([name]) => name);
  }
  if (def.type !== 'union') return [];
  const [first = [], ...others] = (def as z.core.$ZodUnionDef).options.map(givenNames);
  return first.filter((name) => others.every((names) => names.includes(name)));
}

function operationOf({ method, path, paged, body, response }: Endpoint): Operation {
  const [gives] = response && response !== 'binary' && !paged ? givenNames(response) : [];
  return {
    method,
    path,
    ...(paged && { paged }),
    ...(body === 'binary' && { sendsFile: true }),
    ...(response === 'binary' && { givesFile: true }),
    ...(!response && { givesNothing: true }),
    ...(gives && { gives }),
  };
}

/** All that a client must know to call a contract's endpoints: small, and without schemas. */
export function operationsOf(contract: Contract): Operations {
  return Object.fromEntries(
    Object.entries(contract).map(([area, endpoints]) => [
      area,
      Object.fromEntries(Object.entries(endpoints).map(([name, endpoint]) => [name, operationOf(endpoint)])),
    ]),
  );
}
