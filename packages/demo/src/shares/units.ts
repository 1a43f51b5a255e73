import type { Share } from './support/share.ts';

export const share: Share<'units'> = ({ province }) => province.units;
