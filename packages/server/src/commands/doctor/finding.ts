import type { Bilingual } from '@dvk/sdk/errors';
import { isUnavailable, withoutValues } from '../../database/index.ts';
import { BilingualFault } from '../../startup/bilingual-fault.ts';

/** What was found out about one part of an installation. */
export interface Finding {
  /** `good`; worth a `look`; or `bad`: something does not work. */
  state: 'good' | 'look' | 'bad';
  /** In a sentence: what is so, and what to do if it is not good. */
  text: Bilingual;
}

export const good = (vi: string, en: string): Finding => ({ state: 'good', text: { vi, en } });
export const look = (vi: string, en: string): Finding => ({ state: 'look', text: { vi, en } });
export const bad = (vi: string, en: string): Finding => ({ state: 'bad', text: { vi, en } });

/** What is bad when a check itself fails. */
export function failed(error: unknown): Finding {
  if (error instanceof BilingualFault) return { state: 'bad', text: error.text };
  const { message, code } = withoutValues(error) as NodeJS.ErrnoException;
  const reason = message || code || String(error);
  return isUnavailable(error)
    ? bad(`Không kết nối được: ${reason}`, `It cannot be reached: ${reason}`)
    : bad(`Không dùng được: ${reason}`, `It cannot be used: ${reason}`);
}
