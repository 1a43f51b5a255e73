import { isProblem } from '@dvk/sdk/client';
import { isInputError } from '@dvk/sdk/errors';

/** Whether a record could not be loaded because there is none of its id, or because the id, which anybody may write into a link, can be none. */
export function isNoRecord(error: unknown): boolean {
  return isProblem(error, 'not-found') || (isInputError(error) && error.pointer === '/params/id');
}
