import type { Share } from './support/share.ts';

export const share: Share<'models'> = ({ models }) => models.map(({ model }) => model);
