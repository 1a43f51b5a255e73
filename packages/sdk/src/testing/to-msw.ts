import { http, HttpResponse, type HttpHandler } from 'msw';
import * as z from 'zod/mini';
import type { Endpoint, ReceivedOf, ResponseOf, Shape } from '../contract/endpoint.ts';
import type { Contract } from '../contract/operations.ts';
import type { FieldIssue } from '../contract/field-errors.ts';
import { readQuery } from '../contract/read-query.ts';
import { fieldIssues } from '../contract/zod-issues.ts';
import { isReply, problem, reply, type Reply } from './replies.ts';

/** What a resolver gets: the parts of the request, checked, and the request itself. */
export type MockRequest<E extends Endpoint> = ReceivedOf<E> & { request: Request };

/** Answers one endpoint: data of the contract's shape, or a {@link Reply}. */
export type Resolver<E extends Endpoint> = (
  request: MockRequest<E>,
) => ResponseOf<E> | Reply | Promise<ResponseOf<E> | Reply>;

/** Resolvers, or fixed replies, for the endpoints a test or story needs. */
export type MockHandlers<A extends Contract> = {
  readonly [Area in keyof A]?: { readonly [Name in keyof A[Area]]?: Resolver<A[Area][Name]> | Reply };
};

/**
 * MSW handlers of a contract. Requests are checked as the server checks them – malformed ones are refused with the same problem –
 * and responses too: one that breaks the contract is an error of the test, not of the code under test.
 *
 * @param baseUrl - where `/v1` is found; `''` for the page's own origin
 *
 * @example
 * const worker = setupWorker(...toMsw(api, '', {cases: {track: ({params}) => publicCase(params.code)}}));
 */
export function toMsw<const A extends Contract>(
  contract: A,
  baseUrl: string,
  handlers: MockHandlers<A>,
): HttpHandler[] {
  const routes = Object.entries(handlers as MockHandlers<Contract>).flatMap(([area, resolvers]) =>
    Object.entries(resolvers ?? {}).map(([name, resolver]) => ({ endpoint: contract[area]![name]!, resolver })),
  );
  // `/v1/units/mine` before `/v1/units/{id}`: the first that fits is used.
  const variables = ({ endpoint }: (typeof routes)[number]) => endpoint.path.split('{').length;
  routes.sort((a, b) => variables(a) - variables(b));
  return routes.map(({ endpoint, resolver }) => mock(endpoint, baseUrl, resolver as Resolver<Endpoint> | Reply));
}

function mock(endpoint: Endpoint, baseUrl: string, resolver: Resolver<Endpoint> | Reply): HttpHandler {
  const method = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>;
  const path = baseUrl.replace(/\/$/, '') + endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  return http[method](path, async ({ request, params }) => {
    const answer = await answerTo(endpoint, resolver, request, params);
    return toResponse(endpoint, answer);
  });
}

async function answerTo(
  endpoint: Endpoint,
  resolver: Resolver<Endpoint> | Reply,
  request: Request,
  params: object,
): Promise<Reply> {
  if (isReply(resolver)) return resolver;
  if (endpoint.method === 'POST' && !request.headers.has('idempotency-key')) return problem('idempotency-key-missing');
  if (endpoint.etag === 'required' && !request.headers.has('if-match')) return problem('precondition-required');

  const parts: Record<string, unknown> = {};
  const found: FieldIssue[] = [];
  const take = (part: 'params' | 'query' | 'headers' | 'body', input: unknown, root: string) => {
    const { value, issues } = parse(endpoint[part], input, root);
    parts[part] = value;
    found.push(...issues);
  };
  if (endpoint.params) take('params', params, '/params');
  // An identifier of the wrong form names nothing.
  if (found.length > 0) return problem('not-found');
  if (endpoint.query) take('query', readQuery(endpoint.query, new URL(request.url).searchParams), '/query');
  if (endpoint.headers) take('headers', Object.fromEntries(request.headers), '/headers');
  if (endpoint.body === 'binary') parts['body'] = await request.clone().blob();
  else if (endpoint.body) {
    const body: unknown = await request
      .clone()
      .json()
      .catch(() => undefined);
    if (body === undefined) return problem('malformed-request');
    take('body', body, '');
  }
  if (found.length > 0) return problem('validation-failed', { errors: found });

  const answer = await resolver({ ...parts, request } as MockRequest<Endpoint>);
  return isReply(answer) ? answer : reply(answer);
}

function parse(shape: Shape | 'binary' | undefined, input: unknown, root: string) {
  const { data, error } = z.safeParse(shape as z.ZodMiniType, input);
  return { value: data, issues: error ? fieldIssues(error.issues, input, root) : [] };
}

async function toResponse(endpoint: Endpoint, answer: Reply): Promise<Response> {
  if (answer.kind === 'offline') return HttpResponse.error();
  if (answer.kind === 'problem')
    return HttpResponse.json(answer.problem, {
      status: answer.problem.status,
      headers: { 'content-type': 'application/problem+json', ...answer.headers },
    });

  const { response, status = 200, method, path } = endpoint;
  const { data, etag = (data as { etag?: unknown } | undefined)?.etag } = answer;
  const init = { status, headers: { ...(typeof etag === 'string' && { etag }), ...answer.headers } };
  if (response === undefined) return new HttpResponse(null, init);
  if (response === 'binary') return new HttpResponse(await (data as Blob).arrayBuffer(), init);
  const { value, issues } = parse(response, data, '');
  if (issues.length > 0) {
    const faults = issues.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
    throw new Error(`The mock of ${method} ${path} does not keep to the contract: ${faults}`);
  }
  return HttpResponse.json(value as object, init);
}
