import type { Endpoint } from './endpoint.ts';

/** Endpoints by area and name. */
export type Contract = Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;

/** Endpoints by area, one line each: method, path, then `paged`, `file` (the body) and `binary` (the response). */
export type Operations = Readonly<Record<string, Readonly<Record<string, string>>>>;

function line({ method, path, paged, body, response }: Endpoint): string {
  return [method, path, paged && 'paged', body === 'binary' && 'file', response === 'binary' && 'binary']
    .filter(Boolean)
    .join(' ');
}

/** All that a client must know to call a contract's endpoints: small, and without schemas. */
export function operationsOf(contract: Contract): Operations {
  return Object.fromEntries(
    Object.entries(contract).map(([area, endpoints]) => [
      area,
      Object.fromEntries(Object.entries(endpoints).map(([name, endpoint]) => [name, line(endpoint)])),
    ]),
  );
}
