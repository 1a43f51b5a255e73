// A module of its own, reached only by dynamic import: browsers that do not know JSON modules fail here and nowhere else.
import communes from './data/communes.json' with { type: 'json' };
import type { CommunesFile } from './types.ts';

export const file: CommunesFile = communes;
