import type { placeField as vi } from './vi.ts';

export const placeField: typeof vi = {
  onlyElsewhere: (province: string, places: string) =>
    `Not in ${province}, but: ${places}. Choose a place in ${province}.`,
  outside: (place: string, province: string) =>
    `You chose ${place}, which is not in ${province}. Choose a place in ${province}.`,
};
