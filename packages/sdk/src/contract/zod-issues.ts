import type * as z from 'zod/mini';
import { isFieldErrorCode, type FieldIssue } from './field-errors.ts';
import { pointerToken, valueAt } from './pointer.ts';

/** A JSON pointer (RFC 6901) from its parts. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map(pointerToken).join('');
}

type Finding = Omit<FieldIssue, 'pointer'>;

function tooSmall(origin: string, minimum: number): Finding {
  if (origin === 'string')
    return minimum === 1 ? { code: 'required' } : { code: 'too-short', params: { min: minimum } };
  if (origin === 'array') return { code: 'too-few', params: { min: minimum } };
  return { code: 'too-small', params: { min: minimum } };
}

function tooBig(origin: string, maximum: number): Finding {
  if (origin === 'string') return { code: 'too-long', params: { max: maximum } };
  if (origin === 'array') return { code: 'too-many', params: { max: maximum } };
  return { code: 'too-big', params: { max: maximum } };
}

function finding(issue: z.core.$ZodIssue, value: unknown): Finding {
  // A check of ours names its own code; see `shapes.ts`.
  if (isFieldErrorCode(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return { code: issue.format === 'datetime' ? 'not-an-instant' : 'wrong-format' };
    case 'invalid_value':
      if (issue.values.length === 1 && issue.values[0] === true) return { code: 'must-agree' };
      return { code: value === undefined || value === null || value === '' ? 'required' : 'not-an-option' };
    case 'invalid_type':
      if (value === undefined || value === null) return { code: 'required' };
      if (issue.expected === 'int' && typeof value === 'number') return { code: 'not-a-whole-number' };
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'not-a-number' : 'wrong-type' };
    case 'invalid_union':
      if (value === undefined || value === null) return { code: 'required' };
      return { code: issue.discriminator === undefined ? 'wrong-type' : 'not-an-option' };
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return { code: 'wrong-format' };
    default:
      return { code: 'wrong-type' };
  }
}

/**
 * What zod found, as field errors: the first per field, in the order of the fields. Forms and the server use this one
 * function, so that both say the same about the same input.
 * @param input - the value that was checked: needed to distinguish "missing" from "wrong"
 * @param root - put before each pointer, e.g. `/query`
 */
export function fieldIssues(issues: readonly z.core.$ZodIssue[], input: unknown, root = ''): FieldIssue[] {
  const found = new Map<string, FieldIssue>();
  for (const issue of issues) {
    const pointer = root + toPointer(issue.path);
    if (!found.has(pointer)) found.set(pointer, { pointer, ...finding(issue, valueAt(input, issue.path)) });
  }
  return [...found.values()];
}
