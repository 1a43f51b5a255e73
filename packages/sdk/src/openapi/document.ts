import type * as z from 'zod/mini';
import * as areas from '../api/areas.ts';
import type { Endpoint, Shape } from '../contract/endpoint.ts';
import type { Contract } from '../contract/operations.ts';
import { Problem, problems, problemType, type ProblemCode } from '../contract/problems.ts';
import { LegalBasis } from '../law/legal-basis.ts';
import { jsonSchemas, type JsonSchema } from './json-schemas.ts';

export interface OpenApiInfo {
  title: string;
  version: string;
  description?: string;
  /** Addresses under which `/v1` is found. */
  servers?: readonly string[];
}

/** An OpenAPI 3.1 document as plain JSON. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description?: string };
  servers?: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: Record<string, Record<string, unknown>>;
}

interface Operation {
  id: string;
  area: string;
  endpoint: Endpoint;
}

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** Problems an endpoint can respond with: its own, and those of its method, body and roles. */
function problemsOf({ method, body, query, headers, etag, roles, recentSignIn, errors = [] }: Endpoint): ProblemCode[] {
  const codes: (ProblemCode | false | undefined)[] = [
    ...errors,
    'malformed-request',
    method !== 'GET' && 'idempotency-key-missing',
    method !== 'GET' && 'idempotency-key-reused',
    method !== 'GET' && 'request-in-progress',
    method !== 'GET' && 'subject-mismatch',
    // Also where no sign-in is needed: an invalid token is refused, never ignored.
    'unauthenticated',
    recentSignIn && 'sign-in-again',
    !(roles.includes('anonymous') && roles.includes('citizen')) && 'forbidden',
    etag === 'required' && 'precondition-failed',
    etag === 'required' && 'precondition-required',
    body && 'payload-too-large',
    body && 'unsupported-media-type',
    ((body && body !== 'binary') || query || headers) && 'validation-failed',
    'rate-limited',
    'headers-too-large',
    'internal-error',
    'unavailable',
  ];
  return [...new Set(codes.filter((code) => code !== false && code !== undefined))];
}

function problemResponses(endpoint: Endpoint): Record<string, unknown> {
  const possible = problemsOf(endpoint);
  const statuses = new Set(possible.map((code) => problems[code].status));
  const responseFor = (status: number) => ({
    description: possible
      .filter((code) => problems[code].status === status)
      .map((code) => `\`${problemType(code)}\`: ${problems[code].en}`)
      .join(' · '),
    ...((status === 429 || status === 503) && { headers: { 'Retry-After': ref('headers', 'RetryAfter') } }),
    content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
  });
  return Object.fromEntries([...statuses].sort((a, b) => a - b).map((status) => [String(status), responseFor(status)]));
}

/** The fields of an object schema as parameters. */
function parametersIn(location: 'path' | 'query' | 'header', schema: JsonSchema | undefined): unknown[] {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: object; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: location,
    required: required.includes(name),
    schema: property,
  }));
}

function requestBody(body: Endpoint['body'], schema: JsonSchema | undefined): Record<string, unknown> {
  if (body === undefined) return {};
  const content = body === 'binary' ? { 'application/octet-stream': {} } : { 'application/json': { schema } };
  return { requestBody: { required: true, content } };
}

function success({ response, etag }: Endpoint, schema: JsonSchema | undefined): Record<string, unknown> {
  return {
    description: 'Done',
    headers: { 'X-Request-Id': ref('headers', 'RequestId'), ...(etag && { ETag: ref('headers', 'ETag') }) },
    ...(response !== undefined && {
      content: response === 'binary' ? { 'application/octet-stream': {} } : { 'application/json': { schema } },
    }),
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'One key for one logical request; sent again with the same key it is carried out once. Signed out, use a random one of 22 characters or more, such as a UUID: a shorter one is known only from the same address.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const components = {
  parameters: {
    IdempotencyKey: { ...idempotencyKey, required: true },
    OptionalIdempotencyKey: idempotencyKey,
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: true,
      description: 'The `ETag` of the version that the change is based on.',
      schema: { type: 'string' },
    },
    ExpectedSubject: {
      name: 'Dvk-Expected-Subject',
      in: 'header',
      description:
        'The `subjectTag` of the session that the page was shown for. The change is refused if another person is signed in meanwhile, as the tabs of a browser share their cookies.',
      schema: { type: 'string' },
    },
    AcceptLanguage: {
      name: 'Accept-Language',
      in: 'header',
      description: 'Language of sentences: `vi` (default) or `en`.',
      schema: { type: 'string' },
    },
  },
  headers: {
    ETag: { description: 'Version of the resource, quoted.', schema: { type: 'string' } },
    RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
    RequestId: { description: 'Id of the request: quote it when asking for help.', schema: { type: 'string' } },
  },
  securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
};

/** Schemas with a name of their own: what the areas export that begins with a capital. */
function namedSchemas(): Record<string, z.core.$ZodType> {
  const exported = Object.values(areas)
    .flatMap(({ schemas }) => Object.entries<unknown>(schemas))
    .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'object' && value !== null && '_zod' in value)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { LegalBasis, Problem, ...(Object.fromEntries(exported) as Record<string, z.core.$ZodType>) };
}

/**
 * The OpenAPI 3.1 document of a contract. `x-roles` lists who may call an operation.
 *
 * @example openApiDocument(api, {title: 'Dân vận khéo', version: '1.0.0'})
 */
export function openApiDocument(contract: Contract, { servers, ...info }: OpenApiInfo): OpenApiDocument {
  const operations: Operation[] = Object.entries(contract).flatMap(([area, endpoints]) =>
    Object.entries(endpoints).map(([name, endpoint]) => ({
      id: area + name[0]!.toUpperCase() + name.slice(1),
      area,
      endpoint,
    })),
  );

  const inputs = new Map<string, z.core.$ZodType>();
  const outputs = new Map<string, z.core.$ZodType>();
  const add = (shapes: Map<string, z.core.$ZodType>, key: string, shape: Shape | 'binary' | undefined) => {
    if (shape !== undefined && shape !== 'binary') shapes.set(key, shape as z.core.$ZodType);
  };
  for (const { id, endpoint } of operations) {
    for (const part of ['params', 'query', 'headers', 'body'] as const) add(inputs, `${id}.${part}`, endpoint[part]);
    add(outputs, `${id}.response`, endpoint.response);
  }
  const schemas = jsonSchemas(namedSchemas(), inputs, outputs);

  const paths: OpenApiDocument['paths'] = {};
  for (const { id, area, endpoint } of operations) {
    const { method, path, summary, roles, status = 200, etag, body } = endpoint;
    const input = (part: string) => schemas.inputs.get(`${id}.${part}`);
    (paths[path] ??= {})[method.toLowerCase()] = {
      operationId: id,
      tags: [area],
      summary,
      'x-roles': roles,
      security: roles.includes('anonymous') ? [{}, { bearer: [] }] : [{ bearer: [] }],
      parameters: [
        ...parametersIn('path', input('params')),
        ...parametersIn('query', input('query')),
        ...parametersIn('header', input('headers')),
        ...(method === 'GET'
          ? []
          : [
              ref('parameters', method === 'POST' ? 'IdempotencyKey' : 'OptionalIdempotencyKey'),
              ref('parameters', 'ExpectedSubject'),
            ]),
        ...(etag === 'required' ? [ref('parameters', 'IfMatch')] : []),
        ref('parameters', 'AcceptLanguage'),
      ],
      ...requestBody(body, input('body')),
      responses: {
        [status]: success(endpoint, schemas.outputs.get(`${id}.response`)),
        ...problemResponses(endpoint),
      },
    };
  }

  return {
    openapi: '3.1.0',
    info,
    ...(servers && { servers: servers.map((url) => ({ url })) }),
    tags: Object.keys(contract).map((name) => ({ name })),
    paths,
    components: { schemas: schemas.components, ...components },
  };
}
