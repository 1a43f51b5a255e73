import { test } from 'node:test';
import * as z from 'zod/mini';
import { api } from '../api/index.ts';
import { assertGrowsWithLength } from '../text/testkit/growth.ts';
import { nastyTexts } from '../text/testkit/nasty.ts';
import { checkBody, type Constraint } from './check-body.ts';
import { constraintMaker } from './constraint-of.ts';
import type { Endpoint } from './endpoint.ts';
import { fieldIssues } from './zod-issues.ts';

const size = 64 * 1024;
const constraintOf = constraintMaker('input');

/** A value of the right form with the same text wherever one can stand, be it expected there or not; a tree is one level deep. */
function filledWith(constraint: Constraint, text: string, around: readonly Constraint[] = []): unknown {
  const inside = (each: Constraint) => filledWith(each, text, [...around, constraint]);
  switch (constraint.is) {
    case 'object':
      return Object.fromEntries(Object.entries(constraint.fields).map(([name, of]) => [name, inside(of)]));
    case 'list':
      return around.includes(constraint.of) ? [] : [inside(constraint.of)];
    case 'record':
      return { [text]: inside(constraint.of) };
    case 'nullable':
      return inside(constraint.of);
    case 'either':
      return inside(constraint.of[0]!);
    case 'variant':
      return inside(Object.values(constraint.of)[0]!);
    default:
      return text;
  }
}

const parts = Object.entries(api).flatMap(([area, endpoints]) =>
  Object.entries<Endpoint>(endpoints).flatMap(([name, endpoint]) =>
    (['params', 'query', 'headers', 'body'] as const).flatMap((part) => {
      const shape = endpoint[part];
      return shape === undefined || shape === 'binary'
        ? []
        : [{ name: `${area}.${name}: ${part}`, schema: shape as unknown as z.ZodMiniType }];
    }),
  ),
);

/** What a page checks of a part by itself. A query's number comes as text, so that its schema is none that it could. */
function constraintOfPart(schema: z.ZodMiniType): Constraint {
  const { shape } = (schema as z.ZodMiniObject)._zod.def;
  const { limit: _limit, ...fields } = shape ?? {};
  return constraintOf(shape ? z.object(fields) : schema);
}

/** The same text for constraints that are alike. */
function nameOf(constraint: Constraint): string {
  const seen = new Map<unknown, number>();
  return JSON.stringify(constraint, (_name, value: unknown) => {
    if (value instanceof RegExp) return String(value);
    if (typeof value !== 'object' || value === null) return value;
    // A tree leads back to itself.
    if (seen.has(value)) return `see ${seen.get(value)}`;
    seen.set(value, seen.size);
    return value;
  });
}

/** Many parts are alike, such as those with an id alone: one of each kind is enough. */
const kinds = Map.groupBy(parts, ({ schema }) => nameOf(constraintOfPart(schema)));

for (const [{ name: first, schema }, ...others] of kinds.values() as Iterable<[(typeof parts)[0], ...typeof parts]>) {
  const name = others.length > 0 ? `${first} (and ${others.length} like it)` : first;
  test(`${name} is checked in a time that grows no faster than its texts, whatever they are`, async () => {
    const constraint = constraintOfPart(schema);
    for (const nasty of nastyTexts) {
      await assertGrowsWithLength(`${name} with ${nasty.name}`, size, (length) => {
        const value = filledWith(constraint, nasty.ofLength(length));
        return () => {
          fieldIssues(z.safeParse(schema, value).error?.issues ?? [], value);
          checkBody(constraint, value);
        };
      });
    }
  });
}
