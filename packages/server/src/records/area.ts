import type { RecordKind } from '../events/index.ts';
import type { Route } from '../http/route.ts';
import type { Sweep } from '../sweeps/sweeps.ts';
import type { Records, RecordTable } from './records.ts';

/** All that an area gives to the server; `areas/index.ts` lists the areas, and nothing else names one. */
export interface Area {
  routes: readonly Route[];
  /** Its records, where it has some: files attached to one are read by whoever may read it. */
  records?: Records<RecordTable>;
  /** How the ledger reads its records, to compare them with their events. */
  kind?: RecordKind;
  /** What it cleans up every hour. */
  sweeps?: readonly Sweep[];
}
