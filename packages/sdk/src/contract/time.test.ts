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

/** A value of the right form with the same text wherever one can stand, be it expected there or not. */
function filledWith(constraint: Constraint, text: string): unknown {
  switch (constraint.is) {
    case 'object':
      return Object.fromEntries(Object.entries(constraint.fields).map(([name, of]) => [name, filledWith(of, text)]));
    case 'list':
      return [filledWith(constraint.of, text)];
    case 'record':
      return { [text]: filledWith(constraint.of, text) };
    case 'nullable':
      return filledWith(constraint.of, text);
    case 'either':
      return filledWith(constraint.of[0]!, text);
    case 'variant':
      return filledWith(Object.values(constraint.of)[0]!, text);
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

/** Many parts are alike, such as those with an id alone: one of each kind is enough. */
const kinds = Map.groupBy(parts, ({ schema }) =>
  JSON.stringify(constraintOfPart(schema), (_name, value: unknown) =>
    value instanceof RegExp ? String(value) : value,
  ),
);

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
