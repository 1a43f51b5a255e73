import { InputError } from '@dvk/sdk/errors';
import { isInForce } from '@dvk/sdk/law';
import { party2018, party2026 } from './party.ts';
import type { PaperProfile, PaperSide } from './profile.ts';
import { state2020 } from './state.ts';

/** Every version of every profile; a new set of rules is one more here. */
export const paperProfiles: readonly PaperProfile[] = [state2020, party2018, party2026];

/**
 * The profile of a side on the date of a paper.
 *
 * @param date - `YYYY-MM-DD`
 * @throws InputError `no-profile` for a date before the first one
 */
export function profileInForce(side: PaperSide, date: string): PaperProfile {
  const found = paperProfiles.find((profile) => profile.side === side && isInForce(profile.legalBasis, date));
  if (found) return found;
  throw new InputError('no-profile', '/date', {
    vi: `Chưa có thể thức văn bản nào cho ngày ${date}.`,
    en: `There is no profile of papers for ${date}.`,
  });
}

/** @throws InputError `no-profile` */
export function profileById(id: string): PaperProfile {
  const found = paperProfiles.find((profile) => profile.id === id);
  if (found) return found;
  throw new InputError('no-profile', '/id', {
    vi: `Không có thể thức văn bản “${id}”.`,
    en: `There is no profile of papers “${id}”.`,
  });
}
