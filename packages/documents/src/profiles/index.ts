/** What official papers look like, as dated data with their legal basis. */
export { party2018, party2026 } from './party.ts';
export { paperProfiles, profileById, profileInForce } from './profiles.ts';
export type { Capacity, PaperProfile, PaperSide, TextStyle } from './profile.ts';
export { state2020 } from './state.ts';
