import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import * as bodies from '../api/generated/bodies.ts';
import * as responses from '../api/generated/responses.ts';
import { api } from '../api/index.ts';
import { checkBody, type Constraint } from '../contract/check-body.ts';
import { constraintMaker } from '../contract/constraint-of.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { bilingual, date, instant, key, optionalText, text } from '../contract/shapes.ts';
import { asJson, fitting, hostile } from '../contract/testkit/arbitrary.ts';
import { fieldIssues } from '../contract/zod-issues.ts';

type Table = Readonly<Record<string, Constraint>>;

const endpoints = Object.entries(api).flatMap(([area, all]) =>
  Object.entries<Endpoint>(all).map(
    ([name, endpoint]) => [area + name[0]!.toUpperCase() + name.slice(1), endpoint] as const,
  ),
);

/** Both must name the same fields, for the same reasons. */
function assertAgreement(schema: z.ZodMiniType, constraint: Constraint, value: unknown): void {
  const { error } = z.safeParse(schema, value);
  const order = (a: { pointer: string }, b: { pointer: string }) => (a.pointer < b.pointer ? -1 : 1);
  assert.deepEqual(
    checkBody(constraint, value).sort(order),
    fieldIssues(error?.issues ?? [], value).sort(order),
    JSON.stringify(value),
  );
}

for (const [name, { body }] of endpoints) {
  if (body === undefined || body === 'binary') continue;
  const constraint = (bodies as Table)[name]!;
  test(`page and server find the same faults in a body of ${name}`, () => {
    fc.assert(
      fc.property(hostile(constraint), (value) => assertAgreement(body as z.ZodMiniType, constraint, asJson(value))),
      { numRuns: 400 },
    );
  });
}

test('a body made to fit is found without fault', () => {
  for (const constraint of Object.values<Constraint>(bodies)) {
    fc.assert(
      fc.property(fitting(constraint), (value) => assert.deepEqual(checkBody(constraint, asJson(value)), [])),
      { numRuns: 50 },
    );
  }
});

test('they agree on every kind of constraint', () => {
  type Tree = { name: string; children: Tree[] };
  const Tree: z.ZodMiniType<Tree> = z.object({ name: text(5), children: z.lazy(() => z.array(Tree)) });
  const Form = z.object({
    flag: z.boolean(),
    note: z.nullable(optionalText(3)._zod.def.innerType),
    one: z.literal('x'),
    mixed: z.literal([1, null, 'a']),
    at: z.optional(instant),
    on: date,
    number: z.number().check(z.gte(0.5)),
    list: z.array(z.nullable(key)).check(z.minLength(1), z.maxLength(2)),
    record: z.record(z.string().check(z.regex(/^[a-z]+$/)), z.int()),
    free: z.record(z.string(), z.unknown()),
    either: z.union([z.literal('all'), z.array(key), z.strictObject({ max: z.int().check(z.lte(5)) })]),
    variant: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), size: z.int() }),
      z.object({ kind: z.enum(['b', 'c']), words: bilingual }),
    ]),
    tree: Tree,
  });
  const constraint = constraintMaker('input')(Form);
  fc.assert(
    fc.property(hostile(constraint), (value) => assertAgreement(Form, constraint, asJson(value))),
    { numRuns: 3000 },
  );
});

test('a kind that only reads like one is none', () => {
  const Form = z.object({ variant: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]) });
  const constraint = constraintMaker('input')(Form);
  for (const kind of [['a'], { toString: 0 }, true, 1]) assertAgreement(Form, constraint, { variant: { kind } });
});

test('what a schema accepts as a response has no fault; a missing field and a wrong type have', () => {
  const unit = {
    id: '00000000-0000-4000-8000-000000000000',
    code: 'SNV',
    name: 'Sở Nội vụ',
    kind: 'department',
    partyParentId: null,
    administrativeParentId: null,
    placeCode: '01',
    topics: [],
    validFrom: '2026-01-01',
    validTo: null,
    externalId: null,
    address: null,
    phone: null,
    email: null,
    identificationCode: null,
    formerStates: [],
    successorIds: [],
    predecessorIds: [],
    etag: '"v1"',
  };
  assert.deepEqual(checkBody(responses.unitsGet, unit), []);
  assert.deepEqual(checkBody(responses.unitsGet, { ...unit, kind: 'kind-of-a-newer-server', more: 1 }), []);
  assert.deepEqual(checkBody(responses.unitsGet, { ...unit, name: undefined, placeCode: 1 }), [
    { pointer: '/name', code: 'required' },
    { pointer: '/placeCode', code: 'wrong-type' },
  ]);
});

test('a schema that has no constraint is refused, not passed over', () => {
  const make = constraintMaker('input');
  for (const schema of [
    z.string().check(z.refine(() => true)),
    z.string().check(z.maxLength(3), z.minLength(1)),
    z.object({ a: z.string() }).check(z.refine(() => true)),
    z.tuple([z.string()]),
  ])
    assert.throws(() => make(schema), /no constraint/);
});

test('every endpoint with a response has its constraint', () => {
  for (const [name, { response }] of endpoints)
    assert.equal(name in responses, response !== undefined && response !== 'binary', name);
});
