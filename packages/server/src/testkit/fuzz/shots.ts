import * as fc from 'fast-check';
import { api } from '@dvk/sdk/api';
import { roles, type Endpoint } from '@dvk/sdk/contract';
import type { Constraint } from '../../../../sdk/src/contract/check-body.ts';
import { constraintMaker } from '../../../../sdk/src/contract/constraint-of.ts';
import { fitting, hostile } from '../../../../sdk/src/contract/testkit/arbitrary.ts';
import { mostly, mutated, oddBytes, oddHeader, oddJson, oddTexts } from './odd.ts';
import { badPeople, goodPeople, oddPeople } from './people.ts';

/** What a request carries. `likely`: what can succeed, made of `fitting` when it is known to what; then changed so. */
export type ShotBody =
  | { json: unknown }
  | { fitting: unknown; likely: Record<string, unknown> }
  | { text: string }
  | { bytes: Uint8Array<ArrayBuffer> }
  | { file: number; cut: number }
  | null;

/** A request with places for what is only known when it is sent. */
export interface Shot {
  /** `area.name` in the contract. */
  operation: string;
  who: string;
  /** Chooses among what exists, wherever the request names something. */
  luck: number;
  /** `null`: one that exists. */
  params: Record<string, string | null>;
  query: (readonly [string, string])[];
  headers: Record<string, string>;
  /** `null`: the one that belongs to the body. */
  contentType: string | null;
  body: ShotBody;
  /** `fresh`, `used` before, sent `twice` at once, none, or this text. */
  key: 'fresh' | 'used' | 'twice' | null | { text: string };
  ifMatch: 'current' | 'stale' | null | { text: string };
  /** Instead of the operation's own. */
  method: string | null;
  /** Put after the path. */
  tail: string;
}

export const operations: ReadonlyMap<string, Endpoint> = new Map(
  Object.entries(api).flatMap(([area, endpoints]) =>
    Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => [`${area}.${name}`, endpoint] as const),
  ),
);

const constraintOf = constraintMaker('input') as (schema: unknown) => Constraint;

function bodyOf({ body }: Endpoint): fc.Arbitrary<ShotBody> {
  const odd = fc.oneof(
    oddJson.map((text) => ({ text })),
    oddBytes.map((bytes) => ({ bytes })),
    fc.constant(null),
  );
  if (body === undefined) return mostly(fc.constant<ShotBody>(null), odd, 20);
  if (body === 'binary') {
    const file = fc.record({ file: fc.nat(20), cut: mostly(fc.constant(0), fc.nat(400), 2) });
    return mostly<ShotBody>(file, odd, 2);
  }
  const constraint = constraintOf(body);
  const good = fitting(constraint);
  const changes =
    constraint.is === 'object'
      ? fc.record(
          Object.fromEntries(Object.entries(constraint.fields).map(([name, field]) => [name, fitting(field)])),
          {
            requiredKeys: [],
          },
        )
      : fc.constant({});
  const broken = fc.record(
    constraint.is === 'object'
      ? Object.fromEntries(Object.entries(constraint.fields).map(([name, field]) => [name, hostile(field)]))
      : {},
    { requiredKeys: [] },
  );
  const few = (fields: fc.Arbitrary<object>) =>
    fc.tuple(good, fields, fc.nat()).map(([value, given, which]) => {
      const entries = Object.entries(given);
      const changed = entries.length === 0 ? [] : [entries[which % entries.length]!];
      return { fitting: value, likely: Object.fromEntries(changed) };
    });
  return fc.oneof<fc.WeightedArbitrary<ShotBody>[]>(
    { weight: 4, arbitrary: good.map((value) => ({ fitting: value, likely: {} })) },
    { weight: 2, arbitrary: few(changes) },
    { weight: 3, arbitrary: few(broken) },
    { weight: 2, arbitrary: good.map((json) => ({ json })) },
    { weight: 2, arbitrary: mutated(good).map((json) => ({ json })) },
    { weight: 2, arbitrary: hostile(constraint).map((json) => ({ json })) },
    { weight: 1, arbitrary: odd },
  );
}

/** The fields of an object that a shape describes. */
export function fieldsOf(shape: unknown): Record<string, Constraint> {
  const constraint = shape === undefined ? undefined : constraintOf(shape);
  return constraint?.is === 'object' ? { ...constraint.fields } : {};
}

function queryOf({ query }: Endpoint): fc.Arbitrary<(readonly [string, string])[]> {
  const known = Object.entries(fieldsOf(query)).map(([name, field]) =>
    mostly(fitting(field), hostile(field), 4).map((value) =>
      [value].flat().map((each) => [name, typeof each === 'string' ? each : (JSON.stringify(each) ?? '')] as const),
    ),
  );
  const any = fc.tuple(oddTexts, oddTexts).map((pair) => [pair]);
  return fc
    .array(known.length === 0 ? any : mostly(fc.oneof(...known), any, 8), { maxLength: 3 })
    .map((parameters) => parameters.flat());
}

function headersOf({ headers, body }: Endpoint): fc.Arbitrary<Record<string, string>> {
  const odd = fc.dictionary(
    fc.constantFrom(
      'accept',
      'accept-language',
      'accept-encoding',
      'x-request-id',
      'x-forwarded-for',
      'x-forwarded-host',
      'host',
      'origin',
      'cookie',
      'if-none-match',
      'if-modified-since',
      'range',
      'content-encoding',
      'content-length',
      'transfer-encoding',
      'x-http-method-override',
      'case-secret',
    ),
    fc.oneof(
      oddHeader,
      fc.constantFrom('*', '"v1"', 'W/"v1"', 'en;q=0.9', 'gzip', '0', '5', 'chunked', 'DELETE', 'bytes=0-'),
    ),
    { maxKeys: 2 },
  );
  const named =
    'content-disposition' in fieldsOf(headers) && body === 'binary'
      ? mostly(
          fc.oneof(
            fc.constant("attachment; filename*=UTF-8''t%E1%BB%9D%20tr%C3%ACnh.pdf"),
            oddHeader.map((name) => `attachment; filename="${name}"`),
          ),
          oddHeader,
          4,
        ).map((disposition) => ({ 'content-disposition': disposition }))
      : fc.constant({});
  return fc.tuple(mostly(fc.constant({}), odd, 2), named).map(([some, more]) => ({ ...some, ...more }));
}

function shotAt(operation: string, endpoint: Endpoint): fc.Arbitrary<Shot> {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const param = mostly<string | null>(
    fc.constant(null),
    fc.oneof(oddTexts, fc.constant('00000000-0000-7000-8000-000000000000')),
    8,
  );
  const write = endpoint.method === 'POST';
  return fc.record<Shot>({
    operation: fc.constant(operation),
    who: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...goodPeople(endpoint.roles)) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...goodPeople(roles), ...roles.slice(1).map((role) => `${role} without a unit`)),
      },
      { weight: 1, arbitrary: fc.constantFrom(...badPeople, ...oddPeople) },
    ),
    luck: fc.nat(),
    params: fc.record(Object.fromEntries(names.map((name) => [name, param]))),
    query: mostly(queryOf(endpoint), fc.array(fc.tuple(oddTexts, oddTexts), { maxLength: 2 }), 10),
    headers: headersOf(endpoint),
    contentType: mostly(
      fc.constant(null),
      fc.constantFrom(
        '',
        'text/plain',
        'application/json; charset=utf-16',
        'application/JSON',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'application/merge-patch+json',
        'a/b/c;;',
        '*/*',
      ),
      12,
    ),
    body: bodyOf(endpoint),
    key: mostly<Shot['key']>(
      fc.constantFrom('fresh', 'fresh', 'fresh', 'twice', 'used'),
      fc.oneof(
        fc.constant(null),
        oddHeader.map((text) => ({ text })),
      ),
      write ? 8 : 2,
    ),
    ifMatch: mostly<Shot['ifMatch']>(
      fc.constant(endpoint.etag === 'required' ? 'current' : null),
      fc.oneof(
        fc.constantFrom('current', 'stale', null),
        oddHeader.map((text) => ({ text })),
        fc.constantFrom(
          { text: '*' },
          { text: 'W/"v1"' },
          { text: '"v1", "v2"' },
          { text: '"v999999999"' },
          { text: '"v9999999999999"' },
        ),
      ),
      6,
    ),
    method: mostly<string | null>(
      fc.constant(null),
      fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'),
      20,
    ),
    tail: mostly(
      fc.constant(''),
      fc.constantFrom(
        '/',
        '//',
        '/..',
        '/../..',
        '/%2e%2e/',
        '/.',
        '%00',
        '%',
        '%ff',
        ';a=b',
        '/x',
        '?',
        '#x',
        '\\',
        '%2F',
      ),
      20,
    ),
  });
}

/** Requests to endpoints of the contract, by default to every one: fitting, nearly fitting and hostile. */
export function shots(only: readonly string[] = [...operations.keys()]): fc.Arbitrary<Shot> {
  const chosen = [...operations].filter(([operation]) => only.includes(operation));
  return fc.oneof(...chosen.map(([operation, endpoint]) => shotAt(operation, endpoint)));
}
