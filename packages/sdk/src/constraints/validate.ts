import * as bodies from '../api/generated/bodies.ts';
import * as responses from '../api/generated/responses.ts';
import type { Validate } from '../client/client-over.ts';
import { checkBody, type Constraint } from '../contract/check-body.ts';

const tables: Record<'body' | 'response', Readonly<Record<string, Constraint>>> = { body: bodies, response: responses };

/**
 * For `validate` of the client's configuration: checks bodies before they are sent, and that responses have the fields and types that the
 * contract promises. Works from the generated constraints, without a schema library.
 *
 * @example createClient({baseUrl, validate})
 */
export const validate: Validate = (operation, part, value) => {
  const name = operation.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase());
  const constraint = tables[part][name];
  return constraint ? checkBody(constraint, value) : [];
};
