import type { Endpoint } from './endpoint.ts';

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
}

/** {@link Operation} by area and name. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

function operationOf({ method, path, paged, body, response }: Endpoint): Operation {
  return {
    method,
    path,
    ...(paged && { paged }),
    ...(body === 'binary' && { sendsFile: true }),
    ...(response === 'binary' && { givesFile: true }),
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
