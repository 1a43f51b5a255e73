// Like bundled-communes.ts.
import former from './data/former.json' with { type: 'json' };
import type { FormerFile } from './types.ts';

export const file: FormerFile = former;
