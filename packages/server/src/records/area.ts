import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import type { Records, RecordTable } from './records.ts';

/** What an area gives to the server. */
export interface Area {
  routes: readonly Route[];
  /** Its records, where it has some: files attached to one are read by whoever may read it. */
  records?: Records<RecordTable>;
  /** How the ledger finds them. */
  kind?: RecordKind;
}
