import { errorCode, isUnavailable, withoutValues } from '../database/index.ts';
import { BilingualFault } from '../startup/bilingual-fault.ts';
import { StartRefusal } from '../startup/start-refusal.ts';

/** An error in one sentence, without a stack. Some errors of the network have a code and no message. */
export function messageOf(error: unknown, locale: 'vi' | 'en'): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartRefusal) return error.message;
  if (error instanceof BilingualFault) return error.text[locale];
  // Tables or columns are missing.
  if (/^42(P01|703)$/.test(errorCode(error) ?? ''))
    return 'The database is not of this version: update it with "dvk-server migrate"';
  const { message, code = error.name } = withoutValues(error) as NodeJS.ErrnoException;
  return isUnavailable(error) ? `The database cannot be reached: ${message || code}` : message;
}
