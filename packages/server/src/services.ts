import type { Cursors } from './http/cursors.ts';
import type { Keyring } from './secrets/keyring.ts';

/** What handlers share; made once by `createServer`. */
export interface Services {
  keyring: Keyring;
  cursors: Cursors;
}
