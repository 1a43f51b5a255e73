import { isInputError } from '@dvk/sdk/errors';
import { HttpProblem } from '../problems/problem.ts';

/** Codes with which the SDK refuses a file that is too much; with any other it cannot read it. */
const tooMuch: readonly string[] = ['file-too-large', 'too-many-rows', 'too-large'];

/** Refuses a Word file or table that the SDK could not read, in its words. */
export function refuseFile(error: unknown): never {
  if (!isInputError(error)) throw error;
  const code = tooMuch.includes(error.code) ? 'payload-too-large' : 'unsupported-media-type';
  throw new HttpProblem(code, { detail: error.text });
}
