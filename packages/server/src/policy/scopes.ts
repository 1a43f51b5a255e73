import { api } from '@dvk/sdk/api';
import type { Scope } from '@dvk/sdk/accounts';
import type { Endpoint } from '@dvk/sdk/contract';
import { HttpProblem } from '../problems/problem.ts';

const areaOf: ReadonlyMap<Endpoint, string> = new Map(
  Object.entries(api).flatMap(([area, endpoints]) => Object.values<Endpoint>(endpoints).map((each) => [each, area])),
);

/** Lets a program do what its scopes name, and ask who it is; people have no scopes. */
export function requireScope(endpoint: Endpoint, { scopes }: { scopes?: readonly Scope[] }): void {
  const area = areaOf.get(endpoint);
  if (!scopes || area === 'session') return;
  const needed = `${area}:${endpoint.method === 'GET' ? 'read' : 'write'}`;
  if (scopes.some((scope) => scope === needed)) return;
  throw new HttpProblem('forbidden', {
    detail: { vi: `Khóa này không có phạm vi “${needed}”.`, en: `This key does not have the scope “${needed}”.` },
    reason: `the service key lacks ${needed}`,
  });
}
